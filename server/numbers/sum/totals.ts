import { compare, type Rational } from '../../values/rational.ts';
import { countAt, type Item, isSign, moneyAt, percentageAt } from '../passage.ts';
import { Readings } from '../readings.ts';
import { complement } from './complements.ts';
import { type Part, type ReadFigure, readParts } from './parts.ts';
import { agrees } from './sums.ts';
import { type SumTie, spanOf, totalTie } from './sumTie.ts';
import { openingOf, wholeOf } from './totalOpenings.ts';
import { isClosed, isStrong, readingOf, shareReading } from './totalReading.ts';
import { equation, summedUp } from './totalsBehind.ts';

function totalOf(items: readonly Item[], index: number, read: ReadFigure): SumTie | undefined {
  const whole = wholeOf(items, index, read);
  const opening = whole && openingOf(items, whole, read);
  const list = opening && readParts(items, opening.at, read);
  if (whole === undefined || opening === undefined || list === undefined || whole.isCompared)
    return undefined;
  // In a bracket nothing but the list may stand.
  if (opening.form === 'N (a and b)' && !isSign(items, list.next, ')')) return undefined;
  const isShare = read === percentageAt;
  const reading = isShare ? shareReading(whole, opening, list) : readingOf(items, whole, opening, list);
  if (reading === undefined || (read === moneyAt && !MONEY_FORMS.has(opening.form))) return undefined;
  // In a mere list of figures the first need not be the whole of the others: "three are placed, 14 are waiting".
  const isListed = opening.form === 'N, a and b';
  const isLoose = isListed || isShare || (opening.form === 'N: a and b' && !whole.isTotal);
  if (isLoose && isExceeded(whole.quantity.exact, list.parts)) return undefined;
  const { certainty, isOpen } = reading;
  const tie = { ...totalTie(opening.form, list.parts, whole.quantity, certainty), isOpen };
  const isWhole = isOpen || certainty !== 'explicit' || !isClosed(list.parts);
  const own = (isWhole ? shortened(tie) : undefined) ?? tie;
  const isVague = own.certainty === 'possible' && !isStrong(opening.form, whole);
  // In a mere list a sum that agrees is chance: "trained 120 in all, 60 on plans and 60 on reports".
  return isVague && (isListed || !agrees(own)) ? undefined : own;
}

// Sums of money stand beside each other for many reasons: only what says that they are parts makes them parts.
const MONEY_FORMS: ReadonlySet<SumTie['form']> = new Set([
  'N (a and b)',
  'N made up of a and b',
  'N: a and b',
  'of N, a and b',
  'N, including a and b',
]);

/** Whether one part alone is as much as the whole: "96% (97% of boys and 95% of girls)" are no parts of it. */
function isExceeded(whole: Rational, parts: readonly Part[]): boolean {
  return parts.some(({ quantity }) => compare(quantity.exact, whole) >= 0);
}

/** The list may run on into what comes next: the beginning of it that makes the whole is what is meant. */
function shortened(tie: SumTie): SumTie | undefined {
  const closed = { ...tie, isOpen: false };
  for (let length = tie.parts.length; length >= 2; length -= 1) {
    const own = { ...closed, parts: tie.parts.slice(0, length) };
    if (agrees(own)) return own;
  }
  return undefined;
}

/** The kinds of figures that have totals: each is summed with its like. */
const FIGURES: readonly ReadFigure[] = [countAt, moneyAt, percentageAt];

// The endings alone would take every "county" and "safety" for a number.
const FIGURE =
  /\d+|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)\b/gi;

/** Whether a passage may hold a total and its parts: it takes three figures. Cheap, and not so of most passages. */
export function mayHoldTotal(text: string): boolean {
  FIGURE.lastIndex = 0;
  for (let found = 0; found < 3; found += 1) if (!FIGURE.test(text)) return false;
  return true;
}

/**
 * The totals that a passage states together with their parts, tied by the form of words and never by nearness. In: the
 * text of a paragraph, list item or cell. Out: ties in the order of their wholes, spans in UTF-16 units of the text; a
 * figure is a part of one tie at most. What is unsure gives no tie, or one that is no more than possible.
 */
export function readTotals(text: string, readings = new Readings()): readonly SumTie[] {
  const items = readings.passage(text);
  const ties: SumTie[] = [];
  const used = new Set<number>();
  const add = (tie: SumTie | undefined) => {
    const figures = tie?.parts.map(({ quantity }) => quantity.span.from) ?? [];
    if (tie === undefined || figures.some((from) => used.has(from))) return;
    for (const from of figures) used.add(from);
    ties.push(tie);
  };
  for (const form of [summedUp, equation, complement, totalOf]) {
    for (const index of items.keys()) {
      const read = FIGURES.find((own) => own(items, index) !== undefined);
      if (read !== undefined) add(form(items, index, read));
    }
  }
  return ties.sort((a, b) => spanOf(a).from - spanOf(b).from);
}
