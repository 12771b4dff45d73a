import type { ScaleValue } from '../../framework/framework.ts';
import { type Area, formatJudgement } from '../../framework/vocabulary.ts';
import type { Editing } from '../../model/editing.ts';
import {
  anchorSpan,
  type PlacedStatement,
  type Report,
  type Section,
  type SummaryTable,
  statedValue,
  statementsOn,
} from '../../report/report.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';

/** The judgement that all summaries of the document give an area; undefined where they differ or give none. */
export function saidBySummary(report: Report, area: Area): ScaleValue | undefined {
  return agreed(statementsOn(report, area).filter(({ statement }) => statement.form === 'summary'));
}

/** The judgement that an area's own section gives it, or whatever judges it besides the summary where it has none. */
export function saidBySection(report: Report, area: Area): ScaleValue | undefined {
  return agreed(
    statementsOn(report, area).filter(
      ({ section, statement }) =>
        statement.form !== 'summary' && (area.section === undefined || section.content.area === area),
    ),
  );
}

function agreed(stated: readonly PlacedStatement[]): ScaleValue | undefined {
  const values = new Set(stated.map(({ statement }) => statedValue(statement)));
  const [value] = values;
  return values.size === 1 ? value : undefined;
}

/** Adds a row to a summary; nothing where its table has no one place for a judgement. */
export function addRow(
  edit: Editing,
  section: Section,
  { layout, lastRow }: SummaryTable,
  area: Area,
  value: ScaleValue,
): readonly TextEdit[] {
  if (layout === undefined) return [];
  const cells = Array.from({ length: layout.width }, (_, column) =>
    column === layout.area ? area.name : column === layout.judgement ? value.label : '',
  );
  return edit.addRow(anchorSpan(section, lastRow), cells);
}

/** Writes a judgement into an empty cell. */
export function fillCell(edit: Editing, cell: Span, value: ScaleValue): readonly TextEdit[] {
  return edit.replace(cell, cell.from === cell.to ? `${value.label} ` : value.label);
}

/** The sections that state no judgement though a summary gives them one, with that judgement. */
export function unstated(
  report: Report,
): readonly { readonly section: Section; readonly value: ScaleValue }[] {
  return report.sections.flatMap((section) => {
    const { area, statements } = section.content;
    if (area === undefined || section.heading === undefined) return [];
    if (statements.some((statement) => statement.area === area)) return [];
    const value = saidBySummary(report, area);
    return value === undefined ? [] : [{ section, value }];
  });
}

/** Writes a judgement below a section's heading. */
export function stateBelow(edit: Editing, { heading }: Section, value: ScaleValue): readonly TextEdit[] {
  return heading === undefined ? [] : edit.setField(heading, 'Judgement', formatJudgement(value));
}
