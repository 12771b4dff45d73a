import { type DataMap, type DataNode, entryOf } from '../syntax/data.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { Span } from '../text/span.ts';
import { headingBlock } from './yamlBlocks.ts';

/** A section in the source: its item of the list, with absolute places. */
export interface SectionItem {
  readonly map: DataMap;
  readonly at: number;
  /** Whole lines, from the dash to the end of the item. */
  readonly lines: Span;
  /** The same, with the line `sections:` above it where it is the only item of a list within a section. */
  readonly whole: Span;
  /** The column of the dash. */
  readonly column: number;
  readonly headingAt: number;
}

/**
 * The sections of a list and of the lists in them, in reading order.
 * @param at where the list begins
 * @param keyLine where the line begins that holds the list's key, of a list within a section
 */
export function itemsOf(
  text: SourceText,
  list: DataNode,
  at: number,
  keyLine?: number,
): readonly SectionItem[] {
  if (list.kind !== 'list') return [];
  return list.items.flatMap((entry, index) => {
    const itemAt = at + entry.at;
    // A list in square brackets has no lines of its own to work on.
    if (entry.value.kind !== 'map' || column(text, itemAt) < 0) return [];
    const next = list.items[index + 1];
    const end = next === undefined ? at + list.length : text.lineAt(at + next.at).from;
    const lines = { from: text.lineAt(itemAt).from, to: lineEnd(text, end) };
    const nested = entryOf(entry.value, 'sections');
    const item = {
      map: entry.value,
      at: itemAt,
      lines,
      whole: keyLine !== undefined && list.items.length === 1 ? { from: keyLine, to: lines.to } : lines,
      column: column(text, itemAt),
      headingAt: itemAt + headingBlock(entry.value, 1).from,
    };
    if (nested === undefined) return [item];
    const key = text.lineAt(itemAt + nested.keySpan.from);
    const line = /^ *sections/.test(key.text) ? key.from : undefined;
    return [item, ...itemsOf(text, nested.value, itemAt + nested.at, line)];
  });
}

/** The column of the dash of the item at `itemAt`; -1 where its line has none. */
function column(text: SourceText, itemAt: number): number {
  return text.lineAt(itemAt).text.indexOf('-');
}

/** The end of the line before `at`, or of the one it stands on, with its line end. */
export function lineEnd(text: SourceText, at: number): number {
  const line = text.lineAt(at);
  return line.from === at ? at : Math.min(text.length, line.to + 1);
}
