import { type ColumnPeriod, readColumnPeriods } from '../../report/columnPeriods.ts';
import type { Anchor, ReportTable } from '../../report/contents.ts';
import type { Cell } from '../../syntax/block.ts';
import { dayNumber, formatDate } from '../../values/calendar.ts';
import { readCell } from '../../values/cell.ts';
import type { Period } from '../../values/periods.ts';

export type PeriodUnit = 'day' | 'month' | 'quarter' | 'financial-year' | 'calendar-year';

/** One of the times that the columns, or the rows, of a table are headed with. */
export interface Head {
  readonly text: string;
  readonly at: Anchor;
  /** How many of its unit it is from a fixed start, so that neighbours differ by one. */
  readonly index: number;
  /** Whether its year is written, and not taken from a neighbour. */
  readonly hasYear: boolean;
}

/** Times that follow each other in a table, all of one unit, in the order in which they stand. */
export interface PeriodRun {
  readonly unit: PeriodUnit;
  readonly heads: readonly Head[];
  readonly along: 'columns' | 'rows';
}

const ROLE = /[\s–:(-]*\b(?:target|actual)s?\)?\s*$/i;

/** The runs of a table: one for each role that has columns of its own, or one down the first column. */
export function runsOf({ body, columns, block, kind }: ReportTable): readonly PeriodRun[] {
  if (kind !== 'measures') return kind === 'breakdown' || kind === 'other' ? runsDown(body, block) : [];
  const parts = new Set(columns.flatMap(({ part, period }) => (period === undefined ? [] : [part])));
  return [...parts].flatMap((part) => {
    const named = columns.filter((column) => column.part === part && column.period);
    return runOf(
      named.flatMap(({ head }) => head ?? []),
      block,
      'columns',
    );
  });
}

/** A longer table is a register, and finding the year of each of its months would take its time. */
const LONGEST = 200;

/** The times down the first column, where the others hold figures: months may well be missing from a chronology. */
function runsDown(rows: ReportTable['body'], block: number): readonly PeriodRun[] {
  if (rows.length > LONGEST) return [];
  const others = rows.flatMap(({ cells }) => cells.slice(1));
  const kinds = others.map(({ prose }) => readCell(prose.text).kind);
  const figures = kinds.filter((kind) => kind !== 'text' && kind !== 'blank').length;
  if (figures <= kinds.filter((kind) => kind === 'text').length) return [];
  const first = rows.flatMap(({ cells }) => cells[0] ?? []);
  const run = runOf(first, block, 'rows').filter(({ heads }) => heads.length >= 4);
  return run.filter(({ heads, unit }) => unit !== 'day' && 5 * heads.length >= 4 * first.length);
}

function runOf(cells: readonly Cell[], block: number, along: PeriodRun['along']): readonly PeriodRun[] {
  const texts = cells.map(({ prose }) => prose.text.replace(ROLE, '').trim());
  const periods = readColumnPeriods(texts);
  const unit = commonUnit(periods);
  if (unit === undefined) return [];
  const indices = indicesOf(periods, unit);
  const heads = cells.flatMap(({ span }, at): readonly Head[] => {
    const [text, index] = [texts[at] ?? '', indices[at]];
    return index === undefined ? [] : [{ text, at: { block, span }, index, hasYear: /\d{2}/.test(text) }];
  });
  return [{ unit, heads, along }];
}

/** The same times read anew, as when others stood between them: years that are not written come from what is left. */
export function readAgain(heads: readonly Head[], unit: PeriodUnit): readonly Head[] {
  const indices = indicesOf(readColumnPeriods(heads.map(({ text }) => text)), unit);
  return heads.map((head, at) => ({ ...head, index: indices[at] ?? head.index }));
}

/** The unit of most of the times. Days that each begin or end a month stand for months. */
function commonUnit(periods: readonly (ColumnPeriod | undefined)[]): PeriodUnit | undefined {
  const counts = new Map<PeriodUnit, number>();
  for (const one of periods) {
    const unit = one === undefined ? undefined : unitOf(one);
    if (unit !== undefined) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function unitOf({ period, month }: ColumnPeriod): PeriodUnit | undefined {
  if (period === undefined) return month === undefined ? undefined : 'month';
  if (period.kind === 'range') return undefined;
  return period.kind === 'day' && period.start.day === 1 ? 'month' : period.kind;
}

/** The index of each time of the unit. Where no year is written at all they are counted from the first month on. */
function indicesOf(
  periods: readonly (ColumnPeriod | undefined)[],
  unit: PeriodUnit,
): readonly (number | undefined)[] {
  let before = 0;
  return periods.map((one) => {
    if (one === undefined || unitOf(one) !== unit) return undefined;
    if (one.period !== undefined) return indexOf(one.period, unit);
    const month = one.month ?? 1;
    before += (((month - before) % 12) + 12) % 12;
    return before;
  });
}

/** How many of a unit a period is from a fixed start. */
export function indexOf({ start }: Period, unit: PeriodUnit): number {
  if (unit === 'day') return dayNumber(start);
  if (unit === 'month') return 12 * start.year + start.month - 1;
  return unit === 'quarter' ? 4 * start.year + (start.month - 1) / 3 : start.year;
}

/** What the time with that index is called: `June 2019`, `Q3 2019/20`, `2019/20`; `June` where there is no year. */
export function nameOf(index: number, unit: PeriodUnit): string {
  if (unit === 'month') {
    const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
    // Indices that count from a first month have no year.
    if (year < 1000)
      return formatDate({ year: 0, month: ((index + 11) % 12) + 1, day: 1 }).replace(/^\d+ | \d+$/g, '');
    return formatDate({ year, month, day: 1 }).replace(/^\d+ /, '');
  }
  if (unit === 'quarter') {
    const [year, quarter] = [Math.floor(index / 4), index % 4];
    return quarter === 0 ? `Q4 ${twoYears(year - 1)}` : `Q${quarter} ${twoYears(year)}`;
  }
  return unit === 'financial-year' ? twoYears(index) : String(index);
}

function twoYears(year: number): string {
  return `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
}

/** Whether times only go on, or only go back. */
export function isSteady(heads: readonly Pick<Head, 'index'>[]): boolean {
  const steps = stepsOf(heads);
  return steps.every((step) => step > 0) || steps.every((step) => step < 0);
}

export function stepsOf(heads: readonly Pick<Head, 'index'>[]): readonly number[] {
  return heads.slice(1).map(({ index }, at) => index - (heads[at]?.index ?? 0));
}
