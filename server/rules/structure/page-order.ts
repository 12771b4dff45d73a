import { placeSpan } from '../../model/block.ts';
import { anchorSpan, headingSpan, type Report, type Section } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import { type PageRange, readPageRange } from '../../values/pageRange.ts';
import { type Draft, defineRule } from '../rule.ts';

export default defineRule({
  scope: 'document',
  summary: 'The pages of the items of an agenda must follow each other, each from its first to its last.',
  why: 'Members find the papers of an item by its pages; where two items claim the same ones, they prepare for the wrong one.',
  severity: 'warning',
  *check({ report }) {
    const last = new Map<Section | undefined, Paged>();
    for (const paged of pagesOf(report)) {
      const before = last.get(paged.section.parent);
      last.set(paged.section.parent, paged);
      if (paged.range.to < paged.range.from) yield backwards(paged);
      else if (before !== undefined && overlap(before.range, paged.range)) yield overlapping(before, paged);
    }
  },
});

/** A section with its pages, and where these are written. */
interface Paged {
  readonly section: Section;
  readonly range: PageRange;
  readonly at: Span;
}

/** The pages that headings give in brackets, or a field below them. */
function* pagesOf({ sections }: Report): Iterable<Paged> {
  for (const section of sections) {
    const { heading } = section;
    const pages = heading?.block.heading?.pages;
    if (heading !== undefined && pages !== undefined) {
      const at = heading.block.heading?.prose.sourceSpan(pages.at.from, pages.at.to);
      yield { section, range: pages.range, at: at ? placeSpan(heading, at) : headingSpan(section) };
      continue;
    }
    for (const { def, value } of section.content.fields) {
      const range = def?.type === 'page-range' ? readPageRange(value.text) : undefined;
      if (range !== undefined) yield { section, range, at: anchorSpan(section, value.at) };
    }
  }
}

/** Items that share all their papers name the same pages, and are right to. */
function overlap(before: PageRange, range: PageRange): boolean {
  const same = before.from === range.from && before.to === range.to;
  return !same && before.to >= before.from && range.from <= before.to;
}

function backwards({ section, range, at }: Paged): Draft<Span> {
  return {
    at,
    severity: 'error',
    message: `The pages of "${section.content.title}" end on ${range.to}, before they begin on ${range.from}. Write the first page first.`,
  };
}

function overlapping(before: Paged, { section, range, at }: Paged): Draft<Span> {
  const [earlier, later] = [before.section.content.title, section.content.title];
  return {
    at,
    message: `"${later}" begins on page ${range.from}, but "${earlier}" before it takes the pages up to ${before.range.to}. Correct one of the two.`,
    related: [
      { at: before.at, message: `"${earlier}" has pages ${before.range.from} to ${before.range.to}.` },
    ],
  };
}
