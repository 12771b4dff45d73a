import type { Column, ColumnPart } from '../../report/contents.ts';
import { whenOf } from '../../report/series.ts';
import { touches } from '../../text/span.ts';
import { compareDates, formatDate } from '../../values/calendar.ts';
import { type Period, readPeriod } from '../../values/periods.ts';
import type { Analysis } from '../analysis.ts';
import { plain } from '../plain.ts';
import { tableAt } from '../tableAt.ts';
import type { Hover } from './answer.ts';
import { fieldText } from './framework.ts';

/** The header of a column at `offset`: how it is read, and what the framework asks of the column. */
export function columnHover(analysis: Analysis, offset: number): Hover | undefined {
  const place = tableAt(analysis, offset);
  if (place?.known === undefined || !touches(place.span, offset)) return undefined;
  const { known, table, row, column, span } = place;
  if (row >= table.rows.length - known.body.length) return undefined;
  const found = known.columns[column];
  if (found === undefined) return undefined;
  const { framework } = analysis.report.vocabulary ?? {};
  if (found.field !== undefined) return { markdown: fieldText(found.field, framework), span };
  const facts = [asked(found), sense(found)].filter((one) => one !== undefined);
  if (facts.length === 0) return undefined;
  const name = found.period === undefined ? found.header : whenOf({ header: found.header, ...found.period });
  return { markdown: [`**${plain(name.trim())}**`, ...facts].join('\n\n'), span };
}

function asked({ def }: Column): string | undefined {
  if (def === undefined) return undefined;
  const filled = def.filled ? ', with something in every row' : '';
  return `${def.required ? 'Required' : 'Optional'} column${filled}`;
}

const PARTS: Readonly<Partial<Record<ColumnPart, string>>> = {
  measure: 'What is measured: rows of the same name belong together.',
  role: 'What the figures of the row are: what was aimed at, or what came.',
  target: 'What was aimed at.',
  actual: 'What came.',
  comparator: 'What it is compared with.',
  status: 'How it stands.',
  count: 'How many.',
  share: 'Which part of the whole.',
  action: 'What is to be done.',
  owner: 'Who does it.',
  due: 'By when.',
  progress: 'How far it has got.',
  completed: 'When it was completed, or whether.',
  impact: 'What comes of it.',
};

function sense({ part, period }: Column): string | undefined {
  if (period === undefined) return PARTS[part];
  const role = part === 'period' ? '' : ` ${PARTS[part] ?? ''}`;
  if (period.period === undefined) return `Figures of a month whose year nobody tells.${role}`;
  return `Figures of ${daysText(period.period)}.${role}`;
}

/** The days of a period: `1 to 31 May 2020` would be another way to write what is there already. */
export function daysText({ start, end }: Period): string {
  const last = formatDate(end);
  return compareDates(start, end) === 0 ? last : `${formatDate(start)} to ${last}`;
}

/** A period that data has for a key, such as `2020-05`. */
export function periodText(key: string): string | undefined {
  const period = readPeriod(key);
  return period && `**${plain(whenOf({ header: key, period }))}**\n\n${figuresOf(period)}`;
}

/** `Figures of 1 May 2020 to 31 May 2020.` */
export function figuresOf(period: Period): string {
  return `Figures of ${daysText(period)}.`;
}
