import { headingSpan, type Report, type Section, type Statement, statedValue } from '../report/report.ts';
import type { Span } from '../text/span.ts';
import type { Analysis } from './analysis.ts';
import { statusSummary } from './statuses.ts';

/** An entry of the outline. */
export interface DocumentSymbol {
  readonly name: string;
  /** The section's judgement or statuses, so that the outline is a summary of the report. */
  readonly detail: string | undefined;
  /** The section with all that is below it. */
  readonly span: Span;
  readonly selection: Span;
  readonly children: readonly DocumentSymbol[];
}

/** The sections of a document as a tree, each with its judgement. */
export function documentSymbols({ report }: Analysis): readonly DocumentSymbol[] {
  return childrenOf(undefined, sectionsBelow(report), report.model.text.length);
}

/** The sections right below each section, those of the document itself below `undefined`. */
export function sectionsBelow(report: Report): ReadonlyMap<Section | undefined, readonly Section[]> {
  const below = new Map<Section | undefined, Section[]>();
  for (const section of report.sections) {
    if (section.heading === undefined) continue;
    const known = below.get(section.parent);
    if (known === undefined) below.set(section.parent, [section]);
    else known.push(section);
  }
  return below;
}

function childrenOf(
  parent: Section | undefined,
  below: ReadonlyMap<Section | undefined, readonly Section[]>,
  end: number,
): readonly DocumentSymbol[] {
  const children = below.get(parent) ?? [];
  return children.map((section, index) => {
    const next = children[index + 1];
    const to = next === undefined ? end : startOf(next);
    return {
      name: nameOf(section),
      detail: judgementOf(section) ?? statusSummary(section),
      span: { from: startOf(section), to: Math.max(to, headingSpan(section).to) },
      selection: headingSpan(section),
      children: childrenOf(section, below, to),
    };
  });
}

function startOf(section: Section): number {
  return Math.min(section.heading?.from ?? 0, headingSpan(section).from);
}

/** What a section is called in a list. A name is never empty: editors refuse an outline with an entry that has none. */
export function nameOf(section: Section): string {
  const number = section.heading?.block.heading?.number;
  const name = number === undefined ? section.content.title : `${number} ${section.content.title}`;
  return name.trim() === '' ? 'Section without a heading' : name;
}

/** The judgement as the document states it, from the place that is most official. */
export function judgementOf(section: Section): string | undefined {
  const best = officialStatement(section);
  return best === undefined ? undefined : best.form === 'prose' ? statedValue(best)?.label : best.text;
}

/** What a section itself says of its judgement, at the place that is most official. */
export function officialStatement({ content }: Section): Statement | undefined {
  const { area, statements } = content;
  const own = statements.filter((statement) => statement.area === area && statement.form !== 'summary');
  const rank = (statement: Statement) => ['heading', 'field', 'line', 'prose'].indexOf(statement.form);
  return [...own].sort((a, b) => rank(a) - rank(b))[0];
}
