import assert from 'node:assert/strict';
import { completionIn, type Due, readDue, saysLate, saysUnfinished } from '../server/values/due.ts';
import type { DueTime, PartialDate } from '../server/values/dueTimes.ts';
import { processorTime } from './harness/growth.ts';

function shown({ year, month, day }: PartialDate): string {
  return [year ?? '?', month, day].join('-');
}

function last(time: DueTime | undefined): string {
  return time === undefined ? '' : ` ${shown(time.end)}`;
}

function shortly(due: Due): string {
  switch (due.kind) {
    case 'by':
      return `by${last(due.on)}`;
    case 'done':
      return `done${last(due.on)}${due.due === undefined ? '' : ` due${last(due.due)}`}`;
    case 'open':
      return `from ${due.since === undefined ? '' : shown(due.since.start)}`.trim();
    default:
      return due.kind;
  }
}

const TIMESCALES: readonly [text: string, expected: string][] = [
  ['Monthly by the figures of the month', 'recurring'],
  ['From September 19', 'from 2019-9-1'],
  ['Monthly (in audits and meetings of managers)', 'recurring'],
  ['Monthly for each round of audits from June 2020', 'recurring'],
  ['Completed by 30th June', 'done ?-6-30'],
  ['Completed at end of March', 'done ?-3-31'],
  ['Completed and relaunched', 'done'],
  ['completed', 'done'],
  ['COMPLETE', 'done'],
  ['✓', 'done'],
  ['Closed', 'done'],
  ['Launched 1st July', 'done ?-7-1'],
  ['Took place Jan 19 to June 19', 'done 2019-6-30'],
  ['October 19 onwards – completed (to be repeated)', 'done due 2019-10-31'],
  ['Sessions were completed at end of July. More arranged from September 19', 'done ?-7-31'],
  ['Completed 30 September 2020', 'done 2020-9-30'],
  ['Completed: 30/09/2020', 'done 2020-9-30'],
  ['30 September 2020 (complete)', 'done due 2020-9-30'],
  ['100% complete', 'done'],
  ['Monthly from 15th May', 'recurring'],
  ['September 2019 onwards', 'from 2019-9-1'],
  ['Fortnightly in Feb and March – now quarterly', 'recurring'],
  ['Weekly and on-going', 'recurring'],
  ['On-going (although replaced by webinars)', 'recurring'],
  ['Rolling programme', 'recurring'],
  ['Continuing', 'recurring'],
  ['Each month', 'recurring'],
  ['As required', 'recurring'],
  ['1 June 2020 and then quarterly', 'recurring'],
  ['Started 29 July', 'from ?-7-29'],
  ['May-Sept 2020 initially', 'from 2020-5-1'],
  ['May 2020', 'by 2020-5-31'],
  ['Feb 2020', 'by 2020-2-29'],
  ['By end of January 2020', 'by 2020-1-31'],
  ['No later than 31 January 2020', 'by 2020-1-31'],
  ['To be completed by 31 January 2020', 'by 2020-1-31'],
  ['will be launched 1 July 2020', 'by 2020-7-1'],
  ['June/July 2020', 'by 2020-7-31'],
  ['June 2020-Sept 2020', 'by 2020-9-30'],
  ['from 1 May 2020 to 31 May 2020', 'by 2020-5-31'],
  ['Nov 2019 & Jan 2020', 'by 2020-1-31'],
  ['Dec and Jan 2020', 'by 2020-1-31'],
  ['31/03/2020', 'by 2020-3-31'],
  ['31.3.20', 'by 2020-3-31'],
  ['2020-03-31', 'by 2020-3-31'],
  ['18-Feb-20', 'by 2020-2-18'],
  ['18 Feb ’20', 'by 2020-2-18'],
  ['18th Feb 20', 'by 2020-2-18'],
  ['06/2020', 'by 2020-6-30'],
  ['Jan-20', 'by 2020-1-31'],
  ['Autumn 2020', 'by 2020-11-30'],
  ['Autumn term 2020', 'by 2020-12-31'],
  ['Winter 2019/20', 'by 2020-2-29'],
  ['Spring/Summer 2020', 'by 2020-8-31'],
  ['by Christmas 2020', 'by 2020-12-31'],
  ['Q4 2019/20', 'by 2020-3-31'],
  ['Q4 2019', 'by 2020-3-31'],
  ['Quarter 2 of 2020/21', 'by 2020-9-30'],
  ['2020/21 Q2', 'by 2020-9-30'],
  ['2019/20', 'by 2020-3-31'],
  ['end of academic year 2019/20', 'by 2020-8-31'],
  ['2020', 'by 2020-12-31'],
  ['w/c 29 June 2020', 'by 2020-7-5'],
  ['week ending 5 June 2020', 'by 2020-6-5'],
  ['Start of June 2020', 'by 2020-6-30'],
  ['Board meeting 12/02/2020', 'by 2020-2-12'],
  ['Phase 1: January 2020', 'by 2020-1-31'],
  ['Original: Jan 2020, revised: June 2020', 'by 2020-6-30'],
  ['31 March', 'by ?-3-31'],
  ['January', 'by ?-1-31'],
  ['ASAP', 'vague'],
  ['As soon as possible.', 'vague'],
  ['In due course', 'vague'],
  ['When resources allow', 'vague'],
  ['As capacity permits', 'vague'],
  ['TBC', 'vague'],
  ['Date to be confirmed', 'vague'],
  ['TBC once the board has met', 'vague'],
  ['Subject to funding', 'vague'],
  ['soon', 'vague'],
  ['–', 'none'],
  ['N/A', 'none'],
  ['Ditto', 'none'],
  ['Superseded', 'dropped'],
  ['January 2020 – no longer required', 'dropped'],
  ['May 2020 for the duration of the secondment', 'prose'],
  ['Complete by 31 January 2020', 'prose'],
  ['January 2020?', 'prose'],
  ['80% complete', 'prose'],
  ['Not yet completed', 'prose'],
  ['31 June 2020', 'prose'],
  ['Within three months', 'prose'],
  ['Immediately', 'prose'],
  ['soon after the inspection', 'prose'],
  ['As soon as possible after 1 June 2020', 'prose'],
  ['', 'prose'],
];

describe('due: timescales', () => {
  for (const [text, expected] of TIMESCALES) {
    it(text === '' ? '(nothing)' : text, () => assert.equal(shortly(readDue(text)), expected));
  }

  it('takes time in proportion to the text', () => {
    for (const unit of [
      'completed by ',
      'May 2020 and ',
      'to be ',
      '(',
      'from ',
      '12/',
      'as soon as ',
      '– ',
    ]) {
      const text = unit.repeat(Math.ceil(100_000 / unit.length));
      const time = processorTime(() => {
        readDue(text);
        completionIn(text);
        saysLate(text);
        saysUnfinished(text);
      });
      assert.ok(time < 500, unit);
    }
  });
});

describe('due: how far something has got', () => {
  const STORIES: readonly [text: string, done: ReturnType<typeof completionIn>, unfinished: boolean][] = [
    ['Complete', 'whole', false],
    ['Completed in March 2020.', 'whole', false],
    ['Fieldwork complete. The report goes to the board.', 'part', false],
    ['Not complete', undefined, true],
    ['Not started', undefined, true],
    ['Meetings were held and notes issued', undefined, false],
    ['Partly underway but stalled', undefined, true],
    ['To be completed', undefined, true],
    ['2 of 5 completed', undefined, false],
    ['All who sit on it went to the course', undefined, false],
  ];
  for (const [text, done, unfinished] of STORIES) {
    it(text, () => assert.deepEqual([completionIn(text), saysUnfinished(text)], [done, unfinished]));
  }

  it('knows what says of itself that it is late', () => {
    assert.ok(saysLate('Delayed by the virus'));
    assert.ok(saysLate('On hold'));
    assert.ok(!saysLate('Lately on target'));
  });
});
