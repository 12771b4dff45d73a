import { standsFor } from '../../../server/numbers/sum/sums.ts';
import type { FigureRole, Tie, TiedFigure, TieKind } from '../../../server/numbers/tie.ts';
import type { Span } from '../../../server/text/span.ts';
import {
  difference,
  type Interval,
  intersects,
  negated,
  point,
  quotient,
  scaled,
  sum,
} from '../../../server/values/interval.ts';
import { intervalOf, type Quantity } from '../../../server/values/quantity.ts';
import { add, compare, powerOfTen, whole } from '../../../server/values/rational.ts';

type Figures = readonly Pick<TiedFigure<Span>, 'quantity' | 'role'>[];

const HUNDRED = whole(100);

/** Forms in which more parts may be left out than are given, even where those that are given make the whole. */
const OPEN_FORMS = new Set(['N, including a and b', 'N with a and b', 'of N, a and b']);

/**
 * Whether a tie that held cannot hold any more once one of its figures is another: what is asked of the checker is
 * worked out here once more, from the parts that the figures have in the tie alone.
 */
export function contradicts(tie: Tie<Span>, figures: Figures): boolean {
  return JUDGES[tie.kind]?.(tie.figures, figures, tie.form) ?? false;
}

type Judge = (before: Figures, after: Figures, form: string) => boolean;

/** How each kind of tie is broken. What a word of quantity says is not to be told from its figures. */
const JUDGES: Partial<Record<TieKind, Judge>> = {
  share: (_, after) => breaksShare(after),
  total: breaksSum,
  distribution: breaksSum,
  change: breaksChange,
  comparison: turnsRound,
  status: turnsRound,
  direction: turnsRound,
  repetition: differs,
  series: differs,
};

function of(figures: Figures, role: FigureRole): Quantity | undefined {
  return figures.find((one) => one.role === role)?.quantity;
}

function breaksShare(figures: Figures): boolean {
  const [share, part, all] = [of(figures, 'share'), of(figures, 'part'), of(figures, 'whole')];
  if (all === undefined) return false;
  if (part === undefined) return share !== undefined && isImpossible(share, all);
  const ratio = quotient(intervalOf(part), intervalOf(all));
  if (ratio === undefined) return true;
  if (compare(part.exact, all.exact) > 0) return true;
  if (share === undefined) return false;
  const exact = scaled(ratio, HUNDRED);
  if (share.kind === 'fraction') return !intersects(intervalOf(share), ratio);
  const cut = { ...point(share.exact), high: add(share.exact, powerOfTen(-share.places)) };
  return !intersects(intervalOf(share), exact) && !intersects(cut, exact);
}

/** Whether no whole number is such a share of so many, be it rounded or cut. */
function isImpossible(share: Quantity, all: Quantity): boolean {
  const ratio = intervalOf(share);
  if (share.kind !== 'percentage' || share.qualifier !== 'exact' || all.exact.denominator !== 1n)
    return false;
  if (compare(share.exact, HUNDRED) > 0) return true;
  const unit = powerOfTen(-share.places);
  const widest: Interval = { ...ratio, high: add(share.exact, unit), highClosed: false };
  const number = Number(all.exact.numerator);
  return !Array.from({ length: number + 1 }, (_, n) => n).some((n) =>
    intersects(widest, point({ numerator: BigInt(100 * n), denominator: BigInt(Math.max(1, number)) })),
  );
}

function breaksSum(before: Figures, after: Figures, form: string): boolean {
  const [old, now] = [before, after].map((figures) => sumOf(figures));
  if (old === undefined || now === undefined) return false;
  const isOpen = OPEN_FORMS.has(form) || !intersects(old.parts, old.all);
  return isOpen ? liesAbove(now.parts, now.all) : !intersects(now.parts, now.all);
}

function sumOf(figures: Figures): { readonly parts: Interval; readonly all: Interval } {
  const isRounded = figures.some(({ quantity }) => quantity.places > 0);
  const parts = figures.filter(({ role }) => role === 'part');
  const all = of(figures, 'whole');
  return {
    parts: sum(parts.map(({ quantity }) => standsFor(quantity, isRounded))),
    all: all === undefined ? point(HUNDRED) : standsFor(all, isRounded),
  };
}

function breaksChange(before: Figures, after: Figures): boolean {
  if (of(after, 'difference') === undefined) return turnsRound(before, after);
  return (
    changes(before).some((holds) => holds) &&
    !changes(after).some((holds, at) => holds && changes(before)[at])
  );
}

/** Whether the difference is that of the values in points, and whether it is in per cent of the earlier one. */
function changes(figures: Figures): readonly boolean[] {
  const [earlier, later] = [of(figures, 'earlier'), of(figures, 'later')];
  const by = of(figures, 'difference');
  if (earlier === undefined || later === undefined || by === undefined) return [];
  const moved = difference(intervalOf(later), intervalOf(earlier));
  const either = (one: Interval) =>
    intersects(one, intervalOf(by)) || intersects(negated(one), intervalOf(by));
  const share = compare(earlier.exact, whole(0)) > 0 ? relative(moved, earlier) : undefined;
  return [either(moved), share !== undefined && either(share)];
}

function relative(moved: Interval, earlier: Quantity): Interval | undefined {
  const from = intervalOf(earlier);
  const up = quotient(scaled(moved, HUNDRED), from);
  const down = quotient(scaled(negated(moved), HUNDRED), from);
  const isFall = moved.high !== undefined && compare(moved.high, whole(0)) < 0;
  return isFall ? down : up;
}

/** Whether what was plainly more is now plainly less, or the other way round. */
function turnsRound(before: Figures, after: Figures, form = ''): boolean {
  // How near is in line with another is for the author to say.
  if (/in line|close|similar/.test(form)) return false;
  const [old, now] = [pair(before), pair(after)];
  if (old === undefined || now === undefined) return false;
  const [first, second] = old.map((one) => intervalOf(one.quantity));
  const [third, fourth] = now.map((one) => intervalOf(one.quantity));
  if (first === undefined || second === undefined || third === undefined || fourth === undefined)
    return false;
  if (liesAbove(first, second)) return liesAbove(fourth, third);
  return liesAbove(second, first) && liesAbove(third, fourth);
}

function pair(figures: Figures): Figures | undefined {
  const roles = [
    ['earlier', 'later'],
    ['value', 'compared'],
  ] as const;
  for (const [a, b] of roles) {
    const [first, second] = [
      figures.filter(({ role }) => role === a),
      figures.filter(({ role }) => role === b),
    ];
    if (first.length === 1 && second.length === 1) return [...first, ...second];
  }
  return undefined;
}

/** Whether one of the figures is now another than the rest. */
function differs(_before: Figures, after: Figures): boolean {
  const all = after.map(({ quantity }) => intervalOf(quantity));
  return all.some((one, index) => all.slice(index + 1).some((other) => !intersects(one, other)));
}

function liesAbove(a: Interval, b: Interval): boolean {
  return a.low !== undefined && b.high !== undefined && compare(a.low, b.high) > 0;
}
