import type { TextEdit } from '../../../../server/text/edit.ts';
import type { Random } from '../../../incremental/random.ts';
import { type Change, replace } from '../../change.ts';
import { edited } from '../../harmless/edit.ts';
import type { Kind } from '../../kind.ts';
import { cellIn, nameOf, written } from '../dueCells.ts';
import type { PlanLandmarks } from '../landmarks.ts';

export const OWNERS: readonly Kind<PlanLandmarks>[] = [
  { name: 'owner in another form', draw: otherForm },
  { name: 'owner merged with the one above', forms: ['markdown'], draw: merged },
];

const FORMS = [
  'RE, RT',
  'KJ/TL',
  'Director (Safeguarding) / HoS QA',
  'Head of service with HR',
  'All',
  'All staff',
  'Ditto',
  'As above',
  'Leadership Team',
  'A. Bennet',
  'Head of service (recruitment under way)',
  'Interim director and lead member',
  'Partnership',
  'Each team',
];

function otherForm(document: PlanLandmarks, random: Random): Change {
  const grid = random.pick(document.grids.filter(({ kind }) => kind === 'actions'));
  const row = random.pick(grid.rows);
  const words = random.pick(FORMS);
  return edited(document, [written(document, cellIn(row, 'owner'), words)], `${nameOf(row)}: ${words}`);
}

/** Cells that are merged over rows have their words in the first row alone. */
function merged(document: PlanLandmarks, random: Random): Change | undefined {
  const grid = random.pick(document.grids.filter(({ kind, rows }) => kind === 'actions' && rows.length > 3));
  const first = random.below(grid.rows.length - 2);
  const below = grid.rows.slice(first + 1, first + 3);
  const columns = random.pick([['owner'], ['owner', 'impact']]);
  const edits = below.flatMap((row): readonly TextEdit[] =>
    columns.map((column) => replace(cellIn(row, column).span, '')),
  );
  return edited(document, edits, `${below.map(nameOf).join(', ')}: merged ${columns.join(', ')}`);
}
