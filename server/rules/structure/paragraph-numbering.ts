import type { PlacedBlock } from '../../model/block.ts';
import { metaEntry, metaText } from '../../model/model.ts';
import { anchorSpan, type Report, type Section } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import { type Draft, type DraftFix, defineRule } from '../rule.ts';
import { mainSequence, type Numbered, type Slip, slips } from './numberSequence.ts';

/** A numbered paragraph at its place. */
interface Paragraph extends Numbered {
  readonly span: Span;
  readonly placed: PlacedBlock | undefined;
}

export default defineRule({
  scope: 'document',
  summary: 'Paragraph numbers must run on from one to the next, without gaps or repeats.',
  why: 'Letters, plans and minutes cite a report by its paragraph numbers, so each must lead to one paragraph.',
  severity: 'warning',
  reads: ['paragraphs', 'references'],
  *check({ report }) {
    const numbering = report.vocabulary?.framework.numbering;
    const isCited = citations(report);
    if (numbering === 'document') yield* sequence(report.sections.flatMap(paragraphs), isCited);
    if (numbering === 'section')
      for (const section of report.sections) yield* sequence(paragraphs(section), isCited);
  },
});

/** The paragraphs of a section with plain numbers: dotted ones say where they belong by themselves. */
function paragraphs(section: Section): readonly Paragraph[] {
  return section.content.paragraphs
    .filter(({ number }) => /^\d{1,6}$/.test(number))
    .map((paragraph) => ({
      number: Number(paragraph.number),
      span: anchorSpan(section, paragraph.at),
      placed: section.own[paragraph.at.block],
    }));
}

/** Whether anybody may look for a paragraph by its number: in this document, or because it is final. */
type IsCited = (number: number) => boolean;

function citations({ model }: Report): IsCited {
  const status = metaEntry(model, 'status');
  if (status !== undefined && metaText(status.value).trim().toLowerCase() === 'final') return () => true;
  let names: ReadonlySet<string> | undefined;
  return (number) => {
    names ??= new Set(model.blocks.flatMap(({ block }) => block.references.map(({ name }) => name)));
    return names.has(String(number));
  };
}

function* sequence(all: readonly Paragraph[], isCited: IsCited): Iterable<Draft<Span>> {
  const main = mainSequence(all);
  for (const slip of slips(main)) {
    const wrong = main[slip.index];
    if (wrong !== undefined) yield finding(main, wrong, slip, isCited);
  }
}

function finding(main: readonly Paragraph[], wrong: Paragraph, slip: Slip, isCited: IsCited): Draft<Span> {
  const twin = main.slice(0, slip.index).find(({ number }) => number === wrong.number);
  const before = main[slip.index - 1];
  const other = twin ?? before;
  return {
    at: wrong.span,
    message: message(wrong.number, slip, twin !== undefined),
    related:
      other === undefined
        ? []
        : [
            {
              at: other.span,
              message: twin ? `The first paragraph ${wrong.number}.` : 'The paragraph before.',
            },
          ],
    fixes: fixes(main, slip, isCited),
  };
}

function message(number: number, { expected, next, kind }: Slip, twice: boolean): string {
  const should = kind === 'single' ? `; this one should be ${expected}` : '';
  if (twice) return `Paragraph ${number} comes twice${should}.`;
  if (kind === 'single')
    return `This paragraph is numbered ${number}; between ${expected - 1} and ${next} it should be ${expected}.`;
  if (number < expected || kind === 'early')
    return `Paragraph ${number} is out of order: it follows ${expected - 1}.`;
  const missing =
    number === expected + 1
      ? `Paragraph ${expected} is missing`
      : `Paragraphs ${expected} to ${number - 1} are missing`;
  return expected === 1
    ? `${missing}: the first is ${number}.`
    : `${missing}: ${expected - 1} is followed by ${number}.`;
}

function fixes(
  main: readonly Paragraph[],
  { index, expected, kind }: Slip,
  isCited: IsCited,
): readonly DraftFix<Span>[] {
  const wouldMislead = (count: number) =>
    main
      .slice(index, index + count)
      .some(({ number }, at) => number !== expected + at && (isCited(number) || isCited(expected + at)));
  const one: DraftFix<Span> = {
    title: `Renumber this paragraph to ${expected}`,
    // Between the numbers before and behind it there is no other that it could be.
    safe: main[index - 1]?.number === expected - 1 && main[index + 1]?.number === expected + 1,
    tidy: !wouldMislead(1),
    edits: (edit) =>
      renumbered(main.slice(index, index + 1), expected).flatMap(([p, n]) => edit.renumber(p, n)),
  };
  const all: DraftFix<Span> = {
    title: 'Renumber all paragraphs from here',
    tidy: !wouldMislead(main.length),
    edits: (edit) => renumbered(main.slice(index), expected).flatMap(([p, n]) => edit.renumber(p, n)),
  };
  return kind === 'single' ? [one, all] : [all];
}

/** Paragraphs with the numbers they should have; what has its number already is left out. */
function renumbered(paragraphs: readonly Paragraph[], first: number): readonly [PlacedBlock, string][] {
  return paragraphs.flatMap(({ placed, number }, index): [PlacedBlock, string][] =>
    placed === undefined || number === first + index ? [] : [[placed, String(first + index)]],
  );
}
