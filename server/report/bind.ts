import type { FieldDef } from '../framework/framework.ts';
import { normaliseName, normalisePhrase } from '../framework/name.ts';
import { type SectionRole, sectionsNamed, type Vocabulary } from '../framework/vocabulary.ts';
import type { Heading, PlacedBlock } from '../model/block.ts';
import type { Span } from '../text/span.ts';
import { splitHeading, splitJudged } from './headingText.ts';
import type { Binding } from './report.ts';

/**
 * Finds out what a heading names. `parent` decides between sections of one name; an id counts more than any
 * name, be it the heading's own or one that stands in a comment below it.
 */
export function bind(
  placed: PlacedBlock,
  parent: SectionRole | undefined,
  vocabulary: Vocabulary | undefined,
  idBelow?: string,
): Binding {
  const { heading } = placed.block;
  const sectionId = placed.block.sectionId ?? idBelow;
  const level = heading?.level ?? 1;
  const text = heading?.prose.text ?? '';
  const named = sectionId === undefined ? undefined : vocabulary?.sectionsById.get(sectionId);
  const name = nameOf(heading);
  const whole = text.slice(name.from, name.to);
  // A framework may have what looks like a number in its own name: "Part 1: Practice".
  const exact = candidate(vocabulary, whole, parent) ?? candidate(vocabulary, text, parent);
  const judged =
    exact === undefined && vocabulary !== undefined
      ? splitJudged(text, name, vocabulary, judgedName(vocabulary, parent))
      : undefined;
  const parts = judged ?? splitHeading(text, name, vocabulary?.labels);
  const bare = text.slice(parts.name.from, parts.name.to);
  const found = exact ?? judged?.role ?? candidate(vocabulary, bare, parent);
  // Below a section, its own field of that name comes before a section that belongs elsewhere.
  const field = found?.parent === parent ? undefined : blockField(parent, bare);
  const role = named ?? (field === undefined ? found : undefined);
  const title = exact === undefined || bare === '' ? (parts.judgement === undefined ? whole : bare) : whole;
  return {
    title: title === '' ? (role?.def.heading ?? sectionId ?? '') : title,
    level,
    role,
    isOpen: false,
    block: role === undefined ? field : undefined,
    headingJudgement: exact === undefined ? parts.judgement : undefined,
    judges: undefined,
  };
}

/** The section that words name, by its own name or as sentences call what it judges. */
function judgedName(vocabulary: Vocabulary, parent: SectionRole | undefined) {
  return (words: string): SectionRole | undefined =>
    candidate(vocabulary, words, parent) ?? vocabulary.areasByName.get(normalisePhrase(words))?.section;
}

/** The name of a heading without the pages that an agenda gives behind it. */
function nameOf(heading: Heading | undefined): Span {
  if (heading === undefined) return { from: 0, to: 0 };
  const { name, pages, prose } = heading;
  if (pages === undefined) return name;
  return { from: name.from, to: prose.text.slice(0, pages.at.from).trimEnd().length };
}

function blockField(parent: SectionRole | undefined, name: string): FieldDef | undefined {
  const def = parent?.fieldsByName.get(normaliseName(name));
  return def?.type === 'block' ? def : undefined;
}

function candidate(
  vocabulary: Vocabulary | undefined,
  name: string,
  parent: SectionRole | undefined,
): SectionRole | undefined {
  if (vocabulary === undefined) return undefined;
  const byName = vocabulary.sectionsByName;
  const candidates =
    byName.get(normaliseName(name)) ??
    byName.get(normalisePhrase(name)) ??
    byName.get(`the ${normaliseName(name)}`) ??
    sectionsNamed(vocabulary, name) ??
    [];
  // Below a section of its name a heading is one of that section's own: "3.1 Children in care" below "3. Children in care".
  const apart = candidates.filter((role) => !isOrHolds(role, parent));
  return apart.find((role) => role.parent === parent) ?? apart[0];
}

/** Whether a section is another one, or has it somewhere below it. */
function isOrHolds(role: SectionRole, other: SectionRole | undefined): boolean {
  return other !== undefined && (role === other || isOrHolds(role, other.parent));
}
