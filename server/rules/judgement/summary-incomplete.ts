import type { ScaleValue } from '../../framework/framework.ts';
import { nearest } from '../../framework/name.ts';
import type { Area } from '../../framework/vocabulary.ts';
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
import type { Span } from '../../text/span.ts';
import { placedRows } from '../asked.ts';
import { offered } from '../choice.ts';
import { type Draft, type DraftFix, defineRule } from '../rule.ts';
import { addRow, fillCell } from './filling.ts';

export default defineRule({
  scope: 'document',
  summary: 'The summary of judgements must have a row with a judgement for every judged area.',
  why: 'Many readers only see the summary, and it is what gets copied into other documents.',
  severity: 'error',
  reads: ['statements', 'summary', 'tables'],
  *check({ report }) {
    for (const section of report.sections) {
      if (section.content.role?.def.judgementSummary !== true) continue;
      const { summary } = section.content;
      if (summary === undefined) yield noTable(report, section);
      else {
        yield* summary.unjudged.map((at) => noColumn(section, at));
        const rows = [...missingRows(report, section, summary), ...emptyRows(report, section, summary.rows)];
        yield* withAll(rows);
      }
    }
  },
});

function noTable(report: Report, section: Section): Draft<Span> {
  const areas = (report.vocabulary?.areas ?? []).filter((area) => expected(report, area));
  return {
    at: headingSpan(section),
    message: `"${section.content.title}" has no table. Give it one with a row for each judged area and a column for its judgement.`,
    fixes: areas.length === 0 ? [] : [newTable(report, section, areas)],
  };
}

/** A table of the areas, each with what the document judges it elsewhere. */
function newTable(report: Report, section: Section, areas: readonly Area[]): DraftFix<Span> {
  const rows = areas.map((area) => [area.name, judged(report, area)?.label ?? '']);
  const known = rows.filter(([, label]) => label !== '').length;
  const lines = [['Area', 'Judgement'], ['---', '---'], ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return {
    title:
      known === 0
        ? 'Add the table, to be filled in'
        : `Add the table, with ${known === 1 ? 'one judgement' : `${known} judgements`} from the rest of the document`,
    edits: (edit) => {
      const last = section.own.at(-1);
      if (last !== undefined) return edit.addParagraph(last, lines.join('\n'));
      return section.heading === undefined ? [] : edit.fillSection(section.heading, lines.join('\n'));
    },
  };
}

function noColumn(section: Section, at: Anchor): Draft<Span> {
  return {
    at: anchorSpan(section, at),
    message: 'The table has no column of judgements. Give it one with the heading "Judgement".',
    fixes: newColumn(section, at),
  };
}

function newColumn(section: Section, at: Anchor): readonly DraftFix<Span>[] {
  const known = section.content.tables.find(
    ({ block, table: { rows } }) => block === at.block && rows[0]?.span.from === at.span.from,
  );
  if (known === undefined) return [];
  const { rows } = known.table;
  const columns = [{ heading: 'Judgement', key: 'judgement' }];
  return [
    {
      title: 'Add the column "Judgement", to be filled in',
      edits: (edit) =>
        edit.addColumns(
          placedRows(rows, at.block, (one) => anchorSpan(section, one)),
          rows[0]?.cells.length ?? 0,
          columns,
        ),
    },
  ];
}

/** The rows with a fix for all of them, where several can be filled in. */
function withAll(drafts: readonly Draft<Span>[]): readonly Draft<Span>[] {
  const single = drafts.flatMap(({ fixes = [] }) => fixes.filter(({ likely }) => likely === true));
  if (single.length < 2) return drafts;
  const all: DraftFix<Span> = {
    title: `Fill in all ${single.length} rows from the rest of the document`,
    edits: (edit, place) => single.flatMap((fix) => fix.edits(edit, place)),
  };
  return drafts.map((draft) =>
    draft.fixes?.some(({ likely }) => likely === true) ? { ...draft, fixes: [...draft.fixes, all] } : draft,
  );
}

function* missingRows(report: Report, section: Section, summary: SummaryTable): Iterable<Draft<Span>> {
  const { rows } = summary;
  const named = new Set(rows.map((row) => row.area));
  for (const area of report.vocabulary?.areas ?? []) {
    if (named.has(area) || !expected(report, area) || misnamed(area, rows)) continue;
    const value = judged(report, area);
    yield {
      at: headingSpan(section),
      message: `"${section.content.title}" has no row for "${area.name}".`,
      related: places(report, area),
      fixes:
        summary.layout === undefined
          ? []
          : choices(area, value).map((one) => ({
              title: `Add the row: ${area.name}, ${one.label}`,
              likely: one === value,
              edits: (edit) => addRow(edit, section, summary, area, one),
            })),
    };
  }
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
        cell === undefined
          ? []
          : choices(row.area, value).map((one) => ({
              title: `Enter ${one.label}`,
              likely: one === value,
              edits: (edit) => fillCell(edit, anchorSpan(section, cell), one),
            })),
    };
  }
}

/** What the rest of the document says, or whatever may be said where it says nothing. */
function choices({ scale }: Area, value: ScaleValue | undefined): readonly ScaleValue[] {
  return value === undefined ? offered([], scale.values) : [value];
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
