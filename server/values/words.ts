import { ENGLISH } from './language.ts';
import { isDash, isJoined, type Token } from './tokens.ts';

const SMALL: ReadonlyMap<string, number> = new Map(ENGLISH.numbers.map((word, value) => [word, value]));
const TENS: ReadonlyMap<string, number> = new Map(ENGLISH.tens.map((word, value) => [word, value * 10 + 20]));

/** The words that a whole number may begin with. */
export const NUMBER_WORDS: readonly string[] = [...SMALL.keys(), ...TENS.keys()];

const SCALES: ReadonlyMap<string, number> = new Map([
  ['thousand', 1_000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
]);

const ORDINALS: ReadonlyMap<string, number> = new Map(
  ENGLISH.ordinals.map((word, value) => [word, value + 1]),
);

const DENOMINATORS: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['halves', 2],
  ['third', 3],
  ['thirds', 3],
  ['quarter', 4],
  ['quarters', 4],
  ['fifth', 5],
  ['fifths', 5],
  ['sixth', 6],
  ['sixths', 6],
  ['eighth', 8],
  ['eighths', 8],
  ['tenth', 10],
  ['tenths', 10],
]);

/** A value read from tokens; `next` is the index of the first token behind it. */
export interface Read<Value> {
  readonly value: Value;
  readonly next: number;
}

/** The factor of `thousand`, `million` or `billion`. */
export function scaleOf(word: string): number | undefined {
  return SCALES.get(word);
}

/** `first` to `twentieth`. */
export const ORDINAL_WORDS: readonly string[] = [...ORDINALS.keys()];

/** The number of `first` to `twentieth`. */
export function ordinalOf(word: string): number | undefined {
  return ORDINALS.get(word);
}

/** The lower number of a fraction: 3 for `third` and `thirds`. */
export function denominatorOf(word: string): number | undefined {
  return DENOMINATORS.get(word);
}

/** The index of a word that follows at `index`, either as a word of its own or behind a hyphen: `twenty three`, `twenty-three`. */
export function behindHyphen(tokens: readonly Token[], index: number): number {
  const joined = isDash(tokens[index]) && isJoined(tokens, index) && isJoined(tokens, index + 1);
  return joined ? index + 1 : index;
}

function belowHundred(tokens: readonly Token[], index: number): Read<number> | undefined {
  const word = tokens[index]?.lower ?? '';
  const single = SMALL.get(word);
  if (single !== undefined) return { value: single, next: index + 1 };
  const tens = TENS.get(word);
  if (tens === undefined) return undefined;
  const at = behindHyphen(tokens, index + 1);
  const unit = SMALL.get(tokens[at]?.lower ?? '') ?? 0;
  return unit > 0 && unit < 10 ? { value: tens + unit, next: at + 1 } : { value: tens, next: index + 1 };
}

function belowThousand(tokens: readonly Token[], index: number): Read<number> | undefined {
  const first = belowHundred(tokens, index);
  if (first === undefined || tokens[first.next]?.lower !== 'hundred') return first;
  const hundreds = { value: first.value * 100, next: first.next + 1 };
  if (tokens[hundreds.next]?.lower !== 'and') return hundreds;
  const rest = belowHundred(tokens, hundreds.next + 1);
  return rest ? { value: hundreds.value + rest.value, next: rest.next } : hundreds;
}

/**
 * The whole number in words that begins at `index`: `nine`, `twenty three`, `one hundred and five`, `two thousand four hundred`.
 * The scales must fall, so that `two thousand three million` is 2,000 and the rest is left.
 */
export function readWordNumber(tokens: readonly Token[], index: number): Read<number> | undefined {
  let total = 0;
  let next = index;
  let limit = Number.POSITIVE_INFINITY;
  for (;;) {
    const group = belowThousand(tokens, next);
    if (group === undefined) break;
    const scale = SCALES.get(tokens[group.next]?.lower ?? '') ?? 1;
    if (scale >= limit) break;
    // Each scale comes once at most, so that the total stays far below what a number holds exactly.
    total += group.value * scale;
    next = group.next + (scale === 1 ? 0 : 1);
    if (scale === 1) break;
    limit = scale;
  }
  return next === index ? undefined : { value: total, next };
}

/** Writes 0 to 99 in words, hyphenated as British style asks; larger numbers give `undefined`. */
export function numberInWords(value: bigint): string | undefined {
  if (value < 0n || value > 99n) return undefined;
  const size = Number(value);
  if (size < 20) return nameOf(SMALL, size);
  const tens = nameOf(TENS, size - (size % 10));
  return size % 10 === 0 ? tens : `${tens}-${nameOf(SMALL, size % 10)}`;
}

function nameOf(names: ReadonlyMap<string, number>, value: number): string | undefined {
  for (const [name, own] of names) if (own === value) return name;
  return undefined;
}
