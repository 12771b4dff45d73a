import type { Random } from '../../incremental/random.ts';
import { type Change, change, insert, replace, then } from '../change.ts';
import type { Fault } from '../kind.ts';
import { type Landmarks, landmarks, type SectionPlace } from '../landmarks.ts';
import { slip } from './record.ts';

export const SECTION_FAULTS: readonly Fault<Landmarks>[] = [
  {
    name: 'judged section lost',
    rule: 'structure/missing-section',
    draw: (document, random) => lost(document, random, true),
  },
  {
    name: 'unjudged section lost',
    rule: 'structure/missing-section',
    draw: (document, random) => lost(document, random, false),
  },
  { name: 'heading lost', rule: 'structure/missing-section', forms: ['text', 'markdown'], draw: headingLost },
  {
    name: 'heading misspelt',
    rule: ['structure/unknown-section', 'structure/missing-section'],
    draw: misspelt,
  },
  { name: 'section moved', rule: 'structure/section-order', draw: sectionMoved },
];

/** How many numbered paragraphs a section has. The published report lost some numbers, so the next section is asked. */
function paragraphsIn({ sections }: Landmarks, section: SectionPlace): number {
  const index = sections.indexOf(section);
  const below = sections.slice(index).filter(({ whole }) => whole.from < section.whole.to);
  const first = below.flatMap(({ numbers }) => numbers)[0]?.value ?? 0;
  const after = sections.slice(index + below.length).flatMap(({ numbers }) => numbers)[0]?.value ?? 48;
  const before =
    sections
      .slice(0, index)
      .flatMap(({ numbers }) => numbers)
      .at(-1)?.value ?? 0;
  return first === 0 ? 0 : after - Math.min(first, before + 1);
}

/** All that goes with a section: a list of sections that would be left empty goes too. */
function extent({ text, form, sections }: Landmarks, section: SectionPlace): { from: number; to: number } {
  const siblings = sections.filter(({ parent }) => parent === section.parent);
  if (form !== 'yaml' || section.parent === undefined || siblings.length > 1) return section.whole;
  return { from: text.lastIndexOf('\n', section.whole.from - 2) + 1, to: section.whole.to };
}

/** Where a reader misses a section: at the top, in the heading above it, or in the sections beside it. */
function beside(
  { sections, fields }: Landmarks,
  section: SectionPlace,
): readonly { from: number; to: number }[] {
  const index = sections.indexOf(section);
  const next = sections.find(({ whole }) => whole.from >= section.whole.to);
  const top = {
    from: 0,
    to: Math.max(...fields.map(({ line }) => line.to), (sections[0]?.whole.from ?? 0) - 1),
  };
  const around = [section.parent, sections[index - 1], next];
  return [top, ...around.flatMap((other) => (other === undefined ? [] : [other.headingLine]))];
}

function naming(...sections: readonly SectionPlace[]): RegExp {
  return new RegExp(sections.map(({ name }) => name).join('|'), 'i');
}

function lost(document: Landmarks, random: Random, judged: boolean): Change | undefined {
  const wanted = document.sections.filter(({ judgement }) => (judgement !== undefined) === judged);
  const section = random.pick(wanted);
  const at = beside(document, section);
  const first = change(
    document.text,
    [replace(extent(document, section), '')],
    at,
    `${section.name}: lost`,
    naming(section),
  );
  // A word processor numbers on by itself, so that no gap shows where the section was.
  return random.chance(0.5) ? renumbered(document, section, first) : first;
}

function renumbered(document: Landmarks, section: SectionPlace, first: Change): Change {
  const by = paragraphsIn(document, section);
  const last = Math.max(0, ...numbersBefore(document, section));
  const rest = landmarks({ form: document.form, text: first.text });
  const edits = rest.sections
    .flatMap(({ numbers }) => numbers)
    .filter(({ value }) => value > last)
    .map(({ span, value }) => replace(span, String(value - by)));
  return then({ ...first, note: `${first.note}, numbered on` }, edits);
}

function numbersBefore({ sections }: Landmarks, section: SectionPlace): readonly number[] {
  return sections
    .slice(0, sections.indexOf(section))
    .flatMap(({ numbers }) => numbers.map(({ value }) => value));
}

/** The heading goes and its text stays, as where an extraction took it for a page's header. */
function headingLost(document: Landmarks, random: Random): Change {
  const section = random.pick(document.sections);
  const { headingLine, name } = section;
  const edit = replace({ from: headingLine.from, to: headingLine.to + 1 }, '');
  const at = [...beside(document, section), section.whole];
  return change(document.text, [edit], at, `${name}: heading lost`, naming(section));
}

function misspelt(document: Landmarks, random: Random): Change | undefined {
  const section = random.pick(document.sections);
  const name = slip(section.name, random);
  if (name === section.name) return undefined;
  const at = [...beside(document, section), section.headingLine];
  return change(
    document.text,
    [replace(section.heading, name)],
    at,
    `${section.name}: ${name}`,
    naming(section),
  );
}

/** Two neighbours change places, or a section goes to some other place among its siblings. */
function sectionMoved(document: Landmarks, random: Random): Change | undefined {
  const section = random.pick(document.sections);
  const siblings = document.sections.filter(({ parent }) => parent === section.parent);
  const index = siblings.indexOf(section);
  const to = random.below(siblings.length + 1);
  if (siblings.length < 2 || to === index || to === index + 1) return undefined;
  const target = siblings[to]?.whole.from ?? siblings.at(-1)?.whole.to ?? 0;
  const { whole } = section;
  const words = document.text.slice(whole.from, whole.to).trimEnd();
  const end = document.form === 'yaml' ? '\n' : '\n\n';
  // The last section of a file may have no empty line behind it.
  const lead = document.text.slice(0, target).endsWith(end) ? '' : '\n';
  const between = siblings
    .slice(Math.min(index, to), Math.max(index, to) + 1)
    .filter((other) => other !== section);
  const moved = change(
    document.text,
    [replace(whole, ''), insert(target, `${lead}${words}${end}`)],
    [...between.map(({ headingLine }) => headingLine)],
    `${section.name}: moved before ${siblings[to]?.name ?? 'the end'}`,
    naming(section, ...between),
  );
  const heading = moved.text.indexOf(words);
  return { ...moved, at: [...moved.at, { from: heading, to: heading + words.indexOf('\n') }] };
}
