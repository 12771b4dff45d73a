import type { Quantity } from '../../values/quantity.ts';
import type { ShareTie } from './shareTie.ts';

/** A cell by its row and column, counted from 0, the header's row included. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** A tie whose figures stand in cells of a table; their spans are in the text of their cells. */
export interface TableTie {
  readonly tie: ShareTie;
  readonly share: CellPlace;
  readonly part: CellPlace;
  readonly whole: CellPlace;
}

/** What a cell holds when it holds nothing else: `12`, `40%` or `12 (40%)`. */
export interface CellFigures {
  readonly count: Quantity | undefined;
  readonly share: Quantity | undefined;
}

export type Grid = readonly (readonly CellFigures[])[];
