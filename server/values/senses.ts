import { BEFORE_AGES, BIRTHDAYS } from './ages.ts';
import { MONTH_NAMES, WEEKDAY_NAMES } from './calendar.ts';
import { FRACTION_SIGNS } from './fractions.ts';
import { LABEL_WORDS } from './labels.ts';
import type { Token } from './tokens.ts';
import { NUMBER_WORDS, ORDINAL_WORDS } from './words.ts';

/**
 * What may begin at a token, as bits: each reader is asked only where it could find something, and nearly all words
 * of a report begin nothing. A reader that comes to read other words must be given their sense here.
 */
export const SENSE = {
  /** A number in figures. */
  numeral: 1,
  /** A whole number, in figures or words. */
  whole: 2,
  date: 4,
  label: 8,
  age: 16,
  address: 32,
  quantity: 64,
  range: 128,
} as const;

const NUMERAL = SENSE.numeral | SENSE.whole | SENSE.date | SENSE.quantity;

const OF_WORDS: ReadonlyMap<string, number> = combined([
  [NUMBER_WORDS, SENSE.whole | SENSE.quantity],
  [[...ORDINAL_WORDS, 'half', 'a'], SENSE.quantity],
  [[...MONTH_NAMES.keys(), ...WEEKDAY_NAMES.keys(), 'from', 'between'], SENSE.date],
  [['between'], SENSE.range],
  [LABEL_WORDS, SENSE.label],
  [[...BEFORE_AGES, ...BIRTHDAYS], SENSE.age],
  [['www'], SENSE.address],
]);

const OF_SIGNS: ReadonlyMap<string, number> = combined([
  [['£'], SENSE.range],
  [['£', '-', '−', ...FRACTION_SIGNS], SENSE.quantity],
  [['@', ':'], SENSE.address],
]);

function combined(
  groups: readonly (readonly [words: readonly string[], sense: number])[],
): ReadonlyMap<string, number> {
  const senses = new Map<string, number>();
  for (const [words, sense] of groups) {
    for (const word of words) senses.set(word, (senses.get(word) ?? 0) | sense);
  }
  return senses;
}

function senseOf({ kind, lower }: Token): number {
  if (kind === 'word') return OF_WORDS.get(lower) ?? 0;
  if (kind === 'symbol') return OF_SIGNS.get(lower) ?? 0;
  return kind === 'number' ? NUMERAL : SENSE.date;
}

/** The senses of tokens, each the bits of `SENSE`, and all bits together. */
export interface Senses {
  readonly of: readonly number[];
  readonly any: number;
}

/** Looks each token up once, for all readers. */
export function sensesOf(tokens: readonly Token[]): Senses {
  const of: number[] = [];
  let any = 0;
  for (const token of tokens) {
    const sense = senseOf(token);
    of.push(sense);
    any |= sense;
  }
  return { of, any };
}
