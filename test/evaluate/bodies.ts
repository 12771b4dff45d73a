import type { Random } from '../incremental/random.ts';
import type { Texts } from './places.ts';

/** A body or meeting that no document knows, with what else its letters could stand for. */
export interface Body {
  readonly name: string;
  readonly short: string;
  readonly other: string;
}

const BODIES: readonly Body[] = [
  { name: 'early support network', short: 'ESN', other: 'education standards network' },
  { name: 'permanence tracking board', short: 'PTB', other: 'placement tenancy bureau' },
  { name: 'Westshire Family Practice Partnership', short: 'WFPP', other: 'weekly forward planning panel' },
  { name: 'risk and vulnerability meeting', short: 'RVM', other: 'return visit manager' },
  {
    name: 'Directorate of Young People’s Provision',
    short: 'DYPP',
    other: 'daily youth participation panel',
  },
  { name: 'multi-agency transitions group', short: 'MATG', other: 'member assurance task group' },
];

/** One that the document does not name by its letters yet. */
export function unknownBody({ text }: Texts, random: Random): Body {
  return random.pick(BODIES.filter(({ short }) => !text.includes(short)));
}
