import { readColumnPeriods } from '../../report/columnPeriods.ts';
import { MONTH_NAMES, weekdayOf } from '../../values/calendar.ts';
import { dateLike, monthLike } from '../../values/dateWriting.ts';
import { indexOf, nameOf, type PeriodUnit } from './periodRuns.ts';

/** The time with an index, written as its neighbour is: `May 19` beside `Apr 19`, `2020-03` beside `2020-02`. */
export function nameLike(neighbour: string, index: number, unit: PeriodUnit): string {
  const plain = nameOf(index, unit);
  const like = unit === 'month' ? monthOf(neighbour, index) : plain.replace('/', pairSign(neighbour));
  return like !== undefined && isSame(like, plain, unit) ? like : plain;
}

function monthOf(neighbour: string, index: number): string | undefined {
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  if (/^\d{4}-\d\d$/.test(neighbour)) return `${year}-${String(month).padStart(2, '0')}`;
  const day = { year, month, day: 1 };
  const dated = /^\d{1,2}\D/.test(neighbour) ? dateLike(neighbour, day, weekdayOf(day)) : undefined;
  if (dated !== undefined) return dated;
  const name = [...neighbour.matchAll(/\p{L}+/gu)].find(([word]) => MONTH_NAMES.has(word.toLowerCase()))?.[0];
  if (name === undefined) return undefined;
  return neighbour
    .replace(name, monthLike(name, month))
    .replace(/\d{4}|\d{2}(?!\d)/, (old) => String(year).slice(-old.length));
}

/** Between the two years of a financial year there is a stroke or a hyphen. */
function pairSign(neighbour: string): string {
  return /\d([-–])\d{2}(?:\d\d)?$/.exec(neighbour)?.[1] ?? '/';
}

/** Whether both name the same time; months without a year are told by their names alone. */
function isSame(a: string, b: string, unit: PeriodUnit): boolean {
  const [one, other] = [a, b].map((text) => readColumnPeriods([text])[0]);
  if (one?.period === undefined || other?.period === undefined)
    return one?.month !== undefined && one.month === other?.month;
  return indexOf(one.period, unit) === indexOf(other.period, unit);
}
