import type { Random } from '../../incremental/random.ts';
import { type Change, insert, removeLine, replace } from '../change.ts';
import { RIGHT_ACRONYMS } from '../harmless/acronyms.ts';
import { BROKEN } from '../harmless/broken.ts';
import { DATES } from '../harmless/dates.ts';
import { edited } from '../harmless/edit.ts';
import { FIGURES } from '../harmless/figures.ts';
import { NO_IDENTIFIERS } from '../harmless/identifiers.ts';
import { LAYOUT, TABLE_LAYOUT } from '../harmless/layout.ts';
import { SUMS } from '../harmless/sums.ts';
import { RIGHT_TERMS } from '../harmless/terms.ts';
import { REWORDED, SENTENCES } from '../harmless/wording.ts';
import type { Kind } from '../kind.ts';
import { CONTENTS } from './contents.ts';
import { EVIDENCE } from './evidence.ts';
import { hasProse, where } from './guards.ts';
import type { LibraryLandmarks } from './landmarks.ts';

const OWN_EDITS: readonly Kind<LibraryLandmarks>[] = [
  { name: 'heading under another name', draw: otherName },
  { name: 'case, colon or boldness of a heading', draw: otherLetters },
  { name: 'numbered headings', draw: numbered },
  { name: 'own section', draw: ownSection },
  { name: 'optional section left out', draw: sectionLeftOut },
  { name: 'judgement in other letters', draw: otherLabel },
  { name: 'dates in another form', draw: otherDate },
  { name: 'optional field left out', draw: fieldLeftOut },
  { name: 'a comment', draw: commented },
];

/** Not every document has what each of them needs. */
export const LIBRARY_HARMLESS: readonly Kind<LibraryLandmarks>[] = [
  ...OWN_EDITS,
  CONTENTS,
  ...EVIDENCE,
  ...where(hasProse, [
    REWORDED,
    ...SENTENCES,
    ...BROKEN,
    ...FIGURES,
    ...SUMS,
    ...DATES,
    ...NO_IDENTIFIERS,
    ...RIGHT_ACRONYMS,
    ...RIGHT_TERMS,
    ...LAYOUT,
    ...TABLE_LAYOUT,
  ]),
].map((kind) => ({ ...kind, optional: true }));

function otherName(document: LibraryLandmarks, random: Random): Change | undefined {
  const all = document.sections.filter(({ role }) => (role?.def.aliases.length ?? 0) > 0);
  if (all.length === 0) return undefined;
  const { name, heading, role } = random.pick(all);
  const other = random.pick(role?.def.aliases ?? []);
  // What other words refer to by name would lead nowhere.
  if (document.text.split(name).length > 2) return undefined;
  return edited(document, [replace(heading, other)], `${name}: ${other}`);
}

function otherLetters(document: LibraryLandmarks, random: Random): Change | undefined {
  const all = document.sections.filter(
    ({ role, heading, headingLine }) => role !== undefined && heading.to === headingLine.to,
  );
  if (all.length === 0) return undefined;
  const { name, heading } = random.pick(all);
  const words = random.pick([name.toUpperCase(), `${name}:`, `**${name}**`, name.replace(' and ', ' & ')]);
  return edited(document, [replace(heading, words)], words);
}

function numbered(document: LibraryLandmarks): Change | undefined {
  if (
    document.sections.some(({ heading, headingLine, level }) => heading.from !== headingLine.from + level + 1)
  )
    return undefined;
  const top = Math.min(...document.sections.map(({ level }) => level));
  const edits = document.sections
    .filter(({ level }) => level === top)
    .map(({ heading }, index) => insert(heading.from, `${index + 1}. `));
  return edited(document, edits, 'numbered headings');
}

function ownSection(document: LibraryLandmarks, random: Random): Change | undefined {
  const all = document.sections.filter(({ level, whole }) => level < 6 && whole.to < document.text.length);
  if (all.length === 0) return undefined;
  const section = random.pick(
    all.filter(({ whole }) => !document.sections.some(({ parent }) => parent?.whole === whole)),
  );
  const name = random.pick(['A case that shows it', 'What young people told us', 'The year in pictures']);
  const words = 'Staff spoke warmly of their managers, and of the help that they get from each other.';
  const marks = '#'.repeat(section.level + 1);
  return edited(document, [insert(section.whole.to, `${marks} ${name}\n\n${words}\n\n`)], name);
}

function sectionLeftOut(document: LibraryLandmarks, random: Random): Change | undefined {
  const all = document.sections.filter(
    ({ role, name }) => role?.def.required === false && document.text.split(name).length === 2,
  );
  if (all.length === 0) return undefined;
  const { whole, name, headingLine } = random.pick(all);
  const numbered =
    /^#+ \d/.test(headingLine.text) || /^\d+\. /m.test(document.text.slice(whole.from, whole.to));
  return numbered ? undefined : edited(document, [replace(whole, '')], `${name}: left out`);
}

function otherLabel(document: LibraryLandmarks, random: Random): Change | undefined {
  if (document.judgements.length === 0) return undefined;
  const { label, scale } = random.pick(document.judgements);
  const words = document.text.slice(label.from, label.to);
  const value = scale.values.find((one) => one.label.toLowerCase() === words.toLowerCase());
  const other = random.pick([
    words.toLowerCase(),
    words.toUpperCase(),
    `**${words}**`,
    ...(value?.aliases ?? []),
  ]);
  return edited(document, [replace(label, other)], other);
}

function otherDate(document: LibraryLandmarks, random: Random): Change | undefined {
  const dated = document.fields.flatMap(({ value }) => {
    const day = /^ *(\d{4})-(\d\d)-(\d\d)$/.exec(document.text.slice(value.from, value.to));
    return day === null ? [] : [{ value, day }];
  });
  if (dated.length === 0) return undefined;
  const { value, day } = random.pick(dated);
  const [, year = '', month = '', date = ''] = day;
  const name = new Date(Date.UTC(2000, Number(month) - 1, 1)).toLocaleString('en-GB', {
    month: 'long',
    timeZone: 'UTC',
  });
  const words = random.pick([
    `${Number(date)} ${name} ${year}`,
    `${date}/${month}/${year}`,
    `${Number(date)}.${Number(month)}.${year}`,
    `"${year}-${month}-${date}"`,
  ]);
  return edited(document, [replace(value, ` ${words}`)], words);
}

function fieldLeftOut(document: LibraryLandmarks, random: Random): Change | undefined {
  const all = document.fields.filter(
    ({ required, id }) => !required && !['date', 'inspected', 'published', 'period', 'visited'].includes(id),
  );
  if (all.length === 0) return undefined;
  const { id, line } = random.pick(all);
  return edited(document, [removeLine(line)], `${id}: left out`);
}

function commented(document: LibraryLandmarks, random: Random): Change | undefined {
  if (document.sections.length === 0) return undefined;
  const { headingLine } = random.pick(document.sections);
  return edited(
    document,
    [insert(headingLine.from, '<!-- Ask the team before this goes out. -->\n\n')],
    'a comment',
  );
}
