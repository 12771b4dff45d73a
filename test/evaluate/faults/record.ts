import type { Random } from '../../incremental/random.ts';
import { type Change, change, removeLine, replace } from '../change.ts';
import type { Fault } from '../kind.ts';
import type { Landmarks, RowPlace, SectionPlace } from '../landmarks.ts';
import { OFF_SCALE, otherLabel } from './judgements.ts';

export const RECORD_FAULTS: readonly Fault<Landmarks>[] = [
  { name: 'record: label changed', rule: 'judgement/judgement-conflict', draw: labelChanged },
  { name: 'record: label off the scale', rule: 'judgement/not-on-scale', draw: offScale },
  { name: 'record: label removed', rule: 'judgement/summary-incomplete', draw: emptied },
  { name: 'record: row removed', rule: 'judgement/summary-incomplete', draw: rowRemoved },
  { name: 'record: row renamed', rule: 'judgement/summary-unknown-area', draw: renamed },
];

function judgedRows({ rows }: Landmarks): readonly RowPlace[] {
  return rows.filter(({ label }) => label.from < label.to);
}

function labelChanged(document: Landmarks, random: Random): Change {
  const row = random.pick(judgedRows(document));
  const label = otherLabel(document, row.label, random);
  return change(document.text, [replace(row.label, label)], [row.line], `${row.name}: ${label}`);
}

function offScale(document: Landmarks, random: Random): Change {
  const row = random.pick(judgedRows(document));
  const label = random.pick(OFF_SCALE);
  return change(document.text, [replace(row.label, label)], [row.line], `${row.name}: ${label}`);
}

function emptied(document: Landmarks, random: Random): Change {
  const row = random.pick(judgedRows(document));
  return change(document.text, [replace(row.label, '')], [row.line], `${row.name}: empty`);
}

/** Where a reader would miss a row: in the rows beside it, above the table, or where its area is judged. */
function rowRemoved(document: Landmarks, random: Random): Change {
  const row = random.pick(judgedRows(document));
  const index = document.rows.indexOf(row);
  const beside = [document.rows[index - 1], document.rows[index + 1]].flatMap((other) => other?.line ?? []);
  const record = document.sections.at(-1);
  const own = document.sections.filter(({ name }) => name === row.name).map(({ whole }) => whole);
  const at = [...beside, ...(record === undefined ? [] : [record.headingLine]), ...own];
  return change(document.text, [removeLine(row.line)], at, `${row.name}: row removed`, naming(row));
}

function naming({ name }: Pick<SectionPlace, 'name'>): RegExp {
  return new RegExp(name, 'i');
}

function renamed(document: Landmarks, random: Random): Change | undefined {
  const row = random.pick(judgedRows(document));
  const name = random.pick([slip, otherWord, cut])(row.name, random);
  if (name === row.name) return undefined;
  return change(document.text, [replace(row.nameSpan, name)], [row.line], `${row.name}: ${name}`);
}

/** Two letters change places, or one is left out. */
export function slip(name: string, random: Random): string {
  const at = 1 + random.below(name.length - 2);
  if (!/^[a-z]{2}/.test(name.slice(at))) return name;
  const [first = '', second = ''] = name.slice(at);
  const wrong = random.chance(0.5) ? `${second}${first}` : second;
  return name.slice(0, at) + wrong + name.slice(at + 2);
}

function otherWord(name: string): string {
  const others: readonly (readonly [RegExp, string])[] = [
    [/provision/, 'services'],
    [/management and quality/, 'monitoring and quality'],
    [/effectiveness/, 'impact'],
    [/working/, 'work between agencies'],
    [/Leadership/, 'Governance'],
    [/Capacity/, 'Potential'],
    [/prioritisation/, 'vision'],
    [/are safe and feel safe/, 'are kept safe'],
    [/diversity/, 'human rights'],
  ];
  const other = others.find(([word]) => word.test(name));
  return other === undefined ? name : name.replace(...other);
}

function cut(name: string): string {
  return name
    .split(' ')
    .slice(0, -1)
    .join(' ')
    .replace(/ (?:and|of)$/, '');
}
