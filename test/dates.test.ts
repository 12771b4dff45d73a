import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { dayNumber, exists, formatDate, weekdayOf } from '../server/values/calendar.ts';
import { findDates, readDate, readDateRange } from '../server/values/dates.ts';
import { readMonth, readPeriod } from '../server/values/periods.ts';

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
