import { type PlacedBlock, placeSpan } from '../../model/block.ts';
import type { Report, Section } from '../../report/report.ts';
import type { Prose } from '../../syntax/prose.ts';
import { overlapsAny, type Span } from '../../text/span.ts';
import { match } from './match.ts';
import { plainText } from './plainWords.ts';
import type { SectionPairs } from './sections.ts';
import type { Matched } from './thing.ts';

/** A passage of running text, without what is told of elsewhere. */
export interface Passage {
  readonly section: Section;
  readonly placed: PlacedBlock;
  readonly prose: Prose;
  /** Its text, with blanks for what is told of elsewhere. */
  readonly text: string;
  /** Its words as they are compared. */
  readonly key: string;
}

/** The passages of a version, but for what its things take. */
export function passagesOf({ sections }: Report, isTaken: (span: Span) => boolean): readonly Passage[] {
  return sections.flatMap((section) => {
    const listed = new Set(section.content.contentsList.map(({ whole }) => whole.block));
    return section.own.flatMap((placed, index) =>
      listed.has(index) || placed.block.kind === 'comment' ? [] : passagesIn(section, placed, isTaken),
    );
  });
}

function passagesIn(
  section: Section,
  placed: PlacedBlock,
  isTaken: (span: Span) => boolean,
): readonly Passage[] {
  // The name before a value that is told of elsewhere says nothing by itself: "Judgement:".
  const names = placed.block.labels
    .filter(({ valueSpan }) => isTaken(placeSpan(placed, valueSpan)))
    .map(({ nameSpan }) => placeSpan(placed, nameSpan));
  const isTold = names.length === 0 ? isTaken : either(isTaken, overlapsAny(names));
  return placed.block.leaves.flatMap(({ prose }) => {
    const span = placeSpan(placed, prose.sourceSpan(0, prose.text.length));
    // Most passages hold nothing that is told of elsewhere.
    const text = isTold(span) ? untold(placed, prose, isTold) : prose.text;
    const key = plainText(text.slice(numberEnd(text)));
    return key === '' ? [] : [{ section, placed, prose, text, key }];
  });
}

/** Where the words begin behind the number of a paragraph. */
export function numberEnd(text: string): number {
  return /^\(?\d{1,3}(?:\.\d{1,3}){0,3}[.)]?\s+(?=\S)/.exec(text)?.[0].length ?? 0;
}

function either(one: (span: Span) => boolean, other: (span: Span) => boolean): (span: Span) => boolean {
  return (span) => one(span) || other(span);
}

/** The text of a passage with blanks for each word that is told of elsewhere, so that places stay what they are. */
function untold(placed: PlacedBlock, prose: Prose, isTold: (span: Span) => boolean): string {
  return prose.text.replace(/\S+/g, (piece, index: number) =>
    isTold(placeSpan(placed, prose.sourceSpan(index, index + piece.length)))
      ? ' '.repeat(piece.length)
      : piece,
  );
}

/** The passages of two versions that are not in both, word for word, wherever they stand. */
export function passagesApart(
  before: readonly Passage[],
  after: readonly Passage[],
  placeOf: SectionPairs['placeOf'],
): Pick<Matched<Passage>, 'gone' | 'fresh'> {
  return match(before, after, {
    placeOf: ({ section }, version) => placeOf(section, version),
    keysOf: ({ key }) => [key],
    printOf: () => '',
    wordsOf: () => undefined,
  });
}
