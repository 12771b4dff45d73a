import type { TextEdit } from '../../../server/text/edit.ts';
import type { Span } from '../../../server/text/span.ts';
import { replace } from '../change.ts';
import type { Line } from '../places.ts';
import type { Form } from '../subject.ts';
import type { PlanSection } from './landmarks.ts';

/** A table of a plan, or what stands in its place in YAML: a list of actions, or of measures. */
export interface Grid {
  readonly section: PlanSection;
  readonly kind: GridKind;
  /** Whether it is written in lines of cells. */
  readonly isTable: boolean;
  /** The header and the line below it; in YAML the key. */
  readonly head: readonly GridRow[];
  readonly rows: readonly GridRow[];
}

export type GridKind = 'dashboard' | 'actions' | 'metrics';

export interface GridRow {
  /** All that is written of the row, without the last line end. */
  readonly span: Span;
  readonly cells: readonly CellPlace[];
}

export interface CellPlace {
  readonly column: string;
  readonly text: string;
  readonly span: Span;
  /** What goes when the cell goes. */
  readonly whole: Span;
}

/** What the framework calls the columns, by what the example calls them. */
const COLUMNS: Readonly<Record<string, string>> = {
  Priority: 'priority',
  'Progress made this period': 'progress',
  'Actions status': 'actions-status',
  'Impact status': 'impact-status',
  'Key action': 'action',
  Owner: 'owner',
  'Impact on objective': 'impact',
  Timescale: 'due',
};

export function readGrids(
  form: Form,
  lines: readonly Line[],
  sections: readonly PlanSection[],
): readonly Grid[] {
  return sections.flatMap((section) => {
    const kind = section.part;
    if (kind !== 'dashboard' && kind !== 'actions' && kind !== 'metrics') return [];
    const own = lines.filter(({ from, to }) => from > section.headingLine.to && to <= section.whole.to);
    if (form === 'yaml' && kind !== 'dashboard') {
      return kind === 'actions' ? [readActions(section, own)] : [];
    }
    return [readTable(section, kind, own)];
  });
}

function readTable(section: PlanSection, kind: GridKind, own: readonly Line[]): Grid {
  const written = own.filter(({ text }) => /^\s*\|.*\|$/.test(text));
  const [first] = written;
  if (first === undefined) throw new Error(`There is no table below ${section.name}.`);
  const headers = cellsOf(first).map(({ text }) => COLUMNS[text] ?? text);
  const rows = written.map((line) => ({
    span: { from: line.from, to: line.to },
    cells: cellsOf(line).map((cell, index) => ({ ...cell, column: headers[index] ?? '' })),
  }));
  return { section, kind, isTable: true, head: rows.slice(0, 2), rows: rows.slice(2) };
}

function cellsOf({ from, text }: Line): readonly CellPlace[] {
  const bars = [...text.matchAll(/\|/g)].map(({ index }) => index);
  return bars.slice(0, -1).map((bar, index) => {
    const next = bars[index + 1] ?? text.length;
    const inner = text.slice(bar + 1, next);
    const start = from + bar + 1 + (inner.length - inner.trimStart().length);
    const words = inner.trim();
    const at = words === '' ? from + bar + 2 : start;
    return {
      column: '',
      text: words,
      span: { from: at, to: at + words.length },
      whole: { from: from + bar, to: from + next },
    };
  });
}

function readActions(section: PlanSection, own: readonly Line[]): Grid {
  const rows: { span: Span; cells: CellPlace[] }[] = [];
  for (const line of own) {
    const match = /^ {10}(?:- | {2})([a-z-]+): (.*)$/.exec(line.text);
    if (match === null) continue;
    const value = { from: line.to - (match[2] ?? '').length, to: line.to };
    const cell = {
      column: match[1] ?? '',
      text: match[2] ?? '',
      span: value,
      whole: { from: line.from, to: line.to + 1 },
    };
    const row = rows.at(-1);
    if (/^ {10}- /.test(line.text) || row === undefined) {
      rows.push({ span: { from: line.from, to: line.to }, cells: [cell] });
    } else {
      row.cells.push(cell);
      row.span = { from: row.span.from, to: line.to };
    }
  }
  const key = own.find(({ text }) => text.trim() === 'actions:');
  const head = key === undefined ? [] : [{ span: key, cells: [] }];
  return { section, kind: 'actions', isTable: false, head, rows };
}

export function cellOf({ cells }: GridRow, column: string): CellPlace | undefined {
  return cells.find((cell) => cell.column === column);
}

/** Takes a column out of every row. */
export function withoutColumn({ head, rows }: Grid, column: string): readonly TextEdit[] {
  return [...head, ...rows]
    .flatMap((row) => cellOf(row, column) ?? [])
    .map(({ whole }) => replace(whole, ''));
}
