import { editDistance, nearest } from '../../framework/name.ts';
import { monthName, monthNamed } from '../../values/calendar.ts';
import { type Period, readMonth, readPeriod } from '../../values/periods.ts';
import type { Time } from '../../values/times.ts';

const QUARTER = /^(\d{4})[- ]?Q([1-4])$/i;

/** The time that a comment gives: what is a period anywhere, a month alone, and `2020-Q1`, of the financial year that begins in 2020. */
export function timeNamed(text: string): Time | undefined {
  const period = periodNamed(text);
  if (period !== undefined) return { kind: 'period', period };
  const month = readMonth(text);
  return month === undefined || month.year !== undefined ? undefined : { kind: 'month', month: month.month };
}

function periodNamed(text: string): Period | undefined {
  const [, year, quarter] = QUARTER.exec(text) ?? [];
  return readPeriod(year === undefined ? text : `Q${quarter} ${financialYear(Number(year))}`);
}

/** `2019/20`: the financial year that begins in a year. */
function financialYear(year: number): string {
  return `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
}

/** A period as a comment gives it: `2020-05`, `2019/20`, `2020-Q1`, `2020`, `2020-05-22`; undefined for any other stretch of days. */
export function periodText({ kind, start }: Period): string | undefined {
  const two = (number: number) => String(number).padStart(2, '0');
  const month = `${start.year}-${two(start.month)}`;
  if (kind === 'day') return `${month}-${two(start.day)}`;
  if (kind === 'financial-year') return financialYear(start.year);
  if (kind === 'calendar-year') return String(start.year);
  if (kind === 'quarter') {
    const quarter = start.month === 1 ? 4 : (start.month - 1) / 3;
    return `${start.month === 1 ? start.year - 1 : start.year}-Q${quarter}`;
  }
  if (kind !== 'month') return undefined;
  // December 2011 and the financial year 2011/12 would be written alike.
  const isTwofold = start.month === (start.year + 1) % 100;
  return isTwofold ? `${monthName(start.month)} ${start.year}` : month;
}

/** Whether somebody who wrote this behind the id of a measure meant a time by it. */
export function looksLikePeriod(text: string): boolean {
  if (/^(?:19|20)\d{2}[-/. ]?[Qq]?\d{0,4}(?:[-/.]\d{1,2})?$/.test(text)) return true;
  if (/^\d{1,2}[-/.](?:\d{1,2}[-/.])?(?:\d{2}|(?:19|20)\d{2})$/.test(text)) return true;
  if (/^Q\d(?:[ -]?\d{2,4}(?:[-/]\d{2,4})?)?$/i.test(text)) return true;
  return monthsMeant(text).length > 0;
}

/** The ways in which a text that is no period may have been meant. */
export function periodsMeant(text: string): readonly string[] {
  const [, year, month] = /^((?:19|20)\d{2})[-/. ]?(\d{1,2})$/.exec(text) ?? [];
  const [, monthFirst, yearLast] = /^(\d{1,2})[-/. ]((?:19|20)\d{2})$/.exec(text) ?? [];
  const [, quarter, ofYear] = /^Q([1-4])[ -]?((?:19|20)\d{2})$/i.exec(text) ?? [];
  const days = /^((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text)?.slice(1) ?? [];
  const [ownYear, ownMonth] = [year ?? yearLast, Number(month ?? monthFirst)];
  const isMonth = ownYear !== undefined && ownMonth >= 1 && ownMonth <= 12;
  const written = [
    isMonth ? `${monthName(ownMonth)} ${ownYear}` : '',
    year !== undefined && Number(month) === (Number(year) + 1) % 100 ? financialYear(Number(year)) : '',
    quarter === undefined ? '' : `${ofYear}-Q${quarter}`,
    days.map((part) => part.padStart(2, '0')).join('-'),
    ...monthsMeant(text),
  ];
  return written.flatMap((one) => {
    const period = one === '' ? undefined : periodNamed(one);
    return (period && periodText(period)) ?? [];
  });
}

/** "Mya 2020": a month with a slip in its name, of a year. */
function monthsMeant(text: string): readonly string[] {
  const [, name = '', year = ''] = /^(\p{L}{3,10})[ -]((?:19|20)\d{2})$/u.exec(text) ?? [];
  if (name === '' || monthNamed(name.toLowerCase()) !== undefined) return [];
  const months = Array.from({ length: 12 }, (_, index) => monthName(index + 1) ?? '');
  const short = name.length <= 4;
  const near = short
    ? months.filter((month) => editDistance(name.toLowerCase(), month.slice(0, 3).toLowerCase(), 1) <= 1)
    : nearest(name, months, (month) => month);
  return near.map((month) => `${month} ${year}`);
}
