import { monthNamed } from '../../values/calendar.ts';
import type { Quantity } from '../../values/quantity.ts';
import { isDash } from '../../values/tokens.ts';
import { bracket } from '../change/changeParts.ts';
import { type Item, isOtherFigure, isSign } from '../passage.ts';
import { betterOfWords } from '../proseSense.ts';
import { Readings } from '../readings.ts';
import { type DirectionClaim, readDirectionClaims } from './directionClaims.ts';
import type { DirectionTie } from './directionTie.ts';

/** A value of a list and the time beside it: a year, or else a month. */
interface Dated {
  readonly quantity: Quantity;
  readonly year: number | undefined;
  readonly month: number | undefined;
}

const TIME_WORDS =
  /^(?:in|at|by|for|during|as|on|to|of|the|end|year|years|quarter|month|date|q[1-4]|held|last|this|previous|first|second|third|fourth|current|now|currently|ending|financial|academic)$/;

/** The item behind words of time from `index` on, and the year or month that they name. */
function timeAt(
  items: readonly Item[],
  index: number,
): { readonly next: number; readonly year: number | undefined; readonly month: number | undefined } {
  let [at, year, month]: [number, number | undefined, number | undefined] = [index, undefined, undefined];
  const take = (item: Item | undefined) => {
    const text = item?.token?.text ?? '';
    if (isOtherFigure(item) && /^(?:19|20)\d\d$/.test(text)) year ??= Number(text);
    month ??= monthNamed(item?.lower ?? '');
  };
  for (; at < index + 10; at += 1) {
    const item = items[at];
    const own = bracket(items, at);
    if (own !== undefined && own.quantities.length === 0) {
      for (let inner = at + 1; inner < own.next - 1; inner += 1) take(items[inner]);
      at = own.next - 1;
      continue;
    }
    const isJoin = (isDash(item?.token) || isSign(items, at, '/')) && isOtherFigure(items[at - 1]);
    const isTime = isOtherFigure(item) || monthNamed(item?.lower ?? '') !== undefined;
    if (!isTime && !isJoin && !TIME_WORDS.test(item?.lower ?? '')) break;
    take(item);
  }
  return { next: at, year, month };
}

const SEPARATORS = /^(?:,|;|and|then|→|\/|to)$/;

/** `66% in March, 53% in April and 61% in May` from `index` on: values of one kind that only their times tell apart. */
function listAt(items: readonly Item[], index: number): readonly Dated[] {
  const values: Dated[] = [];
  const sentence = items[index]?.sentence;
  let at = index;
  while (values.length < 24) {
    const before = timeAt(items, at);
    const item = items[before.next];
    const kind = values[0]?.quantity.kind;
    if (item?.quantity === undefined || item.sentence !== sentence) break;
    if (kind !== undefined && item.quantity.kind !== kind) return [];
    const after = timeAt(items, before.next + 1);
    values.push({
      quantity: item.quantity,
      year: before.year ?? after.year,
      month: before.month ?? after.month,
    });
    at = after.next;
    // What is counted may be named once: "66% of visits in March, 53% in April".
    if (values.length === 1) at = behindNoun(items, at, values);
    if (!SEPARATORS.test(items[at]?.token?.text ?? '')) {
      const isEnd = items[at] === undefined || /^[.);:]$/.test(items[at]?.token?.text ?? '');
      return isEnd ? values : [];
    }
    while (SEPARATORS.test(items[at]?.token?.text ?? '')) at += 1;
  }
  return values;
}

function behindNoun(items: readonly Item[], index: number, values: Dated[]): number {
  let at = index;
  while (at < index + 5 && items[at]?.token?.kind === 'word' && !SEPARATORS.test(items[at]?.lower ?? ''))
    at += 1;
  if (at === index) return index;
  const time = timeAt(items, at);
  const [first] = values;
  if (first !== undefined) {
    values[0] = { ...first, year: first.year ?? time.year, month: first.month ?? time.month };
  }
  return time.next;
}

/** The values in the order of their times: lists that begin with the newest are turned round. */
function inOrder(values: readonly Dated[]): readonly Dated[] | undefined {
  const years = values.flatMap(({ year }) => year ?? []);
  const months = values.flatMap(({ month }) => month ?? []);
  const isFalling = (all: readonly number[]) =>
    all.every((one, index) => index === 0 || one < (all[index - 1] ?? 0));
  const isRising = (all: readonly number[]) =>
    all.every((one, index) => index === 0 || one >= (all[index - 1] ?? 0));
  if (years.length === values.length) {
    if (isFalling(years)) return [...values].reverse();
    return isRising(years) ? values : undefined;
  }
  if (months.length === values.length && values.length > 1) {
    const steps = months.slice(1).map((month, index) => (month - (months[index] ?? 0) + 12) % 12);
    if (steps.every((step) => step > 6)) return [...values].reverse();
    return steps.every((step) => step > 0 && step <= 6) ? values : undefined;
  }
  return values;
}

/** Where the list of a claim begins: behind `:`, `(`, `–`, or `, with`. */
function listStart(items: readonly Item[], claim: DirectionClaim): number | undefined {
  for (let at = claim.index + 1; at < claim.index + 16; at += 1) {
    const item = items[at];
    if (item === undefined || item.sentence !== claim.sentence) return undefined;
    // "In the past two years" is no value.
    if (item.quantity !== undefined && item.quantity.kind !== 'duration') return undefined;
    if (isSign(items, at, ':') || isSign(items, at, '(')) return at + 1;
    const next = items[at + 1];
    if (isDash(item.token) && item.token?.spaced === true && next?.token?.spaced !== false) return at + 1;
    if (isSign(items, at, ',')) {
      if (next?.lower === 'with' || next?.lower === 'at') return at + 2;
      return next?.quantity === undefined ? undefined : at + 1;
    }
  }
  return undefined;
}

/** Whether a passage may say which way the values went that it lists. Cheap, and not so of most passages. */
export function mayHoldSeries(text: string): boolean {
  return (
    (text.match(/\d+/g)?.length ?? 0) >= 2 &&
    /(?:ris(?:e|ing)|rose|grow|increas|reduc|decreas|declin|fall|fell|drop|improv|worsen|deteriorat|climb)/i.test(
      text,
    )
  );
}

/**
 * The claims of a passage about values that it lists behind them: "has continued to improve: 66%, 53% and 61%". Two values
 * need their times; more are taken to stand in the order of time.
 */
export function readDirectionSeries(text: string, readings = new Readings()): readonly DirectionTie[] {
  const items = readings.passage(text);
  return readings.of(readDirectionClaims, text).flatMap((claim) => {
    const start = listStart(items, claim);
    const values = start === undefined ? [] : listAt(items, start);
    const isDated = values.every(({ year, month }) => year !== undefined || month !== undefined);
    const ordered = values.length > 2 || (values.length === 2 && isDated) ? inOrder(values) : undefined;
    const [first] = ordered ?? [];
    if (ordered === undefined || first === undefined) return [];
    const better = betterOfWords(claim.subject, first.quantity);
    if ((claim.sense === 'better' || claim.sense === 'worse') && better === undefined) return [];
    return {
      form: 'values of a sentence' as const,
      claim,
      claimSpan: claim.span,
      values: ordered.map(({ quantity }) => ({ quantity })),
      better,
      isDated,
    };
  });
}
