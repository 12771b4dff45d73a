import type { SourceText } from '../text/sourceText.ts';
import { blockSpan, type PlacedBlock, wholeSpan } from './block.ts';

/** Where a comment goes that stands on a line of its own: before the line that begins at `at`. */
export interface CommentPlace {
  readonly at: number;
  readonly indent: string;
}

/** What a comment says that switches a rule off for what follows it. The reason may hold tab stops. */
export function directiveText(rule: string, reason: string | undefined): string {
  return `touchstone-disable-next-line ${rule}${reason === undefined ? '' : ` -- ${reason}`}`;
}

/** The index of the block that `offset` stands in or behind; of the first one where it stands before all. -1 for none. */
export function blockIndexAt(blocks: readonly PlacedBlock[], offset: number): number {
  const last = blocks.findLastIndex(
    (placed) => placed.block.kind !== 'comment' && wholeSpan(placed).from <= offset,
  );
  return last >= 0 ? last : blocks.findIndex(({ block }) => block.kind !== 'comment');
}

/**
 * The place of a comment that speaks of a block of Markdown. A comment between two items would make two lists of
 * one, so that one belongs to the item before. Undefined where the block's first line is not its own.
 */
export function placeAbove(
  text: SourceText,
  blocks: readonly PlacedBlock[],
  index: number,
): CommentPlace | undefined {
  const placed = blocks[index];
  if (placed === undefined) return undefined;
  const line = text.lineAt(placed.from);
  const lead = text.slice(line.from, placed.from);
  if (lead.trim() !== '') return undefined;
  const before = blocks[index - 1];
  const joins = placed.block.kind === 'item' && !placed.block.first && before !== undefined;
  if (joins) return { at: line.from, indent: contentIndent(text, before) };
  // A comment that is indented like code would be code.
  const isIndentedCode = placed.block.kind === 'code' && /^(?!`{3}|~{3})/.test(placed.block.source);
  return { at: line.from, indent: isIndentedCode ? lead.replace(/(?: {4}|\t)$/, '') : lead };
}

/** The blanks with which a line must begin to belong to a list item. */
function contentIndent(text: SourceText, item: PlacedBlock): string {
  const line = text.lineAt(item.from);
  const lead = text.slice(line.from, item.from);
  const marker = item.block.marker?.span ?? { from: 0, to: 0 };
  const gap = /^[ \t]*(?=\S)/.exec(item.block.source.slice(marker.to))?.[0] ?? '';
  // More than four blanks are one, and then code; a tab is as wide as it takes to reach the next stop.
  const width = gap.includes('\t') ? 4 - (marker.to % 4) : gap.length > 4 || gap === '' ? 1 : gap.length;
  return lead + ' '.repeat(marker.to - marker.from + width);
}

/** The start of the line on which the field of the document begins that `offset` stands in. */
export function fieldLine(text: SourceText, offset: number): number {
  let line = text.lineAt(offset);
  while (line.number > 1 && !/^[^\s#-]/.test(line.text)) line = text.line(line.number - 1);
  return line.from;
}

/** Whether no other block begins on the block's first line before it. */
export function opensLine(text: SourceText, blocks: readonly PlacedBlock[], index: number): boolean {
  const [placed, before] = [blocks[index], blocks[index - 1]];
  if (placed === undefined || before === undefined) return placed !== undefined;
  return blockSpan(before).to <= text.lineAt(placed.from).from;
}
