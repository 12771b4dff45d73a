import type { Random } from '../../../incremental/random.ts';
import { type Change, insert, replace } from '../../change.ts';
import { edited, withSentence } from '../../harmless/edit.ts';
import type { Kind } from '../../kind.ts';
import { dashboardRows } from '../faults/statuses.ts';
import { cellOf } from '../grid.ts';
import type { PlanLandmarks } from '../landmarks.ts';

export const PLAN_WORDING: readonly Kind<PlanLandmarks>[] = [
  {
    name: 'words of the scale in prose',
    draw: (document, random) => withSentence(document, random, random.pick(SCALE_WORDS)),
  },
  { name: 'sentence in the dashboard', draw: inDashboard },
  { name: 'fields in another form', draw: otherFields },
  { name: 'optional field left out', draw: fieldLeftOut },
];

const SCALE_WORDS: readonly string[] = [
  'The actions status was compromised in March and is at risk now.',
  'Impact on children remains at risk where managers change often.',
  'Last month the board saw this workstream as compromised.',
  'Work is on target in three localities and completed in one.',
  'Red and amber teams are followed up; green ones are not.',
  'All actions of the first phase are completed.',
  '"We are on track", one team manager said.',
];

const CELL_WORDS: readonly string[] = [
  'Further work is planned for June.',
  'In all 12 of 16 teams (75%) took part.',
  'The target of 80% was met in 3 of 5 localities.',
  'Work began in March 2020.',
];

function inDashboard(document: PlanLandmarks, random: Random): Change {
  const cell = cellOf(random.pick(dashboardRows(document)), 'progress');
  if (cell === undefined) throw new Error('There is no progress.');
  const words = random.pick(CELL_WORDS);
  return edited(document, [insert(cell.span.to, ` ${words}`)], words);
}

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  period: ['2020-05', 'May 2020', '1 to 31 May 2020', '01/05/2020 - 31/05/2020', '1 May 2020 to 31 May 2020'],
  date: ['9 June 2020', '09/06/2020', '9.6.2020', '9th June 2020', 'Tuesday 9 June 2020'],
  organisation: ['Borsetshire County Council', 'London Borough of Ambridge'],
  title: ['Improvement plan', "'Plan: the next steps'"],
};

function otherFields(document: PlanLandmarks, random: Random): Change {
  const { id, value } = random.pick(document.fields);
  const words = random.pick(FIELDS[id] ?? []);
  return edited(document, [replace(value, words)], `${id}: ${words}`);
}

function fieldLeftOut(document: PlanLandmarks, random: Random): Change {
  const { id, line } = random.pick(document.fields.filter(({ required, id }) => !required && id !== 'date'));
  return edited(document, [replace({ from: line.from, to: line.to + 1 }, '')], `${id}: left out`);
}
