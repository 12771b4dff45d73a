import type { ColumnDef, TableDef } from '../../framework/framework.ts';
import { normaliseName } from '../../framework/name.ts';
import type { Span } from '../../text/span.ts';
import type { Line } from './lines.ts';
import { namesInTurn, type Word, wordsOf } from './nameWords.ts';

/** The header of a table whose names stand behind each other on a line, or on lines of their own. */
export interface HeaderRow {
  readonly columns: readonly { readonly def: ColumnDef; readonly name: readonly Span[] }[];
  /** The index of the line behind it. */
  readonly next: number;
}

const MOST_LINES = 8;

/** Reads the header of a table at `index`: nothing but names of its columns, at least two of them. */
export function readHeaderRow(lines: readonly Line[], index: number, table: TableDef): HeaderRow | undefined {
  const names = new Map(
    table.columns.flatMap((def) =>
      [def.heading, ...def.aliases].map((name) => [normaliseName(name), def] as const),
    ),
  );
  const words: Word[] = [];
  let best: HeaderRow | undefined;
  let taken = 0;
  for (let at = index; taken < MOST_LINES; at += 1) {
    const line = lines[at];
    if (line === undefined || line.text.length > 200) break;
    if (line.text === '') continue;
    taken += 1;
    words.push(...wordsOf(line));
    const columns = namesInTurn(words, names)?.map(({ value, name }) => ({ def: value, name }));
    if (columns === undefined) continue;
    if (best !== undefined && columns.length === best.columns.length) break;
    best = { columns, next: at + 1 };
    if (columns.length === table.columns.length) break;
  }
  return best !== undefined && best.columns.length > 1 ? best : undefined;
}
