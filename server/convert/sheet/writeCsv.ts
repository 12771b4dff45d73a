import type { CalendarDate } from '../../values/calendar.ts';
import { formatDecimal } from '../../values/decimal.ts';
import type { WrittenCell } from './written.ts';

/**
 * Writes rows as comma-separated values by RFC 4180. A text that a program of sheets would take for a formula gets an
 * apostrophe before it, as its users would type it; a number keeps its minus.
 */
export function writeCsv(rows: readonly (readonly WrittenCell[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(cell: WrittenCell): string {
  const text = cell.kind === 'text' ? harmless(cell.text) : csvText(cell);
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A cell in words. */
export function csvText(cell: WrittenCell): string {
  if (cell.kind === 'text') return cell.text;
  if (cell.kind === 'date') return isoDate(cell.date);
  return `${formatDecimal(cell.value).replaceAll(',', '')}${cell.unit === 'percent' ? '%' : ''}`;
}

function isoDate({ year, month, day }: CalendarDate): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** A text that no program of sheets takes for a formula. */
function harmless(text: string): string {
  return /^\s*[=+\-@]|^[\t\r]/.test(text) ? `'${text}` : text;
}
