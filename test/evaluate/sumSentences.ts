import type { Random } from '../incremental/random.ts';

/** Parts and what they make up. */
export interface SumFigures {
  readonly parts: readonly number[];
  readonly total: number;
}

/** Ways in which reports give a total with its parts, by how many parts there are. */
const TOTAL_FORMS: readonly (readonly [parts: number, form: string])[] = [
  [2, 'The area has {N} academies ({0} primary and {1} secondary).'],
  [2, 'In the year {N} children ({0} boys and {1} girls) came into care.'],
  [3, 'A total of {N} referrals: {0} from schools; {1} from the police; and {2} from health.'],
  [2, 'The {N} staff are made up of {0} managers and {1} practitioners.'],
  [3, 'Of {N} children, {0} are with carers, {1} are at home and the remaining {2} live with relatives.'],
  [3, 'Of {N} actions, {0} are green, {1} amber and {2} red.'],
  [2, 'Parents came to {0} meetings in spring and {1} meetings in autumn, a total of {N} meetings.'],
  [2, 'The cases reviewed came to {0} + {1} = {N} by June.'],
  [4, 'Of the {N} audits, {0} were outstanding, {1} good, {2} adequate and {3} inadequate.'],
  [2, 'The panel heard {N} applications, of which {0} came in time and {1} came late.'],
];

/** Figures that add up, of the sizes that reports give; none of them is taken for a year. */
function rightSum(random: Random, count: number): SumFigures {
  const parts = Array.from({ length: count }, () => 3 + random.below(220));
  return { parts, total: parts.reduce((sum, part) => sum + part, 0) };
}

/** The same with one figure changed by a slip. */
function wrongSum(random: Random, count: number): SumFigures {
  const { parts, total } = rightSum(random, count);
  const by = random.pick([-2, -1, 1, 2, 3, 9, 10]);
  const at = random.below(count + 1);
  if (at === count) return { parts, total: total + by };
  return {
    parts: parts.map((part, index) => (index === at ? Math.max(1, part + Math.abs(by)) : part)),
    total,
  };
}

/** A sentence with a total and its parts, right or with a slip. */
export function totalSentence(random: Random, isRight: boolean): string {
  const [count, form] = random.pick(TOTAL_FORMS);
  const { parts, total } = isRight ? rightSum(random, count) : wrongSum(random, count);
  return parts
    .reduce((text, part, index) => text.replace(`{${index}}`, String(part)), form)
    .replace('{N}', String(total));
}

const SHARE_LISTS: readonly string[] = [
  'Audits were graded outstanding {0}%, good {1}%, adequate {2}% and inadequate {3}%.',
  'Of the audits, {0}% were outstanding, {1}% good, {2}% adequate and {3}% inadequate.',
  'The grades were outstanding ({0}%), good ({1}%), adequate ({2}%) and inadequate ({3}%).',
  'Placements are {0}% with relatives, {1}% in homes, {2}% with carers and the remaining {3}% elsewhere.',
];

/** A sentence with shares of one whole, which make 100 but for rounding, or which miss it by more. */
export function sharesSentence(random: Random, isRight: boolean): string {
  const counts = Array.from({ length: 4 }, () => 2 + random.below(40));
  const all = counts.reduce((sum, count) => sum + count, 0);
  const shares = counts.map((count) => Math.round((100 * count) / all));
  const slip = isRight ? 0 : random.pick([4, 5, 7, 9]);
  const at = random.below(3);
  // With the rounding a slip downwards could come out right: it goes the way that the rounding went.
  const up = shares.reduce((sum, share) => sum + share, 0) >= 100;
  const stated = shares.map((share, index) => (index === at ? share + (up ? slip : slip + 1) : share));
  return stated.reduce(
    (text, share, index) => text.replace(`{${index}}`, String(share)),
    random.pick(SHARE_LISTS),
  );
}

/** A table with a total row, and the row in which a slip stands; `undefined` where all is right. */
export function totalTable(random: Random, isRight: boolean): { lines: readonly string[]; slip: string } {
  const rows = Array.from({ length: 4 }, () => [
    10 + random.below(90),
    3 + random.below(30),
    2 + random.below(30),
  ]);
  const columns = [0, 1, 2].map((column) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  const at = random.below(4);
  const printed = rows.map((row, index) =>
    row.map((value, column) =>
      !isRight && index === at && column === 0 ? value + random.pick([1, 2, 3, 9]) : value,
    ),
  );
  const lines = [
    '| Team | Seen | Late | Not seen | Total |',
    '| --- | --- | --- | --- | --- |',
    ...printed.map((row, index) => {
      const total = (rows[index] ?? []).reduce((sum, value) => sum + value, 0);
      return `| Team ${index + 1} | ${row.join(' | ')} | ${total} |`;
    }),
    `| Total | ${columns.join(' | ')} | ${columns.reduce((sum, value) => sum + value, 0)} |`,
  ];
  return { lines, slip: lines[at + 2] ?? '' };
}
