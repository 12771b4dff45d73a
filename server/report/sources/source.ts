import type { CellValue } from '../../values/cell.ts';
import type { Decimal } from '../../values/decimal.ts';
import type { Period } from '../../values/periods.ts';
import { measureKey } from '../measureDictionary.ts';

/** The figures of one sheet, by measure and period. */
export interface Source {
  /** The path of its file from the folder of `touchstone.yaml`. */
  readonly file: string;
  /** By the name of the measure, as names of measures are compared. */
  readonly measures: ReadonlyMap<string, SourceMeasure>;
}

export interface SourceMeasure {
  /** As the sheet calls it. */
  readonly name: string;
  readonly figures: Readonly<Record<SourceRole, ReadonlyMap<string, SourceFigure>>>;
}

export type SourceRole = 'target' | 'actual';

/** A figure of a sheet. */
export interface SourceFigure {
  /** As the sheet shows it. */
  readonly text: string;
  /** What it is. Of a number in a cell its value has all places, not only those that are shown. */
  readonly cell: CellValue;
  /** What the sheet shows, where it shows fewer places than there are. */
  readonly shown: Decimal | undefined;
  /** Undefined where the sheet has one figure a measure. */
  readonly period: Period | undefined;
  /** Such as `D7`. */
  readonly cellName: string;
  /** For messages: `cell D7 of sheet "KPIs" in data/kpis.xlsx`. */
  readonly place: string;
  /** The path of its file from the folder of `touchstone.yaml`. */
  readonly file: string;
}

/** A period as the key of figures; that of figures without one is empty. */
export function periodKey(period: Pick<Period, 'start' | 'end'> | undefined): string {
  if (period === undefined) return '';
  return [period.start, period.end].map(({ year, month, day }) => `${year}-${month}-${day}`).join(' ');
}

/** The figures of the first source that knows a measure by one of its names. */
export function findMeasure(sources: readonly Source[], names: readonly string[]): SourceMeasure | undefined {
  const keys = names.map(measureKey);
  for (const { measures } of sources) {
    for (const key of keys) {
      const found = measures.get(key);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
