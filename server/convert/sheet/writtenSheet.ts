import { cellName } from '../../text/workbook.ts';
import { type CalendarDate, dayNumber } from '../../values/calendar.ts';
import type { Decimal } from '../../values/decimal.ts';
import { LIMITS } from './limits.ts';
import { csvText } from './writeCsv.ts';
import type { WrittenCell, WrittenSheet } from './written.ts';
import { type Formats, HEADER_STYLE, TEXT_STYLE } from './writtenStyles.ts';

/** What the part of a sheet holds. */
export function sheetXml({ rows }: WrittenSheet, formats: Formats): string {
  const widths = columnWidths(rows);
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const body = rows.map((row, index) => rowXml(row, index + 1, formats));
  const frozen =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  const cols = columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`;
  return `${frozen}${cols}<sheetData>${body.join('')}</sheetData>`;
}

function rowXml(row: readonly WrittenCell[], number: number, formats: Formats): string {
  const cells = row.map((cell, column) => cellXml(cell, cellName(column, number), number === 1, formats));
  return `<row r="${number}">${cells.join('')}</row>`;
}

function cellXml(cell: WrittenCell, name: string, isHeader: boolean, formats: Formats): string {
  if (cell.kind === 'number') {
    const style = formats.styleOf(patternOf(cell.value, cell.unit === 'percent'));
    return `<c r="${name}" s="${style}"><v>${plain(cell.value, cell.unit === 'percent' ? 2 : 0)}</v></c>`;
  }
  if (cell.kind === 'date') {
    return `<c r="${name}" s="${formats.styleOf('dd/mm/yyyy')}"><v>${serialOf(cell.date)}</v></c>`;
  }
  if (cell.text === '') return '';
  const style = isHeader ? HEADER_STYLE : TEXT_STYLE;
  const text = xml(cell.text.slice(0, LIMITS.text));
  return `<c r="${name}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

function patternOf({ places }: Decimal, isPercent: boolean): string {
  const decimals = places > 0 ? `.${'0'.repeat(Math.min(places, 30))}` : '';
  return isPercent ? `0${decimals}%` : `#,##0${decimals}`;
}

/** A number in plain digits, divided by a power of ten. */
function plain({ digits, places }: Decimal, shift: number): string {
  const all = places + shift;
  const size = (digits < 0n ? -digits : digits).toString().padStart(all + 1, '0');
  const cut = size.length - all;
  return `${digits < 0n ? '-' : ''}${size.slice(0, cut)}${all > 0 ? `.${size.slice(cut)}` : ''}`;
}

/** The first day of 1900 is 1, and the last of February 1900, which there never was, is counted too. */
const BEFORE_1900 = dayNumber({ year: 1899, month: 12, day: 30 });

function serialOf(date: CalendarDate): number {
  return dayNumber(date) - BEFORE_1900;
}

const NARROWEST = 8;
const WIDEST = 60;

/** As wide as the longest line in the column, within limits. */
function columnWidths(rows: WrittenSheet['rows']): readonly number[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      const longest = Math.max(
        ...csvText(cell)
          .split('\n')
          .map((line) => line.length),
      );
      widths[column] = Math.min(WIDEST, Math.max(widths[column] ?? NARROWEST, longest + 2));
    });
  }
  return widths;
}

/** A text as XML holds it; what XML cannot hold is written by its number, as Excel does. */
export function xml(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(
      UNSAYABLE,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold.
const UNSAYABLE = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g;
