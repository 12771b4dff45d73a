import { nearest, normaliseName } from '../../framework/name.ts';
import type { Problem } from '../../text/problem.ts';
import { columnName, type Sheet, type SheetCell, type SheetRow } from '../../text/workbook.ts';
import { formatDate } from '../../values/calendar.ts';
import { listedWords } from '../../values/listing.ts';
import type { Period } from '../../values/periods.ts';
import { readColumnPeriods } from '../columnPeriods.ts';
import { partNamed } from '../columns.ts';
import type { SourceRole } from './source.ts';
import { SOURCE_COLUMNS, type SourceColumn, type SourceDef } from './sourceDef.ts';

/** What the columns of a sheet are, counted from 0. */
export interface SourceColumns {
  readonly headerRow: number;
  readonly at: Readonly<Partial<Record<SourceColumn, number>>>;
  /** Columns of figures of one period. */
  readonly periods: readonly {
    readonly column: number;
    readonly period: Period;
    readonly role: SourceRole | undefined;
  }[];
}

/** The header is looked for in so many rows. */
const MOST_ABOVE = 50;
/** So many of a row's cells are looked at for what heads the columns. */
const MOST_COLUMNS = 500;

function headOf(row: SheetRow): SheetRow {
  return row.cells.length > MOST_COLUMNS ? { ...row, cells: row.cells.slice(0, MOST_COLUMNS) } : row;
}

/** Finds the row that heads the columns, and what each is; or says what is missing. */
export function readSourceColumns(def: SourceDef, sheet: Sheet, place: string): SourceColumns | Problem {
  const header =
    def.headerRow === undefined ? likelyHeader(def, sheet) : rowNumbered(sheet, def.headerRow.text);
  if (header === undefined || header.cells.length === 0) {
    const span = (def.headerRow ?? def.sheet ?? def.file).span;
    const message =
      def.headerRow === undefined
        ? `No row of ${place} heads columns of measures and figures. Say which it is with "header-row", and what its columns are called with "measure", "period", "target" and "actual".`
        : `Row ${def.headerRow.text} of ${place} is empty. Give the number of the row with the names of the columns.`;
    return { span, message };
  }
  return columnsOf(def, header, place);
}

function rowNumbered({ rows }: Sheet, number: string): SheetRow | undefined {
  const found = rows.find((row) => row.number === Number(number));
  return found && headOf(found);
}

/** The first row with columns of measures and of figures; where names are given for some, that with most of them. */
function likelyHeader(def: SourceDef, { rows }: Sheet): SheetRow | undefined {
  const named = SOURCE_COLUMNS.flatMap((column) => def.columns[column] ?? []);
  const above = rows.slice(0, MOST_ABOVE).map(headOf);
  const found = above.map((row) => named.filter(({ text }) => columnNamed(row, text) !== undefined).length);
  const most = Math.max(...found);
  const likely = above.filter((_, index) => found[index] === most);
  const whole = likely.find((row) => {
    const { at, periods } = columnsIn(def, row);
    return (
      at.measure !== undefined && (at.actual !== undefined || at.target !== undefined || periods.length > 0)
    );
  });
  // A name that is in no row is told with the names that there are.
  return whole ?? (most > 0 ? likely[0] : undefined);
}

function columnsOf(def: SourceDef, row: SheetRow, place: string): SourceColumns | Problem {
  for (const column of SOURCE_COLUMNS) {
    const wanted = def.columns[column];
    if (wanted !== undefined && columnNamed(row, wanted.text) === undefined) {
      return missingColumn(wanted, row, place);
    }
  }
  const columns = columnsIn(def, row);
  const fault = (message: string): Problem => ({ span: def.file.span, message });
  if (columns.at.measure === undefined) {
    return fault(
      `No column of ${place} says which measure its figures are of: say it with "measure". There are: ${headers(row)}.`,
    );
  }
  const hasFigures = columns.at.actual !== undefined || columns.at.target !== undefined;
  if (!hasFigures && columns.periods.length === 0) {
    return fault(
      `No column of ${place} has figures: say which do with "actual" and "target", or "periods: columns" where each period has one. There are: ${headers(row)}.`,
    );
  }
  return columns;
}

function missingColumn(
  { text, span }: { readonly text: string; readonly span: Problem['span'] },
  row: SheetRow,
  place: string,
): Problem {
  const message = `There is no column "${text}" in row ${row.number} of ${place}; there are: ${headers(row)}.`;
  const [meant] = nearest(text, row.cells, (cell) => cell.text);
  return meant === undefined ? { span, message } : { span, message, meant: meant.text };
}

/** So many columns are named in a message. */
const MOST_NAMED = 12;

function headers({ cells }: SheetRow): string {
  const names = [...new Set(cells.map(({ text }) => text))];
  const rest = names.length > MOST_NAMED ? `, and ${names.length - MOST_NAMED} more` : '';
  return rest === ''
    ? listedWords(names, 'and')
    : names
        .slice(0, MOST_NAMED)
        .map((name) => `"${name}"`)
        .join(', ') + rest;
}

const PERIOD_COLUMN =
  /^(?:(?:reporting )?(?:period|month|quarter|year|date)(?: ending| end)?|month and year|financial year|period end date)$/;

function columnsIn(def: SourceDef, row: SheetRow): SourceColumns {
  const at: Partial<Record<SourceColumn, number>> = {};
  for (const column of SOURCE_COLUMNS) {
    const wanted = def.columns[column];
    const found = wanted === undefined ? likelyColumn(row, column) : columnNamed(row, wanted.text);
    if (found !== undefined) at[column] = found;
  }
  const periods = at.period === undefined || def.isWide ? periodsIn(row) : [];
  return { headerRow: row.number, at, periods };
}

/** The column with that name, or else with that letter. */
function columnNamed({ cells }: SheetRow, name: string): number | undefined {
  const key = normaliseName(name);
  const found =
    cells.find(({ text }) => text === name) ?? cells.find(({ text }) => normaliseName(text) === key);
  if (found !== undefined) return found.column;
  return cells.find(({ column }) => columnName(column) === name)?.column;
}

function likelyColumn({ cells }: SheetRow, column: SourceColumn): number | undefined {
  return cells.find(({ text }) => {
    const name = normaliseName(text);
    return column === 'period' ? PERIOD_COLUMN.test(name) : partNamed(name) === column;
  })?.column;
}

/** The columns that are headed with a period, maybe with "target" or "actual" beside it. */
function periodsIn({ cells }: SheetRow): SourceColumns['periods'] {
  const times = readColumnPeriods(cells.map(timeOf));
  return cells.flatMap(({ column, text }, index) => {
    const period = times[index]?.period;
    if (period === undefined) return [];
    const word = ROLE.exec(text)?.[0]?.toLowerCase();
    return [{ column, period, role: word === 'target' || word === 'actual' ? word : undefined }];
  });
}

const ROLE = /\b(?:target|actual)\b/i;

function timeOf(cell: SheetCell): string {
  return dayText(cell)
    .replace(ROLE, '')
    .replace(/^[\s–:()-]+|[\s–:()-]+$/g, '');
}

/** What a cell says of time, in words that are read as a period: a day that is shown as a month and a year is that month. */
export function dayText({ text, date }: SheetCell): string {
  if (date === undefined || /^\d{4}$/.test(text)) return text;
  if (showsDay(text, date)) return date;
  const [year = 0, month = 1] = date.split('-').map(Number);
  return formatDate({ year, month, day: 1 }).replace(/^\d+ /, '');
}

/** Whether a text shows the day of a date: its figure stands there besides those of the month and the year. */
function showsDay(text: string, date: string): boolean {
  const day = Number(date.slice(8, 10));
  const figures = (text.match(/\d+/g) ?? []).map(Number);
  const year = Number(date.slice(0, 4));
  const rest = figures.filter((figure) => figure !== year && figure !== year % 100);
  const isNamed = /\p{L}{3}/u.test(text);
  if (isNamed) return rest.includes(day) || (figures.length > 1 && figures.includes(day));
  return figures.length >= 3;
}
