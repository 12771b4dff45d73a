import { type Block, blockSpan, type PlacedBlock, placeSpan } from '../model/block.ts';
import { anchorSpan, type Report, type Section } from '../report/report.ts';
import type { Row } from '../syntax/block.ts';
import type { Prose } from '../syntax/prose.ts';
import type { SourceText } from '../text/sourceText.ts';
import { type Span, touches } from '../text/span.ts';
import type { Analysis } from './analysis.ts';
import { sectionAt } from './places.ts';
import { sectionSpan, trimmed } from './sections.ts';

/**
 * What an author may mean to select at `offset`, each within the next: a word or figure, a judgement or bold
 * words, the sentence, the passage, the block, the section's own text, the section, those around it, the document.
 */
export function selection({ report }: Analysis, offset: number): readonly Span[] {
  const { text } = report.model;
  const candidates = [
    ...wordAt(text, offset),
    ...ofMeta(report),
    ...ofBlocks(report, offset),
    ...ofSections(report, offset),
    ...report.model.groups().map((span) => trimmed(text, span)),
    { from: 0, to: text.length },
  ];
  return nestedAt(candidates, offset);
}

/** Those of the stretches that `offset` is in, each within the next. */
export function nestedAt(all: readonly Span[], offset: number): readonly Span[] {
  const candidates = all.filter((span) => touches(span, offset) && span.to > span.from);
  candidates.sort((a, b) => a.to - a.from - (b.to - b.from));
  const chain: Span[] = [];
  for (const span of candidates) {
    const inner = chain.at(-1);
    if (inner === undefined || (contains(span, inner) && !contains(inner, span))) chain.push(span);
  }
  return chain;
}

function contains(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** A figure with its sign and unit, or else a word. */
const WORD = /[£$€]?\d+(?:[.,/:]\d+)*(?:[%\p{L}]+)?|[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu;

/** The word or figure at `offset`. */
export function wordAt(text: SourceText, offset: number): readonly Span[] {
  const line = text.lineAt(offset);
  const words = [...line.text.matchAll(WORD)].map(({ 0: word, index }) => ({
    from: line.from + index,
    to: line.from + index + word.length,
  }));
  // Between a figure and the word beside it, the one that begins here is meant.
  return words.filter((word) => touches(word, offset)).slice(-1);
}

function ofMeta({ model }: Report): readonly Span[] {
  return model.meta.flatMap(({ keySpan, valueSpan }) => [
    keySpan,
    valueSpan,
    { from: keySpan.from, to: valueSpan.to },
  ]);
}

function ofBlocks({ model }: Report, offset: number): readonly Span[] {
  return model.blocks
    .filter((placed) => touches(blockSpan(placed), offset))
    .flatMap((placed) => [
      trimmed(model.text, blockSpan(placed)),
      ...partsOf(placed.block).map((span) => placeSpan(placed, span)),
    ]);
}

function partsOf(block: Block): readonly Span[] {
  return [
    ...block.leaves.flatMap(({ prose, span }) => [span, ...wordsOf(prose, span)]),
    ...block.tables.flatMap((table) => [table.span, ...table.rows.flatMap(partsOfRow)]),
    ...block.labels.flatMap(({ nameSpan, valueSpan }) => [nameSpan, valueSpan]),
  ];
}

function partsOfRow({ span, cells }: Row): readonly Span[] {
  return [span, ...cells.flatMap((cell) => [cell.span, ...wordsOf(cell.prose, cell.span)])];
}

/** Up to a stop with a blank and no small letter behind it: "e.g. this" goes on. */
const SENTENCE = /\S.*?(?:[.!?]{1,9}["”’')\]]{0,9}(?=\s+\P{Ll}|\s*$)|$)/gsu;

/** Bold words and sentences. A sentence at either end of the passage takes in the markup that stands there. */
function wordsOf(prose: Prose, passage: Span): readonly Span[] {
  const sentences = [...prose.text.matchAll(SENTENCE)].map(({ 0: words, index }) => {
    const { from, to } = prose.sourceSpan(index, index + words.length);
    const ends = index + words.length === prose.text.length;
    return { from: index === 0 ? passage.from : from, to: ends ? passage.to : to };
  });
  return [...prose.strong.map(({ from, to }) => prose.sourceSpan(from, to)), ...sentences];
}

function ofSections(report: Report, offset: number): readonly Span[] {
  const section = sectionAt(report, offset);
  if (section === undefined) return [];
  const spans = section.content.statements.flatMap(({ at, label, grade }) =>
    [at, label?.at, grade?.at].flatMap((anchor) => (anchor ? [anchorSpan(section, anchor)] : [])),
  );
  const own = ownText(section.own);
  if (own !== undefined) spans.push(trimmed(report.model.text, own));
  for (let around: Section | undefined = section; around !== undefined; around = around.parent) {
    const span = sectionSpan(report, around);
    if (span !== undefined) spans.push(span);
  }
  return spans;
}

function ownText(own: readonly PlacedBlock[]): Span | undefined {
  const last = own.findLast(({ block }) => block.kind !== 'comment');
  const first = own[0];
  if (first === undefined || last === undefined) return undefined;
  return { from: first.from, to: blockSpan(last).to };
}
