import type { Random } from '../../incremental/random.ts';
import { type Change, change, insert } from '../change.ts';
import type { Fault } from '../kind.ts';
import type { Texts } from '../places.ts';
import { slot } from './shares.ts';

/** Words that say of figures what these do not. */
export const CLAIM_FAULTS: readonly Fault<Texts>[] = [
  { name: 'direction that the figures have not', rule: 'number/direction-word', draw: wrongWay },
  { name: 'quantity that the figure is not', rule: 'number/quantity-word', draw: wrongAmount },
];

function said(document: Texts, random: Random, words: string): Change {
  const { at } = slot(document, random);
  return change(
    document.text,
    [insert(at, `${words} `)],
    [{ from: at, to: at + words.length }],
    words,
    /does not/,
  );
}

function wrongWay(document: Texts, random: Random): Change {
  const first = 20 + random.below(30);
  const [low, middle, high] = [first, first + 2 + random.below(9), first + 14 + random.below(9)];
  const years = ['2007–08', '2008–09', '2009–10'];
  const series = (figures: readonly number[]) => {
    const [a, b, c] = figures.map((figure, index) => `${figure}% in ${years[index]}`);
    return `${a}, ${b} and ${c}`;
  };
  return said(
    document,
    random,
    random.pick([
      `Re-referrals have fallen steadily: ${series([low, middle, high])}.`,
      `Repeat visits have risen year on year: ${series([high, middle, low])}.`,
    ]),
  );
}

function wrongAmount(document: Texts, random: Random): Change {
  const [few, many] = [12 + random.below(30), 61 + random.below(30)];
  return said(
    document,
    random,
    random.pick([
      `Most (${few}%) of the follow-up calls were made in time.`,
      `Fewer than half (${many}%) of the follow-up calls were made in time.`,
      `The large majority of foster carers, ${few}%, said that they were heard.`,
      `A minority of foster carers, ${many}%, said that they were heard.`,
    ]),
  );
}
