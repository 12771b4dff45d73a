import type { Column } from '../../report/contents.ts';
import type { Report, Section } from '../../report/report.ts';
import type { Cursor } from '../dataCursor.ts';
import { type Draft, value } from './item.ts';
import { isoOf, lastMonths, nextIso } from './periods.ts';

/** Times for which a measure has no figure yet: those that others of its list have, and the one behind the last. */
export function periodKeys(report: Report, sections: readonly Section[], cursor: Cursor): readonly Draft[] {
  const { present, span, colon } = cursor;
  const all = [...new Set([...sections.flatMap(periodsIn), ...present])].filter(isPeriod).sort();
  const next = nextIso(all.at(-1) ?? '');
  const offered = [...all, ...(next === undefined ? [] : [next])].filter((one) => !present.has(one));
  const text = report.model.text.slice(span.from, span.to);
  return offered
    .filter((one) => one !== text || colon)
    .map((one) =>
      value(one, span, {
        kind: 'field',
        detail: one === next ? 'next period' : undefined,
        insert: colon ? one : `${one}: `,
      }),
    );
}

function isPeriod(text: string): boolean {
  return nextIso(text) !== undefined;
}

/** The month of a column, as data writes it. */
function monthOf({ header, period }: Column): readonly string[] {
  const { kind, start } = period?.period ?? {};
  if (kind === 'month' && start !== undefined) return [isoOf(12 * start.year + start.month - 1)];
  return isPeriod(header.trim()) ? [header.trim()] : [];
}

/** The periods that the measures of a section have figures for. */
function periodsIn({ content }: Section): readonly string[] {
  return content.tables
    .filter(({ kind }) => kind === 'measures')
    .flatMap(({ columns }) => columns.flatMap(monthOf));
}

/** Rows of a new measure have figures for so many periods to begin with. */
const FIRST = 3;

/** The periods that a measure is likely to have: those beside it, or of the document, or those up to its own. */
function likelyPeriods({ sections, model }: Report, section: Section): readonly string[] {
  const own = periodsIn(section);
  const known = own.length > 0 ? own : sections.flatMap(periodsIn);
  const last = [...new Set(known)].sort().slice(-FIRST);
  return last.length > 0 ? last : lastMonths(model, FIRST);
}

/** What a measure may say, and a whole one where none of it is there yet. */
export function measureKeys(report: Report, section: Section, cursor: Cursor): readonly Draft[] {
  const { present, colon, flow, column, span } = cursor;
  const periods = likelyPeriods(report, section);
  const missing = ['measure', 'target', 'actual'].filter((key) => !present.has(key));
  const keys = missing.map((key): Draft => {
    const figures = key === 'measure' || colon ? undefined : figuresText(periods, 1);
    const insert = colon ? key : `${key}: ${figures ?? ''}`;
    const detail = { measure: 'its name', target: 'what was aimed at', actual: 'what came' }[key];
    return { ...value(key, span, { kind: 'field', detail, insert }), snippet: figures !== undefined };
  });
  if (present.size > 0 || colon || flow) return keys;
  const roles = ['target', 'actual'].map(
    (role, index) => `${role}: ${figuresText(periods, 2 + index * Math.max(1, periods.length))}`,
  );
  const lines = ['measure: $1', ...roles].join(`\n${' '.repeat(column)}`);
  return [snippet('New measure', 'target and actual', lines, cursor), ...keys];
}

/** Figures by period with a tab stop for each, from `first` on. */
function figuresText(periods: readonly string[], first: number): string {
  if (periods.length === 0) return `{ $${first} }`;
  return `{ ${periods.map((period, index) => `${period}: $${first + index}`).join(', ')} }`;
}

/** A whole action, where nothing of it is there yet; what else it may say is known without. */
export function actionKeys({ content }: Section, cursor: Cursor): readonly Draft[] {
  const { present, colon, flow, column, span } = cursor;
  if (present.size > 0 || colon) return [];
  const table = content.tables.find(({ kind }) => kind === 'actions');
  const used = table?.columns
    .map(({ header }) => header.trim())
    .filter((header) => /^[a-z][\w-]*$/.test(header));
  const keys = [...new Set(['action', ...(used ?? ['owner', 'due'])])];
  const gap = flow ? ', ' : `\n${' '.repeat(column)}`;
  const text = keys.map((key, index) => `${key}: $${index + 1}`).join(gap);
  const plain = value('action', span, { kind: 'field', detail: 'what is to be done', insert: 'action: ' });
  return [snippet('New action', keys.join(', '), text, cursor), plain];
}

/** @param detail what it consists of */
function snippet(label: string, detail: string, insert: string, { span }: Cursor): Draft {
  return { ...value(label, span, { kind: 'table', detail, insert }), snippet: true };
}
