import type { Words } from '../../report/contents.ts';
import { anchorSpan, headingSpan, type Section } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import { listed } from '../../values/listing.ts';
import { type Draft, type DraftFix, defineRule } from '../rule.ts';
import {
  type ContentsMatch,
  type MatchedEntry,
  matchContents,
  numberOf,
  titleLike,
} from './contentsMatch.ts';
import { indexRise } from './longestRise.ts';
import { regenerated } from './regenerate.ts';

export default defineRule({
  scope: 'document',
  summary: 'A list of contents must list the sections that are there, by their names and in their order.',
  why: 'A reader who looks a section up in the contents and does not find it there, or not where they say, gives up or doubts the rest.',
  severity: 'warning',
  *check({ report }) {
    for (const list of report.sections) {
      if (list.content.contentsList.length < 2) continue;
      const match = matchContents(report, list);
      if (match !== undefined) yield* faults(list, match);
    }
  },
});

function* faults(list: Section, match: ContentsMatch): Iterable<Draft<Span>> {
  const renew = regenerated(list, match);
  for (const one of match.entries) {
    if (one.kind === 'none') yield extra(list, one, renew);
    if (one.kind === 'near') yield misworded(list, one, renew);
    if (one.kind === 'same') yield* misnumbered(list, one, renew);
  }
  yield* disorder(list, match, renew);
  yield* pages(list, match);
  if (match.unlisted.length > 0) yield missing(list, match.unlisted, renew);
}

type Fixes = readonly DraftFix<Span>[];

function extra(list: Section, { entry }: MatchedEntry, fixes: Fixes): Draft<Span> {
  return {
    at: spanOf(list, entry.title),
    message: `The contents list "${entry.title.text}", but the document has no section of that name. Take it out of the contents, or write its heading as they do.`,
    fixes,
  };
}

function misworded(list: Section, { entry, section }: MatchedEntry, renew: Fixes): Draft<Span> {
  const title = section === undefined ? '' : titleLike(entry.title.text, section);
  return {
    at: spanOf(list, entry.title),
    message: `The contents list "${entry.title.text}", but the heading says "${title}". Write both alike.`,
    related: headings(section),
    fixes: [
      { title: `Change to "${title}"`, edits: (edit) => edit.replace(spanOf(list, entry.title), title) },
      ...renew,
    ],
  };
}

function* misnumbered(list: Section, { entry, section }: MatchedEntry, renew: Fixes): Iterable<Draft<Span>> {
  const { number } = entry;
  const right = section && numberOf(section);
  if (number === undefined || right === undefined || plain(number.text) === plain(right)) return;
  yield {
    at: spanOf(list, number),
    message: `The contents number "${entry.title.text}" ${number.text}, but its heading is numbered ${right}.`,
    related: headings(section),
    fixes: [
      { title: `Change to ${right}`, edits: (edit) => edit.replace(spanOf(list, number), right) },
      ...renew,
    ],
  };
}

/** "2.0" and "2" number one section. */
function plain(number: string): string {
  return number.replace(/(?:\.0)+$/, '').toLowerCase();
}

/** Where more entries than these are out of place, the order as a whole is another. */
const MOST_MOVED = 3;

function* disorder(list: Section, { entries }: ContentsMatch, fixes: Fixes): Iterable<Draft<Span>> {
  const placed = entries.flatMap(({ entry, section, kind }) =>
    section === undefined || kind === 'short' ? [] : [{ entry, section }],
  );
  const kept = indexRise(placed.map(({ section }) => section.index));
  const moved = placed.filter((_, at) => !kept.has(at));
  if (moved.length > MOST_MOVED) {
    yield {
      at: headingSpan(list),
      message: `The contents give ${moved.length} of ${placed.length} sections in another order than the document.`,
      related: moved.slice(0, 10).map(({ entry }) => ({
        at: spanOf(list, entry.title),
        message: `"${entry.title.text}" is out of order.`,
      })),
      fixes,
    };
    return;
  }
  for (const { entry, section } of moved) {
    const at = placed.findIndex((one) => one.entry === entry);
    // The neighbour on whose wrong side it stands.
    const passed = placed.find(
      (one, index) => kept.has(index) && index < at && one.section.index > section.index,
    );
    const next = placed.findLast(
      (one, index) => kept.has(index) && index > at && one.section.index < section.index,
    );
    const other = passed ?? next;
    const [here, there] = passed === undefined ? ['before', 'after'] : ['after', 'before'];
    yield {
      at: spanOf(list, entry.title),
      message: `The contents list "${entry.title.text}" ${here} "${other?.entry.title.text}", but the section stands ${there} it.`,
      related: [...headings(section), ...headings(other?.section)],
      fixes,
    };
  }
}

function* pages(list: Section, { entries }: ContentsMatch): Iterable<Draft<Span>> {
  const paged = entries.flatMap(({ entry }) =>
    entry.page === undefined ? [] : [{ entry, page: entry.page }],
  );
  const kept = indexRise(paged.map(({ page }, at) => Number(page.text) * paged.length + at));
  const wrong = paged.filter((_, at) => !kept.has(at));
  // Numbers that begin anew in each part are another way of numbering.
  if (wrong.length * 3 > paged.length) return;
  for (const { entry, page } of wrong) {
    const at = paged.findIndex((one) => one.page === page);
    const before = paged.findLast((_, index) => index < at && kept.has(index));
    const behind = paged.find((_, index) => index > at && kept.has(index));
    const other = before !== undefined && Number(before.page.text) > Number(page.text) ? before : behind;
    const side = other === before ? 'above' : 'below';
    yield {
      at: spanOf(list, page),
      message: `The contents give page ${page.text} for "${entry.title.text}", but page ${other?.page.text} for "${other?.entry.title.text}" ${side} it. Page numbers cannot go backwards.`,
      related:
        other === undefined ? [] : [{ at: spanOf(list, other.page), message: `Page ${other.page.text}.` }],
    };
  }
}

/** Many lists leave out sections by design, so that this is only worth a look. */
function missing(list: Section, unlisted: readonly Section[], fixes: Fixes): Draft<Span> {
  const names = unlisted.map(({ content }) => `"${content.title}"`);
  const shown = names.length > 3 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
  return {
    at: headingSpan(list),
    severity: 'info',
    message: `The contents leave out ${listed(shown, 'and')}, though they list other sections of that level.`,
    related: unlisted.flatMap(headings),
    fixes,
  };
}

function headings(section: Section | undefined): readonly { at: Span; message: string }[] {
  if (section === undefined) return [];
  return [{ at: headingSpan(section), message: `The section "${section.content.title}".` }];
}

function spanOf(list: Section, { at }: Words): Span {
  return anchorSpan(list, at);
}
