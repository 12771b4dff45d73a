import type { Random } from '../../../incremental/random.ts';
import { type Change, change } from '../../change.ts';
import type { Fault } from '../../kind.ts';
import { drawDue, nameOf, withStatus, written } from '../dueCells.ts';
import type { PlanLandmarks } from '../landmarks.ts';

/** The plan speaks from May 2020 and is dated in June. */
export const DUE_FAULTS: readonly Fault<PlanLandmarks>[] = [
  { name: 'timescale that has gone by', rule: 'action/overdue', draw: goneBy },
  { name: 'not done after its day', rule: 'action/overdue', draw: notDone },
  { name: 'timescale left out', rule: 'action/missing-due', draw: leftOut },
  { name: 'timescale that only puts off', rule: 'action/vague-due', severity: 'info', draw: putOff },
  { name: 'completed on a day to come', rule: 'date/completed-in-future', draw: completedLater },
  {
    name: 'complete beside a day to come',
    rule: 'date/completed-in-future',
    severity: 'info',
    draw: completeBefore,
  },
];

const PAST = [
  'January 2020',
  'By end of April 2020',
  'September 2019',
  '31/03/2020',
  '24.04.20',
  'Autumn 2019',
  'March/April 2020',
  'Q4 2019/20',
  'w/c 20 April 2020',
  'No later than 15th March 2020',
  'To be completed by February 2020',
  'Feb-20',
];
const OPEN = ['Not started', 'In progress', 'At risk', 'On target', 'Compromised', 'Not yet underway'];
const VAGUE = ['ASAP', 'As soon as possible', 'In due course', 'When resources allow', 'TBC', 'soon', 'TBA'];
const VAGUER = [
  'To be confirmed',
  'Subject to funding',
  'as soon as practicable',
  'At the earliest opportunity',
];
const LATER = [
  'Completed 30 September 2020',
  'Completed by 31st August 2020',
  'Completed at end of October 2020',
  'Launched 01/09/2020',
  'Done – September 2020',
];

function inCell(document: PlanLandmarks, random: Random, words: string, says: RegExp): Change {
  const { row, due } = drawDue(document, random);
  const note = `${nameOf(row)}: ${words}`;
  return change(document.text, [written(document, due, words)], [row.span], note, says);
}

function goneBy(document: PlanLandmarks, random: Random): Change {
  return inCell(document, random, random.pick(PAST), /is past/);
}

function notDone(document: PlanLandmarks, random: Random): Change {
  const own = drawDue(document, random);
  const [words, status] = [random.pick(PAST), random.pick(OPEN)];
  const edits = [written(document, own.due, words), ...withStatus(own, status, 'On target')];
  return change(document.text, edits, [own.row.span], `${nameOf(own.row)}: ${words}, ${status}`, /is past/);
}

function leftOut(document: PlanLandmarks, random: Random): Change {
  const { row, due } = drawDue(document, random);
  const edit = { span: { from: due.span.from, to: due.span.to }, insert: '' };
  return change(document.text, [edit], [row.span], `${nameOf(row)}: no timescale`, /by when/);
}

function putOff(document: PlanLandmarks, random: Random): Change {
  return inCell(document, random, random.pick([...VAGUE, ...VAGUER]), /by when/);
}

function completedLater(document: PlanLandmarks, random: Random): Change {
  return inCell(document, random, random.pick(LATER), /still to come/);
}

function completeBefore(document: PlanLandmarks, random: Random): Change {
  const own = drawDue(document, random);
  const words = random.pick(['30 September 2020', 'By end of August 2020', 'Autumn 2020', '31/12/2020']);
  const edits = [
    written(document, own.due, words),
    ...withStatus(own, random.pick(['Complete', 'Completed', 'Done']), 'On target'),
  ];
  return change(
    document.text,
    edits,
    [own.row.span],
    `${nameOf(own.row)}: ${words}, complete`,
    /still to come/,
  );
}
