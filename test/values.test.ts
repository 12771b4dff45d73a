import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { dayNumber, exists, formatDate, weekdayOf } from '../server/values/calendar.ts';
import { findDates, readDate, readDateRange } from '../server/values/dates.ts';
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
  formatInterval,
  type Interval,
  intersection,
  intersects,
  point,
  quotient,
  roundedTo,
  scaled,
  sum,
} from '../server/values/interval.ts';
import { leadingNumber } from '../server/values/leadingNumber.ts';
import { readMonth, readPeriod } from '../server/values/periods.ts';
import { intervalOf, type Quantity, readFigure, readQuantities } from '../server/values/quantity.ts';
import { compare, fraction, type Rational, whole } from '../server/values/rational.ts';
import { numberInWords } from '../server/values/words.ts';
import { runs } from './harness/thorough.ts';

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

/** A quantity in one line: its text, its kind if it is no count, its qualifier if it has one. */
function shortly({ text, kind, qualifier, unit }: Quantity): string {
  const words = [text, kind === 'count' ? '' : kind, qualifier === 'exact' ? '' : qualifier];
  if (kind === 'duration' || kind === 'rate') words.push(unit ?? '');
  return words.filter((word) => word !== '').join(' | ');
}

const QUANTITIES: readonly [text: string, expected: readonly string[]][] = [
  ['The county covers 1,025 square miles', ['1,025']],
  ['has a population of 593,500 of which 139,100 are aged 0-19 years', ['593,500', '139,100']],
  ['in the most deprived 10% nationally', ['10% | percentage']],
  ['approximately 11% of the school population', ['11% | percentage | about']],
  ['is very close to 5% and 10.8% of children', ['5% | percentage | about', '10.8% | percentage']],
  ['provided by 98 childminders, 129 day nurseries, 39 centres', ['98', '129', '39']],
  ['46 academies (17 primary and 29 secondary)', ['46', '17', '29']],
  ['Some 436 voluntary organisations', ['436 | about']],
  ['the last being over 18,500 children', ['18,500 | over']],
  ['almost 57% of child protection cases', ['57% | percentage | almost']],
  ['the vacancy rate is nine overall, six in teams and three elsewhere', ['nine', 'six', 'three']],
  ['within 72 hours', ['72 hours | duration | hour']],
  ['for longer than 18 months', ['18 months | duration | month']],
  [
    'held within 15 working days of a six-week review',
    ['15 working days | duration | working day', 'six-week | duration | week'],
  ],
  ['approximately two thirds of interviews', ['two thirds | fraction | about']],
  [
    'two-thirds of children, and three quarters of carers',
    ['two-thirds | fraction', 'three quarters | fraction'],
  ],
  ['over a third (37%) of children', ['a third | fraction | over', '37% | percentage']],
  ['just under half of those leaving care', ['half | fraction | just-under']],
  ['One in five children', ['One in five | fraction']],
  ['An away ½ day', ['½ | fraction']],
  ['twenty three cases and one hundred and five visits', ['twenty three', 'one hundred and five']],
  ['Thirty-three per cent (70) were', ['Thirty-three per cent | percentage', '70']],
  ['a rate of 55.8 per 10,000 children', ['55.8 per 10,000 | rate | 10,000']],
  ['an increase of circa 350 per year; 224 of these', ['350 per year | rate | about | year', '224']],
  [
    'A £10m overspend; a saving of £0.15 million; £773,936.83',
    ['£10m | money', '£0.15 million | money', '£773,936.83 | money'],
  ],
  ['targets of 12/10%', ['12 | percentage', '10% | percentage']],
  ['rose from 60 to 70%', ['60 | percentage', '70% | percentage']],
  ['fell from 70% to 60%', ['70% | percentage', '60% | percentage']],
  ['an increase of 2% to 30 children', ['2% | percentage', '30']],
  ['up 5 to 30, and by 3 to 12', ['5', '30', '3', '12']],
  ['the gap between 60% and 70%', ['60% | percentage', '70% | percentage']],
  ['88% – 92% nationally', ['88% | percentage', '92% | percentage']],
  ['60% or more, 60 or so and 12 or fewer', ['60% | percentage | at-least', '60 | about', '12 | at-most']],
  [
    '66⅔%, 12½ per cent, ½% and 2 ½ hours',
    ['66⅔% | percentage', '12½ per cent | percentage', '½% | percentage', '2 ½ hours | duration | hour'],
  ],
  [
    'fell by 3 %pts, 3pp, 3 ppts or 3% points',
    ['3 %pts | points', '3pp | points', '3 ppts | points', '3% points | points'],
  ],
  ['c60%, c.60% and c. 60', ['60% | percentage | about', '60% | percentage | about', '60 | about']],
  ['2027 children, of whom some', ['2027']],
  ['There were 2014 children here; 2014 staff (86%) too', ['2014', '2014', '86% | percentage']],
  ['two dozen plans and half a dozen visits', ['two dozen | about', 'half a dozen | about']],
  [
    'three in four children, nine out of ten plans',
    ['three in four | fraction', 'nine out of ten | fraction'],
  ],
  ['nine out of 12 plans, three out of four homes', ['nine', '12', 'three', 'four']],
  ['6.2 25 of 44 teams', ['25', '44']],
  ['the 40 Year 6 pupils', ['40']],
  ['fell by 3 percentage points', ['3 percentage points | points']],
  ['an 8% point difference', ['8% point | points']],
  ['the third monitoring visit', ['third | ordinal']],
  ['During the 8th and most recent visit', ['8th | ordinal']],
  ['at least 80 cases, up to 90, no more than 95', ['80 | at-least', '90 | at-most', '95 | at-most']],
  ['just over 60% and slightly below 40%', ['60% | percentage | just-over', '40% | percentage | just-under']],
  ['two and a half years', ['two and a half years | duration | year']],
  ['a change of -2 and of −0.5%', ['-2', '−0.5% | percentage']],
  ['In 2013–14 10% of children', ['10% | percentage']],
  ['in May 20, 87% of children entering care', ['87% | percentage']],
  ['within timescale (May 89%)', ['89% | percentage']],
  ['1743 of 2027 children', ['1743', '2027']],
  ['2027 (86%)', ['2027', '86% | percentage']],
  ['over 18 months', ['18 months | duration | over | month']],
  ['2.5 million pupils', ['2.5 million']],
];

const NO_QUANTITIES: readonly string[] = [
  'on 24 February 2010',
  'on 26 and 27 January 2010',
  'on Thursday 5 March 2020 commencing at 10.00 am',
  'concluded at 12.58 pm; the call was at 16:30',
  '(dated 22 - 29.04.2020), as at 09.06.2020, by 30th June',
  'since 2006, in 2010 and in the plan for 2012-2015',
  'for 2019/2020, 2019/20, 2013–14 and 19/20',
  'From September 19, Jan 20 and Mar-19',
  'under section 138 of the Education and Inspections Act 2006',
  'Sections 17 and 47, s17, S47, Reg 24 and 25, section 17(1)',
  'the Children Act 1989 and SI 2010/959',
  'Grade 3 (Adequate), Tier 4, Key Stage 4, Year 6',
  'gained 5 A*-C GCSEs',
  'are aged 0-19 years',
  'for those aged 19, 20 or 21',
  'the ages of seven and 18',
  'the 11– 25 service, the 0-11 Permanence Service',
  '16- and 17-year-olds, 19 to 21 year olds, a two-year-old',
  'in the 16 years plus team, at 16+, post-16 and post 16',
  'until the age of 25 and beyond their 18th birthday',
  'children under 18 who live here; as older children become 18',
  'demand for C100 and C79',
  'Bristol BS1 6NL, Gloucester GL1 2TP, Manchester M1 2WD',
  'T 0300 123 1231, 08456 40 40 40, Tel: 01452 328506',
  'NHS number 943 476 5919, case 12345678',
  'Essentials 2.0, SEF V10, version 2.1 and v3',
  'Page 15, p88, p. 12, pp. 3-4, (Pages 7 - 102)',
  'see paragraphs 3 to 5, 10.3.1, Appendix 2 and Table 4',
  '3.1 The Head of Service',
  '- 12. The quality of provision',
  'COVID-19 and Covid 19',
  'a four-point scale, a 1 to 5 point scale',
  'one-to-one work, 1:1, a one-off, a two-way street',
  'no one, this one and another one',
  'the first half-term, half a day, a third party, a quarterly check',
  'enquiries12@example.org.uk and https://example.org/2/30',
  'in schools2 and a lost row: 11 7 8 7 9 5',
  'open 24/7, a 50/50 split',
  'plans are clear. 23. Leaders know this; in special schools,3 of whom none',
  'Building 7, Phase 2, recommendation 9, priority 3',
  'caseloads of 50-70',
  'this was 60–70%, 60-70% or 60 – 70%',
  'it is between 60 and 70%, or between 60% and 70%',
  'in 6 to 8 weeks, 2 or 3 visits, two to three days, 5-10 days',
  '£5m to £8m, £5-8m, between £5m and £8m',
  '12,34; 1.000.000; 12.345,67; 10^400',
  'The 2019 pupils, in 2019 children were seen, there were 2019 figures',
];

describe('quantities', () => {
  for (const [text, expected] of QUANTITIES) {
    it(text, () => assert.deepEqual(readQuantities(text).map(shortly), expected));
  }
  for (const text of NO_QUANTITIES) {
    it(`nothing in: ${text}`, () => {
      const found = readQuantities(text).filter(({ kind }) => kind !== 'ordinal');
      assert.deepEqual(found.map(shortly), []);
    });
  }

  it('have spans of the text', () => {
    const text = 'rose to about £1.2m, or just over 12.5 per cent';
    for (const { span, start, text: own } of readQuantities(text)) {
      assert.equal(text.slice(span.from, span.to), own);
      assert.ok(start < span.from);
    }
  });

  it('a cell that is one figure is read without suspicion', () => {
    const cells = ['2027', '3.1', '33.3 %', '£773,936.83', 'about 40', '12 x', '1 2', ''];
    const found = cells.map((cell) => readFigure(cell)).map((figure) => figure && shortly(figure));
    const expected = ['2027', '3.1', '33.3 % | percentage', '£773,936.83 | money', '40 | about'];
    assert.deepEqual(found, [...expected, undefined, undefined, undefined]);
  });

  it('stand for intervals', () => {
    const cases = [
      ['92%', '91.5 to 92.5'],
      ['92.2%', '92.15 to 92.25'],
      ['1,200', 'exactly 1,200'],
      ['circa 1,200', '1,140 to 1,260'],
      ['over 60%', 'over 60'],
      ['under 60%', 'under 60'],
      ['at least 60', 'at least 60'],
      ['up to 60', 'at most 60'],
      ['£1.2m', '1,150,000 to 1,250,000'],
    ];
    for (const [text = '', expected] of cases) {
      const figure = readFigure(text);
      assert.equal(figure && formatInterval(intervalOf(figure)), expected, text);
    }
  });
});

describe('dates', () => {
  const dates: readonly [string, string][] = [
    ['2020-05-22', '22 May 2020'],
    ['22 May 2020', '22 May 2020'],
    ['22nd of May 2020', '22 May 2020'],
    ['22.05.2020', '22 May 2020'],
    ['22/05/2020', '22 May 2020'],
    ['22.5.20', '22 May 2020'],
    ['22-May-20', '22 May 2020'],
    ['22-May-2020', '22 May 2020'],
    ['22 May ’20', '22 May 2020'],
    ["22nd May '20", '22 May 2020'],
    ['05-03-2012', '5 March 2012'],
    ['5-3-2012', '5 March 2012'],
    ['2012/03/05', '5 March 2012'],
    ['Thursday 5 March 2020', '5 March 2020'],
    ['Fri, 5 Mar 2021', '5 March 2021'],
    ['1st Sept 2019', '1 September 2019'],
    ['31 April 2020', '31 April 2020'],
  ];
  for (const [text, expected] of dates) {
    it(text, () => {
      const reading = readDate(text);
      assert.ok(reading);
      assert.equal(formatDate(reading.date), expected);
      assert.equal(reading.exists, text !== '31 April 2020');
    });
  }

  it('keeps the weekday as written', () =>
    assert.equal(readDate('Thursday 5 March 2020')?.weekday, 'thursday'));

  for (const text of [
    'May 2020',
    '2020',
    '3.10',
    '4.2.1',
    '12/10%',
    'march 5',
    '5 March',
    '5 March 2020 and',
    '',
    '10.3',
    '10-12-20',
    '2012/3/5',
    '03-2012',
  ]) {
    it(`no date: ${text}`, () => assert.equal(readDate(text), undefined));
  }

  const ranges: readonly [string, string, string][] = [
    ['06 to 10 February 2012', '6 February 2012', '10 February 2012'],
    ['25 February to 6 March 2013', '25 February 2013', '6 March 2013'],
    ['25 February – 6 March 2013', '25 February 2013', '6 March 2013'],
    ['2012-02-06/2012-02-10', '6 February 2012', '10 February 2012'],
    ['from 1st May 2020 To 31st May 2020', '1 May 2020', '31 May 2020'],
    ['26 and 27 January 2010', '26 January 2010', '27 January 2010'],
    ['22 - 29.04.2020', '22 April 2020', '29 April 2020'],
    ['6, 7 and 8 February 2012', '6 February 2012', '8 February 2012'],
    ['6, 7, 8 February 2012', '6 February 2012', '8 February 2012'],
    ['6th, 9th, 13th and 14th February 2012', '6 February 2012', '14 February 2012'],
  ];
  for (const [text, start, end] of ranges) {
    it(text, () => {
      const range = readDateRange(text);
      assert.deepEqual(range && [formatDate(range.start.date), formatDate(range.end.date)], [start, end]);
    });
  }

  it('are found in prose', () => {
    const text = 'The visit on 15 May 2018 followed those of 3 March 2018 and 7 June. In March 2017 none.';
    const found = findDates(text).map(({ from, to, kind }) => `${kind} ${text.slice(from, to)}`);
    assert.deepEqual(found, ['date 15 May 2018', 'date 3 March 2018', 'day-of-month 7 June']);
  });

  it('agree with the language’s own calendar', () => {
    const names = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
    const day = fc.record({
      year: fc.integer({ min: 1600, max: 2400 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 31 }),
    });
    fc.assert(
      fc.property(day, (date) => {
        const own = new Date(Date.UTC(date.year, date.month - 1, date.day));
        assert.equal(exists(date), own.getUTCDate() === date.day);
        if (!exists(date)) return;
        assert.equal(weekdayOf(date), names[own.getUTCDay()]);
        assert.equal(
          dayNumber(date) - dayNumber({ year: 1970, month: 1, day: 1 }),
          own.getTime() / 86_400_000,
        );
      }),
    );
  });
});

describe('periods', () => {
  const periods: readonly [string, string][] = [
    ['2020-05', 'month 1 May 2020 31 May 2020'],
    ['May 2020', 'month 1 May 2020 31 May 2020'],
    ['Apr 19', 'month 1 April 2019 30 April 2019'],
    ['Mar-19', 'month 1 March 2019 31 March 2019'],
    ['Q4 2019/20', 'quarter 1 January 2020 31 March 2020'],
    ['Quarter 1 of 2015–16', 'quarter 1 April 2015 30 June 2015'],
    ['2019/20', 'financial-year 1 April 2019 31 March 2020'],
    ['2019/2020', 'financial-year 1 April 2019 31 March 2020'],
    ['2020', 'calendar-year 1 January 2020 31 December 2020'],
    ['1 May 2020', 'day 1 May 2020 1 May 2020'],
    ['as at 19.05.2020', 'day 19 May 2020 19 May 2020'],
    ['1st May 2020 To 31st May 2020', 'range 1 May 2020 31 May 2020'],
    ['March 2019 to March 2020', 'range 1 March 2019 31 March 2020'],
    ['October to December 2014', 'range 1 October 2014 31 December 2014'],
  ];
  for (const [text, expected] of periods) {
    it(text, () => {
      const period = readPeriod(text);
      assert.equal(
        period && `${period.kind} ${formatDate(period.start)} ${formatDate(period.end)}`,
        expected,
      );
    });
  }
  for (const text of ['April', 'Q4 2019', '2011-12', '2019/21', '31 April 2020', 'weekly', '12/10%', '']) {
    it(`no period: ${text}`, () => assert.equal(readPeriod(text), undefined));
  }
  it('a month may lack its year', () =>
    assert.deepEqual([readMonth('Sept'), readMonth('Jan 20')], [{ month: 9 }, { month: 1, year: 2020 }]));
});

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

describe('hostile text', function () {
  this.timeout(20_000);
  const units = [
    '1',
    '1,',
    '1,000,',
    ' ',
    '1 of ',
    '(1%) ',
    '1.',
    '1-',
    '1/',
    'aged 1, ',
    'one hundred and ',
    'twenty-',
    'section 1, ',
    '£',
    '1 May ',
    "'",
    'a@',
  ];
  for (const unit of units) {
    it(`${JSON.stringify(unit)} a hundred thousand characters long is read in time`, () => {
      const text = unit.repeat(Math.ceil(100_000 / unit.length));
      const begin = performance.now();
      readQuantities(text);
      findDates(text);
      readDate(text);
      readPeriod(text);
      parseDecimal(text);
      assert.ok(performance.now() - begin < 10_000);
    });
  }

  it('of any kind is read without error and within its bounds', () => {
    const word = fc.constantFrom(
      '1',
      '2,000',
      '%',
      'of',
      'out',
      '(',
      ')',
      'three',
      'hundred',
      'May',
      '2020',
      '-',
      '/',
      '£',
      'aged',
      'section',
      '½',
      ' ',
      '.',
      'per',
      'cent',
      '’',
      '\ud83d',
    );
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 40 }),
        fc.string({ unit: 'grapheme' }),
        fc.boolean(),
        (words, any, spaced) => {
          const text = words.join(spaced ? ' ' : '') + any;
          let end = 0;
          for (const { start, span, numberSpan } of readQuantities(text)) {
            assert.ok(end <= start && start <= span.from && span.from <= numberSpan.from);
            assert.ok(numberSpan.from < numberSpan.to && numberSpan.to <= span.to && span.to <= text.length);
            end = span.to;
          }
          findDates(text);
        },
      ),
      { numRuns: runs(2000) },
    );
  });
});

describe('leadingNumber', () => {
  const reads: readonly (readonly [string, string, string])[] = [
    ['3.1 Practice', '3.1', 'Practice'],
    ['3. Practice', '3', 'Practice'],
    ['3) Practice', '3', 'Practice'],
    ['(a) Practice', 'a', 'Practice'],
    ['(iv) Practice', 'iv', 'Practice'],
    ['b) Practice', 'b', 'Practice'],
    ['IV. Practice', 'IV', 'Practice'],
    ['C. Practice', 'C', 'Practice'],
    ['Section 4: Practice', '4', 'Practice'],
    ['Part B – Practice', 'B', 'Practice'],
    ['CHAPTER 2. Practice', '2', 'Practice'],
  ];
  for (const [name, text, rest] of reads) {
    it(`reads "${name}"`, () => {
      const number = leadingNumber(name);
      assert.ok(number);
      assert.equal(number.text, text);
      assert.equal(name.slice(number.at, number.at + text.length), text);
      assert.equal(name.slice(number.length), rest);
    });
  }

  for (const name of [
    'Practice',
    'A view of practice',
    'I',
    'C. difficile',
    'Part of the plan',
    'Section 47',
    '3',
  ])
    it(`reads no number in "${name}"`, () => assert.equal(leadingNumber(name), undefined));
});
