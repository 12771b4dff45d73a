import type { Random } from '../../incremental/random.ts';
import { type Body, unknownBody } from '../bodies.ts';
import { type Change, change, insert } from '../change.ts';
import type { Fault } from '../kind.ts';
import type { Texts } from '../places.ts';
import { slot } from './shares.ts';

export const ACRONYM_FAULTS: readonly Fault<Texts>[] = [
  {
    name: 'acronym never spelt out',
    rule: 'prose/undefined-acronym',
    severity: 'info',
    draw: sentences(/never spelt out/, [
      ({ short }) =>
        `The ${short} meets weekly. Its decisions are minuted, and the ${short} sees them again.`,
      ({ short }) => `All cases go to the ${short}. The ${short}’s advice is followed.`,
      ({ short }) => `Two ${short}s are held each month, and each ${short} is chaired by a manager.`,
    ]),
  },
  {
    name: 'acronym spelt out only later',
    rule: 'prose/undefined-acronym',
    severity: 'info',
    draw: sentences(/only later/, [
      ({ short, name }) => `The ${short} meets weekly. The ${name} (${short}) has six members.`,
      ({ short, name }) => `All cases go to the ${short}. Its full name is the ${name} (the ${short}).`,
    ]),
  },
  {
    name: 'acronym of two things',
    rule: 'prose/conflicting-acronym',
    draw: sentences(/stands for/, [
      ({ short, name, other }) => `The ${name} (${short}) met twice. The ${other} (${short}) did not.`,
      ({ short, name, other }) => `Cases go to the ${other} (${short}) or to the ${name} [${short}].`,
    ]),
  },
  {
    name: 'letters of an acronym swapped',
    rule: 'prose/conflicting-acronym',
    draw: (document, random) => {
      const { name, short } = unknownBody(document, random);
      const at = random.pick([0, 1].filter((place) => short[place] !== short[place + 1]));
      const wrong = `${short.slice(0, at)}${short[at + 1]}${short[at]}${short.slice(at + 2)}`;
      return put(document, random, `The ${name} (${wrong}) met twice.`, /letters/);
    },
  },
];

function sentences(
  says: RegExp,
  forms: readonly ((body: Body) => string)[],
): (document: Texts, random: Random) => Change {
  return (document, random) => put(document, random, random.pick(forms)(unknownBody(document, random)), says);
}

function put(document: Texts, random: Random, words: string, says: RegExp): Change {
  const { at } = slot(document, random);
  return change(document.text, [insert(at, `${words} `)], [{ from: at, to: at }], words, says);
}
