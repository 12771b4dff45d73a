import type { Step } from '../../report/contents.ts';
import { isBlank, isPending, whenOf } from '../../report/series.ts';
import { listed } from '../../values/listing.ts';

type Role = 'target' | 'actual';

/** Where the figures of one role stand among the steps of a measure. */
export interface Filled {
  /** The first and the last step that have something in them; `N/A` is something. */
  readonly first: number;
  readonly last: number;
  /** Steps between them that are blank, or where the figure is still to come. */
  readonly within: readonly number[];
  /** Whether the figures come every so many steps, as those of a quarter do in a table of months. */
  readonly isSpaced: boolean;
}

/** How a role is filled in; undefined where nothing is. */
export function filledIn(steps: readonly Step[], role: Role): Filled | undefined {
  const given = steps.flatMap((step, index) => (isGiven(step, role) ? [index] : []));
  const [first, last] = [given[0], given.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const within = steps.flatMap((step, index) =>
    index > first && index < last && !isGiven(step, role) ? [index] : [],
  );
  const gaps = new Set(given.slice(1).map((index, at) => index - (given[at] ?? 0)));
  return { first, last, within, isSpaced: given.length > 2 && gaps.size === 1 && !gaps.has(1) };
}

function isGiven(step: Step, role: Role): boolean {
  return !isBlank(step[role]) && !isPending(step[role]);
}

/** `April, May and June 2019`, each as its column says; of many the first and how many more. */
export function whenList(steps: readonly Step[]): string {
  const names = steps.map(whenOf);
  const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
  return listed(shown, 'and');
}
