import { change, insert } from '../change.ts';
import type { Fault } from '../kind.ts';
import type { Texts } from '../places.ts';
import { slot } from './shares.ts';

export const TERM_FAULTS: readonly Fault<Texts>[] = [
  {
    name: 'word that is not to be used',
    rule: 'prose/preferred-term',
    severity: 'info',
    draw: (document, random) => {
      const { at } = slot(document, random);
      const words = random.pick(AVOIDED);
      return change(document.text, [insert(at, `${words} `)], [{ from: at, to: at }], words, /^Write "/);
    },
  },
];

const AVOIDED: readonly string[] = [
  'Parents speak well of the respite placement.',
  'Respite placements are planned with parents.',
  'Each problem family has a plan, and the plan is read.',
  'Managers read what is written about problem families.',
  'Displaced children are seen in time.',
  'A displaced-child plan is read by the panel.',
  'Schools know every DPC by name.',
  'Most DPCs are seen in time.',
];
