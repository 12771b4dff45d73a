import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { judge } from '../server/numbers/judge.ts';
import { shareTie } from '../server/numbers/share/shareTie.ts';
import { judgeWholeCount } from '../server/numbers/share/wholeCounts.ts';
import { judgeSum, type SumJudgement } from '../server/numbers/sum/sums.ts';
import type { SumTie } from '../server/numbers/sum/sumTie.ts';
import type { Quantity } from '../server/values/quantity.ts';

/**
 * An oracle for the arithmetic of ties. It knows nothing of intervals: it goes over all true values there may be, in plain
 * whole numbers, prints each by every convention of rounding, and asks whether any is what is shown.
 */

/** `npm run unit -- oracle` with ORACLE_CASES=1000000 goes over a million cases of each kind. */
const CASES = Number(process.env.ORACLE_CASES ?? 40_000);
const SEED = Number(process.env.ORACLE_SEED ?? 6);

/** Whole numbers below `limit` that follow from the seed alone. */
function drawer(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

function quantity(kind: 'count' | 'percentage', digits: number, places: number): Quantity {
  const value = { digits: BigInt(digits), places };
  const span = { from: 0, to: 1 };
  return {
    span,
    start: 0,
    end: 1,
    numberSpan: span,
    kind,
    value,
    exact: { numerator: BigInt(digits), denominator: 10n ** BigInt(places) },
    places,
    qualifier: 'exact',
    qualifierText: '',
    unit: undefined,
    isInWords: false,
    text: '',
  };
}

/** What a true value of `numerator / denominator` units of the last place is printed as: rounded up, rounded down at a half. */
function printed(numerator: number, denominator: number): readonly number[] {
  const below = Math.floor(numerator / denominator);
  const rest = numerator - below * denominator;
  if (2 * rest === denominator) return [below, below + 1];
  return [2 * rest < denominator ? below : below + 1];
}

function cut(numerator: number, denominator: number): number {
  return Math.floor(numerator / denominator);
}

describe('an oracle that goes over all true values', function () {
  this.timeout(CASES > 100_000 ? 600_000 : 20_000);

  it('judges shares as their intervals do', () => {
    const draw = drawer(SEED);
    for (let at = 0; at < CASES; at += 1) {
      const [whole, places] = [1 + draw(400), draw(3)];
      const part = draw(whole + 3);
      const unit = 10 ** places;
      // Half of the cases lie close to the true share, where ends of intervals are.
      const near = Math.round((100 * unit * part) / whole) + draw(5) - 2;
      const digits = draw(2) === 0 ? Math.max(0, near) : draw(101 * unit);
      const [n, N, p] = [
        quantity('count', part, 0),
        quantity('count', whole, 0),
        quantity('percentage', digits, places),
      ];
      const { verdict, repairs } = judge(shareTie({ form: 'n of N (p%)', share: p, part: n, whole: N }));
      const shown = `${part} of ${whole} (${digits / unit}%)`;
      const fits = printed(100 * unit * part, whole).includes(digits);
      const isCut = cut(100 * unit * part, whole) === digits;
      const expected = part > whole ? 'impossible' : fits ? 'holds' : isCut ? 'truncated' : 'contradiction';
      assert.equal(verdict, expected, shown);
      for (const { target, replacement } of repairs) {
        const changed = Number(replacement.replaceAll(',', ''));
        const [a, b] = [target === 'part' ? changed : part, target === 'whole' ? changed : whole];
        const places =
          target === 'share' ? (replacement.split('.')[1]?.length ?? 0) : Math.round(Math.log10(unit));
        const stated = target === 'share' ? Math.round(changed * 10 ** places) : digits;
        assert.ok(
          a <= b && printed(100 * 10 ** places * a, b).includes(stated),
          `${shown}: ${target} ${replacement}`,
        );
      }
    }
  });

  it('asks whether any whole number has a share', () => {
    const draw = drawer(SEED + 1);
    for (let at = 0; at < CASES; at += 1) {
      const [places, whole] = [draw(2), 2 + draw(60)];
      const unit = 10 ** places;
      const digits = draw(100 * unit + 1);
      const { verdict } = judgeWholeCount(
        quantity('percentage', digits, places),
        quantity('count', whole, 0),
      );
      const parts = Array.from({ length: whole + 1 }, (_, part) => 100 * unit * part);
      const fits = parts.some((made) => printed(made, whole).includes(digits));
      const isCut = parts.some((made) => cut(made, whole) === digits);
      assert.equal(
        verdict,
        fits ? 'holds' : isCut ? 'truncated' : 'impossible',
        `${digits / unit}% of ${whole}`,
      );
    }
  });

  it('judges totals of whole numbers and shares that make a hundred as their intervals do', () => {
    const draw = drawer(SEED + 2);
    for (let at = 0; at < CASES; at += 1) {
      const parts = Array.from({ length: 2 + draw(3) }, () => draw(60));
      const sum = parts.reduce((all, one) => all + one, 0);
      const total = Math.max(0, sum + draw(7) - 3);
      const counted = sum === total ? 'holds' : 'misses';
      assert.equal(outcome(parts, total, 'count'), counted, `${parts.join(' + ')} = ${total}`);
      // The last share is drawn so that they nearly make the whole; true shares go in steps of half a unit.
      const shares = parts.slice(1).map((part) => part % 30);
      const rest = Math.max(0, 100 - shares.reduce((all, one) => all + one, 0) + draw(9) - 4);
      const all = [...shares, rest];
      const made = madeOf(all, undefined);
      assert.equal(outcome(all, undefined, 'percentage'), made, `${all.join(' + ')} of 100`);
      // A stated total of shares is rounded too.
      const stated = Math.max(0, all.reduce((a, b) => a + b, 0) + draw(9) - 4);
      const reached = madeOf(all, stated);
      assert.equal(outcome(all, stated, 'percentage'), reached, `${all.join(' + ')} = ${stated}%`);
    }
  });

  it('knows the cases that people ask about', () => {
    assert.equal(madeOf([33, 33, 33], undefined), 'holds');
    assert.equal(madeOf([46, 31, 21], undefined), 'misses');
    assert.equal(madeOf([9, 90], undefined), 'meets');
    assert.ok(holdsAt([121, 454], 576, 1));
    assert.equal(outcome([33, 33, 33], undefined, 'percentage'), 'holds');
    assert.equal(outcome([46, 31, 21], undefined, 'percentage'), 'misses');
    assert.equal(outcome([9, 90], undefined, 'percentage'), 'meets');
  });
});

/**
 * What there is to say of a sum. `meets`: it can only be right if every single figure is rounded from exactly half-way and
 * to the same side, which is told of, yet milder than what cannot be right at all.
 */
type Outcome = 'holds' | 'meets' | 'misses';

/** What true values in steps of half a unit that print as `shown` make of a total; of a hundred where none is stated. */
function madeOf(shown: readonly number[], stated: number | undefined): Outcome {
  // All of something is 100% exactly.
  const totals = stated === undefined || stated === 100 ? [200] : printing(stated);
  const isExact = totals.length === 1;
  // The sums that can be reached, and whether some true value in them need not be half-way.
  let sums = new Map([[0, false]]);
  for (const value of shown) {
    const next = new Map<number, boolean>();
    for (const [sum, isFree] of sums) {
      for (const half of printing(value)) {
        const own = isFree || half === 2 * value;
        next.set(sum + half, next.get(sum + half) === true || own);
      }
    }
    sums = next;
  }
  const reached = totals.filter((total) => sums.has(total));
  if (reached.length === 0) return 'misses';
  const isFree = reached.some((total) => sums.get(total) || (!isExact && total === 2 * (stated ?? 0)));
  return isFree ? 'holds' : 'meets';
}

/** The true values in steps of half a unit that print as `value`. */
function printing(value: number): readonly number[] {
  return [2 * value - 1, 2 * value, 2 * value + 1].filter((half) => printed(half, 2).includes(value));
}

function outcome(parts: readonly number[], total: number | undefined, kind: 'count' | 'percentage'): Outcome {
  const { verdict, isEnd } = judged(
    parts.map((part) => quantity(kind, part, 0)),
    total === undefined ? undefined : quantity(kind, total, 0),
  );
  if (verdict === 'holds') return 'holds';
  return isEnd ? 'meets' : 'misses';
}

function holdsAt(parts: readonly number[], total: number, places: number): boolean {
  const { verdict } = judged(
    parts.map((part) => quantity('percentage', part, places)),
    quantity('percentage', total, places),
  );
  return verdict === 'holds';
}

function judged(parts: readonly Quantity[], whole: Quantity | undefined): SumJudgement {
  const tie: SumTie = {
    kind: whole === undefined ? 'distribution' : 'total',
    form: 'a + b = N',
    parts: parts.map((one) => ({ quantity: one })),
    whole: whole === undefined ? undefined : { quantity: whole },
    isOpen: false,
    certainty: 'explicit',
  };
  return judgeSum(tie);
}
