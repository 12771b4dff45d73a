import type { TextEdit } from '../text/edit.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { Span } from '../text/span.ts';
import type { MissingCell, TableRow } from './editing.ts';
import { quoted } from './yamlWriting.ts';

/** Whether the row at a place is a line of Markdown, and no data. */
export function isPiped(text: SourceText, at: number): boolean {
  return /^\s*(?:\||[^:]*\|)/.test(text.lineAt(at).text);
}

/** An entry at the end of the map that a row is written as. */
function lastEntry(text: SourceText, row: Span, key: string, words: string): readonly TextEdit[] {
  const source = text.slice(row.from, row.to);
  const entry = `${quoted(key)}: ${quoted(words)}`;
  if (source.endsWith('}')) {
    const before = source.slice(0, -1).trimEnd();
    const at = row.from + before.length;
    return [{ span: { from: at, to: at }, insert: `${/[{,]$/.test(before) ? ' ' : ', '}${entry}` }];
  }
  // The keys of a map stand below each other: those of a nested one further in than the first line.
  const second = /\n( *)\S/.exec(source)?.[1];
  const indent = second ?? ' '.repeat(row.from - text.lineAt(row.from).from);
  const at = text.lineAt(row.to).to;
  return [{ span: { from: at, to: at }, insert: `\n${indent}${entry}` }];
}

/** Writes the value of an entry; where nobody wrote the entry, `added` says which one it is. */
export function setValue(
  text: SourceText,
  cell: Span,
  words: string,
  added: MissingCell | undefined,
): readonly TextEdit[] {
  const line = text.lineAt(cell.from);
  const before = line.text.slice(0, cell.from - line.from);
  const behind = line.text.slice(cell.to - line.from);
  // Within quotes they stay.
  const mark = /["']$/.exec(before)?.[0];
  if (mark !== undefined && behind.startsWith(mark)) {
    const escaped = mark === '"' ? JSON.stringify(words).slice(1, -1) : words.replaceAll("'", "''");
    return [{ span: cell, insert: escaped }];
  }
  // A cell that nobody wrote is shown at another's place.
  const isKey = /:[ \t]*$/.test(before) && /^[ \t]*(?:$|[,}#])/.test(behind);
  if (!isKey && added !== undefined && cell.from === cell.to)
    return lastEntry(text, added.row, added.header, words);
  if (!isKey) return [];
  return [{ span: cell, insert: `${/:$/.test(before) ? ' ' : ''}${quoted(words)}` }];
}

/** An entry behind another, whose value stands at `cell`; at the end of the row where nobody wrote that one. */
function entryBehind(
  text: SourceText,
  { row, cell }: Place,
  entries: readonly string[],
): readonly TextEdit[] {
  const line = text.lineAt(cell.to);
  const rest = line.text.slice(cell.to - line.from);
  const before = line.text.slice(0, cell.from - line.from);
  // A cell that nobody wrote is shown where the one before it begins.
  const isWritten =
    cell.from < cell.to || (/:[ \t]*["']?$/.test(before) && /^["']?[ \t]*(?:$|[,}#])/.test(rest));
  const quote = /^["']/.test(rest) ? 1 : 0;
  const isFlow = /^["']?\s*[,}]/.test(rest);
  if (!isWritten) return entries.flatMap((key) => lastEntry(text, row, key, ''));
  const written = entries.map((key) => `${quoted(key)}: ""`);
  if (isFlow) {
    const at = cell.to + quote;
    return [{ span: { from: at, to: at }, insert: written.map((entry) => `, ${entry}`).join('') }];
  }
  const indent = /^ */.exec(line.text)?.[0] ?? '';
  return /^ *- /.test(line.text)
    ? []
    : [
        {
          span: { from: line.to, to: line.to },
          insert: written.map((entry) => `\n${indent}${entry}`).join(''),
        },
      ];
}

interface Place {
  readonly row: Span;
  readonly cell: Span;
}

/** Entries for columns that rows of data lack, behind that of the column before. */
export function dataColumns(
  text: SourceText,
  rows: readonly TableRow[],
  at: number,
  keys: readonly string[],
): readonly TextEdit[] {
  return rows.slice(1).flatMap(({ span, cells }) => {
    const [before, after] = [cells[at - 1]?.span, cells[at]?.span];
    if (before === undefined || after === undefined)
      return keys.flatMap((key) => lastEntry(text, span, key, ''));
    // One figure that holds at all times is shown in each of their columns.
    if (before.from === after.from && before.to === after.to && before.from < before.to) return [];
    return entryBehind(text, { row: span, cell: before }, keys);
  });
}

/** Takes out the lines that a row is written on; nothing where it shares them with others. */
export function withoutRow(text: SourceText, row: Span): readonly TextEdit[] {
  const [first, last] = [text.lineAt(row.from), text.lineAt(row.to)];
  const before = text.slice(first.from, row.from);
  const isOwn = /^[ \t>]*(?:- +)?$/.test(before) && /^\s*(?:#.*)?$/.test(text.slice(row.to, last.to));
  if (!isOwn) return [];
  // A line end goes with it, or the one before at the end of the text.
  const to = Math.min(last.to + 1, text.length);
  const from = to === last.to && first.from > 0 ? first.from - 1 : first.from;
  return [{ span: { from, to }, insert: '' }];
}
