import { betterInProse, betterOf } from '../../report/measureSense.ts';
import { compareDates } from '../../values/calendar.ts';
import { readMonth, readPeriod } from '../../values/periods.ts';
import { type Quantity, readFigure } from '../../values/quantity.ts';
import { Readings } from '../readings.ts';
import { type DirectionClaim, readDirectionClaims } from './directionClaims.ts';
import type { DirectionTie, SeriesValue } from './directionTie.ts';

// A longer comment speaks of more than the row's own figures.
const LONGEST_CLAIM = 120;

/** The columns whose headers are times, in the order of time; none where the order is not known. */
function timeColumns(header: readonly string[]): readonly number[] {
  const columns = header.flatMap((text, column) => {
    const period = readPeriod(text);
    return period === undefined && readMonth(text) === undefined ? [] : { column, end: period?.end };
  });
  const ends = columns.flatMap(({ end }) => end ?? []);
  if (ends.length > 0 && ends.length < columns.length) return [];
  const steps = ends.slice(1).map((end, index) => compareDates(ends[index] ?? end, end));
  const order = columns.map(({ column }) => column);
  if (steps.every((step) => step < 0)) return order;
  return steps.every((step) => step > 0) ? order.reverse() : [];
}

/** The claim of a cell that makes just one, gives no figure of its own and speaks of the row's measure. */
function claimIn(text: string, name: string, readings: Readings): DirectionClaim | undefined {
  if (text.length > LONGEST_CLAIM || /\d/.test(text)) return undefined;
  const [claim, other] = readings.of(readDirectionClaims, text);
  if (claim === undefined || other !== undefined || claim.window?.kind === 'named') return undefined;
  const words = name.toLowerCase();
  const isOwn =
    claim.subject.length === 0 || claim.subject.some((word) => word.length > 3 && words.includes(word));
  return isOwn ? claim : undefined;
}

function valuesOf(row: readonly string[], index: number, columns: readonly number[]): readonly SeriesValue[] {
  const values: SeriesValue[] = [];
  let kind: Quantity['kind'] | undefined;
  for (const column of columns) {
    const quantity = readFigure(row[column] ?? '');
    if (quantity === undefined) continue;
    if (kind !== undefined && quantity.kind !== kind) return [];
    kind = quantity.kind;
    values.push({ quantity, cell: { row: index, column } });
  }
  return values;
}

/** The rows of a table that give values by time and say in another cell which way they went: "Improving", "has fallen". */
export function readDirectionRows(
  rows: readonly (readonly string[])[],
  readings = new Readings(),
): readonly DirectionTie[] {
  const columns = timeColumns(rows[0] ?? []);
  if (columns.length < 2) return [];
  return rows.slice(1).flatMap((row, below) => {
    const name = row[0] ?? '';
    const values = valuesOf(row, below + 1, columns);
    if (values.length < 2 || /\btargets?\b/i.test(row.slice(0, 3).join(' '))) return [];
    return row.flatMap((text, column) => {
      const claim = column === 0 || columns.includes(column) ? undefined : claimIn(text, name, readings);
      if (claim === undefined) return [];
      const better = betterOf(name, undefined) ?? betterInProse(name);
      if ((claim.sense === 'better' || claim.sense === 'worse') && better === undefined) return [];
      const claimCell = { row: below + 1, column };
      const form = 'values of a row' as const;
      return { form, claim, claimSpan: claim.span, claimCell, values, better, isDated: true };
    });
  });
}
