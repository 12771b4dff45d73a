import type { Span } from '../../text/span.ts';
import type { FlowBlock, Mark } from '../flow/flow.ts';
import type { DraftParagraph, Facts, Reading } from './reading.ts';
import { findTypedLabels } from './typedLabels.ts';

/** How much larger than most words are those that stand out by their size. */
const LARGER = 1.2;
/** What two indents may differ by that are meant to be one, in twentieths of a point. */
const SLACK = 100;
const DEEPEST_HEADING = 9;

/** Decides what can only be seen in the light of the whole document, and gives its blocks. */
export function finish(reading: Reading): readonly FlowBlock[] {
  const text = reading.text.toString();
  const { facts } = reading;
  setStandsOut(facts);
  setLevels(facts);
  for (const paragraphs of stories(reading.blocks)) {
    setDepths(paragraphs, facts);
    findTypedLabels(paragraphs, text);
  }
  for (const paragraph of facts.keys()) paragraph.marks = clipped(paragraph.marks, paragraph.span);
  return merged(reading.blocks, text);
}

/** Runs of paragraphs that can make lists together: those of the body, of each cell, and of each note. */
function stories(blocks: readonly FlowBlock[]): readonly (readonly DraftParagraph[])[] {
  const inside = blocks.flatMap((block) => {
    if (block.kind === 'table') return block.rows.flatMap((row) => row.cells.map((cell) => cell.blocks));
    return block.kind === 'footnote' ? [block.blocks] : [];
  });
  return [blocks.filter((block) => block.kind === 'paragraph'), ...inside];
}

function setStandsOut(facts: ReadonlyMap<DraftParagraph, Facts>): void {
  const weights = new Map<number, number>();
  for (const [{ span }, { role, size }] of facts) {
    if (role === 'text') weights.set(size, (weights.get(size) ?? 0) + span.to - span.from);
  }
  const [usual] = [...weights].reduce(
    (best, one) => (one[1] > best[1] ? one : best),
    [Number.POSITIVE_INFINITY, 0],
  );
  for (const [paragraph, { bold, size }] of facts) {
    if (paragraph.level === undefined)
      paragraph.standsOut = bold || (Number.isFinite(size) && size >= usual * LARGER);
  }
}

/** A title stands above the headings of the first level, which Word counts as its equals. */
function setLevels(facts: ReadonlyMap<DraftParagraph, Facts>): void {
  const roles = [...facts.values()].map(({ role }) => role);
  if (!roles.includes('title') || !roles.includes(1)) return;
  for (const [paragraph, { role }] of facts) {
    if (typeof role === 'number') paragraph.level = Math.min(role + 1, DEEPEST_HEADING);
  }
}

/** Counts the lists around each item by how far it is indented, since each level may be a list of its own. */
function setDepths(paragraphs: readonly DraftParagraph[], facts: ReadonlyMap<DraftParagraph, Facts>): void {
  const around: Facts[] = [];
  for (const paragraph of paragraphs) {
    const own = facts.get(paragraph);
    if (own === undefined) continue;
    if (paragraph.level !== undefined) around.splice(0);
    if (paragraph.list === undefined) {
      const [outermost] = around;
      // Text at the margin ends a list; indented text goes on in it.
      if (outermost !== undefined && own.indent < outermost.indent) around.splice(0);
      continue;
    }
    while (around.length > 0) {
      const top = around.at(-1);
      if (top === undefined || isDeeper(own, top)) break;
      around.pop();
    }
    around.push(own);
    paragraph.list = { ...paragraph.list, depth: around.length - 1 };
    if (paragraph.level !== undefined) around.splice(0);
  }
}

function isDeeper(own: Facts, around: Facts): boolean {
  if (own.list === around.list) return own.listLevel > around.listLevel;
  return own.indent > around.indent + SLACK;
}

function clipped(marks: readonly Mark[], { from, to }: Span): readonly Mark[] {
  return marks.flatMap((mark) => {
    const span = { from: Math.max(mark.span.from, from), to: Math.min(mark.span.to, to) };
    if (mark.note !== undefined) {
      const at = Math.max(from, Math.min(mark.span.from, to));
      return [{ ...mark, span: { from: at, to: at } }];
    }
    return span.from < span.to ? [{ ...mark, span }] : [];
  });
}

/** Makes one block of each run of stretches that were left out for the same reason. */
function merged(blocks: readonly FlowBlock[], text: string): readonly FlowBlock[] {
  const kept: FlowBlock[] = [];
  for (const block of blocks) {
    const last = kept.at(-1);
    const goesOn =
      block.kind === 'leftOut' &&
      last?.kind === 'leftOut' &&
      last.message === block.message &&
      text.slice(last.span.to, block.span.from).trim() === '';
    if (goesOn) kept[kept.length - 1] = { ...block, span: { from: last.span.from, to: block.span.to } };
    else kept.push(block);
  }
  return kept;
}
