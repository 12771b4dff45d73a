import type { Problem } from '../text/problem.ts';
import type { Span } from '../text/span.ts';

/**
 * A tree of data as it was written in YAML. Nodes know no absolute position: a child stands at an
 * offset from the start of its parent, so that an edit elsewhere leaves whole subtrees as they were,
 * and facts can be kept by node identity.
 */
export type DataNode = DataMap | DataList | DataScalar;

interface DataBase {
  /** How many code units of source the node takes. */
  readonly length: number;
}

export interface DataMap extends DataBase {
  readonly kind: 'map';
  readonly entries: readonly DataEntry[];
}

export interface DataEntry {
  readonly key: string;
  /** From the start of the map. */
  readonly keySpan: Span;
  /** The value's start, from the start of the map. */
  readonly at: number;
  readonly value: DataNode;
}

export interface DataList extends DataBase {
  readonly kind: 'list';
  readonly items: readonly DataItem[];
}

export interface DataItem {
  /** The item's start (behind its dash), from the start of the list. */
  readonly at: number;
  readonly value: DataNode;
}

export interface DataScalar extends DataBase {
  readonly kind: 'scalar';
  /** The text the author meant: quotes and indentation gone, lines of a block kept apart by LF. Never a number. */
  readonly text: string;
  readonly style: 'plain' | 'quoted' | 'block' | 'empty';
  /**
   * For a text whose lines do not stand in one run in the source:
   * where each line of `text` begins in the source, from the start of the scalar, within a line one to one.
   * Only block scalars have it.
   */
  readonly lineStarts?: readonly number[];
  /**
   * For a plain or quoted text with escapes or folded line ends: where in `text` a run begins and where in the
   * source, from the start of the scalar, by turns. Within a run of the source's own characters it is one to one.
   */
  readonly runs?: readonly number[];
  /** With neither `lineStarts` nor `runs` the text is the source behind that many code units (an opening quote). */
  readonly lead: number;
}

/** A comment in YAML source: the span covers `#` to the end of the line, `text` is what stands there. */
export interface DataComment {
  readonly span: Span;
  readonly text: string;
}

/** The outcome of reading a text as YAML: always a tree, however broken the text. Spans are absolute in it. */
export interface DataReading {
  /** Undefined for a text that holds no data at all. */
  readonly root: DataNode | undefined;
  /** Where the root starts in the text. */
  readonly at: number;
  readonly problems: readonly Problem[];
  readonly comments: readonly DataComment[];
  /** What the next reading of an edited version of the text may reuse. Opaque. */
  readonly pieces: DataPieces;
}

/** Pieces by their source text. */
export type DataPieces = ReadonlyMap<string, unknown>;

/** The value as plain JavaScript: maps become objects, scalars strings. The first of two equal keys counts. */
export function plainValue(node: DataNode | undefined): unknown {
  if (node === undefined) return null;
  if (node.kind === 'scalar') return node.style === 'empty' ? null : node.text;
  if (node.kind === 'list') return node.items.map((item) => plainValue(item.value));
  const values = new Map<string, unknown>();
  for (const { key, value } of node.entries) if (!values.has(key)) values.set(key, plainValue(value));
  return Object.fromEntries(values);
}

/** Data as plain JavaScript, as `plainValue` gives it. */
export type PlainData = string | null | readonly PlainData[] | { readonly [key: string]: PlainData };

/** The reading of data that is written in no text: every place in it is 0. */
export function readPlain(value: PlainData): DataReading {
  return { root: plainNode(value), at: 0, problems: [], comments: [], pieces: new Map() };
}

function plainNode(value: PlainData): DataNode {
  const [length, at, keySpan] = [0, 0, { from: 0, to: 0 }];
  if (value === null) return { kind: 'scalar', style: 'empty', text: '', length, lead: 0 };
  if (typeof value === 'string') return { kind: 'scalar', style: 'plain', text: value, length, lead: 0 };
  if (isList(value))
    return { kind: 'list', length, items: value.map((item) => ({ at, value: plainNode(item) })) };
  const entries = Object.entries(value).map(([key, one]) => ({ key, keySpan, at, value: plainNode(one) }));
  return { kind: 'map', length, entries };
}

function isList(value: PlainData): value is readonly PlainData[] {
  return Array.isArray(value);
}

/**
 * Says where an offset into a scalar's text stands in the source, from the start of the scalar. Exact for every
 * character, except within what an escape or a folded line end stands for: that counts as where it begins.
 */
export function scalarOffsets(scalar: DataScalar): (offset: number) => number {
  const { runs, lineStarts, length, lead } = scalar;
  if (runs !== undefined) return (offset) => Math.min(length, offsetInRuns(runs, offset));
  if (lineStarts === undefined) return (offset) => Math.min(length, lead + offset);
  const lines = lineRuns(scalar.text, lineStarts);
  return (offset) => Math.min(length, offsetInLines(lines, offset));
}

/** Where in a scalar's text a run begins that stands in the source as it is, and where in the source, by turns. */
export function scalarRuns({ text, runs, lineStarts, lead }: DataScalar): readonly number[] {
  return runs ?? (lineStarts === undefined ? [0, lead] : lineRuns(text, lineStarts));
}

function lineRuns(text: string, lineStarts: readonly number[]): readonly number[] {
  const lines: number[] = [];
  let from = 0;
  for (const start of lineStarts) {
    lines.push(from, start);
    const end = text.indexOf('\n', from);
    if (end < 0) break;
    from = end + 1;
  }
  return lines;
}

/** Beyond its end, a line goes on: each place of the text has one place in the source. */
function offsetInLines(lines: readonly number[], offset: number): number {
  const line = runAt(lines, offset);
  return (lines[2 * line + 1] ?? 0) + offset - (lines[2 * line] ?? 0);
}

function offsetInRuns(runs: readonly number[], offset: number): number {
  const run = runAt(runs, offset);
  const place = (runs[2 * run + 1] ?? 0) + offset - (runs[2 * run] ?? 0);
  return Math.min(place, runs[2 * run + 3] ?? place);
}

/** The last run that begins at or before `offset`, found by halving. */
function runAt(runs: readonly number[], offset: number): number {
  let low = 0;
  let high = runs.length / 2 - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[2 * middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The value of a key of a map, or undefined. The first of two entries with the same key counts. */
export function entryOf(node: DataNode | undefined, key: string): DataEntry | undefined {
  return node?.kind === 'map' ? node.entries.find((entry) => entry.key === key) : undefined;
}
