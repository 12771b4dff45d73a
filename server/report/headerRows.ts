import { normaliseName } from '../framework/name.ts';
import type { Cell, Row, Table } from '../syntax/block.ts';
import { readColumnPeriods } from './columnPeriods.ts';

/** What stands above one column, of all the rows of the header. */
export interface Head {
  /** The words of all rows, the time first: `May 2020 Target`. */
  readonly text: string;
  /** Where one row gives the time and another says what is given of it. */
  readonly split: SplitHead | undefined;
  /** The cell that names the column; under a cell that stands over several columns, that cell. */
  readonly cell: Cell | undefined;
}

export interface SplitHead {
  readonly role: 'target' | 'actual';
  readonly time: string;
}

/** The header of a table, and the rows below it. */
export interface Header {
  readonly heads: readonly Head[];
  readonly body: readonly Row[];
}

const TARGET = /^(?:targets?|goal|plan(?:ned)?|t)$/;
const ACTUAL = /^(?:actuals?|performance|outturn|result|achieved|a)$/;
const LONGEST = 30;

function roleIn(text: string): SplitHead['role'] | undefined {
  const name = normaliseName(text);
  if (TARGET.test(name)) return 'target';
  return ACTUAL.test(name) ? 'actual' : undefined;
}

/**
 * Reads the header of a table. Most have one row; a table of measures may have two, the times over "Target" and "Actual" or
 * the other way round, and above them a row with one name for all. A cell that stands over several columns is written
 * once, and the cells beside it are empty.
 */
export function readHeader({ rows }: Table): Header {
  const width = Math.max(0, ...rows.slice(0, 50).map(({ cells }) => cells.length));
  const texts = rows.slice(0, 4).map(({ cells }) => cells.map(({ prose }) => prose.text.trim()));
  const first = isBanner(texts[0] ?? []) && isDouble(texts[1], texts[2]) ? 1 : 0;
  if (!isDouble(texts[first], texts[first + 1])) return plainHeader(rows, width);
  const [upper, lower] = [rows[first], rows[first + 1]];
  if (upper === undefined || lower === undefined) return plainHeader(rows, width);
  return { heads: doubleHeads(upper, lower, width), body: rows.slice(first + 2) };
}

function plainHeader(rows: readonly Row[], width: number): Header {
  const heads = Array.from({ length: width }, (_, index): Head => {
    const cell = rows[0]?.cells[index];
    return { text: cell?.prose.text ?? '', split: undefined, cell };
  });
  return { heads, body: rows.slice(1) };
}

/** A row with one text alone, be it written once or over every column. */
function isBanner(texts: readonly string[]): boolean {
  return new Set(texts.filter((text) => text !== '')).size <= 1;
}

/** Whether of two rows one names times and the other targets and actuals, twice or more. */
function isDouble(upper: readonly string[] | undefined, lower: readonly string[] | undefined): boolean {
  if (upper === undefined || lower === undefined) return false;
  if (areTimes(upper)) return areRoles(lower);
  return areRoles(upper) && areTimes(lower) && isUnnamed(lower[0] ?? '');
}

/** A row of figures has the name of a measure in front. */
function isUnnamed(text: string): boolean {
  return text === '' || /^(?:measures?|indicators?|metrics?|kpis?)$/.test(normaliseName(text));
}

function areTimes(texts: readonly string[]): boolean {
  return readColumnPeriods(texts.slice(1)).filter((period) => period !== undefined).length >= 2;
}

function areRoles(texts: readonly string[]): boolean {
  const named = texts.slice(1).filter((text) => text !== '');
  const isShort = named.every((text) => text.length <= LONGEST && !/\d/.test(text));
  return isShort && named.filter((text) => roleIn(text) !== undefined).length >= 2;
}

function doubleHeads(upper: Row, lower: Row, width: number): readonly Head[] {
  const isTimeAbove = areTimes(upper.cells.map(({ prose }) => prose.text.trim()));
  let over: Cell | undefined;
  return Array.from({ length: width }, (_, index): Head => {
    const [above, below] = [upper.cells[index], lower.cells[index]];
    const [aboveText, belowText] = [textOf(above), textOf(below)];
    if (aboveText !== '') over = above;
    // What stands over the column reaches as far as the row below goes on.
    const reached = index > 0 && belowText !== '' ? over : above;
    const [time, role] = isTimeAbove ? [reached, below] : [below, reached];
    const split = splitOf(textOf(time), textOf(role));
    if (split !== undefined) return { text: `${textOf(time)} ${textOf(role)}`, split, cell: time };
    const own = belowText === '' || aboveText === '' ? aboveText || belowText : `${aboveText} ${belowText}`;
    return { text: own, split, cell: aboveText === '' ? below : above };
  });
}

function splitOf(time: string, roleText: string): SplitHead | undefined {
  const role = roleIn(roleText);
  return role === undefined || readColumnPeriods([time])[0] === undefined ? undefined : { role, time };
}

function textOf(cell: Cell | undefined): string {
  return cell?.prose.text.trim() ?? '';
}
