import type { Measure, Point, Step } from '../report/contents.ts';
import { type Better, betterOf, betterStated } from '../report/measureSense.ts';
import { anchorSpan, type Report } from '../report/report.ts';
import { isFigure, whenOf } from '../report/series.ts';
import type { CellValue } from '../values/cell.ts';
import {
  compareDecimals,
  type Decimal,
  formatDecimal,
  subtractDecimals,
  trimmed,
} from '../values/decimal.ts';
import type { NumberHint } from './numberHints.ts';

/** How the latest figure of each measure has changed since the time before. */
export function changeHints(report: Report): readonly NumberHint[] {
  return report.sections.flatMap((section) =>
    section.content.measures.flatMap((measure): readonly NumberHint[] => {
      const table = section.content.tables[measure.table];
      const def = report.measures.find(measure.name.text);
      const stated = table && betterStated(measure, table);
      const change = changeOf(measure, def?.better ?? stated ?? betterOf(measure.name.text, def));
      return change === undefined ? [] : [{ ...change.told, at: anchorSpan(section, change.actual.at).to }];
    }),
  );
}

interface Change {
  readonly actual: Point;
  readonly told: Pick<NumberHint, 'label' | 'tooltip'>;
}

function changeOf({ steps }: Measure, better: Better | undefined): Change | undefined {
  const figures = steps.flatMap((step) => {
    const { actual } = step;
    const value = isFigure(actual) ? amountIn(actual.cell) : undefined;
    return isFigure(actual) && value !== undefined ? [{ step, actual, value }] : [];
  });
  const [before, last] = figures.slice(-2);
  if (before === undefined || last === undefined || before.value.unit !== last.value.unit) return undefined;
  const order = compareDecimals(last.value.number, before.value.number);
  const [more, less] = order > 0 ? [last, before] : [before, last];
  const by = amount(subtractDecimals(more.value.number, less.value.number), last.value.unit);
  return { actual: last.actual, told: inWords(order, by, better, before) };
}

/** Said in words and signs, never in colours. */
function inWords(
  order: -1 | 0 | 1,
  by: string,
  better: Better | undefined,
  before: { readonly step: Step; readonly actual: Point },
): Change['told'] {
  const when = whenOf(before.step);
  const then = `${when === '' ? 'before' : `in ${when}`} (${before.actual.text.trim()})`;
  if (order === 0) return { label: 'unchanged', tooltip: `The same as ${then}.` };
  const isBetter =
    better === undefined || better === 'none' ? undefined : (better === 'higher') === order > 0;
  const judged = isBetter === undefined ? '' : isBetter ? ', better' : ', worse';
  const told = `${by} ${order > 0 ? 'more' : 'less'} than ${then}${judged}.`;
  return { label: `${order > 0 ? '+' : '−'}${by}${judged}`, tooltip: told };
}

function amountIn(cell: CellValue): { readonly unit: string; readonly number: Decimal } | undefined {
  if (cell.kind === 'figure') return { unit: cell.unit, number: cell.value };
  return cell.kind === 'share' ? { unit: 'percent', number: cell.share } : undefined;
}

function amount(by: Decimal, unit: string): string {
  const number = formatDecimal(trimmed(by));
  if (unit === 'percent') return `${number} ${number === '1' ? 'point' : 'points'}`;
  return unit === 'currency' ? `£${number}` : number;
}
