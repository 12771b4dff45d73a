import { metaText } from '../model/model.ts';
import { listed } from '../values/listing.ts';
import { contentLines } from './dumpContents.ts';
import type { NumberedParagraph, RecommendationGroup, Report, Section, Statement } from './report.ts';

/**
 * A report as text for people and tests: what was understood of it, and nothing of how it is written. The same
 * report in Markdown and in YAML gives the same dump.
 */
export function dumpReport(report: Report): string {
  const { title, vocabulary, fields, sections } = report;
  const lines = [
    `title: ${title ?? '(none)'}`,
    `framework: ${vocabulary?.framework.id ?? '(none)'}`,
    '',
    'fields',
    ...fields.map(({ def, entry }) => {
      const value = entry === undefined ? undefined : metaText(entry.value);
      return `  ${def.id}: ${value ?? (def.id === 'title' ? title : undefined) ?? '(missing)'}`;
    }),
    '',
    'sections',
    ...sections.flatMap((section) => sectionLines(section, report)),
    '',
    closing(sections),
  ];
  return `${lines.join('\n')}\n`;
}

function sectionLines(section: Section, report: Report): readonly string[] {
  const { heading, content } = section;
  if (heading === undefined && content.empty) return [];
  const name = heading === undefined ? '(before the first heading)' : content.title;
  const part = content.role?.def.id ?? section.binding.block?.id;
  const role = part === undefined ? '' : ` [${part}]`;
  const indent = '  '.repeat(depth(section) + 1);
  const facts = [
    ...content.statements
      .filter(({ form }) => form !== 'summary')
      .map((statement) => statementLine(statement, content.area)),
    ...summaryStatements(section, report),
    ...paragraphLine(content.paragraphs),
    ...content.recommendations.map(groupLine),
    ...summaryRows(section),
    ...contentLines(content),
  ];
  return [`${indent}${name}${role}`, ...facts.map((fact) => `${indent}  - ${fact}`)];
}

function depth({ parent }: Section): number {
  return parent === undefined ? 0 : depth(parent) + 1;
}

function statementLine({ form, area, text }: Statement, own: Section['content']['area']): string {
  return area === own ? `${form}: ${text}` : `${form} on ${area.name}: ${text}`;
}

/** What the summary table says of a section, which is worth seeing beside what the section says itself. */
function summaryStatements({ content }: Section, { sections }: Report): readonly string[] {
  if (content.area === undefined) return [];
  return sections
    .flatMap((section) => section.content.summary?.rows ?? [])
    .flatMap(({ statement }) =>
      statement !== undefined && statement.area === content.area ? [`summary: ${statement.text}`] : [],
    );
}

function summaryRows({ content }: Section): readonly string[] {
  return (content.summary?.rows ?? []).map(({ name, area, group, statement }) => {
    const known = area === undefined && !group ? ' (not known)' : '';
    return `row ${name}${known}: ${statement?.text ?? (group ? '(group)' : '(none)')}`;
  });
}

function paragraphLine(paragraphs: readonly NumberedParagraph[]): readonly string[] {
  const ranges = paragraphRanges(paragraphs.map(({ number }) => number));
  return ranges === '' ? [] : [`${paragraphs.length === 1 ? 'paragraph' : 'paragraphs'} ${ranges}`];
}

function groupLine({ name, items }: RecommendationGroup): string {
  return `${name}: ${items.length} ${items.length === 1 ? 'recommendation' : 'recommendations'}`;
}

/** Numbers in the order written, with runs that go up by one drawn together: "1–10, 12, 10.1–10.3". */
export function paragraphRanges(numbers: readonly string[]): string {
  const runs: { first: string; last: string }[] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && follows(run.last, number)) run.last = number;
    else runs.push({ first: number, last: number });
  }
  return runs.map(({ first, last }) => (first === last ? first : `${first}–${last}`)).join(', ');
}

function follows(before: string, number: string): boolean {
  const split = /^(.*?)(\d+)$/;
  const [, stem, last] = split.exec(before) ?? [];
  const [, nextStem, next] = split.exec(number) ?? [];
  return stem === nextStem && next !== undefined && Number(last) + 1 === Number(next);
}

function closing(sections: readonly Section[]): string {
  const headed = sections.filter(({ heading }) => heading !== undefined);
  const judged = headed.filter(({ content: { area, statements } }) =>
    statements.some((statement) => statement.form !== 'summary' && statement.area === area),
  );
  const paragraphs = paragraphLine(sections.flatMap(({ content }) => content.paragraphs));
  const groups = sections.flatMap(({ content }) => content.recommendations);
  return [
    `${headed.length} ${headed.length === 1 ? 'section' : 'sections'}`,
    `${judged.length} judged`,
    paragraphs[0] ?? 'no numbered paragraphs',
    groups.length === 0 ? 'no recommendations' : `recommendations ${andList(groups)}`,
  ].join('; ');
}

function andList(groups: readonly RecommendationGroup[]): string {
  return listed(
    groups.map(({ items }) => String(items.length)),
    'and',
  );
}
