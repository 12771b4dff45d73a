import type { Random } from '../../incremental/random.ts';
import { type Change, change, insert, replace } from '../change.ts';
import type { Fault } from '../kind.ts';
import type { Landmarks, SectionPlace } from '../landmarks.ts';
import { slot } from './shares.ts';

export const STRUCTURE_FAULTS: readonly Fault<Landmarks>[] = [
  {
    name: 'section doubled',
    rule: 'structure/duplicate-section',
    forms: ['markdown', 'yaml'],
    draw: doubled,
  },
  { name: 'section emptied', rule: 'structure/empty-section', forms: ['markdown', 'yaml'], draw: emptied },
  {
    name: 'heading a level too deep',
    rule: ['structure/heading-level', 'structure/missing-section'],
    forms: ['markdown'],
    draw: tooDeep,
  },
  { name: 'reference to no paragraph', rule: 'structure/broken-reference', draw: astray },
];

function naming({ name }: SectionPlace): RegExp {
  return new RegExp(name, 'i');
}

/** The sections without others below them. */
function leaves({ sections }: Landmarks): readonly SectionPlace[] {
  return sections.filter((section) => sections.every(({ parent }) => parent !== section));
}

function doubled(document: Landmarks, random: Random): Change {
  const section = random.pick(leaves(document));
  const { whole, headingLine, name } = section;
  const words = document.text.slice(whole.from, whole.to);
  const lead = words.endsWith('\n') ? '' : '\n\n';
  return change(
    document.text,
    [insert(whole.to, lead + words)],
    [headingLine, whole],
    `${name}: doubled`,
    naming(section),
  );
}

function emptied(document: Landmarks, random: Random): Change | undefined {
  const section = random.pick(leaves(document));
  const { whole, headingLine, name } = section;
  const rest = { from: headingLine.to + 1, to: whole.to };
  if (rest.to <= rest.from) return undefined;
  const gap = document.form === 'markdown' ? '\n' : '';
  return change(document.text, [replace(rest, gap)], [headingLine], `${name}: emptied`, naming(section));
}

/** A section behind another of the same parent is then below that one. */
function tooDeep(document: Landmarks, random: Random): Change | undefined {
  const section = random.pick(leaves(document));
  const siblings = document.sections.filter(({ parent }) => parent === section.parent);
  if (siblings.indexOf(section) < 1) return undefined;
  const { headingLine, name } = section;
  return change(
    document.text,
    [insert(headingLine.from, '#')],
    [headingLine],
    `${name}: a level too deep`,
    naming(section),
  );
}

function astray(document: Landmarks, random: Random): Change {
  const { at } = slot(document, random);
  const number = 60 + random.below(40);
  const words = random.pick([
    `More is said in paragraph ${number}.`,
    `This is taken up below (see paragraph ${number}).`,
    `Paragraphs 2 and ${number} give examples.`,
  ]);
  const line = { from: at, to: at };
  return change(document.text, [insert(at, `${words} `)], [line], words, new RegExp(`\\b${number}\\b`));
}
