import { roundRational, toRational } from '../values/decimal.ts';
import { add, type Rational, whole as wholeNumber } from '../values/rational.ts';
import { judge } from './judge.ts';
import type { TableTie } from './share/shareGrid.ts';
import type { ShareTie } from './share/shareTie.ts';
import {
  agrees,
  agreesAtEnd,
  isShareOf,
  judgeSum,
  neededFor,
  repairOf,
  type SumJudgement,
  type SumRepair,
} from './sum/sums.ts';
import type { Figure, SumTie } from './sum/sumTie.ts';

/** Sums that do not agree, with the one figure that is to blame if there is just one. */
export interface WrongSum {
  /** All the ties that the culprit puts wrong; one where none is known. */
  readonly ties: readonly SumTie[];
  /** The shares that the same change mends. */
  readonly shares: readonly BesideShare[];
  readonly judgement: SumJudgement;
  /** The change of one figure alone that mends all sums it is in. */
  readonly culprit: SumRepair | undefined;
  /** One change for each figure that may be the slip. */
  readonly repairs: readonly SumRepair[];
}

function figuresOf({ parts, whole }: SumTie): readonly Figure[] {
  return whole === undefined ? parts : [whole, ...parts];
}

function keyOf({ quantity, cell }: Figure): string {
  return `${cell?.row}:${cell?.column}:${quantity.span.from}`;
}

/** The ties by each of their figures. */
function byFigure(ties: readonly SumTie[]): ReadonlyMap<string, readonly SumTie[]> {
  const index = new Map<string, SumTie[]>();
  for (const tie of ties) {
    for (const figure of figuresOf(tie)) {
      const known = index.get(keyOf(figure));
      if (known === undefined) index.set(keyOf(figure), [tie]);
      else known.push(tie);
    }
  }
  return index;
}

/** A share beside the sums; in a table with the cells of its figures. */
export type BesideShare = ShareTie | TableTie;

/** The share itself, be it of cells or of words. */
export function shareOf(own: BesideShare): ShareTie {
  return 'tie' in own ? own.tie : own;
}

const SHARE_ROLES = ['share', 'part', 'whole'] as const;

interface ShareFigure {
  readonly own: BesideShare;
  readonly tie: ShareTie;
  readonly role: (typeof SHARE_ROLES)[number];
}

/** The shares by each of their figures, with what that figure is in them. */
type ShareIndex = ReadonlyMap<string, readonly ShareFigure[]>;

function sharesByFigure(shares: readonly BesideShare[]): ShareIndex {
  const index = new Map<string, ShareFigure[]>();
  for (const own of shares) {
    const tie = shareOf(own);
    for (const role of SHARE_ROLES) {
      const quantity = tie[role];
      if (quantity === undefined) continue;
      const key = keyOf('tie' in own ? { quantity, cell: own[role] } : { quantity });
      const known = index.get(key);
      if (known === undefined) index.set(key, [{ own, tie, role }]);
      else known.push({ own, tie, role });
    }
  }
  return index;
}

function isWrongShare(tie: ShareTie): boolean {
  const { verdict } = judge(tie);
  return verdict === 'contradiction' || verdict === 'impossible';
}

function withValue(tie: SumTie, key: string, exact: Rational): SumTie {
  const changed = (figure: Figure) =>
    keyOf(figure) === key ? { ...figure, quantity: { ...figure.quantity, exact } } : figure;
  return { ...tie, parts: tie.parts.map(changed), whole: tie.whole && changed(tie.whole) };
}

interface Candidate {
  readonly repair: SumRepair;
  /** The wrong ties that the change mends. */
  readonly mended: readonly SumTie[];
  readonly shares: readonly BesideShare[];
}

/** Every tie of a passage or table, by the figures in it. */
interface Ties {
  readonly sums: ReadonlyMap<string, readonly SumTie[]>;
  readonly shares: ShareIndex;
}

/** The changes of one figure of a tie that mend it and put no other wrong. */
function candidates(tie: SumTie, index: Ties): readonly Candidate[] {
  return figuresOf(tie).flatMap((figure) => {
    const repair = repairOf(tie, figure);
    const value = neededFor(tie, figure);
    const key = keyOf(figure);
    const own = index.sums.get(key) ?? [];
    if (repair === undefined || value === undefined) return [];
    if (!own.every((other) => agrees(withValue(other, key, value)))) return [];
    const shares = index.shares.get(key) ?? [];
    const isApart = shares.some(({ tie: share, role }) => isWrongShare(withShareValue(share, role, value)));
    if (isApart) return [];
    const wrong = shares.filter(({ tie: share }) => isWrongShare(share)).map(({ own: share }) => share);
    return [{ repair, mended: own.filter((other) => !agrees(other) || agreesAtEnd(other)), shares: wrong }];
  });
}

/** The share with another value for one of its figures, which the words leave as it is. */
function withShareValue(tie: ShareTie, role: (typeof SHARE_ROLES)[number], exact: Rational): ShareTie {
  const quantity = tie[role];
  if (quantity === undefined) return tie;
  const value = roundRational(exact, Math.max(0, quantity.places));
  return { ...tie, [role]: { ...quantity, exact, value } };
}

/** The share that is not that of its count, if there is just one. */
function misstated({ parts, counts }: SumTie): Figure | undefined {
  if (counts === undefined || counts.some((count) => count === undefined)) return undefined;
  const all = counts
    .map((count) => (count ? toRational(count.value) : wholeNumber(0)))
    .reduce(add, wholeNumber(0));
  const wrong = parts.filter(({ quantity }, index) => {
    const count = counts[index];
    return count !== undefined && !isShareOf(quantity, count, all);
  });
  return wrong.length === 1 ? wrong[0] : undefined;
}

/** The one change that is to blame: it mends more than one sum, or no other mends this one, or the counts say so. */
function culpritOf(tie: SumTie, found: readonly Candidate[]): Candidate | undefined {
  const share = misstated(tie);
  if (share !== undefined) {
    const repair = repairOf(tie, share);
    return repair && { repair, mended: [tie], shares: [] };
  }
  const strong = found.filter(({ mended, shares }) => mended.length + shares.length > 1);
  if (strong.length > 0) return strong.length === 1 ? strong[0] : undefined;
  return found.length === 1 ? found[0] : undefined;
}

/**
 * The sums among ties of one passage or table that contradict their totals, those together that one slip explains. In: all
 * ties of the passage or table, also those that hold: a change that puts another sum or share wrong is no repair. `beside`
 * gives the shares, and is asked only where a sum is wrong.
 */
export function wrongSums(
  ties: readonly SumTie[],
  beside: () => readonly BesideShare[] = () => [],
): readonly WrongSum[] {
  const wrong = ties.flatMap((tie) => {
    const judgement = judgeSum(tie);
    return judgement.verdict === 'contradiction' ? [{ tie, judgement }] : [];
  });
  if (wrong.length === 0) return [];
  const index: Ties = { sums: byFigure(ties), shares: sharesByFigure(beside()) };
  const explained = new Set<SumTie>();
  return wrong.flatMap(({ tie, judgement }): WrongSum[] => {
    if (explained.has(tie)) return [];
    const found = candidates(tie, index);
    const culprit = culpritOf(tie, found);
    const mended = culprit?.mended ?? [tie];
    for (const own of mended) explained.add(own);
    const offered = judgement.repairs.filter(({ figure }) =>
      found.some(({ repair }) => keyOf(repair.figure) === keyOf(figure)),
    );
    // Where each change puts another sum wrong, the total is still the likeliest slip.
    const totals = judgement.repairs.filter(({ figure }) => figure === tie.whole);
    const repairs = culprit ? [culprit.repair] : offered.length > 0 ? offered : totals;
    return [{ ties: mended, shares: culprit?.shares ?? [], judgement, culprit: culprit?.repair, repairs }];
  });
}
