import { normaliseName } from '../framework/name.ts';
import type { Action, Measure, MeasureRow, Point, SectionField, StatusRow, Words } from './contents.ts';
import type { SectionContent } from './report.ts';

/** What a section holds besides its text, a line each: fields, statuses, measures, actions, tables, parts of a letter. */
export function contentLines(content: SectionContent): readonly string[] {
  return [
    ...(content.contentsList.length === 0 ? [] : [`contents list: ${content.contentsList.length} entries`]),
    ...content.parts.map(({ label, words }) => `${label.toLowerCase()}: ${words.text}`),
    ...content.fields.map(fieldLine),
    ...content.statusRows.map(statusLine),
    ...content.actions.map(actionLine),
    ...content.measures.flatMap(measureLines),
    ...content.tables
      .filter(({ kind }) => kind === 'breakdown' || kind === 'status-counts' || kind === 'other')
      .map(({ kind, columns, table }) => {
        const headers = columns.map(({ header }) => header || '(no header)').join(', ');
        return `table (${kind === 'other' ? 'cells' : kind.replace('-', ' ')}) of ${table.rows.length - 1} rows: ${headers}`;
      }),
  ];
}

function fieldLine({ def, name, value, status }: SectionField): string {
  const id = def?.id ?? normaliseName(name.text);
  return `field ${id}: ${status?.label ?? (value.text === '' ? '(below)' : value.text)}`;
}

function statusLine({ name, statuses }: StatusRow): string {
  const values = statuses.map(
    ({ field, status, value }) => `${field.id} ${status?.label ?? (value.text || '(none)')}`,
  );
  return `status of ${name.text}: ${values.join(', ')}`;
}

function actionLine({ action, owner, due, status, progress, impact }: Action): string {
  const part = (name: string, words: Words | undefined) =>
    words === undefined || words.text === '' ? [] : [`${name} ${words.text}`];
  const parts = [
    ...part('owner', owner),
    ...part('due', due),
    ...part('status', status),
    ...part('progress', progress),
    ...part('impact', impact),
  ];
  return `action ${action.text}${parts.length === 0 ? '' : ` (${parts.join('; ')})`}`;
}

function measureLines({ name, rows, status }: Measure): readonly string[] {
  const rag = status === undefined ? '' : ` [${status.text}]`;
  return [`measure ${name.text}${rag}`, ...rows.map(rowLine)];
}

function rowLine({ role, points }: MeasureRow): string {
  return `  ${role}: ${points.map(pointText).join(' | ')}`;
}

function pointText({ period, text }: Point): string {
  const figure = text === '' ? '–' : text;
  if (period === undefined) return figure;
  const { year, month } = period.start;
  const start = `${year}-${String(month).padStart(2, '0')}`;
  return period.kind === 'month' || period.kind === 'day'
    ? `${start} ${figure}`
    : `${period.kind} ${start} ${figure}`;
}
