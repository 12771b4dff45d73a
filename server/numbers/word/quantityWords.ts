import type { QuantityWord } from '../../framework/framework.ts';
import { above, below, closed, type Interval, point } from '../../values/interval.ts';
import { fraction, type Rational, whole } from '../../values/rational.ts';

/** What a word of quantity says of the share that it stands beside, in per cent. */
export interface Meaning {
  readonly interval: Interval;
  /** `more than half`, `90% or more`: how a message says it. */
  readonly says: string;
  /** Whether the inspectorate has published it; else it is what any reader takes the word for, and no more. */
  readonly isPublished: boolean;
}

/** One way of writing a word of quantity: `a majority`. */
export interface Phrase {
  /** In lower case, with single spaces. */
  readonly text: string;
  readonly meaning: Meaning;
}

/** The words of quantity that hold for a document, of two that are alike the published one. */
export interface WordPack {
  /** By their first letter, the longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  /** What may be written instead, from all to none: the published words, or else plain ones. */
  readonly scale: readonly Phrase[];
  /** Any of them, as a quick look. */
  readonly any: RegExp;
}

function plain(interval: Interval, says: string): Meaning {
  return { interval, says, isPublished: false };
}

const HALF = whole(50);

// What no reader takes otherwise, whoever writes. "Nearly all" and "few" have wide bounds, so that only what is plainly wrong is.
const PLAIN: readonly (readonly [readonly string[], Meaning])[] = [
  [['all', 'every'], plain(point(whole(100)), 'every one')],
  [['none', 'no'], plain(point(whole(0)), 'not one')],
  [
    ['nearly all', 'almost all', 'virtually all', 'practically all', 'nearly every', 'almost every'],
    plain(above(whole(75), true), 'all but a few'),
  ],
  [['most', 'majority'], plain(above(HALF), 'more than half')],
  [['fewer than half', 'minority', 'few', 'a few', 'very few'], plain(below(HALF), 'less than half')],
];

/** What an inspectorate has published, taken together with what goes without saying. */
export function wordPack(published: readonly QuantityWord[]): WordPack {
  const own = published.flatMap(({ word, aliases, from, to }) => {
    const interval = span(from, to);
    if (interval === undefined) return [];
    const meaning: Meaning = { interval, says: bounds(from, to), isPublished: true };
    return [word, ...aliases].map((text) => ({ text: tidy(text), meaning }));
  });
  const known = new Set(own.map(({ text }) => text));
  const others = PLAIN.flatMap(([texts, meaning]) => texts.map((text) => ({ text, meaning })));
  const phrases = [...own, ...others.filter(({ text }) => !known.has(text))].sort(
    (a, b) => b.text.length - a.text.length,
  );
  const scale =
    own.length > 0
      ? published.flatMap(({ word }) => own.find(({ text }) => text === tidy(word)) ?? [])
      : others;
  const words = phrases.map(({ text }) =>
    text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+'),
  );
  return {
    phrases: byFirstLetter(phrases),
    scale,
    any: new RegExp(`(?<!\\p{L})(?:${words.join('|')})(?!\\p{L})|half|third|quarter`, 'iu'),
  };
}

function byFirstLetter(phrases: readonly Phrase[]): WordPack['phrases'] {
  const found = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const first = phrase.text.charAt(0);
    found.set(first, [...(found.get(first) ?? []), phrase]);
  }
  return found;
}

function tidy(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ');
}

function span(from: number | undefined, to: number | undefined): Interval | undefined {
  // They are published in whole per cent, and 89.6% is 90% to whoever writes so.
  const low = from === undefined ? undefined : rational(from - 0.5);
  const high = to === undefined ? undefined : rational(to + 0.5);
  if (low !== undefined && high !== undefined) return closed(low, high);
  return low === undefined ? high && below(high, true) : above(low, true);
}

/** A bound that a framework gives, of which two decimals count. */
function rational(value: number): Rational {
  return fraction(BigInt(Math.round(value * 100)), 100n) ?? whole(0);
}

function bounds(from: number | undefined, to: number | undefined): string {
  if (from !== undefined && to !== undefined && to < 100) return `${from}% to ${to}%`;
  return from === undefined ? `${to}% or less` : `${from}% or more`;
}
