import type { Random } from '../../incremental/random.ts';
import { type Change, change, insert, removeLine, replace } from '../change.ts';
import { ACCESS_FAULTS } from '../faults/access.ts';
import { ACRONYM_FAULTS } from '../faults/acronyms.ts';
import { BROKEN_FAULTS } from '../faults/broken.ts';
import { CLAIM_FAULTS } from '../faults/claims.ts';
import { DATE_FAULTS } from '../faults/dates.ts';
import { DIRECTIVE_FAULTS } from '../faults/directives.ts';
import { FIELD_FAULTS } from '../faults/fields.ts';
import { IDENTIFIER_FAULTS } from '../faults/identifiers.ts';
import { slip } from '../faults/record.ts';
import { WHOLE_FAULTS } from '../faults/release.ts';
import { SHARE_FAULTS } from '../faults/shares.ts';
import { SUM_FAULTS } from '../faults/sums.ts';
import { TERM_FAULTS } from '../faults/terms.ts';
import { WHOLE_COUNT_FAULTS } from '../faults/wholes.ts';
import type { Fault } from '../kind.ts';
import { around, type LetterLandmarks, type LetterSection } from './landmarks.ts';

const OWN_FAULTS: readonly Fault<LetterLandmarks>[] = [
  { name: 'part of the letter lost', rule: 'letter/missing-part', draw: partLost },
  { name: 'part of the letter in other words', rule: 'letter/missing-part', draw: partReworded },
  { name: 'section lost', rule: 'structure/missing-section', draw: sectionLost },
  { name: 'heading lost', rule: 'structure/missing-section', draw: headingLost },
  {
    name: 'heading misspelt',
    rule: ['structure/unknown-section', 'structure/missing-section'],
    draw: misspelt,
  },
  { name: 'section emptied', rule: 'structure/empty-section', draw: emptied },
  { name: 'section doubled', rule: 'structure/duplicate-section', draw: doubled },
  { name: 'sections in another order', rule: 'structure/section-order', draw: moved },
  { name: 'heading levels skipped', rule: 'structure/heading-level', draw: tooDeep },
  { name: 'reference to no paragraph or section', rule: 'structure/broken-reference', draw: astray },
  { name: 'list field left empty', rule: 'document/missing-field', draw: listEmptied },
  { name: 'visit of another number', rule: 'letter/visit-ordinal', draw: otherVisit },
];

export const LETTER_FAULTS: readonly Fault<LetterLandmarks>[] = [
  ...OWN_FAULTS,
  ...SHARE_FAULTS,
  ...SUM_FAULTS,
  ...DATE_FAULTS,
  ...FIELD_FAULTS,
  ...BROKEN_FAULTS,
  ...IDENTIFIER_FAULTS,
  ...ACRONYM_FAULTS,
  ...TERM_FAULTS,
  ...CLAIM_FAULTS,
  ...ACCESS_FAULTS,
  ...DIRECTIVE_FAULTS,
  ...WHOLE_FAULTS,
  ...WHOLE_COUNT_FAULTS,
];

function naming(...names: readonly string[]): RegExp {
  return new RegExp(names.join('|'), 'i');
}

function partLost(document: LetterLandmarks, random: Random): Change {
  const { id, line } = random.pick(document.parts);
  const at = [
    { from: 0, to: document.bodyFrom + 200 },
    { from: line.from - 1, to: line.from + 1 },
  ];
  return change(document.text, [removeLine(line)], at, `no ${id}`, naming(id));
}

/** Words that make no salutation, no opening and no sign-off. */
const REWORDED: Readonly<Record<string, readonly string[]>> = {
  Salutation: ['Director', 'Monitoring visit of February 2020'],
  Opening: ['Inspectors were on site for one day.', 'The visit was short.'],
  'Sign-off': ['The inspector', 'END'],
};

function partReworded(document: LetterLandmarks, random: Random): Change {
  const { id, line } = random.pick(document.parts);
  const words = random.pick(REWORDED[id] ?? []);
  const at = [{ from: 0, to: document.bodyFrom + 200 }, line];
  return change(document.text, [replace(line, words)], at, `${id}: ${words}`, naming(id));
}

function sectionLost(document: LetterLandmarks, random: Random): Change {
  const section = random.pick(document.sections);
  const at = around(document, section);
  const edit = replace(section.whole, '');
  return change(document.text, [edit], at, `${section.name}: lost`, naming(section.name));
}

function headingLost(document: LetterLandmarks, random: Random): Change {
  const section = random.pick(document.sections);
  const at = [...around(document, section), section.whole];
  const note = `${section.name}: heading lost`;
  return change(document.text, [removeLine(section.headingLine)], at, note, naming(section.name));
}

function misspelt(document: LetterLandmarks, random: Random): Change | undefined {
  const section = random.pick(document.sections);
  const name = slip(section.name, random);
  if (name === section.name) return undefined;
  const at = [...around(document, section), section.headingLine];
  return change(document.text, [replace(section.heading, name)], at, name, naming(section.name));
}

/** The last section is followed by the sign-off, which then stands below its heading. */
function emptied(document: LetterLandmarks, random: Random): Change {
  const { whole, headingLine, name } = random.pick(document.sections.slice(0, -1));
  const edit = replace({ from: headingLine.to + 1, to: whole.to }, '\n');
  return change(document.text, [edit], [headingLine], `${name}: emptied`, naming(name));
}

function doubled(document: LetterLandmarks, random: Random): Change {
  const { whole, name } = random.pick(document.sections);
  const words = document.text.slice(whole.from, whole.to);
  return change(document.text, [insert(whole.to, words)], [whole], `${name}: doubled`, naming(name));
}

function moved(document: LetterLandmarks, random: Random): Change | undefined {
  const [one, other] = [random.pick(document.sections), random.pick(document.sections)];
  if (one.whole.from >= other.whole.from) return undefined;
  const words = ({ whole }: LetterSection) => document.text.slice(whole.from, whole.to);
  const edits = [replace(one.whole, words(other)), replace(other.whole, words(one))];
  const at = document.sections.map(({ whole }) => whole);
  const note = `${one.name} and ${other.name} change places`;
  return change(document.text, edits, at, note, naming(one.name, other.name));
}

function tooDeep(document: LetterLandmarks, random: Random): Change {
  const section = random.pick(document.sections.slice(1));
  const at = [...around(document, section), section.headingLine];
  const edit = insert(section.headingLine.from, '#');
  return change(document.text, [edit], at, `${section.name}: too deep`, naming(section.name));
}

/** The letter's paragraphs have numbers, and a sentence points beyond them. */
function astray(document: LetterLandmarks, random: Random): Change {
  const numbers = document.prose.map(({ line }, index) => insert(line.from, `${index + 1}. `));
  const target = random.pick(document.prose.slice(2));
  const at = random.pick(target.slots.slice(1).concat(target.line.to));
  const number = 40 + random.below(50);
  const words = random.pick([
    `More is said in paragraph ${number}.`,
    `This was raised before (see paragraph ${number}).`,
    `Paragraphs 1 and ${number} give examples.`,
  ]);
  const said = at === target.line.to ? ` ${words}` : `${words} `;
  const edits = [...numbers, insert(at, said)];
  return change(document.text, edits, [{ from: at, to: at }], words, naming(`\\b${number}\\b`));
}

function listEmptied(document: LetterLandmarks): Change | undefined {
  const field = document.fields.find(({ id }) => id === 'addressee');
  if (field === undefined) return undefined;
  const at = [field.line, { from: 0, to: document.bodyFrom }];
  return change(document.text, [replace(field.value, '')], at, 'addressee: empty', /addressee/i);
}

/** The letter is about the eighth visit. */
function otherVisit({ text, prose }: LetterLandmarks, random: Random): Change | undefined {
  const places = prose.filter(({ slots }) => slots.length > 0);
  const at = random.pick(random.pick(places).slots);
  const ordinal = random.pick(['third', 'fifth', 'seventh', 'ninth', 'second']);
  const words = random.pick([
    `During this ${ordinal} monitoring visit, inspectors saw better plans. `,
    `This was the ${ordinal} monitoring visit since services were judged inadequate. `,
  ]);
  const made = change(text, [insert(at, words)], [], words, new RegExp(`The visit is|${ordinal}`));
  const opening = text.indexOf('eighth');
  return {
    ...made,
    at: [
      { from: at, to: at + words.length },
      { from: opening, to: opening + 1 },
    ],
  };
}
