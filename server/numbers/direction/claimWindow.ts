import { monthNamed } from '../../values/calendar.ts';
import type { MonthName } from '../../values/periods.ts';
import { type Item, isSign, isWord } from '../passage.ts';

/**
 * The times that a claim speaks of: months by name ("in March and April"), all since one ("since April 2019"), the last so
 * many ("over the last six months"), or the newest against the one before ("this month").
 */
export type Window =
  | { readonly kind: 'named'; readonly months: readonly MonthName[] }
  | { readonly kind: 'since'; readonly month: MonthName }
  | { readonly kind: 'last'; readonly count: number; readonly unit: TimeUnit };

export type TimeUnit = 'week' | 'month' | 'quarter' | 'year';

const UNITS: readonly TimeUnit[] = ['week', 'month', 'quarter', 'year'];

function unitAt(items: readonly Item[], index: number): TimeUnit | undefined {
  const word = items[index]?.lower.replace(/s$/, '');
  return UNITS.find((unit) => unit === word);
}

interface ReadMonth {
  readonly month: MonthName;
  readonly next: number;
}

/** `March`, `April 2019`, from a word that begins with a capital: "may" is no month. */
function monthAt(items: readonly Item[], index: number): ReadMonth | undefined {
  const token = items[index]?.token;
  const month = monthNamed(token?.lower ?? '');
  if (token === undefined || month === undefined || token.text === token.lower) return undefined;
  const year = items[index + 1]?.token;
  return year?.kind === 'number' && /^(?:19|20)\d\d$/.test(year.text)
    ? { month: { month, year: Number(year.text) }, next: index + 2 }
    : { month: { month }, next: index + 1 };
}

/** `March and April`, `March, April and May`. */
function monthsAt(items: readonly Item[], index: number): readonly MonthName[] {
  const months: MonthName[] = [];
  let at = index;
  for (let read = monthAt(items, at); read !== undefined; read = monthAt(items, at)) {
    months.push(read.month);
    at = read.next;
    while (isSign(items, at, ',') || items[at]?.lower === 'and') at += 1;
  }
  return months;
}

const LAST = /^(?:last|past|previous|recent)$/;

/** `the last six months`, `the past year`, `this quarter`. */
function stretchAt(items: readonly Item[], index: number): Window | undefined {
  const at = items[index]?.lower === 'the' ? index + 1 : index;
  if (items[index]?.lower === 'this') {
    const unit = unitAt(items, index + 1);
    return unit && { kind: 'last', count: 1, unit };
  }
  if (!LAST.test(items[at]?.lower ?? '')) return undefined;
  const quantity = items[at + 1]?.quantity;
  const own = UNITS.find((unit) => unit === quantity?.unit);
  if (quantity?.kind === 'duration' && own !== undefined && quantity.places === 0) {
    return { kind: 'last', count: Number(quantity.value.digits), unit: own };
  }
  const unit = unitAt(items, at + 1);
  return unit && { kind: 'last', count: 1, unit };
}

const LEADS = new Set(['in', 'over', 'during', 'for', 'across', 'throughout', 'between']);

/** The times that the words from `index` to the end of the sentence, or to the next clause, bind a claim to. */
export function windowAfter(items: readonly Item[], index: number): Window | undefined {
  const sentence = items[index]?.sentence;
  for (let at = index; at < Math.min(items.length, index + 30); at += 1) {
    const item = items[at];
    if (item === undefined || item.sentence !== sentence) return undefined;
    if (isWord(item) && /^(?:but|although|though|however|while|whilst|whereas|despite)$/.test(item.lower)) {
      return undefined;
    }
    if (item.lower === 'since') {
      const read = monthAt(items, at + 1);
      if (read !== undefined) return { kind: 'since', month: read.month };
    }
    if (item.lower === 'this') {
      const stretch = stretchAt(items, at);
      if (stretch !== undefined) return stretch;
    }
    if (!LEADS.has(item.lower)) continue;
    const months = monthsAt(items, at + 1);
    if (months.length > 0) return { kind: 'named', months };
    const stretch = stretchAt(items, at + 1);
    if (stretch !== undefined) return stretch;
  }
  return undefined;
}
