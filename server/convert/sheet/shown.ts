import { dateFromSerial, format, isDateFormat, isPercentFormat } from 'numfmt';
import type { SheetCell } from '../../text/workbook.ts';

type Shown = Pick<SheetCell, 'text' | 'number' | 'date'>;

/** So many days lie between the first days of the two ways to count them. */
const DAYS_TO_1904 = 1462;

/** A number as its cell shows it. @param pattern such as `0%` or `mmm-yy` */
export function shownNumber(value: number, pattern: string, from1904: boolean): Shown {
  if (!Number.isFinite(value)) return { text: '', number: undefined, date: undefined };
  if (isDateFormat(pattern)) {
    const serial = from1904 ? value + DAYS_TO_1904 : value;
    return { text: formatted(serial, pattern), number: undefined, date: dayOf(serial) };
  }
  const number = isPercentFormat(pattern) ? plain(value, 2) : plain(value, 0);
  return { text: formatted(value, pattern), number, date: undefined };
}

/** A text as its cell shows it, with one blank for each stretch of white space. */
export function shownText(text: string): Shown {
  return { text: text.replace(/\s+/g, ' ').trim(), number: undefined, date: undefined };
}

function formatted(value: number, pattern: string): string {
  try {
    return format(pattern, value).replace(/\s+/g, ' ').trim();
  } catch {
    // A pattern that the sheet's own program would refuse.
    return plain(value, 0);
  }
}

function dayOf(serial: number): string | undefined {
  // Before this there is no day, and behind it no four figures for a year.
  if (serial < 1 || serial >= 2_958_466) return undefined;
  const [year, month, day] = dateFromSerial(serial) as unknown as readonly number[];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** A number in plain digits, times a power of ten. No program of sheets keeps more than 15 of them. */
function plain(value: number, shift: number): string {
  const [, sign = '', first = '', rest = '', exponent = '0'] =
    /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(value.toExponential(14)) ?? [];
  const digits = `${first}${rest}`.replace(/0+$/, '');
  if (digits === '') return '0';
  const point = Number(exponent) + 1 + shift;
  if (point >= digits.length) return `${sign}${digits.padEnd(point, '0')}`;
  if (point > 0) return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
  return `${sign}0.${'0'.repeat(-point)}${digits}`;
}
