import type { ScaleValue } from '../../framework/framework.ts';
import { nearest } from '../../framework/name.ts';
import type { Area } from '../../framework/vocabulary.ts';
import type { Editing } from '../../model/editing.ts';
import type { Anchor } from '../../report/contents.ts';
import {
  anchorSpan,
  headingSpan,
  type Report,
  type Section,
  type SummaryRow,
  type SummaryTable,
  statedValue,
  statementsOn,
} from '../../report/report.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import { type Draft, defineRule } from '../rule.ts';

export default defineRule({
  scope: 'document',
  summary: 'The summary of judgements must have a row with a judgement for every judged area.',
  why: 'Many readers only see the summary, and it is what gets copied into other documents.',
  severity: 'error',
  *check({ report }) {
    for (const section of report.sections) {
      if (section.content.role?.def.judgementSummary !== true) continue;
      const { summary } = section.content;
      if (summary === undefined) yield noTable(section);
      else {
        yield* summary.unjudged.map((at) => noColumn(section, at));
        yield* missingRows(report, section, summary);
        yield* emptyRows(report, section, summary.rows);
      }
    }
  },
});

function noTable(section: Section): Draft<Span> {
  return {
    at: headingSpan(section),
    message: `"${section.content.title}" has no table. Give it one with a row for each judged area and a column for its judgement.`,
  };
}

function noColumn(section: Section, at: Anchor): Draft<Span> {
  return {
    at: anchorSpan(section, at),
    message: 'The table has no column of judgements. Give it one with the heading "Judgement".',
  };
}

function* missingRows(
  report: Report,
  section: Section,
  { rows, lastRow, layout }: SummaryTable,
): Iterable<Draft<Span>> {
  const named = new Set(rows.map((row) => row.area));
  for (const area of report.vocabulary?.areas ?? []) {
    if (named.has(area) || !expected(report, area) || misnamed(area, rows)) continue;
    const value = judged(report, area);
    yield {
      at: headingSpan(section),
      message: `"${section.content.title}" has no row for "${area.name}".`,
      related: places(report, area),
      fixes:
        value === undefined || layout === undefined
          ? []
          : [
              {
                title: `Add the row: ${area.name}, ${value.label}`,
                edits: (edit: Editing) =>
                  edit.addRow(anchorSpan(section, lastRow), newRow(layout, area.name, value.label)),
              },
            ],
    };
  }
}

function newRow(
  { width, area, judgement }: NonNullable<SummaryTable['layout']>,
  name: string,
  label: string,
): readonly string[] {
  return Array.from({ length: width }, (_, column) =>
    column === area ? name : column === judgement ? label : '',
  );
}

function* emptyRows(report: Report, section: Section, rows: readonly SummaryRow[]): Iterable<Draft<Span>> {
  for (const row of rows) {
    if (row.area === undefined || row.statement !== undefined || !row.expectsJudgement) continue;
    const value = judged(report, row.area);
    const { cell } = row;
    yield {
      at: anchorSpan(section, row.at),
      message: `The row "${row.name}" has no judgement.`,
      related: places(report, row.area),
      fixes:
        cell === undefined || value === undefined
          ? []
          : [
              {
                title: `Enter ${value.label}`,
                edits: (edit) => fill(edit, anchorSpan(section, cell), value),
              },
            ],
    };
  }
}

function fill(edit: Editing, cell: Span, value: ScaleValue): readonly TextEdit[] {
  return edit.replace(cell, cell.from === cell.to ? `${value.label} ` : value.label);
}

/** A row whose name is a slip of the area's is a finding of its own, and is not missing. */
function misnamed(area: Area, rows: readonly SummaryRow[]): boolean {
  const unknown = rows.filter((row) => row.area === undefined && !row.group);
  return nearest(area.name, unknown, (row) => row.name).length > 0;
}

/**
 * An area belongs in the summary when its section is there, or when only the summary holds it; not when the framework
 * judges it elsewhere alone.
 */
function expected(report: Report, area: Area): boolean {
  if (area.section?.def.judgement?.inSummary === false) return false;
  return area.section === undefined || report.sections.some((section) => section.content.area === area);
}

function judged(report: Report, area: Area): ScaleValue | undefined {
  return statementsOn(report, area)
    .map(({ statement }) => statedValue(statement))
    .find((value) => value !== undefined);
}

function places(report: Report, area: Area): readonly { at: Span; message: string }[] {
  return statementsOn(report, area)
    .slice(0, 1)
    .map(({ section, statement }) => ({
      at: anchorSpan(section, statement.at),
      message: `"${area.name}" is judged "${statement.text}" here.`,
    }));
}
