import type { Random } from '../../incremental/random.ts';
import { type Change, insert, replace } from '../change.ts';
import { judgedSections } from '../faults/judgements.ts';
import type { Kind } from '../kind.ts';
import { LABELS, type Landmarks } from '../landmarks.ts';
import { edited } from './edit.ts';

export const HEADINGS: readonly Kind<Landmarks>[] = [
  { name: 'case of a heading', draw: otherCase },
  { name: 'ampersand for and', draw: ampersand },
  { name: 'colon behind a heading', forms: ['text', 'markdown'], draw: colon },
  { name: 'bold heading', forms: ['markdown'], draw: boldHeading },
  { name: 'right judgement in another form', draw: otherForm },
  { name: 'right judgement in the heading too', forms: ['markdown', 'yaml'], draw: inHeading },
  { name: 'optional section at the end', draw: sectionAtEnd },
  { name: 'paragraph at the end of the last section', draw: paragraphAtEnd },
  { name: 'record in other letters', draw: recordLetters },
];

function otherCase(document: Landmarks, random: Random): Change {
  const section = random.pick(document.sections);
  const cases = [
    section.name.toUpperCase(),
    section.name.replace(/(?<= )[a-z]/g, (letter) => letter.toUpperCase()),
  ];
  const name = random.pick(cases);
  return edited(document, [replace(section.heading, name)], name);
}

function ampersand(document: Landmarks, random: Random): Change {
  const names = [
    ...document.sections.map(({ heading }) => heading),
    ...document.rows.map(({ nameSpan }) => nameSpan),
  ];
  const places = names.filter(({ from, to }) => document.text.slice(from, to).includes(' and '));
  const place = random.pick(places);
  const name = document.text.slice(place.from, place.to).replace(' and ', ' & ');
  return edited(document, [replace(place, name)], name);
}

function colon(document: Landmarks, random: Random): Change | undefined {
  const { heading, judgement, name } = random.pick(document.sections);
  if (judgement?.inHeading === true || document.text[heading.to] === ':') return undefined;
  return edited(document, [insert(heading.to, ':')], `${name}:`);
}

function boldHeading(document: Landmarks, random: Random): Change {
  const { heading, name } = random.pick(document.sections);
  return edited(document, [replace(heading, `**${name}**`)], `**${name}**`);
}

/** The same judgement at the heading, in one of the other forms that are read. */
function otherForm(document: Landmarks, random: Random): Change | undefined {
  const { judgement, name } = random.pick(judgedSections(document));
  const label = document.text.slice(judgement.label.from, judgement.label.to);
  const grade = document.text.slice(judgement.grade.from, judgement.grade.to);
  const forms = [
    `Grade ${grade} (${label})`,
    `${label} (Grade ${grade})`,
    `Grade ${grade}: ${label}`,
    `grade ${grade} (${label.toLowerCase()})`,
  ];
  if (!judgement.inHeading) forms.push(label, `Grade ${grade} – ${label}`, `${label}, grade ${grade}`);
  const other = random.pick(forms);
  const isAlone = document.form === 'markdown' && random.chance(0.4);
  if (document.form === 'yaml' && other.includes(':')) return undefined;
  const place = isAlone ? judgement.line : judgement.whole;
  const words = isAlone ? random.pick([other, `**${other}**`, `**Judgement:** ${other}`]) : other;
  return edited(document, [replace(place, words)], `${name}: ${words}`);
}

function inHeading(document: Landmarks, random: Random): Change | undefined {
  const { judgement, heading, name } = random.pick(judgedSections(document));
  const label = document.text.slice(judgement.label.from, judgement.label.to);
  const grade = LABELS.indexOf(label) + 1;
  const tails = [
    ` — Grade ${grade} (${label})`,
    ` – ${label} (Grade ${grade})`,
    ` - Grade ${grade}`,
    ` (${label})`,
  ];
  const tail = random.pick(document.form === 'yaml' ? tails : [...tails, `: ${label.toLowerCase()}`]);
  return edited(document, [insert(heading.to, tail)], `${name}${tail}`);
}

/** A section that the framework does not ask for, numbered on from the last paragraph. */
function sectionAtEnd(document: Landmarks, random: Random): Change {
  const name = random.pick([
    'Appendix A: Glossary',
    'Notes for readers',
    'How to complain',
    'Further information',
  ]);
  const words =
    '48. This part explains, for readers new to the subject, how the inspection was carried out, who took part in it, and where the full evidence can be seen on request.';
  const end = document.text.trimEnd().length;
  const added = {
    text: `\n\n${name}\n\n${words}\n`,
    markdown: `\n\n## ${name}\n\n${words}\n`,
    yaml: `\n  - heading: "${name}"\n    body: |\n      ${words}\n`,
  }[document.form];
  return edited(document, [replace({ from: end, to: document.text.length }, added)], name);
}

function paragraphAtEnd(document: Landmarks): Change | undefined {
  const record = document.sections.at(-1);
  if (record === undefined) return undefined;
  const words =
    '48. Joint projects with neighbouring counties have begun, and those who lead them speak of a shared purpose and of much that each county can learn from the others.';
  const line = { text: `${words}\n\n`, markdown: `${words}\n\n`, yaml: `\n          ${words}\n` }[
    document.form
  ];
  return edited(document, [insert(record.whole.from, line)], 'paragraph 48');
}

function recordLetters(document: Landmarks, random: Random): Change | undefined {
  const row = random.pick(document.rows);
  const name = random.pick([row.name.toUpperCase(), row.name.toLowerCase(), `${row.name}:`]);
  const label = document.text.slice(row.label.from, row.label.to);
  const letters = random.pick([label, label.toLowerCase(), label.toUpperCase()]);
  return edited(document, [replace(row.nameSpan, name), replace(row.label, letters)], `${name} ${letters}`);
}
