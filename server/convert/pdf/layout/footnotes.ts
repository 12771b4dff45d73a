import { isRaised, type Line, makeLine, type Run } from './line.ts';
import { mergeRow, type Row } from './rows.ts';
import type { Ruling } from './rulings.ts';
import { cutRun } from './runs.ts';

/** A page whose footnotes are taken off its other rows. */
export interface Noted {
  readonly rows: readonly Row[];
  readonly notes: readonly RawNote[];
}

/** A footnote as its lines. */
export interface RawNote {
  readonly id: string;
  readonly label: Line;
  readonly lines: readonly Line[];
}

const MARK = /^(?:\d{1,3}|[*†‡§]{1,3})(?=\D|$)/u;

/**
 * Takes the footnotes off the foot of a page: lines smaller than the body, of which the first begins with a mark that
 * also stands raised in the text, or which have a short rule above them.
 */
export function takeNotes(
  rows: readonly Row[],
  rulings: readonly Ruling[],
  width: number,
  body: number,
): Noted {
  const start = startOf(rows, body);
  if (start === rows.length) return { rows, notes: [] };
  const raised = raisedIn(rows.slice(0, start));
  const lines = rows.slice(start).map(mergeRow);
  const first = rows.slice(0, start).at(-1)?.[0]?.y ?? 0;
  const ruled = rulings.some(
    ({ level, at, from, to }) => level && at > first && at < (lines[0]?.y ?? 0) && to - from < width * 0.5,
  );
  const notes = notesOf(lines, raised, ruled);
  if (notes.length === 0) return { rows, notes };
  const ids = new Map(notes.map(({ id, label }) => [label.text, id]));
  return { rows: rows.slice(0, start).map((row) => row.map((line) => marked(line, ids))), notes };
}

/** The first row of the small ones at the foot of a page that begins with a mark. */
function startOf(rows: readonly Row[], body: number): number {
  let start = rows.length;
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const row = rows[index] ?? [];
    if (row.some(({ size }) => size > body * 0.93)) break;
    if (MARK.test(row[0]?.text ?? '')) start = index;
  }
  return start;
}

function raisedIn(rows: readonly Row[]): ReadonlySet<string> {
  const marks = new Set<string>();
  for (const line of rows.flat()) for (const run of line.runs) if (isRaised(run, line)) marks.add(run.text);
  return marks;
}

/** Lines as notes, a new one at each mark; none when the first of them has no mark that is known or set apart. */
function notesOf(lines: readonly Line[], raised: ReadonlySet<string>, ruled: boolean): readonly RawNote[] {
  const notes: { id: string; label: Line; lines: Line[] }[] = [];
  for (const line of lines) {
    const mark = MARK.exec(line.text)?.[0];
    const isNote =
      mark !== undefined && (raised.has(mark) || (ruled && isNext(mark, notes.at(-1)?.label.text)));
    if (isNote) {
      const { label, rest } = cutMark(line, mark.length);
      notes.push({ id: `${line.page + 1}.${mark}`, label, lines: rest === undefined ? [] : [rest] });
    } else if (notes.length === 0) return [];
    else notes.at(-1)?.lines.push(line);
  }
  return notes;
}

function isNext(mark: string, before: string | undefined): boolean {
  return before === undefined || (/^\d+$/.test(mark) ? Number(mark) === Number(before) + 1 : mark !== before);
}

function cutMark(line: Line, length: number): { label: Line; rest: Line | undefined } {
  const [first, ...others] = line.runs;
  if (first === undefined) return { label: line, rest: undefined };
  const [mark, tail] = cutRun(first, length);
  const rest = tail === undefined ? others : [tail, ...others];
  return { label: makeLine([mark ?? first]), rest: rest.length === 0 ? undefined : makeLine(rest) };
}

/** A line whose raised runs are marks of notes. */
function marked(line: Line, ids: ReadonlyMap<string, string>): Line {
  const runs = line.runs.map((run): Run => {
    const note = isRaised(run, line) ? ids.get(run.text) : undefined;
    return note === undefined ? run : { ...run, note };
  });
  return makeLine(runs);
}
