import { isNoun } from '../nouns.ts';
import { Readings } from '../readings.ts';
import type { BareShare } from './bareShares.ts';
import type { CellPlace, Grid } from './shareGrid.ts';
import { readShareGrid, readTableTies } from './shareTables.ts';
import { judgeWholeCount } from './wholeCounts.ts';

/** A share in a cell beside the cell of its whole; their spans are in the text of their cells. */
export interface BareTableShare extends BareShare {
  readonly cells: { readonly share: CellPlace; readonly whole: CellPlace };
}

/** Headers of columns whose counts are people or cases, with what is counted: "Number of children", "Audits". */
const COUNTED =
  /^\W*(?:(?:total )?(?:number|no\.?) of )?(?<noun>\p{L}+(?: \p{L}+){0,2})\W*(?:\((?:no\.?|number)\)\W*)?$/iu;
const LEAD = /^\W*(?:(?:percentage|proportion|share|per ?cent|%) of )?(?:the |all )?/i;

// A layout that chance would give once in a thousand tables was meant.
const CHANCE = 0.001;

/**
 * The shares of a table that stand beside their whole, without their part. A column is the whole of another where the
 * headers call both the same ("Audits", "Audits graded good (%)"), or where the shares are those of whole numbers so often
 * that chance does not explain it. In: the text of every cell, the header's row first.
 */
export function readBareShareTables(
  rows: readonly (readonly string[])[],
  readings = new Readings(),
): readonly BareTableShare[] {
  const grid = readings.of(readShareGrid, rows);
  const headers = rows[0] ?? [];
  if (grid.length < 2) return [];
  const tied = new Set(readings.of(readTableTies, rows).map(({ share }) => share.column));
  const columns = headers.map((_, column) => column);
  return columns
    .filter((column) => !tied.has(column))
    .flatMap((column) => {
      const layouts = columns
        .filter((whole) => whole !== column)
        .map((whole) => pairs(grid, column, whole))
        .filter((own) => isMeant(own, headers));
      // With two columns that may be the whole, it is not known which is.
      return layouts.length === 1 ? (layouts[0] ?? []) : [];
    });
}

function pairs(grid: Grid, column: number, whole: number): readonly BareTableShare[] {
  return grid.flatMap((cells, row) => {
    const [own, of] = [cells[column], cells[whole]];
    if (row === 0 || own?.share === undefined || own.count !== undefined) return [];
    if (of?.count === undefined || of.share !== undefined || of.count.value.digits < 2n) return [];
    if (own.share.qualifier !== 'exact' || of.count.qualifier !== 'exact') return [];
    const places = { share: { row, column }, whole: { row, column: whole } };
    return [{ form: 'share beside its whole' as const, share: own.share, whole: of.count, cells: places }];
  });
}

function isMeant(shares: readonly BareTableShare[], headers: readonly string[]): boolean {
  const [first] = shares;
  if (first === undefined) return false;
  const judged = shares.filter((own) => judgeWholeCount(own.share, own.whole).verdict !== 'open');
  const fitting = judged.filter((own) => judgeWholeCount(own.share, own.whole).verdict === 'holds');
  const missing = judged.length - fitting.length;
  if (missing > 1 && 3 * missing > judged.length) return false;
  const { share, whole } = first.cells;
  if (isNamed(headers[share.column] ?? '', headers[whole.column] ?? '')) return true;
  return fitting.map(chanceOf).reduce((all, one) => all * one, 1) < CHANCE;
}

/** How likely any share would fit a whole so large by chance; none and all always do. */
function chanceOf({ share, whole }: BareShare): number {
  const shares = 100 * 10 ** Math.max(0, share.places);
  const stated = Number(share.value.digits);
  if (stated === 0 || stated === shares) return 1;
  return Math.min(1, (2 * Number(whole.value.digits)) / shares);
}

/** "Audits graded good (%)" and "% of audits graded good" are shares of "Audits" and of "Number of audits". */
function isNamed(share: string, whole: string): boolean {
  const counted = COUNTED.exec(whole)?.groups?.noun?.toLowerCase();
  if (counted === undefined || !isNoun(counted.split(' '))) return false;
  const rest = share.replace(LEAD, '').toLowerCase();
  return rest.startsWith(`${counted} `) && !/average|attendance|absence|score|change|increase/.test(rest);
}
