import type { Random } from '../../../incremental/random.ts';
import { type Change, replace } from '../../change.ts';
import { edited } from '../../harmless/edit.ts';
import type { Kind } from '../../kind.ts';
import { drawDue, nameOf, withStatus, written } from '../dueCells.ts';
import { dashboardRows, SCALE, STATUS_COLUMNS, statusCell } from '../faults/statuses.ts';
import type { PlanLandmarks } from '../landmarks.ts';

export const STATUSES: readonly Kind<PlanLandmarks>[] = [
  { name: 'status under another name', draw: otherName },
  { name: 'status in other letters', draw: otherLetters },
  { name: 'status as boxes', draw: boxes },
  { name: 'status with a remark', draw: inMarkup },
  { name: 'fields in a paragraph', forms: ['markdown'], draw: asParagraph },
  { name: 'status changed in both places', draw: bothChanged },
  { name: 'status with what it was before', draw: withFormer },
  { name: 'status of an action in other words', draw: ofAction },
];

const ALIASES: Readonly<Record<string, readonly string[]>> = {
  'On target': ['On track'],
  'At risk': ['Some risk'],
  Compromised: ['Off target', 'Off track'],
  Completed: ['Complete', 'Done'],
};

interface Place {
  readonly text: string;
  readonly span: { readonly from: number; readonly to: number };
  readonly inTable: boolean;
}

function pick(document: PlanLandmarks, random: Random): Place {
  const onPage = document.statuses.map(({ value }) => ({
    text: document.text.slice(value.from, value.to),
    span: value,
    inTable: false,
  }));
  const inTable = dashboardRows(document).flatMap((row) =>
    STATUS_COLUMNS.map((column) => ({ ...statusCell(row, column), inTable: true })),
  );
  return random.pick([...onPage, ...inTable]);
}

function put(document: PlanLandmarks, { text, span, inTable }: Place, words: string): Change {
  const plain = /^[A-Za-z ]+$/.test(words) || document.form === 'markdown' || inTable;
  return edited(document, [replace(span, plain ? words : `'${words}'`)], `${text}: ${words}`);
}

function otherName(document: PlanLandmarks, random: Random): Change {
  const place = pick(document, random);
  return put(document, place, random.pick(ALIASES[place.text] ?? []));
}

function otherLetters(document: PlanLandmarks, random: Random): Change {
  const place = pick(document, random);
  return put(document, place, random.pick([place.text.toUpperCase(), place.text.toLowerCase()]));
}

function boxes(document: PlanLandmarks, random: Random): Change {
  const place = pick(document, random);
  const [on, off] = random.pick([
    ['☒', '☐'],
    ['☑', '☐'],
    ['[x]', '[ ]'],
  ]);
  const words = SCALE.map((label) => `${label === place.text ? on : off} ${label}`).join(' ');
  return put(document, place, words);
}

function inMarkup(document: PlanLandmarks, random: Random): Change {
  const place = pick(document, random);
  return put(document, place, random.pick([`**${place.text}**`, `*${place.text}*`, `${place.text}.`]));
}

/** What is told of another time is no second status. */
function withFormer(document: PlanLandmarks, random: Random): Change {
  const place = pick(document, random);
  const form = random.pick([
    'NOW (was OLD)',
    'NOW – previously OLD',
    'NOW (last month: OLD)',
    'OLD → NOW',
    'NOW ↑',
    '🟢 NOW',
  ] as const);
  const old = random.pick(SCALE);
  const mark = MARKS[place.text] ?? '🔵';
  return put(document, place, form.replace('🟢', mark).replace('NOW', place.text).replace('OLD', old));
}

const MARKS: Readonly<Record<string, string>> = { 'On target': '🟢', 'At risk': '🟡', Compromised: '🔴' };

const OF_ACTION = [
  'Not started',
  'In progress',
  'Ongoing',
  'On hold',
  'Superseded',
  'Delayed',
  'Awaiting sign-off',
  'Paused',
  'Passed to the board',
  'On track',
  'At risk (was On target)',
  '–',
  'N/A',
  'No update',
  'Agreed',
];

function ofAction(document: PlanLandmarks, random: Random): Change {
  const own = drawDue(document, random);
  const edits = [
    written(document, own.due, 'September 2020'),
    ...withStatus(own, random.pick(OF_ACTION), 'On target'),
  ];
  return edited(document, edits, `${nameOf(own.row)}: status in other words`);
}

/** The two lines are no list. */
function asParagraph(document: PlanLandmarks, random: Random): Change {
  const { section } = random.pick(document.statuses);
  const own = document.statuses.filter((status) => status.section === section);
  const end = random.pick(['', '  ', '\n']);
  const edits = own.flatMap(({ whole, value }, index) => [
    replace({ from: whole.from, to: whole.from + 2 }, ''),
    ...(index === 0 ? [replace({ from: value.to, to: value.to }, end)] : []),
  ]);
  return edited(document, edits, `${section.name}: fields in a paragraph`);
}

/** The dashboard goes with its page. */
function bothChanged(document: PlanLandmarks, random: Random): Change | undefined {
  const { id, section, value } = random.pick(
    document.statuses.filter((status) => status.id === 'actions-status'),
  );
  const row = dashboardRows(document).find(({ cells }) => cells[0]?.text === section.name);
  if (row === undefined) return undefined;
  const label = random.pick(['On target', 'At risk', 'Compromised']);
  const edits = [replace(value, label), replace(statusCell(row, id).span, label)];
  return edited(document, edits, `${section.name}: ${label} in both places`);
}
