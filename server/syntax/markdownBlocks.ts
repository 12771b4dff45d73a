import type { Tree, TreeCursor } from '@lezer/common';
import type { SourceText } from '../text/sourceText.ts';
import type {
  BlockKind,
  Cell,
  Comment,
  Footnote,
  Leaf,
  Link,
  Marker,
  Row,
  SyntaxBlock,
  Table,
} from './block.ts';
import { isDelimiterRow, splitRow } from './cells.ts';
import { readComment, readProse } from './inline.ts';
import { Prose } from './prose.ts';

/** A node of the parser's tree that becomes a block. `first`: it opens a list. */
export interface BlockNode {
  readonly node: Tree;
  readonly from: number;
  readonly first: boolean;
}

const KINDS: Readonly<Record<string, BlockKind>> = {
  Paragraph: 'paragraph',
  ListItem: 'item',
  Blockquote: 'quote',
  FencedCode: 'code',
  CodeBlock: 'code',
  HorizontalRule: 'rule',
  HTMLBlock: 'html',
  CommentBlock: 'comment',
  ProcessingInstructionBlock: 'html',
  LinkReference: 'definition',
  Table: 'table',
};

const HEADING = /^(?:ATX|Setext)Heading(\d)$/;
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;

/** Turns a node of the tree into a block whose spans are relative to it. */
export function readBlock({ node, from, first }: BlockNode, text: SourceText): SyntaxBlock {
  const source = text.slice(from, from + node.length);
  const level = Number(HEADING.exec(node.type.name)?.[1] ?? 0);
  const kind = level > 0 ? 'heading' : (KINDS[node.type.name] ?? 'html');
  const reader = new BlockReader(source);
  reader.visit(node);
  return {
    kind,
    source,
    leaves: reader.leaves,
    level,
    marker: reader.marker,
    first,
    tables: reader.tables,
    comments: kind === 'comment' ? htmlComments(source) : reader.comments,
    links: reader.links,
    footnotes: kind === 'definition' ? noteOf(source) : reader.footnotes,
  };
}

const NOTE = /^\s*(\[\^([^\s\]]{1,100})\]):/;

/** A note that is nothing but an address is a definition to the parser, as that of a link is. */
function noteOf(source: string): readonly Footnote[] {
  const [all = '', mark = '', label] = NOTE.exec(source) ?? [];
  const from = all.length - mark.length - 1;
  return label === undefined ? [] : [{ span: { from, to: from + mark.length }, label, isNote: true }];
}

function htmlComments(source: string, base = 0): readonly Comment[] {
  return [...source.matchAll(COMMENT)].map((match) => readComment(match[0], base + match.index));
}

const PASSAGE = /^(?:Paragraph|Task|(?:ATX|Setext)Heading\d)$/;
/** What stands before a row of a table that is in a list or a quotation. */
const CONTAINER = /^[ \t>]*/;

class BlockReader {
  readonly leaves: Leaf[] = [];
  readonly comments: Comment[] = [];
  readonly links: Link[] = [];
  readonly footnotes: Footnote[] = [];
  readonly tables: Table[] = [];
  marker: Marker | undefined;
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  visit(node: Tree): void {
    const cursor = node.cursor();
    if (PASSAGE.test(node.type.name)) this.#leaf(cursor, 0, false, undefined);
    else if (node.type.name === 'Table') this.#table(cursor);
    else this.#children(cursor, 0, node.type.name === 'Blockquote', undefined, true);
  }

  /** Reads a table by its lines, and each cell's text from the tree where the cell has any. */
  #table({ node, from, to }: TreeCursor): void {
    const proseAt = new Map<number, Prose>();
    node.cursor().iterate((child) => {
      if (child.name !== 'TableCell') return;
      proseAt.set(child.from, readProse(child.node.cursor(), this.#source, this));
    });
    const rows: Row[] = [];
    let lineFrom = from;
    for (const line of this.#source.slice(from, to).split('\n')) {
      const own = line.slice(CONTAINER.exec(line)?.[0].length ?? 0);
      const at = lineFrom + line.length - own.length;
      if (rows.length !== 1 || !isDelimiterRow(own)) rows.push(readRow(own, at, proseAt));
      lineFrom += line.length + 1;
    }
    this.tables.push({ span: { from, to }, rows });
  }

  #children(
    cursor: TreeCursor,
    depth: number,
    quoted: boolean,
    marker: Marker | undefined,
    outermost: boolean,
  ): void {
    let opening = marker;
    if (!cursor.firstChild()) return;
    do {
      const name = cursor.name;
      if (name === 'ListMark') {
        const mark = this.#mark(cursor.from, cursor.to);
        if (outermost) this.marker = mark;
        else opening = mark;
      } else if (PASSAGE.test(name)) {
        this.#leaf(cursor, depth, quoted, opening);
        opening = undefined;
      } else if (name === 'BulletList' || name === 'OrderedList') {
        this.#children(cursor, depth + 1, quoted, undefined, false);
      } else if (name === 'Table') {
        this.#table(cursor);
      } else if (name === 'ListItem' || name === 'Blockquote') {
        this.#children(cursor, depth, quoted || name === 'Blockquote', undefined, false);
      } else if (name === 'CommentBlock') {
        this.comments.push(...htmlComments(this.#source.slice(cursor.from, cursor.to), cursor.from));
      }
    } while (cursor.nextSibling());
    cursor.parent();
  }

  #leaf(cursor: TreeCursor, depth: number, quoted: boolean, marker: Marker | undefined): void {
    const prose = readProse(cursor, this.#source, this);
    this.leaves.push({ span: { from: cursor.from, to: cursor.to }, prose, depth, quoted, marker });
  }

  #mark(from: number, to: number): Marker {
    const text = this.#source.slice(from, to);
    return { span: { from, to }, number: /^\d/.test(text) ? text.slice(0, -1) : undefined };
  }
}

function readRow(line: string, from: number, proseAt: ReadonlyMap<number, Prose>): Row {
  const cells = splitRow(line).map((span): Cell => {
    const at = from + span.from;
    const written = line.slice(span.from, span.to);
    const prose = proseAt.get(at) ?? Prose.plain(written, at);
    return { span: { from: at, to: at + wordsLength(written, prose) }, prose };
  });
  return { span: { from, to: from + line.length }, cells };
}

/** How much of a cell is there for readers: whoever writes other words into it leaves the comments behind them be. */
function wordsLength(written: string, { text }: Prose): number {
  let words = written;
  if (!written.endsWith('-->') || text === '' || text.includes('<!--')) return written.length;
  while (words.endsWith('-->')) {
    const open = words.lastIndexOf('<!--');
    if (open < 0) break;
    words = words.slice(0, open).trimEnd();
  }
  return words.length;
}
