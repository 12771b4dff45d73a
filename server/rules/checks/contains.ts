import type { CheckDef } from '../../framework/checkDef.ts';
import { PARTS } from '../../framework/checks.ts';
import { blockSpan } from '../../model/block.ts';
import { headingSpan, type Report, type Section, sectionsWithin } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import type { Draft } from '../rule.ts';
import { type CheckMaker, say, sectionsPlaying } from './check.ts';

/** What a section holds: other sections, text, lists and tables; which it must not; and in which order. */
export const contains: CheckMaker = (def, { sectionsById }) => {
  const { section = '' } = def;
  // A section that is not in force on the document's day cannot be asked for.
  const known = (names: readonly string[]) =>
    names.filter((name) => PARTS.includes(name) || sectionsById.has(name));
  const called = (name: string) => sectionsById.get(name)?.def.heading ?? name;
  return {
    scope: 'document',
    *check({ report }) {
      for (const one of sectionsPlaying(report, section)) {
        const found = partsOf(report, one);
        const at = headingSpan(one);
        const about = (name: string, place: Span): Draft<Span> => ({
          at: place,
          message: say(def, { section: one.content.title, value: called(name) }),
        });
        for (const name of known(def.must)) if (!found.has(name)) yield about(name, at);
        for (const name of def.mustNot) {
          const there = found.get(name);
          if (there !== undefined) yield about(name, there);
        }
        yield* choiceDrafts(known(def.oneOf), found, (name, place) => about(name, place ?? at));
        yield* orderDrafts(def, found, about);
      }
    },
  };
};

/** What stands in a section by its name, where it is first. What is in sections below it counts as theirs. */
function partsOf(report: Report, section: Section): ReadonlyMap<string, Span> {
  const parts = new Map<string, Span>();
  for (const placed of section.own) {
    const { kind, tables, number } = placed.block;
    const name = tables.length > 0 ? 'table' : kind === 'item' && number === undefined ? 'list' : 'paragraph';
    const isText = kind === 'paragraph' || kind === 'item' || kind === 'quote' || kind === 'table';
    if (isText && !parts.has(name)) parts.set(name, blockSpan(placed));
  }
  for (const below of sectionsWithin(report, section).slice(1)) {
    const id = below.content.role?.def.id;
    if (id !== undefined && !parts.has(id)) parts.set(id, headingSpan(below));
  }
  return parts;
}

/** Of several things there must be one and no more: the finding names the first where there is none. */
function* choiceDrafts(
  names: readonly string[],
  found: ReadonlyMap<string, Span>,
  about: (name: string, place: Span | undefined) => Draft<Span>,
): Iterable<Draft<Span>> {
  const [first] = names;
  if (first === undefined) return;
  const present = names
    .flatMap((name) => {
      const place = found.get(name);
      return place === undefined ? [] : [{ name, place }];
    })
    .sort((a, b) => a.place.from - b.place.from);
  if (present.length === 0) yield about(first, undefined);
  for (const { name, place } of present.slice(1)) yield about(name, place);
}

/** What stands before something that should stand before it. */
function* orderDrafts(
  { inOrder }: CheckDef,
  found: ReadonlyMap<string, Span>,
  about: (name: string, place: Span) => Draft<Span>,
): Iterable<Draft<Span>> {
  let latest = -1;
  for (const name of inOrder) {
    const place = found.get(name);
    if (place === undefined) continue;
    if (place.from < latest) yield about(name, place);
    latest = Math.max(latest, place.from);
  }
}
