import type { CalendarDate } from '../../values/calendar.ts';
import type { Decimal } from '../../values/decimal.ts';

/** A sheet to be written. Its first row heads its columns. */
export interface WrittenSheet {
  readonly name: string;
  readonly rows: readonly (readonly WrittenCell[])[];
}

/** A cell to be written: a text, or what a program of sheets can count with. */
export type WrittenCell =
  | { readonly kind: 'text'; readonly text: string }
  /** A percentage is given in per cent. */
  | { readonly kind: 'number'; readonly value: Decimal; readonly unit: 'number' | 'percent' }
  | { readonly kind: 'date'; readonly date: CalendarDate };

/** A cell of words. */
export function textCell(text: string): WrittenCell {
  return { kind: 'text', text };
}
