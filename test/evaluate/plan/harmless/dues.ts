import type { Random } from '../../../incremental/random.ts';
import type { Change } from '../../change.ts';
import { edited } from '../../harmless/edit.ts';
import type { Kind } from '../../kind.ts';
import { drawDue, nameOf, withStatus, written } from '../dueCells.ts';
import type { PlanLandmarks } from '../landmarks.ts';

/** The plan speaks from May 2020 and is dated in June. */
export const DUES: readonly Kind<PlanLandmarks>[] = [
  { name: 'day in another form', draw: otherForm },
  { name: 'done on a day without its year', draw: doneOnDay },
  { name: 'what recurs or goes on', draw: goesOn },
  { name: 'timescale of what is done', draw: done },
  { name: 'status beside a timescale', draw: besideStatus },
];

const FORMS = [
  'May 2020',
  '31 May 2020',
  '31/05/2020',
  'end of June 2020',
  'End June 2020',
  'By 30th June 2020',
  '30.06.20',
  '30-Jun-20',
  '30 Jun ’20',
  'Jun-20',
  '2020-06-30',
  'w/c 29 June 2020',
  'mid-July 2020',
  'Summer 2020',
  'Autumn term 2020',
  'July/August 2020',
  'Q1 2020/21',
  '2020/21',
  'No later than 31 July 2020',
  'To be completed by 31 July 2020',
  'May 2020 for duration of secondment',
];
const DONE_ON_DAY = [
  'Completed by 30th June',
  'Completed by 24th September',
  'Launched 1st July',
  'Completed at end of March',
  'Started 29 July',
  'Complete – 12 December',
];
const GOES_ON = [
  'Weekly and on-going',
  'Each month',
  'Monthly from February 2020',
  'Rolling programme',
  'Continuing',
  'September 2019 onwards',
  'From October 19',
  'Fortnightly in Feb and March – now quarterly',
  'On-going (although replaced by webinars)',
  'Monthly for each round of audits',
  'As and when new staff join',
];
const DONE = [
  'January 2020 – completed',
  'Took place Jan 19 to June 19',
  'October 19 onwards – completed (to be repeated)',
  'Completed (March 2020)',
  'Closed February 2020',
  'Done 31/01/2020',
  'Jan 2020 – superseded',
];

function inCell(document: PlanLandmarks, random: Random, words: string): Change {
  const { row, due } = drawDue(document, random);
  return edited(document, [written(document, due, words)], `${nameOf(row)}: ${words}`);
}

function otherForm(document: PlanLandmarks, random: Random): Change {
  return inCell(document, random, random.pick(FORMS));
}

function doneOnDay(document: PlanLandmarks, random: Random): Change {
  return inCell(document, random, random.pick(DONE_ON_DAY));
}

function goesOn(document: PlanLandmarks, random: Random): Change {
  return inCell(document, random, random.pick(GOES_ON));
}

function done(document: PlanLandmarks, random: Random): Change {
  return inCell(document, random, random.pick(DONE));
}

function besideStatus(document: PlanLandmarks, random: Random): Change {
  const own = drawDue(document, random);
  const [words, status] = random.pick([
    ['January 2020', 'Completed'],
    ['31 March 2020', 'Done'],
    ['May 2020', 'Complete'],
    ['February 2020', 'Delayed to July 2020'],
    ['March 2020', 'Superseded'],
    ['September 2020', 'Not started'],
    ['TBC', 'Completed'],
  ] as const);
  const edits = [written(document, own.due, words), ...withStatus(own, status, 'On target')];
  return edited(document, edits, `${nameOf(own.row)}: ${words}, ${status}`);
}
