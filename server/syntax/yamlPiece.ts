import type { Problem } from '../text/problem.ts';
import { shift } from '../text/span.ts';
import type { DataComment, DataEntry, DataItem, DataNode } from './data.ts';
import { cut, cutValue, type PieceKind, type Stretch } from './yamlCut.ts';
import type { Leaf, LeafKind } from './yamlLeaf.ts';
import { MAX_CUT_DEPTH, MAX_DEPTH, MAX_KEPT_SOURCE, PIECE_SIZE } from './yamlLimits.ts';
import type { Lines } from './yamlLines.ts';
import { duplicates, entriesEnd, itemsEnd, movedEntry, type Reference } from './yamlNode.ts';
import { readLeaf } from './yamlParse.ts';

/** A piece that was read. All places count from its start. */
export interface Piece {
  readonly kind: LeafKind;
  readonly column: number;
  readonly depth: number;
  /** Its text, by which it is known again; undefined when that would be too much to keep. */
  readonly source: string | undefined;
  readonly leaf: Leaf;
  /** What stands before its value, when that was cut. */
  readonly head: string;
  /** The collection that is its value, when that was cut into pieces of its own. */
  readonly value: Collection | undefined;
}

/** A block map or list that was put together from its pieces. All places count from its start. */
export interface Collection {
  readonly node: DataNode;
  readonly pieces: readonly Piece[];
  readonly problems: readonly Problem[];
  readonly comments: readonly DataComment[];
  readonly references: readonly Reference[];
  readonly anchors: readonly string[];
}

/** The text that is being read, and its lines. */
export interface Source {
  readonly text: string;
  readonly lines: Lines;
}

/** Reads a block map or list, keeping what it can of `before`, an earlier reading of something like it. */
export function readCollection(
  source: Source,
  stretch: Stretch,
  depth: number,
  before: Collection | undefined,
): Collection | undefined {
  const found = cut(source.text, source.lines, stretch);
  if (found === undefined) return undefined;
  const pieces = readPieces(source, found.kind, found.pieces, depth, before);
  const offsets = found.pieces.map((piece) => piece.at - stretch.at);
  // Pieces follow one another without a gap, so that equal ones also stand where they stood.
  if (before !== undefined && sameList(before.pieces, pieces)) return before;
  const leaves = pieces.map((piece) => piece.leaf);
  const problems = gather(leaves, offsets, (leaf) => leaf.problems);
  const node = found.kind === 'entry' ? mapOf(leaves, offsets, problems) : listOf(leaves, offsets);
  return {
    node,
    pieces,
    problems,
    comments: gather(leaves, offsets, (leaf) => leaf.comments),
    references: gather(leaves, offsets, (leaf) => leaf.references),
    anchors: leaves.flatMap((leaf) => leaf.anchors),
  };
}

function mapOf(leaves: readonly Leaf[], offsets: readonly number[], problems: Problem[]): DataNode {
  const entries: DataEntry[] = [];
  const trusted: DataEntry[] = [];
  leaves.forEach((leaf, index) => {
    const moved = leaf.entries.map((entry) => movedEntry(entry, offsets[index] ?? 0));
    for (const entry of moved) entries.push(entry);
    // Behind a fault anything may look like a key.
    for (const entry of leaf.broken ? moved.slice(0, 1) : moved) trusted.push(entry);
  });
  for (const problem of duplicates(trusted)) problems.push(problem);
  return { kind: 'map', length: entriesEnd(entries), entries };
}

function listOf(leaves: readonly Leaf[], offsets: readonly number[]): DataNode {
  const items: DataItem[] = [];
  leaves.forEach((leaf, index) => {
    for (const { at, value } of leaf.items) items.push({ at: at + (offsets[index] ?? 0), value });
  });
  return { kind: 'list', length: itemsEnd(items), items };
}

interface Spanned {
  readonly span: { readonly from: number; readonly to: number };
}

function gather<T extends Spanned>(
  leaves: readonly Leaf[],
  offsets: readonly number[],
  of: (leaf: Leaf) => readonly T[],
): T[] {
  const all: T[] = [];
  leaves.forEach((leaf, index) => {
    for (const one of of(leaf)) all.push({ ...one, span: shift(one.span, offsets[index] ?? 0) });
  });
  return all;
}

/**
 * Reads the pieces of a collection. Those at its beginning and at its end that are as they were are found by
 * comparing texts, which is many times faster than looking them up; only what lies between is looked up.
 */
function readPieces(
  source: Source,
  kind: PieceKind,
  stretches: readonly Stretch[],
  depth: number,
  before: Collection | undefined,
): readonly Piece[] {
  const old = before?.pieces ?? [];
  const most = Math.min(old.length, stretches.length);
  let head = 0;
  while (head < most && isSame(source, kind, depth, stretches[head], old[head])) head += 1;
  let tail = 0;
  while (
    tail < most - head &&
    isSame(source, kind, depth, stretches[stretches.length - 1 - tail], old[old.length - 1 - tail])
  ) {
    tail += 1;
  }
  const between = old.slice(head, old.length - tail);
  const known = new Map(between.map((piece) => [piece.source, piece]));
  const read = stretches.slice(head, stretches.length - tail).map((stretch, index) => {
    const same = between.length === 1 ? undefined : known.get(source.text.slice(stretch.at, stretch.end));
    if (isSame(source, kind, depth, stretch, same)) return same;
    return readPiece(source, kind, stretch, depth, between[index]);
  });
  return [...old.slice(0, head), ...read, ...old.slice(old.length - tail)];
}

function isSame(
  { text }: Source,
  kind: LeafKind,
  depth: number,
  stretch: Stretch | undefined,
  piece: Piece | undefined,
): piece is Piece {
  if (stretch === undefined || piece?.source?.length !== stretch.end - stretch.at) return false;
  if (piece.kind !== kind || piece.column !== stretch.column || piece.depth !== depth) return false;
  return text.slice(stretch.at, stretch.end) === piece.source;
}

/** `before` is a piece that stood in this place, of which parts may have stayed as they were. */
function readPiece(
  source: Source,
  kind: PieceKind,
  stretch: Stretch,
  depth: number,
  before: Piece | undefined,
): Piece {
  const value = depth < MAX_CUT_DEPTH ? cutValue(source.text, source.lines, kind, stretch) : undefined;
  if (value === undefined) return wholePiece(source, kind, stretch, depth);
  const large = stretch.end - stretch.at > PIECE_SIZE;
  const isTopList = depth === 1 && kind === 'entry' && source.text[value.at] === '-';
  if (large || isTopList) return cutPiece(source, kind, stretch, value, depth, before);
  const piece = wholePiece(source, kind, stretch, depth);
  if (!piece.leaf.broken) return piece;
  // Cutting a broken piece again confines the fault to the part that it is in.
  const parts = cutPiece(source, kind, stretch, value, depth, before);
  if (parts.leaf.problems.length > 0) return parts;
  return { ...parts, leaf: { ...parts.leaf, problems: piece.leaf.problems } };
}

/** A piece that is given to the parser in one. */
export function wholePiece({ text }: Source, kind: LeafKind, stretch: Stretch, depth: number): Piece {
  const source = detached(text.slice(stretch.at, stretch.end));
  const leaf = readLeaf(source, stretch.column, kind, MAX_DEPTH - depth);
  return { kind, column: stretch.column, depth, source, leaf, head: '', value: undefined };
}

function cutPiece(
  source: Source,
  kind: PieceKind,
  stretch: Stretch,
  value: Stretch,
  depth: number,
  before: Piece | undefined,
): Piece {
  const headSource = detached(source.text.slice(stretch.at, value.at));
  const head = readLeaf(headSource, stretch.column, kind, MAX_DEPTH);
  const only = head.entries.length + head.items.length === 1;
  const body = only ? readCollection(source, value, depth + 1, before?.value) : undefined;
  if (body === undefined) return wholePiece(source, kind, stretch, depth);
  const isKnown = body === before?.value && headSource === before.head && stretch.column === before.column;
  if (isKnown) return before;
  const at = value.at - stretch.at;
  const leaf: Leaf = {
    entries: head.entries.map((entry) => ({ ...entry, at, value: body.node })),
    items: head.items.map(() => ({ at, value: body.node })),
    placed: undefined,
    problems: [...head.problems, ...body.problems.map((one) => ({ ...one, span: shift(one.span, at) }))],
    comments: [...head.comments, ...body.comments.map((one) => ({ ...one, span: shift(one.span, at) }))],
    references: body.references.map((one) => ({ ...one, span: shift(one.span, at) })),
    anchors: body.anchors,
    broken: false,
  };
  const kept = stretch.end - stretch.at <= MAX_KEPT_SOURCE;
  const text = kept ? detached(source.text.slice(stretch.at, stretch.end)) : undefined;
  return { kind, column: stretch.column, depth, source: text, leaf, head: headSource, value: body };
}

/**
 * A copy of the text. A slice would keep the whole document alive for as long as the piece lives, and pieces
 * outlive many versions of their document; engines copy when they join texts.
 */
function detached(slice: string): string {
  return ` ${slice}`.slice(1);
}

function sameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}
