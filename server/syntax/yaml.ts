import type { Problem } from '../text/problem.ts';
import { shift } from '../text/span.ts';
import type { DataPieces, DataReading } from './data.ts';
import type { Stretch } from './yamlCut.ts';
import { type DocumentStart, documentStart, furtherDocument } from './yamlDocument.ts';
import type { Leaf } from './yamlLeaf.ts';
import { MAX_PROBLEMS } from './yamlLimits.ts';
import { type ReadLines, readLines } from './yamlLines.ts';
import type { Placed } from './yamlNode.ts';
import { type Collection, type Piece, readCollection, type Source, wholePiece } from './yamlPiece.ts';
import { unknownAlias } from './yamlProblems.ts';

/** What is kept of a reading for the next. */
const LINES = 'lines';
const PIECES = 'pieces';
const WHOLE = 'whole';

type Found = Pick<Leaf, 'problems' | 'comments' | 'references' | 'anchors'> & {
  /** Where the places of what was found count from. */
  readonly from: number;
  readonly placed: Placed | undefined;
};

/**
 * Reads a text as YAML. The text holds LF only. Never throws: whatever cannot be read is a problem in plain words,
 * one for each fault, and what stands in other entries or items is read all the same.
 *
 * The text is cut by indentation into pieces, each of which is read alone; with `previous`, pieces whose text
 * stayed the same keep their very nodes. The result has the same shape with any `previous`, or none.
 */
export function readYaml(text: string, previous?: DataPieces): DataReading {
  const start = documentStart(text);
  const read = readLines(text, start.from, previous?.get(LINES) as ReadLines | undefined);
  const lines = read.lines;
  const source: Source = { text, lines };
  const kept = new Map<string, unknown>([[LINES, read]]);
  const found = readDocument(source, start, previous, kept);
  const at = found.from + (found.placed?.at ?? 0);
  const problems: Problem[] = [...start.problems, ...furtherDocument(text, lines.end)];
  for (const problem of found.problems) problems.push({ ...problem, span: shift(problem.span, found.from) });
  for (const problem of lostReferences(found)) problems.push(problem);
  problems.sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
  const comments = [...start.comments];
  for (const { span, text: words } of found.comments)
    comments.push({ span: shift(span, found.from), text: words });
  return { root: found.placed?.node, at, problems: problems.slice(0, MAX_PROBLEMS), comments, pieces: kept };
}

function readDocument(
  source: Source,
  start: DocumentStart,
  previous: DataPieces | undefined,
  kept: Map<string, unknown>,
): Found {
  const at = source.lines.at[0];
  const column = source.lines.column[0];
  if (at === undefined || column === undefined) return NOTHING;
  if (start.inline) return readWhole(source, start.from, previous, kept);
  const stretch: Stretch = { at, column, from: 1, to: source.lines.at.length, end: source.lines.end };
  const body = readCollection(source, stretch, 1, previous?.get(PIECES) as Collection | undefined);
  if (body === undefined) return readWhole(source, at - column, previous, kept);
  kept.set(PIECES, body);
  const pieces: Found = { ...body, from: at, placed: { at: 0, node: body.node } };
  const anchors = new Set(body.anchors);
  if (!body.references.some(({ name }) => anchors.has(name))) return pieces;
  // An alias and its anchor stand in different pieces. Unless the text is broken, it can be read in one.
  const whole = readWhole(source, at - column, previous, kept);
  return whole.broken
    ? { ...pieces, references: body.references.filter(({ name }) => !anchors.has(name)) }
    : whole;
}

const NOTHING: Found = {
  from: 0,
  placed: undefined,
  problems: [],
  comments: [],
  references: [],
  anchors: [],
};

function readWhole(
  source: Source,
  from: number,
  previous: DataPieces | undefined,
  kept: Map<string, unknown>,
): Found & { readonly broken: boolean } {
  const end = source.lines.end;
  const before = previous?.get(WHOLE) as Piece | undefined;
  const same = before !== undefined && before.source === source.text.slice(from, end);
  const stretch: Stretch = { at: from, column: 0, from: 0, to: 0, end };
  const piece = same ? before : wholePiece(source, 'any', stretch, 0);
  kept.set(WHOLE, piece);
  return { ...piece.leaf, from };
}

function lostReferences(found: Found): readonly Problem[] {
  const anchors = new Set(found.anchors);
  return found.references.map(({ name, span }) =>
    unknownAlias(name, shift(span, found.from), anchors.has(name)),
  );
}
