import type { Random } from '../../incremental/random.ts';
import { type Change, change, insert } from '../change.ts';
import type { Fault } from '../kind.ts';
import type { Texts } from '../places.ts';
import { slot } from './shares.ts';

export const WHOLE_COUNT_FAULTS: readonly Fault<Texts>[] = [
  { name: 'share of no whole number', rule: 'number/impossible-percentage', draw: impossible },
];

const FORMS = [
  'Of the # interviews that were held, only %% were within three days.',
  'Only %% of the # care leavers have a plan.',
  'Inspectors read # plans. Of these, %% were good.',
  'Of # audits, %% were good.',
];

/** Per cent, whole, that no number of so many people or cases can be: rounded up, down or to the nearest. */
function impossibleShare(whole: number, random: Random): number {
  const possible = new Set<number>();
  for (let part = 0; part <= whole; part += 1) {
    possible.add(Math.floor((100 * part) / whole)).add(Math.ceil((100 * part) / whole));
  }
  return random.pick(
    Array.from({ length: 98 }, (_, index) => index + 1).filter((share) => !possible.has(share)),
  );
}

function impossible(document: Texts, random: Random): Change {
  const whole = 4 + random.below(30);
  const share = impossibleShare(whole, random);
  const words = random.pick(FORMS).replace('#', String(whole)).replace('%%', `${share}%`);
  const { at } = slot(document, random);
  return change(
    document.text,
    [insert(at, `${words} `)],
    [{ from: at, to: at + 1 }],
    words,
    /No whole number/,
  );
}
