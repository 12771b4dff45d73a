import type { Random } from '../../../incremental/random.ts';
import { type Change, change } from '../../change.ts';
import type { Fault } from '../../kind.ts';
import { cellIn, drawDue, nameOf, withStatus, written } from '../dueCells.ts';
import type { PlanLandmarks } from '../landmarks.ts';

export const OWNER_FAULTS: readonly Fault<PlanLandmarks>[] = [
  {
    name: 'owner left out',
    rule: 'action/missing-owner',
    draw: (document, random) => inOwner(document, random, ''),
  },
  { name: 'owner not named yet', rule: 'action/missing-owner', draw: notNamed },
  { name: 'effect left out', rule: 'action/not-measurable', severity: 'info', draw: noEffect },
  { name: 'status of an action with a slip', rule: 'action/unknown-status', draw: slipInStatus },
  { name: 'not started beside completed', rule: 'action/status-conflict', draw: notStarted },
];

const OPEN = [
  'TBC',
  'tbc',
  'To be confirmed',
  'To be identified',
  'Lead TBC',
  'Unassigned',
  'TBA',
  'To be agreed.',
];

/** Only of what is not done is it asked who will do it. */
function notNamed(document: PlanLandmarks, random: Random): Change | undefined {
  return inOwner(document, random, random.pick(OPEN));
}

function inOwner(document: PlanLandmarks, random: Random, words: string): Change | undefined {
  const grid = random.pick(document.grids.filter(({ kind }) => kind === 'actions'));
  const row = random.pick(grid.rows);
  if (words !== '' && /complete|launched|started/i.test(cellIn(row, 'due').text)) return undefined;
  const owner = cellIn(row, 'owner');
  const edit = words === '' ? { span: owner.span, insert: '' } : written(document, owner, words);
  const note = `${nameOf(row)}: owner ${words || 'left out'}`;
  return change(document.text, [edit], [row.span], note, /who is to do/);
}

/** An effect that the action below lacks too may be shared with it. */
function noEffect(document: PlanLandmarks, random: Random): Change | undefined {
  const { row, due } = drawDue(document, random);
  if (/complete|launched|started/i.test(due.text)) return undefined;
  const edit = { span: cellIn(row, 'impact').span, insert: '' };
  return change(document.text, [edit], [row.span], `${nameOf(row)}: no effect`, /will be better/);
}

const SLIPS = [
  'On taget',
  'On tagret',
  'At rsk',
  'Compromized',
  'Complated',
  'Compelted',
  'In progess',
  'Not stared',
  'Overdeu',
];

function slipInStatus(document: PlanLandmarks, random: Random): Change {
  const own = drawDue(document, random);
  const words = random.pick(SLIPS);
  const note = `${nameOf(own.row)}: ${words}`;
  return change(document.text, withStatus(own, words, 'On target'), [own.row.span], note, /is no status/);
}

function notStarted(document: PlanLandmarks, random: Random): Change {
  const own = drawDue(document, random);
  const [words, status] = [
    random.pick(['Completed', 'Completed 3 March 2020', 'Done – May 2020']),
    random.pick(['Not started', 'Not yet begun', 'Not yet underway']),
  ];
  const edits = [written(document, own.due, words), ...withStatus(own, status, 'On target')];
  return change(
    document.text,
    edits,
    [own.row.span],
    `${nameOf(own.row)}: ${words}, ${status}`,
    /which of them holds/,
  );
}
