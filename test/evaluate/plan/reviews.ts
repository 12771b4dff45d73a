import type { Random } from '../../incremental/random.ts';
import { type Change, change, insert, replace } from '../change.ts';
import { slot } from '../faults/shares.ts';
import type { Fault, Kind } from '../kind.ts';
import { cellOf } from './grid.ts';
import type { PlanLandmarks } from './landmarks.ts';

/** An action that reviews so many cases, and a sentence elsewhere that counts them once more. */
export const REVIEW_FAULTS: readonly Fault<PlanLandmarks>[] = [
  {
    name: 'two counts of one review',
    rule: 'number/conflicting-figure',
    severity: 'info',
    draw: (document, random) => counted(document, random, SAME, random.pick([-3, -1, 1, 4, 20])),
  },
];

export const REVIEWS: readonly Kind<PlanLandmarks>[] = [
  { name: 'one count of one review', draw: (document, random) => counted(document, random, SAME, 0) },
  { name: 'counts of two reviews', draw: (document, random) => counted(document, random, OTHERS, 7) },
];

const NAMES = [
  'private fostering cases',
  'Regency Road cases',
  'unborn protection plans',
  'repeat missing episodes',
];
const LEADS = ['Review of', 'Audit of all', 'Complete an independent review of', 'Re-audit'];

type Sentence = (name: string, count: number) => string;

const SAME: readonly Sentence[] = [
  (name, count) => `All ${count} ${name} have been reviewed.`,
  (name, count) => `The audit of the ${count} ${name} found drift.`,
  (name, count) => `Number of ${name} reviewed (${count}).`,
];

/** Of others, of some of them, or of one time of many. */
const OTHERS: readonly Sentence[] = [
  (name, count) => `By now ${count} ${name} were reviewed.`,
  (name, count) => `A further review of ${count} ${name} is under way.`,
  (name, count) => `The audit of ${count} ${name} in the north of the county found drift.`,
  (name, count) => `The review of ${count} ${name} in March 2019 found drift.`,
  (name, count) => `Each quarter there is an audit of ${count} ${name}.`,
  (name, count) => `All ${count} closed ${name} have been reviewed.`,
];

function counted(
  document: PlanLandmarks,
  random: Random,
  sentences: readonly Sentence[],
  more: number,
): Change | undefined {
  const grids = document.grids.filter(({ kind }) => kind === 'actions');
  const cell = cellOf(random.pick(random.pick(grids).rows), 'action');
  if (cell === undefined || cell.text === '') return undefined;
  const [name, count] = [random.pick(NAMES), 40 + 10 * random.pick([1, 2, 3, 7])];
  const action = `${random.pick(LEADS)} ${name} to address concerns (${count} ${name.split(' ').at(-1)})`;
  const sentence = random.pick(sentences)(name, count + more);
  const { at } = slot(document, random);
  const edits = [replace(cell.span, action), insert(at, `${sentence} `)];
  return change(
    document.text,
    edits,
    more === 0 ? [] : [cell.span, { from: at, to: at }],
    `${action}; ${sentence}`,
  );
}
