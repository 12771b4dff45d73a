import { normaliseName } from '../../../framework/name.ts';
import { CONTENTS_TITLES } from '../../text/contents.ts';
import { mergeRow, type Row } from './rows.ts';

const LEADERS = /(?:\.\s?){4,}\s*\d{1,3}$|…{2,}\s*\d{1,3}$/u;
// An entry may take so many lines before the one with its page.
const WRAPPED = 2;
const FEWEST = 3;

/**
 * The rows of pages that are lists of contents: a title "Contents" and rows that end in page numbers below it, or rows
 * with dots before their page numbers wherever they stand.
 */
export function findContentsRows(pages: readonly (readonly Row[])[]): ReadonlySet<Row> {
  const found = new Set<Row>();
  let open = false;
  for (const rows of pages) {
    const title = rows.findIndex((row) => isTitle(row));
    const dotted = rows.findIndex((row) => LEADERS.test(mergeRow(row).text));
    const start = open ? 0 : title >= 0 ? title : dotted;
    if (start < 0) continue;
    const entries = entriesFrom(rows, start, open || title === start);
    if (entries.length >= (open ? 1 : FEWEST)) for (const row of entries) found.add(row);
    open = entries.length > 0 && entries.at(-1) === rows.at(-1);
  }
  return found;
}

function isTitle(row: Row): boolean {
  const { text } = mergeRow(row);
  return text.length < 40 && CONTENTS_TITLES.has(normaliseName(text)) && !/^\d/.test(text);
}

/** The rows of a list from its title or first entry on; below a title a page number needs no dots before it. */
function entriesFrom(rows: readonly Row[], start: number, titled: boolean): readonly Row[] {
  let end = isTitle(rows[start] ?? []) ? start + 1 : start;
  for (let index = end; index < rows.length && index - end <= WRAPPED; index += 1) {
    if (isEntry(rows[index] ?? [], titled)) end = index + 1;
  }
  return rows.slice(start, end);
}

function isEntry(row: Row, titled: boolean): boolean {
  const { text } = mergeRow(row);
  if (LEADERS.test(text)) return true;
  if (!titled || text.length > 200) return false;
  const last = row.at(-1);
  return row.length > 1 && /^(?:\d{1,3}|[ivxl]{1,6})$/.test(last?.text ?? '') && /\p{L}/u.test(text);
}
