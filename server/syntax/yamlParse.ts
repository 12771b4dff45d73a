import type { CST, Document } from 'yaml';
import { Composer, isMap, isSeq, Lexer, type ParsedNode, Parser, Schema, type YAMLParseError } from 'yaml';
import type { Problem } from '../text/problem.ts';
import { type Span, shift } from '../text/span.ts';
import type { DataComment } from './data.ts';
import type { Leaf, LeafKind } from './yamlLeaf.ts';
import { entriesOf, type Gathering, gatheringFor, itemsOf, movedEntry, placedNode } from './yamlNode.ts';
import { explained, tooDeep, unclosedBracket, unclosedQuote, unreadable } from './yamlProblems.ts';
import { isClosed } from './yamlScalar.ts';
import { readSimple } from './yamlSimple.ts';

// Only the schema that knows nothing but strings leaves `3.10` and `no` as they are, and making it costs more
// than parsing a line does.
const SCHEMA = new Schema({ schema: 'failsafe' });
const OPTIONS = { schema: SCHEMA, uniqueKeys: false, prettyErrors: false, keepSourceTokens: true } as const;

const SCALAR_FOLLOWS = '\x1f';
const FLOW_BROKEN = '\x18';

/** What is seen of the tokens as they pass by. */
interface Watch {
  readonly comments: DataComment[];
  /** Places of brackets that are open. */
  readonly open: number[];
  fault: Problem | undefined;
  tooDeep: boolean;
}

/**
 * Reads one piece. `column` is where its first character stands in its line, which the indentation of the lines
 * below is judged by; `depth` is how many more collections may stand in one another.
 */
export function readLeaf(source: string, column: number, kind: LeafKind, depth: number): Leaf {
  return readSimple(source, kind) ?? parseLeaf(source, column, kind, depth);
}

/** The same by the parser alone, so that a test can compare the two. */
export function parseLeaf(source: string, column: number, kind: LeafKind, depth: number): Leaf {
  const text = ' '.repeat(column) + source;
  const watch: Watch = { comments: [], open: [], fault: undefined, tooDeep: false };
  const document = parse(text, watch, depth);
  const into = gatheringFor(text);
  const content = watch.tooDeep ? undefined : (document?.contents ?? undefined);
  const leaf = leafOf(into, content, kind, column);
  const fault = syntaxFault(text, watch, document) ?? unexpectedKind(text, content, kind);
  const problems = fault === undefined ? into.problems : [fault];
  return {
    ...leaf,
    problems: problems.map(({ span, message }) => ({ span: within(shift(span, -column)), message })),
    comments: watch.comments.map(({ span, text }) => ({ span: shift(span, -column), text })),
    references: (fault === undefined ? into.references : []).map(({ span, name }) => ({
      span: shift(span, -column),
      name,
    })),
    anchors: [...into.anchors.keys()],
    broken: fault !== undefined,
  };
}

/** A fault of the indentation may begin before the piece does. */
function within(span: Span): Span {
  return { from: Math.max(0, span.from), to: Math.max(0, span.to) };
}

type Content = Pick<Leaf, 'entries' | 'items' | 'placed'>;

function leafOf(into: Gathering, content: ParsedNode | undefined, kind: LeafKind, column: number): Content {
  if (content !== undefined && kind === 'entry' && isMap(content)) {
    const entries = entriesOf(into, content).map((entry) => movedEntry(entry, -column));
    return { entries, items: [], placed: undefined };
  }
  if (content !== undefined && kind === 'item' && isSeq(content)) {
    const items = itemsOf(into, content).map(({ at, value }) => ({ at: at - column, value }));
    return { entries: [], items, placed: undefined };
  }
  const placed = content !== undefined && kind === 'any' ? placedNode(into, content) : undefined;
  return { entries: [], items: [], placed };
}

/** The cut promised entries or items; the parser has the last word, but must not contradict it in silence. */
function unexpectedKind(text: string, content: ParsedNode | undefined, kind: LeafKind): Problem | undefined {
  const fits = kind === 'any' || (kind === 'entry' ? isMap(content) : isSeq(content));
  return fits ? undefined : unreadable(text);
}

type Parsed = Document.Parsed<ParsedNode, true>;

function parse(text: string, watch: Watch, depth: number): Parsed | undefined {
  let first: Parsed | undefined;
  try {
    for (const document of new Composer(OPTIONS).compose(tokens(text, watch, depth), true, text.length)) {
      first ??= document;
    }
  } catch {
    // The parser says that it never throws; should it, this piece alone is lost.
    watch.fault ??= unreadable(text);
  }
  return first;
}

function* tokens(text: string, watch: Watch, depth: number): Generator<CST.Token, void> {
  const parser = new Parser();
  let isScalar = false;
  for (const lexeme of new Lexer().lex(text)) {
    if (!isScalar) look(text, lexeme, parser.offset, watch);
    isScalar = lexeme === SCALAR_FOLLOWS;
    yield* parser.next(lexeme);
    if (parser.stack.length > depth) {
      watch.fault = tooDeep(text, Math.min(parser.offset, text.length) - 1);
      watch.tooDeep = true;
      return;
    }
  }
  yield* parser.end();
}

function look(text: string, lexeme: string, at: number, watch: Watch): void {
  switch (lexeme[0]) {
    case '#':
      watch.comments.push({ span: { from: at, to: at + lexeme.length }, text: lexeme });
      break;
    case '"':
    case "'":
      if (!isClosed(lexeme)) watch.fault ??= unclosedQuote(text, at);
      break;
    case '[':
    case '{':
      watch.open.push(at);
      break;
    case ']':
    case '}':
      close(text, lexeme, watch);
      break;
    case FLOW_BROKEN:
      leaveOpen(text, watch);
      break;
  }
}

function close(text: string, lexeme: string, watch: Watch): void {
  const partner = lexeme === ']' ? '[' : '{';
  const at = watch.open.pop();
  if (at === undefined || text[at] === partner) return;
  watch.fault ??= unclosedBracket(text, at);
  watch.open.pop();
}

function leaveOpen(text: string, watch: Watch): void {
  const first = watch.open[0];
  if (first !== undefined) watch.fault ??= unclosedBracket(text, first);
  watch.open.length = 0;
}

/** The first fault of the text. What the parser says of the rest of the text mostly follows from it. */
function syntaxFault(text: string, watch: Watch, document: Parsed | undefined): Problem | undefined {
  if (watch.tooDeep) return watch.fault;
  leaveOpen(text, watch);
  const errors = (document?.errors ?? []).filter((error) => error.code !== 'TAG_RESOLVE_FAILED');
  const first = errors.reduce<YAMLParseError | undefined>(
    (least, error) => (least === undefined || error.pos[0] < least.pos[0] ? error : least),
    undefined,
  );
  if (first === undefined) return watch.fault;
  if (watch.fault !== undefined && watch.fault.span.from <= first.pos[0]) return watch.fault;
  return explained(text, first);
}
