import type { Random } from '../../../incremental/random.ts';
import { type Change, change, insert, removeLine, replace } from '../../change.ts';
import { slip } from '../../faults/record.ts';
import type { Fault } from '../../kind.ts';
import { beside, type Part, type PlanLandmarks, type PlanSection } from '../landmarks.ts';

export const SECTION_FAULTS: readonly Fault<PlanLandmarks>[] = [
  { name: 'section lost', rule: 'structure/missing-section', draw: lost },
  {
    name: 'block lost',
    rule: ['document/missing-field', 'structure/missing-pattern-section'],
    draw: blockLost,
  },
  { name: 'heading lost', rule: 'structure/missing-section', forms: ['markdown'], draw: headingLost },
  {
    name: 'heading misspelt',
    rule: ['structure/unknown-section', 'structure/missing-section'],
    draw: misspelt,
  },
  { name: 'section emptied', rule: 'structure/empty-section', draw: emptied },
  { name: 'section doubled', rule: 'structure/duplicate-section', draw: doubled },
  { name: 'section moved', rule: 'structure/section-order', draw: moved },
  {
    name: 'heading a level too deep',
    rule: ['structure/heading-level', 'structure/missing-section'],
    forms: ['markdown'],
    draw: tooDeep,
  },
];

/** The words of a heading that a message has to name; the framework's may go on where the message cuts. */
function naming(...names: readonly string[]): RegExp {
  return new RegExp(names.map((name) => name.slice(0, 30)).join('|'), 'i');
}

function pick({ sections }: PlanLandmarks, random: Random, ...parts: readonly Part[]): PlanSection {
  return random.pick(sections.filter(({ part, required }) => required && parts.includes(part)));
}

function where({ name, parent }: PlanSection): string {
  return parent === undefined ? name : `${parent.name}: ${name}`;
}

function without(document: PlanLandmarks, section: PlanSection): Change {
  const at = beside(document, section);
  const note = `${where(section)} lost`;
  return change(document.text, [replace(section.whole, '')], at, note, naming(section.name));
}

function lost(document: PlanLandmarks, random: Random): Change {
  return without(document, pick(document, random, 'dashboard', 'actions'));
}

function blockLost(document: PlanLandmarks, random: Random): Change {
  return without(document, pick(document, random, 'block'));
}

/** The heading goes and what stood below it now stands below the one before. */
function headingLost(document: PlanLandmarks, random: Random): Change {
  const section = pick(document, random, 'dashboard', 'actions', 'block');
  const at = [...beside(document, section), section.whole];
  const note = `${where(section)}: heading lost`;
  return change(document.text, [removeLine(section.headingLine)], at, note, naming(section.name));
}

function misspelt(document: PlanLandmarks, random: Random): Change | undefined {
  const section = random.pick(document.sections.filter(({ part }) => part !== 'workstream'));
  const name = slip(section.name, random);
  if (name === section.name) return undefined;
  const at = [...beside(document, section), section.headingLine];
  const note = `${where(section)}: ${name}`;
  return change(document.text, [replace(section.heading, name)], at, note, naming(section.name));
}

function emptied(document: PlanLandmarks, random: Random): Change {
  const section = random.pick(document.sections.filter(({ part }) => part !== 'workstream'));
  const { headingLine, whole, name } = section;
  const rest = { from: headingLine.to + 1, to: whole.to };
  const gap = document.form === 'markdown' ? '\n' : '';
  return change(
    document.text,
    [replace(rest, gap)],
    [headingLine],
    `${where(section)}: emptied`,
    naming(name),
  );
}

function doubled(document: PlanLandmarks, random: Random): Change {
  const section = random.pick(document.sections.filter(({ part }) => DOUBLED.has(part)));
  const { whole, headingLine, name } = section;
  const words = document.text.slice(whole.from, whole.to);
  const lead = words.endsWith('\n\n') || document.form === 'yaml' ? '' : '\n\n';
  const at = [headingLine, whole];
  return change(
    document.text,
    [insert(whole.to, lead + words)],
    at,
    `${where(section)}: doubled`,
    naming(name),
  );
}

const DOUBLED: ReadonlySet<Part> = new Set(['dashboard', 'actions', 'metrics']);

/** A section goes behind one that the framework puts after it. */
function moved(document: PlanLandmarks, random: Random): Change | undefined {
  const section = random.pick(
    document.sections.filter(({ part }) => part === 'dashboard' || part === 'actions'),
  );
  const siblings = document.sections.filter(({ parent }) => parent === section.parent);
  const behind = siblings.slice(siblings.indexOf(section) + 1);
  const last = random.pick(behind);
  const words = document.text.slice(section.whole.from, section.whole.to).trimEnd();
  const end = document.form === 'yaml' ? '\n' : '\n\n';
  const lead = document.text.slice(0, last.whole.to).endsWith(end) ? '' : '\n';
  const edits = [replace(section.whole, ''), insert(last.whole.to, `${lead}${words}${end}`)];
  const at = behind.map(({ headingLine }) => headingLine);
  const note = `${where(section)}: moved behind ${last.name}`;
  const result = change(
    document.text,
    edits,
    at,
    note,
    naming(section.name, ...behind.map(({ name }) => name)),
  );
  const heading = result.text.indexOf(words);
  return { ...result, at: [...result.at, { from: heading, to: heading + words.indexOf('\n') }] };
}

function tooDeep(document: PlanLandmarks, random: Random): Change {
  const section = random.pick(
    document.sections.filter(({ part, parent }) => part !== 'workstream' && parent),
  );
  const at = [...beside(document, section), section.headingLine];
  const note = `${where(section)}: a level too deep`;
  return change(document.text, [insert(section.headingLine.from, '#')], at, note, naming(section.name));
}
