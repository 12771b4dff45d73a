import type { MeasureDef } from '../framework/framework.ts';
import { saysPercent } from '../report/measureSense.ts';
import { readTarget } from '../report/series.ts';
import type { SourceFigure } from '../report/sources/source.ts';
import { type CellValue, readCell } from '../values/cell.ts';
import {
  compareDecimals,
  type Decimal,
  formatDecimal,
  integer,
  multiplyDecimals,
  roundRational,
  toRational,
  trimmed,
} from '../values/decimal.ts';
import { contains, scaled, shown } from '../values/interval.ts';
import { multiply, type Rational, whole } from '../values/rational.ts';

/** How a figure of a document stands to that of its source. */
export type Agreement = 'same' | 'different' | 'unknown';

/** What is compared: a cell's text, and of which measure it is. */
export interface DocumentFigure {
  readonly text: string;
  readonly header: string;
  readonly measure: string;
  readonly def: MeasureDef | undefined;
}

/**
 * Holds a figure of a document against its source, at the precision that the document shows. Where the two are not
 * counted in one unit, or not single figures, nothing is said.
 */
export function agreement(own: DocumentFigure, figure: SourceFigure): Agreement {
  if (plainText(own.text) === plainText(figure.text)) return 'same';
  const written = readWritten(own);
  if (written === undefined || figure.cell.kind !== 'figure') return 'unknown';
  const candidates = valuesAs(written.isPercent, own, figure);
  if (candidates.length === 0) return 'unknown';
  return candidates.some((value) => agrees(written, value, figure)) ? 'same' : 'different';
}

function plainText(text: string): string {
  return text.replace(/[\s,]+/g, '').toLowerCase();
}

interface WrittenFigure {
  readonly value: Decimal;
  /** What the figure is counted in: £1.2m counts millions. */
  readonly factor: Rational;
  readonly isPercent: boolean;
}

const SCALED = /^[£$€]?\s*([-−+]?[\d,]+(?:\.\d+)?)\s*(m|k|bn)$/i;
const FACTORS: Readonly<Record<string, number>> = { k: 1_000, m: 1_000_000, bn: 1_000_000_000 };

/** A single figure as a document writes it; undefined for what is none. */
function readWritten({ text, header, measure, def }: DocumentFigure): WrittenFigure | undefined {
  const cell = readTarget(text).cell;
  if (cell.kind !== 'figure' || /week/i.test(text)) return undefined;
  const [, digits, unit = ''] = SCALED.exec(text.trim()) ?? [];
  if (digits !== undefined) {
    const own = readCell(digits);
    if (own.kind !== 'figure') return undefined;
    return { value: own.value, factor: whole(FACTORS[unit.toLowerCase()] ?? 1), isPercent: false };
  }
  const isPercent =
    cell.unit === 'percent' || (cell.unit === 'number' && countsPercent(header, measure, def));
  return { value: cell.value, factor: whole(1), isPercent };
}

/** Whether a figure without a sign is a percentage all the same. */
function countsPercent(header: string, measure: string, def: MeasureDef | undefined): boolean {
  if (def?.unit !== undefined) return def.unit === 'percent';
  return /%|per ?cent/i.test(header) || saysPercent(measure);
}

/** What the source's figure may be in the unit of the document's. */
function valuesAs(isPercent: boolean, own: DocumentFigure, { cell, text }: SourceFigure): readonly Decimal[] {
  if (cell.kind !== 'figure') return [];
  const { unit, value } = cell;
  if (unit === 'percent') return isPercent ? [value] : [];
  if (!isPercent) return /week/i.test(own.text + text) ? [] : [value];
  // A share whose cell has no sign for per cent may be 0.84 or 84.
  const isShare = compareDecimals(value, integer(0)) >= 0 && compareDecimals(value, integer(1)) <= 0;
  return isShare ? [value, trimmed(multiplyDecimals(value, integer(100)))] : [value];
}

/** Whether the coarser of the two, being rounded, may stand for the finer. */
function agrees(
  { value, factor }: WrittenFigure,
  source: Decimal,
  { shown: ofSheet }: SourceFigure,
): boolean {
  const own = multiply(toRational(value), factor);
  const exact = toRational(source);
  if (contains(scaled(shown(value), factor), exact)) return true;
  // What has no more places than are shown may have been rounded before it came into the sheet.
  return ofSheet === undefined && source.places < value.places && contains(shown(source), own);
}

/** The figure of a source as a document would write it, after the pattern of another; undefined where that leaves a choice. */
export function writtenLike(figure: SourceFigure, like: DocumentFigure, places?: number): string | undefined {
  const written = readWritten(like);
  if (written === undefined || SCALED.test(like.text.trim())) return undefined;
  const candidates = valuesAs(written.isPercent, like, figure);
  const [value] = candidates;
  if (value === undefined || (candidates.length > 1 && compareDecimals(value, integer(0)) !== 0))
    return undefined;
  const rounded = roundRational(toRational(value), places ?? written.value.places);
  const number = formatDecimal(rounded);
  const hasGroups = /\d,\d/.test(like.text) || !/\d{4}/.test(like.text);
  return like.text.replace(NUMBER, hasGroups ? number : number.replaceAll(',', ''));
}

const NUMBER = /[-−+]?\d[\d,]*(?:\.\d+)?/;

/** How many places a figure shows; 0 for what is none. */
export function placesOf(cell: CellValue): number {
  return cell.kind === 'figure' ? cell.value.places : 0;
}
