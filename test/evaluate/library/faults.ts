import type { SectionRole } from '../../../server/framework/vocabulary.ts';
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
import { CONTENTS_FAULTS } from './contents.ts';
import { EVIDENCE_FAULTS } from './evidence.ts';
import { hasDays, hasFields, hasProse, where } from './guards.ts';
import { around, type LibraryJudgement, type LibraryLandmarks, type LibrarySection } from './landmarks.ts';
import { ORDER_FAULTS } from './order.ts';
import { SCALE_FAULTS } from './scales.ts';
import { TABLE_FAULTS } from './tables.ts';

const OWN_FAULTS: readonly Fault<LibraryLandmarks>[] = [
  { name: 'section lost', rule: 'structure/missing-section', draw: lost },
  { name: 'heading lost', rule: 'structure/missing-section', draw: headingLost },
  {
    name: 'heading misspelt',
    rule: ['structure/unknown-section', 'structure/missing-section'],
    draw: misspelt,
  },
  { name: 'section emptied', rule: 'structure/empty-section', draw: emptied },
  { name: 'section doubled', rule: 'structure/duplicate-section', draw: doubled },
  { name: 'sections in another order', rule: 'structure/section-order', draw: moved },
  {
    name: 'heading a level too deep',
    rule: ['structure/heading-level', 'structure/missing-section'],
    draw: tooDeep,
  },
  { name: 'judgement changed in one place', rule: 'judgement/judgement-conflict', draw: contradicted },
  { name: 'judgement off the scale', rule: 'judgement/not-on-scale', draw: offScale },
  { name: 'judgement lost', rule: 'judgement/missing-judgement', draw: unjudged },
  { name: 'row of the summary lost', rule: 'judgement/summary-incomplete', draw: rowLost },
  { name: 'part of the letter lost', rule: 'letter/missing-part', draw: partLost },
];

/** Not every document has what each of them needs. */
export const LIBRARY_FAULTS: readonly Fault<LibraryLandmarks>[] = [
  ...OWN_FAULTS,
  ...TABLE_FAULTS,
  ...CONTENTS_FAULTS,
  ...EVIDENCE_FAULTS,
  ...ORDER_FAULTS,
  ...SCALE_FAULTS,
  ...where(
    hasFields,
    FIELD_FAULTS.filter(({ name }) => name !== 'field unreadable' && name !== 'placeholder left in'),
  ),
  ...where(
    hasDays,
    FIELD_FAULTS.filter(({ name }) => name === 'field unreadable'),
  ),
  ...where(hasProse, [
    ...FIELD_FAULTS.filter(({ name }) => name === 'placeholder left in'),
    ...BROKEN_FAULTS,
    ...SHARE_FAULTS,
    ...DATE_FAULTS,
    ...IDENTIFIER_FAULTS,
    ...ACRONYM_FAULTS,
    ...TERM_FAULTS,
    ...CLAIM_FAULTS,
    ...ACCESS_FAULTS,
    ...DIRECTIVE_FAULTS,
    ...WHOLE_FAULTS,
    ...WHOLE_COUNT_FAULTS,
    ...SUM_FAULTS,
  ]),
].map((kind) => ({ ...kind, optional: true }));

function naming(...names: readonly string[]): RegExp {
  return new RegExp(names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'i');
}

/** Sections that the framework knows by their name, and of which it knows one of that name only. */
function known({ sections }: LibraryLandmarks): readonly (LibrarySection & { readonly role: SectionRole })[] {
  const counts = new Map<string, number>();
  for (const { name } of sections) counts.set(name, (counts.get(name) ?? 0) + 1);
  return sections.flatMap((section) => {
    const { role, name } = section;
    if (role === undefined || role.def.anyHeading || role.def.repeated || counts.get(name) !== 1) return [];
    return [{ ...section, role }];
  });
}

function required(document: LibraryLandmarks) {
  return known(document).filter(({ role }) => role.def.required);
}

function leaves<S extends LibrarySection>(all: readonly S[], { sections }: LibraryLandmarks): readonly S[] {
  return all.filter(({ headingLine }) => !sections.some(({ parent }) => parent?.headingLine === headingLine));
}

function pick<T>(all: readonly T[], random: Random): T | undefined {
  return all.length === 0 ? undefined : random.pick(all);
}

function nameOf({ role, name }: LibrarySection): string {
  return role?.def.heading ?? name;
}

function lost(document: LibraryLandmarks, random: Random): Change | undefined {
  const section = pick(required(document), random);
  if (section === undefined) return undefined;
  const own = document.sections.find(({ headingLine }) => headingLine === section.headingLine) ?? section;
  const at = around(document, own);
  const names = naming(section.name, nameOf(section));
  return change(document.text, [replace(section.whole, '')], at, `${section.name}: lost`, names);
}

function headingLost(document: LibraryLandmarks, random: Random): Change | undefined {
  // What has fields of its own is known by them, with or without its heading.
  const all = required(document).filter(({ role }) => role.def.fields.length === 0);
  const section = pick(leaves(all, document), random);
  if (section === undefined) return undefined;
  const own = document.sections.find(({ headingLine }) => headingLine === section.headingLine) ?? section;
  const at = [...around(document, own), section.whole];
  const names = naming(section.name, nameOf(section));
  return change(document.text, [removeLine(section.headingLine)], at, `${section.name}: heading lost`, names);
}

function misspelt(document: LibraryLandmarks, random: Random): Change | undefined {
  const section = pick(known(document), random);
  if (section === undefined || section.name.length < 6) return undefined;
  const name = slip(section.name, random);
  if (name === section.name) return undefined;
  const own = document.sections.find(({ headingLine }) => headingLine === section.headingLine) ?? section;
  const at = [...around(document, own), section.headingLine];
  return change(
    document.text,
    [replace(section.heading, name)],
    at,
    name,
    naming(section.name, nameOf(section), name),
  );
}

function emptied(document: LibraryLandmarks, random: Random): Change | undefined {
  const section = pick(leaves(known(document), document), random);
  if (section === undefined || section.whole.to === document.text.length) return undefined;
  const { whole, headingLine, name } = section;
  const edit = replace({ from: headingLine.to + 1, to: whole.to }, '\n');
  return change(document.text, [edit], [headingLine], `${name}: emptied`, naming(name, nameOf(section)));
}

function doubled(document: LibraryLandmarks, random: Random): Change | undefined {
  const section = pick(leaves(known(document), document), random);
  if (section === undefined || section.whole.to === document.text.length) return undefined;
  const { whole, name } = section;
  const words = document.text.slice(whole.from, whole.to);
  return change(
    document.text,
    [insert(whole.to, words)],
    [whole],
    `${name}: doubled`,
    naming(name, nameOf(section)),
  );
}

function moved(document: LibraryLandmarks, random: Random): Change | undefined {
  // Where nobody is sure of the order, none is asked for.
  if (document.vocabulary.framework.rules.get('structure/section-order') === 'off') return undefined;
  const all = known(document);
  const one = pick(all, random);
  const other = all.find(
    ({ parent, whole, level, role }) =>
      parent === one?.parent &&
      level === one?.level &&
      whole.from === one.whole.to &&
      role.parent === one.role.parent,
  );
  if (one === undefined || other === undefined || other.role.order < one.role.order) return undefined;
  const words = ({ whole }: LibrarySection) => document.text.slice(whole.from, whole.to).trimEnd();
  const edits = [replace(one.whole, `${words(other)}\n\n`), replace(other.whole, `${words(one)}\n\n`)];
  const note = `${one.name} and ${other.name} change places`;
  const names = naming(one.name, other.name, nameOf(one), nameOf(other));
  return change(document.text, edits, [one.whole, other.whole], note, names);
}

/** A section behind another of the same parent is then below that one. */
function tooDeep(document: LibraryLandmarks, random: Random): Change | undefined {
  const section = pick(leaves(required(document), document), random);
  if (section === undefined) return undefined;
  const own = document.sections.find(({ headingLine }) => headingLine === section.headingLine) ?? section;
  if (document.sections.filter(({ parent }) => parent === section.parent).indexOf(own) < 1) return undefined;
  const at = [...around(document, own), section.headingLine];
  const names = naming(section.name, nameOf(section));
  return change(
    document.text,
    [insert(section.headingLine.from, '#')],
    at,
    `${section.name}: too deep`,
    names,
  );
}

function others({ scale, label }: LibraryJudgement, text: string): readonly string[] {
  // A label in bold is the same label: writing it again without the marks would be no fault.
  const now = text
    .slice(label.from, label.to)
    .replace(/^[*_]+/, '')
    .toLowerCase();
  const own = scale.values.find((value) =>
    [value.label, ...value.aliases].some((one) => now.startsWith(one.toLowerCase())),
  );
  return scale.values.filter((value) => value !== own).map((value) => value.label);
}

function contradicted(document: LibraryLandmarks, random: Random): Change | undefined {
  const judgement = pick(document.judgements, random);
  if (judgement === undefined) return undefined;
  const same = document.judgements.filter(({ area }) => area.toLowerCase() === judgement.area.toLowerCase());
  if (same.length < 2) return undefined;
  const label = random.pick(others(judgement, document.text));
  const at = same.map(({ line }) => line);
  return change(
    document.text,
    [replace(judgement.label, label)],
    at,
    `${judgement.area}: ${label}`,
    naming(label),
  );
}

const OTHER_LABELS = [
  'Satisfactory',
  'Adequate',
  'Requires improvement',
  'Very good',
  'Excellent',
  'Weak',
  'Expected standard',
];

function offScale(document: LibraryLandmarks, random: Random): Change | undefined {
  const judgement = pick(document.judgements, random);
  if (judgement === undefined) return undefined;
  const own = judgement.scale.values
    .flatMap(({ label, aliases }) => [label, ...aliases])
    .map((one) => one.toLowerCase());
  const label = random.pick(OTHER_LABELS.filter((one) => !own.includes(one.toLowerCase())));
  const same = document.judgements.filter(({ area }) => area.toLowerCase() === judgement.area.toLowerCase());
  return change(
    document.text,
    [replace(judgement.label, label)],
    same.map(({ line }) => line),
    `${judgement.area}: ${label}`,
  );
}

/** A judgement that is given once only, and must be. */
function unjudged(document: LibraryLandmarks, random: Random): Change | undefined {
  const judgement = pick(
    document.judgements.filter(({ form }) => form === 'field'),
    random,
  );
  const section = known(document).find((one) => nameOf(one) === judgement?.area);
  if (judgement === undefined || section?.role.def.judgement?.required !== true) return undefined;
  if (document.judgements.filter(({ area }) => area === judgement.area).length > 1) return undefined;
  const at = [section.headingLine, { from: section.headingLine.to, to: judgement.line.to }];
  return change(
    document.text,
    [removeLine(judgement.line)],
    at,
    `${judgement.area}: no judgement`,
    naming(judgement.area),
  );
}

function rowLost(document: LibraryLandmarks, random: Random): Change | undefined {
  const row = pick(
    document.judgements.filter(({ form }) => form === 'row'),
    random,
  );
  const section = document.sections.find(({ role }) => role?.def.judgementSummary === true);
  if (row === undefined || section === undefined) return undefined;
  return change(
    document.text,
    [removeLine(row.line)],
    [section.whole],
    `${row.area}: row lost`,
    naming(row.area),
  );
}

function partLost(document: LibraryLandmarks, random: Random): Change | undefined {
  const part = pick(
    document.parts.filter((one) => one.required),
    random,
  );
  if (part === undefined) return undefined;
  const { label, line } = part;
  const at = [
    { from: 0, to: document.bodyFrom + 200 },
    { from: line.from - 1, to: line.from + 1 },
  ];
  return change(document.text, [removeLine(line)], at, `no ${label}`, naming(label));
}
