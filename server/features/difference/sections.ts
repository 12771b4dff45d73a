import { normaliseName } from '../../framework/name.ts';
import { headingSpan, type Report, type Section } from '../../report/report.ts';
import { nameOf, sectionsBelow } from '../symbols.ts';
import type { Change, Said } from './change.ts';
import { match } from './match.ts';
import { plainText } from './plainWords.ts';
import type { Matched, Pair, PlacedChange } from './thing.ts';

/** Which sections of two versions are the same. */
export interface SectionPairs extends Matched<Section> {
  /** What a section is known by in either version; the same for the two of a pair. */
  readonly placeOf: (section: Section | undefined, version: 'before' | 'after') => string;
}

/** A section as it is put beside others. */
interface Headed {
  readonly section: Section;
  /** What its own blocks say, passage by passage. */
  readonly prints: readonly string[];
}

/** Puts the sections of two versions together: level by level by their part in the framework or name, else by what they say. */
export function pairSections(before: Report, after: Report): SectionPairs {
  const [was, is] = [sectionsBelow(before), sectionsBelow(after)];
  const pairs: Pair<Section>[] = [...openings(before, after)];
  const gone: Section[] = [];
  const fresh: Section[] = [];
  const descend = (one: Section | undefined, other: Section | undefined) => {
    const level = matchLevel(was.get(one) ?? [], is.get(other) ?? []);
    pairs.push(...level.pairs);
    gone.push(...level.gone);
    fresh.push(...level.fresh);
    for (const pair of level.pairs) descend(pair.before, pair.after);
  };
  descend(undefined, undefined);
  // What stands below another heading now, with all that is below it.
  for (let moved = moves(gone, fresh); moved.length > 0; moved = moves(gone, fresh)) {
    for (const { before: one, after: other } of moved) {
      gone.splice(gone.indexOf(one), 1);
      fresh.splice(fresh.indexOf(other), 1);
      pairs.push({ before: one, after: other });
      descend(one, other);
    }
  }
  const whole = { pairs, gone: withAll(gone, was), fresh: withAll(fresh, is) };
  return { ...whole, placeOf: placing(whole) };
}

/** What stands before the first heading. */
function openings(before: Report, after: Report): readonly Pair<Section>[] {
  const [was, is] = [before, after].map(({ sections }) =>
    sections.find(({ heading }) => heading === undefined),
  );
  return was === undefined || is === undefined ? [] : [{ before: was, after: is }];
}

function matchLevel(before: readonly Section[], after: readonly Section[]): Matched<Section> {
  const headed = (sections: readonly Section[]) =>
    sections.map((section): Headed => ({ section, prints: printsOf(section) }));
  const { pairs, gone, fresh } = match(headed(before), headed(after), {
    placeOf: () => '',
    keysOf: ({ section }) => keysOf(section),
    printOf: ({ prints }) => prints.join('\n'),
    // A heading of other words above what is said still.
    wordsOf: ({ prints }) => (prints.length === 0 ? undefined : prints),
  });
  return {
    pairs: pairs.map((pair) => ({ before: pair.before.section, after: pair.after.section })),
    gone: gone.map(({ section }) => section),
    fresh: fresh.map(({ section }) => section),
  };
}

function keysOf({ content }: Section): readonly string[] {
  const { role, name } = content;
  const own = role === undefined || role.def.repeated || role.def.anyHeading ? [] : [`part ${role.def.id}`];
  return name === '' ? own : [...own, `name ${name}`];
}

function printsOf({ own }: Section): readonly string[] {
  return own.flatMap(({ block }) => {
    const words = plainText(block.source);
    return words === '' ? [] : [words];
  });
}

function moves(gone: readonly Section[], fresh: readonly Section[]): readonly Pair<Section>[] {
  const keyed = (sections: readonly Section[]) => {
    const known = new Map<string, Section | undefined>();
    for (const section of sections) {
      const key = keysOf(section)[0];
      // A heading that comes again and again, such as "Objectives", tells nothing without the one above it.
      if (key !== undefined) known.set(key, known.has(key) ? undefined : section);
    }
    return known;
  };
  const now = keyed(fresh);
  return [...keyed(gone)].flatMap(([key, before]) => {
    const after = now.get(key);
    return before === undefined || after === undefined ? [] : [{ before, after }];
  });
}

/** Sections with all that are below them, in reading order. */
function withAll(
  sections: readonly Section[],
  below: ReadonlyMap<Section | undefined, readonly Section[]>,
): readonly Section[] {
  const within = (section: Section): readonly Section[] => [
    section,
    ...(below.get(section) ?? []).flatMap(within),
  ];
  return sections.flatMap(within).sort((a, b) => a.index - b.index);
}

function placing({ pairs, gone, fresh }: Matched<Section>): SectionPairs['placeOf'] {
  const known = { before: new Map<Section, string>(), after: new Map<Section, string>() };
  pairs.forEach(({ before, after }, index) => {
    known.before.set(before, `${index}`);
    known.after.set(after, `${index}`);
  });
  gone.forEach((section, index) => {
    known.before.set(section, `gone ${index}`);
  });
  fresh.forEach((section, index) => {
    known.after.set(section, `new ${index}`);
  });
  return (section, version) => (section === undefined ? '' : (known[version].get(section) ?? ''));
}

/** Sections that are new, gone, or have another heading. What is new or gone with the section around it is not told of again. */
export function sectionChanges({ pairs, gone, fresh }: SectionPairs): readonly PlacedChange[] {
  const outer = (sections: readonly Section[]) => {
    const all = new Set(sections);
    return sections.filter(({ parent }) => parent === undefined || !all.has(parent));
  };
  return [
    ...pairs.flatMap(({ before, after }) => renaming(before, after)),
    ...outer(gone).map((section) => placed('gone', section, undefined)),
    ...outer(fresh).map((section) => placed('new', undefined, section)),
  ];
}

function renaming(before: Section, after: Section): readonly PlacedChange[] {
  const [was, is] = [before, after].map(({ content }) => normaliseName(content.title));
  const isShown = [before, after].every(({ heading }) => heading?.block.heading?.prose.text !== '');
  if (was === is || !isShown) return [];
  return [placed('renamed', before, after)];
}

function placed(sort: Change['sort'], before: Section | undefined, after: Section | undefined): PlacedChange {
  const said = (section: Section | undefined): Said | undefined =>
    section && { text: section.content.title || nameOf(section), span: headingSpan(section) };
  const section = after ?? before;
  return {
    change: {
      kind: 'section',
      sort,
      subject: 'Section',
      part: undefined,
      before: said(before),
      after: said(after),
      turn: undefined,
      remark: undefined,
    },
    in: { version: after === undefined ? 'before' : 'after', section },
  };
}
