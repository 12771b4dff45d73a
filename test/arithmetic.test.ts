import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import {
  addDecimals,
  compareDecimals,
  formatDecimal,
  multiplyDecimals,
  parseDecimal,
  roundRational,
  subtractDecimals,
} from '../server/values/decimal.ts';
import {
  above,
  below,
  closed,
  contains,
  difference,
  type Interval,
  intersection,
  intersects,
  point,
  quotient,
  roundedTo,
  scaled,
  sum,
} from '../server/values/interval.ts';
import { compare, fraction, type Rational, whole } from '../server/values/rational.ts';
import { numberInWords } from '../server/values/words.ts';

function decimal(text: string) {
  const value = parseDecimal(text);
  assert.ok(value, text);
  return value;
}

function rational(numerator: number, denominator = 1): Rational {
  const value = fraction(BigInt(numerator), BigInt(denominator));
  assert.ok(value);
  return value;
}

describe('decimals', () => {
  const number = fc.tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.integer({ min: 0, max: 8 }));

  it('are written as they are read', () => {
    fc.assert(
      fc.property(number, ([digits, places]) => {
        assert.deepEqual(parseDecimal(formatDecimal({ digits, places })), { digits, places });
      }),
    );
    for (const text of ['1,025', '0.3', '-2', '69.7', '593,500', '0', '1,025.50'])
      assert.equal(formatDecimal(decimal(text)), text);
  });

  it('are refused when they are none', () => {
    for (const text of ['', '.', '1.', '.5', '10,25', '1,0255', '1 025', '1e3', '٣', `${'1'.repeat(31)}`]) {
      assert.equal(parseDecimal(text), undefined, text);
    }
  });

  it('are exact', () => {
    assert.equal(formatDecimal(addDecimals(decimal('0.1'), decimal('0.2'))), '0.3');
    assert.equal(formatDecimal(subtractDecimals(decimal('1'), decimal('0.9'))), '0.1');
    assert.equal(formatDecimal(multiplyDecimals(decimal('1.1'), decimal('-1.1'))), '-1.21');
    assert.equal(compareDecimals(decimal('0.30'), decimal('0.3')), 0);
  });

  it('are rounded by each convention', () => {
    const rounded = (value: Rational, how: 'half-up' | 'half-even' | 'down') =>
      formatDecimal(roundRational(value, 0, how));
    const cases = [rational(1, 2), rational(3, 2), rational(-5, 2), rational(8, 3)];
    assert.deepEqual(
      cases.map((value) => rounded(value, 'half-up')),
      ['1', '2', '-3', '3'],
    );
    assert.deepEqual(
      cases.map((value) => rounded(value, 'half-even')),
      ['0', '2', '-2', '3'],
    );
    assert.deepEqual(
      cases.map((value) => rounded(value, 'down')),
      ['0', '1', '-2', '2'],
    );
  });

  it('are named in words', () => {
    const words = [0n, 9n, 13n, 40n, 63n, 100n].map((value) => numberInWords(value));
    assert.deepEqual(words, ['zero', 'nine', 'thirteen', 'forty', 'sixty-three', undefined]);
  });
});

describe('intervals', () => {
  // The oracle walks the halves from -6 to 6: every end lies on a quarter step, so that no gap goes unseen.
  const steps = Array.from({ length: 97 }, (_, at) => rational(at - 48, 8));
  const end = fc.option(fc.integer({ min: -8, max: 8 }), { nil: undefined });
  const interval = fc.tuple(end, fc.boolean(), end, fc.boolean()).map(
    ([low, lowClosed, high, highClosed]): Interval => ({
      low: low === undefined ? undefined : rational(low, 2),
      lowClosed: lowClosed && low !== undefined,
      high: high === undefined ? undefined : rational(high, 2),
      highClosed: highClosed && high !== undefined,
    }),
  );

  function holds(own: Interval, value: Rational): boolean {
    const low = own.low === undefined ? 1 : compare(value, own.low);
    const high = own.high === undefined ? -1 : compare(value, own.high);
    return (low > 0 || (low === 0 && own.lowClosed)) && (high < 0 || (high === 0 && own.highClosed));
  }

  it('contain what the oracle finds in them', () => {
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        for (const step of steps) assert.equal(contains(a, step), holds(a, step));
        assert.equal(
          intersects(a, b),
          steps.some((step) => holds(a, step) && holds(b, step)),
        );
        const common = intersection(a, b);
        for (const step of steps)
          assert.equal(common !== undefined && holds(common, step), holds(a, step) && holds(b, step));
      }),
    );
  });

  it('hold every sum, difference, multiple and quotient of their numbers', () => {
    const factor = fc.integer({ min: -3, max: 3 }).map((value) => rational(value));
    fc.assert(
      fc.property(interval, interval, factor, fc.nat(96), fc.nat(96), (a, b, by, i, j) => {
        const [x, y] = [steps[i], steps[j]];
        if (x === undefined || y === undefined || !holds(a, x) || !holds(b, y)) return;
        assert.ok(contains(sum([a, b]), { ...add(x, y) }));
        assert.ok(contains(difference(a, b), add(x, { ...y, numerator: -y.numerator })));
        assert.ok(contains(scaled(a, by), times(x, by)));
        if (x.numerator < 0n || y.numerator <= 0n) return;
        const ratio = quotient(a, b);
        assert.ok(ratio && contains(ratio, times(x, rational(Number(y.denominator), Number(y.numerator)))));
      }),
    );
  });

  function add(a: Rational, b: Rational): Rational {
    return rational(
      Number(a.numerator * b.denominator + b.numerator * a.denominator),
      Number(a.denominator * b.denominator),
    );
  }

  function times(a: Rational, b: Rational): Rational {
    return rational(Number(a.numerator * b.numerator), Number(a.denominator * b.denominator));
  }

  it('of the XBRL specification’s example meet: 12.1 + 45.4 and 57.6', () => {
    const parts = [roundedTo(rational(121, 10), 1), roundedTo(rational(454, 10), 1)];
    assert.ok(intersects(sum(parts), roundedTo(rational(576, 10), 1)));
    assert.ok(!intersects(sum(parts), roundedTo(rational(577, 10), 1)));
  });

  it('with open ends do not meet where they touch', () => {
    assert.ok(!intersects(above(rational(60)), point(rational(60))));
    assert.ok(intersects(above(rational(60), true), below(rational(60), true)));
    assert.ok(intersects(closed(whole(1), whole(2)), closed(whole(2), whole(3))));
  });
});
