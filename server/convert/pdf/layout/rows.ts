import { lastNotAbove } from './box.ts';
import { type Line, makeLine, type Run } from './line.ts';

/** Lines that stand beside each other. */
export type Row = readonly Line[];

interface OpenRow {
  y: number;
  size: number;
  weight: number;
  runs: Run[];
}

// What is further apart than a wide blank of justified text is apart: cells, columns, a number and its text.
const APART = 1.1;
const RAISED_LETTERS = 6;

/**
 * The lines of a page from top to bottom: runs of one base line, parted where a gap is wider than any blank. Base lines
 * are clustered as pdfminer and pdfplumber do, by a tolerance that grows with the size; what is smaller and higher, or
 * lower, right beside a run belongs to its line.
 */
export function readRows(runs: readonly Run[]): readonly Row[] {
  const rows = joined(exactRows(runs));
  attachRaised(rows);
  return rows.filter((row) => row.runs.length > 0).map((row) => parted(row.runs));
}

/** Lines beside each other as one line, with blanks between them. */
export function mergeRow(row: Row): Line {
  const [only] = row;
  return row.length === 1 && only !== undefined ? only : makeLine(row.flatMap(({ runs }) => runs));
}

function exactRows(runs: readonly Run[]): OpenRow[] {
  const rows: OpenRow[] = [];
  for (const run of [...runs].sort((a, b) => a.y - b.y || a.x1 - b.x1)) {
    const last = rows.at(-1);
    if (last !== undefined && run.y - last.y <= Math.max(0.5, 0.1 * Math.min(run.size, last.size))) {
      add(last, run);
    } else rows.push({ y: run.y, size: run.size, weight: run.text.length, runs: [run] });
  }
  return rows;
}

function add(row: OpenRow, run: Run): void {
  row.runs.push(run);
  row.size = Math.max(row.size, run.size);
  row.weight += run.text.length;
}

/** Joins rows whose base lines differ by less than letters do: another font's, or those of another cell. */
function joined(rows: readonly OpenRow[]): OpenRow[] {
  const kept: OpenRow[] = [];
  for (const row of rows) {
    const last = kept.at(-1);
    if (last !== undefined && row.y - last.y <= 0.3 * Math.min(row.size, last.size) && fits(last, row)) {
      if (row.weight > last.weight) last.y = row.y;
      for (const run of row.runs) add(last, run);
    } else kept.push(row);
  }
  for (const row of kept) row.runs.sort((a, b) => a.x1 - b.x1);
  return kept;
}

/** Whether no run of one row lies over one of the other. */
function fits(above: OpenRow, below: OpenRow): boolean {
  const starts = [...above.runs].sort((a, b) => a.x1 - b.x1);
  const x1s = starts.map(({ x1 }) => x1);
  return below.runs.every((run) => {
    const at = lastNotAbove(x1s, run.x2 - 1);
    const beside = starts[at];
    return beside === undefined || beside.x2 <= run.x1 + 1;
  });
}

/** Moves marks and endings such as "th" to the line that they are raised from. */
function attachRaised(rows: readonly OpenRow[]): void {
  const starts = rows.map((row) => row.runs.map(({ x1 }) => x1));
  const gained = new Map<OpenRow, Run[]>();
  const moved = new Set<Run>();
  for (const [index, row] of rows.entries()) {
    for (const run of row.runs) {
      if (run.text.trim().length > RAISED_LETTERS) continue;
      const at = [index + 1, index + 2, index - 1].find((near) =>
        isHost(rows[near], starts[near] ?? [], run),
      );
      const host = rows[at ?? -1];
      if (host === undefined) continue;
      moved.add(run);
      const others = gained.get(host);
      if (others === undefined) gained.set(host, [run]);
      else others.push(run);
    }
  }
  for (const row of rows) {
    if (moved.size > 0) row.runs = row.runs.filter((run) => !moved.has(run));
    row.runs = [...row.runs, ...(gained.get(row) ?? [])].sort((a, b) => a.x1 - b.x1);
  }
}

/** Whether a run stands raised or lowered right beside a greater one of the row. */
function isHost(row: OpenRow | undefined, starts: readonly number[], run: Run): boolean {
  if (row === undefined) return false;
  const [dy, size] = [row.y - run.y, row.size];
  if (run.size > size * 0.86 || dy > size * 0.75 || dy < -size * 0.35) return false;
  const at = lastNotAbove(starts, run.x1);
  return [row.runs[at], row.runs[at + 1]].some((other) => {
    if (other === undefined || run.size > other.size * 0.86) return false;
    const gap = Math.max(run.x1 - other.x2, other.x1 - run.x2);
    return gap < 0.4 * other.size && gap > -0.4 * other.size;
  });
}

function parted(runs: readonly Run[]): Row {
  const lines: Line[] = [];
  let open: Run[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const run of runs) {
    const before = open.at(-1);
    if (before !== undefined && run.x1 - end > APART * Math.max(run.size, before.size)) {
      lines.push(makeLine(open));
      open = [];
      end = Number.NEGATIVE_INFINITY;
    }
    open.push(run);
    end = Math.max(end, run.x2);
  }
  if (open.length > 0) lines.push(makeLine(open));
  return lines;
}
