import { blockSpan, type PlacedBlock } from '../model/block.ts';
import type { Report, Section } from '../report/report.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { Span } from '../text/span.ts';

/**
 * A section with all that is below it, without what stands behind its last words: blank lines, and comments,
 * which speak of what comes next. Undefined for what stands before the first heading.
 */
export function sectionSpan({ model }: Report, { heading }: Section): Span | undefined {
  if (heading === undefined) return undefined;
  const whole = model.editing.sectionSpan(heading) ?? blockSpan(heading);
  let { from, to } = trimmed(model.text, whole);
  for (let index = lastBefore(model.blocks, whole.to); index >= 0; index -= 1) {
    const placed = model.blocks[index];
    if (placed?.block.kind !== 'comment' || placed.from <= from || blockSpan(placed).to < to) break;
    to = trimmed(model.text, { from, to: placed.from }).to;
  }
  return { from, to: Math.max(to, blockSpan(heading).to) };
}

/** A stretch without the blanks and line ends at its two ends. */
export function trimmed(text: SourceText, { from, to }: Span): Span {
  const words = text.slice(from, to);
  const end = from + words.trimEnd().length;
  return { from: Math.min(end, from + words.length - words.trimStart().length), to: end };
}

/** The index of the last block that begins before `offset`, or -1. */
function lastBefore(blocks: readonly PlacedBlock[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.from ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
