import type { Random } from '../../../incremental/random.ts';
import { type Change, change } from '../../change.ts';
import type { Kind } from '../../kind.ts';
import { cellIn, nameOf, written } from '../dueCells.ts';
import type { PlanLandmarks } from '../landmarks.ts';

export const OWNER_FAULTS: readonly Kind<PlanLandmarks>[] = [
  { name: 'owner left out', draw: (document, random) => inOwner(document, random, '') },
  { name: 'owner not named yet', draw: notNamed },
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
