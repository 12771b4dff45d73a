import type { StatusValue } from '../../framework/framework.ts';
import { dayNumber } from '../../values/calendar.ts';
import { type CellValue, readCell } from '../../values/cell.ts';
import type { Decimal } from '../../values/decimal.ts';
import { readDue } from '../../values/due.ts';
import { wholeDate } from '../../values/dueTimes.ts';
import { plainText } from './plainWords.ts';
import type { Level } from './thing.ts';

/** How well work is going by a status; undefined where the status claims nothing. */
export function statusLevel({ says }: StatusValue): Level | undefined {
  if (says === undefined) return undefined;
  const value = { 'on-target': 2, 'near-target': 1, 'off-target': 0 }[says];
  return { on: 'status', value, up: 'better', down: 'worse' };
}

/** When something is due, by the last day that its words name. */
export function dueLevel(text: string): Level | undefined {
  const due = readDue(text);
  const day = due.kind === 'by' ? wholeDate(due.on.end) : undefined;
  return day && { on: 'calendar', value: dayNumber(day), up: 'later', down: 'earlier' };
}

/** A timescale as it is compared: a day however it is written, else its words. */
export function dueValue(text: string): string {
  const level = dueLevel(text);
  return level === undefined ? plainText(text) : `due ${level.value}`;
}

/** Which way a figure went, where it is known which way is better. */
export function figureLevel(
  cell: CellValue,
  better: 'higher' | 'lower' | 'none' | undefined,
): Level | undefined {
  const read = numberIn(cell);
  if (read === undefined || better === undefined || better === 'none') return undefined;
  const isUp = better === 'higher';
  return { ...read, up: isUp ? 'better' : 'worse', down: isUp ? 'worse' : 'better' };
}

function numberIn(cell: CellValue): { readonly on: string; readonly value: number } | undefined {
  if (cell.kind === 'figure') return { on: cell.unit, value: numberOf(cell.value) };
  if (cell.kind === 'share') return { on: 'percent', value: numberOf(cell.share) };
  if (cell.kind !== 'ratio') return undefined;
  const whole = numberOf(cell.whole);
  return whole === 0 ? undefined : { on: 'percent', value: (100 * numberOf(cell.part)) / whole };
}

/** Near enough to say which of two is more. */
function numberOf({ digits, places }: Decimal): number {
  return Number(digits) / 10 ** places;
}

/** A figure as it is compared: by its value, however it is written; else by its words. */
export function figureValue(text: string): string {
  const cell = readCell(text);
  const of = ({ digits, places }: Decimal) => `${digits}e-${places}`;
  switch (cell.kind) {
    case 'figure':
      return `${cell.unit} ${of(cell.value)}`;
    case 'share':
      return `${of(cell.count)} (${of(cell.share)})`;
    case 'ratio':
      return `${of(cell.part)} of ${of(cell.whole)}`;
    case 'targets':
      return `${cell.unit} ${cell.values.map(of).join(' / ')}`;
    default:
      // An answer of none is an answer; a dash stands in an empty cell.
      return /^[-–—−]*$/.test(text.trim()) ? '' : plainText(text);
  }
}
