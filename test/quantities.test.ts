import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { formatInterval } from '../server/values/interval.ts';
import { leadingNumber } from '../server/values/leadingNumber.ts';
import { intervalOf, type Quantity, readFigure, readQuantities } from '../server/values/quantity.ts';

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
