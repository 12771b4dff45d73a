import type { Random } from '../../incremental/random.ts';
import { type Change, insert, removeLine, replace } from '../change.ts';
import { RIGHT_ACRONYMS } from '../harmless/acronyms.ts';
import { BROKEN } from '../harmless/broken.ts';
import { DATES } from '../harmless/dates.ts';
import { edited, withSentence } from '../harmless/edit.ts';
import { FIGURES } from '../harmless/figures.ts';
import { NO_IDENTIFIERS } from '../harmless/identifiers.ts';
import { LAYOUT } from '../harmless/layout.ts';
import { SUMS } from '../harmless/sums.ts';
import { RIGHT_TERMS } from '../harmless/terms.ts';
import { REWORDED, SENTENCES } from '../harmless/wording.ts';
import type { Kind } from '../kind.ts';
import type { LetterLandmarks } from './landmarks.ts';

const OWN_EDITS: readonly Kind<LetterLandmarks>[] = [
  { name: 'part of the letter in other right words', draw: partReworded },
  { name: 'heading under another name', draw: otherName },
  { name: 'case, colon or boldness of a heading', draw: otherLetters },
  { name: 'own section', draw: ownSection },
  { name: 'list in other layout', draw: otherList },
  { name: 'list as a sentence', draw: listAsSentence },
  { name: 'fields in another form', draw: otherFields },
  { name: 'optional field left out', draw: fieldLeftOut },
  { name: 'numbered paragraphs', draw: numbered },
  { name: 'judgements that are recalled', draw: recalled },
  { name: 'closing in another form', draw: closing },
];

export const LETTER_HARMLESS: readonly Kind<LetterLandmarks>[] = [
  ...OWN_EDITS,
  REWORDED,
  ...SENTENCES,
  ...BROKEN,
  ...NO_IDENTIFIERS,
  ...RIGHT_ACRONYMS,
  ...RIGHT_TERMS,
  ...FIGURES,
  ...DATES,
  ...SUMS,
  ...LAYOUT,
];

const PARTS: Readonly<Record<string, readonly string[]>> = {
  Salutation: ['Dear Ms Example', 'Dear Colleague,', 'Dear Chris', '**Dear Director**', 'Dear Dr A. Example'],
  Opening: [
    'This letter sets out what inspectors found when they visited children’s services on 18 February 2020.',
    'I am writing to you to report on the visit of 18 February 2020.',
    'Following the visit of 18 February 2020, this letter reports the findings.',
    'This letter reports the findings of the visit on 18 February 2020.',
  ],
  'Sign-off': ['Yours faithfully', 'Yours sincerely,', '**Yours sincerely**'],
};

function partReworded(document: LetterLandmarks, random: Random): Change {
  const { id, line } = random.pick(document.parts);
  const words = random.pick(PARTS[id] ?? []);
  return edited(document, [replace(line, words)], `${id}: ${words}`);
}

const ALIASES: Readonly<Record<string, readonly string[]>> = {
  'Areas covered by the visit': [
    'Areas covered by this visit',
    'Areas covered by the monitoring visit',
    'Areas covered during the visit',
  ],
  Overview: ['Headline findings', 'Summary of findings'],
  'Findings and evaluation of progress': ['Findings', 'Evaluation of progress', 'Findings and evaluation'],
};

function otherName(document: LetterLandmarks, random: Random): Change {
  const { name, heading } = random.pick(document.sections);
  const other = random.pick(ALIASES[name] ?? []);
  return edited(document, [replace(heading, other)], `${name}: ${other}`);
}

function otherLetters(document: LetterLandmarks, random: Random): Change {
  const { name, heading } = random.pick(document.sections);
  const words = random.pick([name.toUpperCase(), `${name}:`, `**${name}**`, name.replace(' and ', ' & ')]);
  return edited(document, [replace(heading, words)], words);
}

function ownSection(document: LetterLandmarks, random: Random): Change {
  const { whole } = random.pick(document.sections);
  const name = random.pick(['The front door', 'Children in care', 'Next steps', 'Workforce']);
  const words = 'Staff spoke warmly of their managers, and of the help that they get from each other.';
  return edited(document, [insert(whole.to, `${random.pick(['##', '###'])} ${name}\n\n${words}\n\n`)], name);
}

function otherList(document: LetterLandmarks, random: Random): Change {
  const form = random.pick(['*', '+', '1.', '1)']);
  const end = random.pick(['', ';', '.', ', and']);
  const edits = document.items.flatMap(({ from, to }, index) => {
    const mark = form.startsWith('1') ? form.replace('1', String(index + 1)) : form;
    return [replace({ from, to: from + 1 }, mark), insert(to, end)];
  });
  return edited(document, edits, `list ${form} ${end}`);
}

/** What was listed is told in a paragraph. */
function listAsSentence(document: LetterLandmarks): Change | undefined {
  const [first] = document.items;
  const last = document.items.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const words = document.items.map(({ text }) => text.slice(2)).join('; ');
  return edited(document, [replace({ from: first.from, to: last.to }, `${words}.`)], 'list as a sentence');
}

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  date: ['12 March 2020', '12/03/2020', '12.3.2020', '12th March 2020', 'Thursday 12 March 2020'],
  visited: [
    '18 February 2020',
    '18 to 19 February 2020',
    '{ from: 2020-02-18, to: 2020-02-19 }',
    '18.02.2020',
  ],
  organisation: ['Borsetshire County Council'],
  subject: ['Monitoring visit to Borsetshire', "'Monitoring visit: eighth'"],
  addressee: ["[Director of Children's Services, Shire Hall, Gloucester]", 'The Director'],
  copy: ['Department for Education', '\n  - Department for Education\n  - The Commissioner'],
};

function otherFields(document: LetterLandmarks, random: Random): Change {
  const { id, value, line } = random.pick(document.fields);
  const words = random.pick(FIELDS[id] ?? []);
  const gap = value.from === line.from + id.length + 1 && !words.startsWith('\n') ? ' ' : '';
  return edited(document, [replace(value, gap + words)], `${id}: ${words}`);
}

function fieldLeftOut(document: LetterLandmarks, random: Random): Change {
  const { id, line } = random.pick(document.fields.filter(({ required }) => !required));
  return edited(document, [replace({ from: line.from, to: line.to + 1 }, '')], `${id}: left out`);
}

/** Paragraphs with numbers, and a reference that leads to one of them. */
function numbered(document: LetterLandmarks, random: Random): Change {
  const edits = document.prose.map(({ line }, index) => insert(line.from, `${index + 1}. `));
  const { line } = random.pick(document.prose.slice(2));
  const number = 1 + random.below(document.prose.length);
  return edited(document, [...edits, insert(line.to, ` (See paragraph ${number}.)`)], 'numbered paragraphs');
}

const RECALLED: readonly string[] = [
  'The local authority was judged inadequate in March 2017.',
  'Services for care leavers were found to require improvement.',
  'In 2017 leadership, management and governance were inadequate.',
  'Inspectors last visited in November 2019, and before that in September 2019.',
  'This was the third visit to look at assessments.',
  'The next visit will be in the summer.',
  'Of the cases seen, most were good or better.',
];

function recalled(document: LetterLandmarks, random: Random): Change {
  return withSentence(document, random, random.pick(RECALLED));
}

function closing(document: LetterLandmarks, random: Random): Change | undefined {
  const copied = document.text.indexOf('I am copying this letter');
  const signed = document.text.lastIndexOf("Her Majesty's Inspector");
  if (copied < 0 || signed < 0) return undefined;
  const line = { from: copied, to: document.text.indexOf('\n', copied) };
  return random.pick([
    edited(document, [removeLine(line)], 'no copying'),
    edited(document, [replace(line, 'This letter will be published on our website.')], 'published'),
    edited(document, [insert(signed, 'A. Example  \n')], 'name of the inspector'),
    edited(document, [insert(signed, '**A. Example**\n\n')], 'name of the inspector in bold'),
  ]);
}
