import type { TreeCursor } from '@lezer/common';
import type { Comment, Footnote, Link } from './block.ts';
import { type Prose, ProseBuilder } from './prose.ts';

/** Markup that a reader does not see. */
const UNSEEN = new Set([
  'EmphasisMark',
  'StrikethroughMark',
  'CodeMark',
  'HeaderMark',
  'QuoteMark',
  'LinkMark',
  'LinkTitle',
  'LinkLabel',
  'TaskMarker',
  'HTMLTag',
  'ProcessingInstruction',
  'FootnoteReference',
  'ListMark',
]);

/** The one tag that parts words: what stands before and behind it are two lines. */
const LINE_BREAK = /^<br\b/i;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  pound: '£',
  hellip: '…',
};

/** What stands in a passage beside the text that a reader sees. */
export interface Asides {
  readonly comments: Comment[];
  readonly links: Link[];
  readonly footnotes: Footnote[];
}

/**
 * The text of the passage that the cursor stands on, as a reader sees it. Comments, links and footnotes in it are added to
 * `asides`. The cursor is left where it was.
 */
export function readProse(cursor: TreeCursor, source: string, asides: Asides): Prose {
  const builder = new ProseBuilder();
  readInside(cursor, source, builder, asides);
  return builder.build();
}

function readInside(cursor: TreeCursor, source: string, builder: ProseBuilder, asides: Asides): void {
  const end = cursor.to;
  let at = cursor.from;
  const inLink = cursor.name === 'Link' || cursor.name === 'Image';
  const bare = isBare(cursor);
  if (cursor.firstChild()) {
    do {
      if (cursor.from > at) builder.add(source.slice(at, cursor.from), at);
      if (bare && cursor.name === 'LinkMark') builder.add(source.slice(cursor.from, cursor.to), cursor.from);
      else readNode(cursor, source, builder, asides, inLink);
      at = cursor.to;
    } while (cursor.nextSibling());
    cursor.parent();
  }
  if (end > at) builder.add(source.slice(at, end), at);
}

/** Whether a link says nowhere to go: "[sic]" and "[name]" are words in brackets, and a reader sees these. */
function isBare(cursor: TreeCursor): boolean {
  if (cursor.name !== 'Link') return false;
  const { node } = cursor;
  return node.getChildren('LinkMark').length === 2 && node.getChild('LinkLabel') === null;
}

function readNode(
  cursor: TreeCursor,
  source: string,
  builder: ProseBuilder,
  asides: Asides,
  inLink: boolean,
): void {
  const { name, from, to } = cursor;
  if (name === 'HTMLTag' && LINE_BREAK.test(source.slice(from, to))) builder.lineBreak(from);
  if (name === 'URL' && inLink) asides.links.push(readLink(cursor, source));
  if (name === 'FootnoteReference') asides.footnotes.push(readFootnote(cursor, source));
  if (UNSEEN.has(name) || (name === 'URL' && inLink)) return;
  if (name === 'Comment') {
    asides.comments.push(readComment(source.slice(from, to), from));
  } else if (name === 'Escape') {
    builder.put(source.slice(from + 1, to), from + 1);
  } else if (name === 'Entity') {
    builder.put(entity(source.slice(from + 1, to - 1)), from);
  } else if (name === 'HardBreak') {
    builder.lineBreak(from);
  } else if (name === 'StrongEmphasis') {
    builder.openStrong();
    readInside(cursor, source, builder, asides);
    builder.closeStrong();
  } else {
    readInside(cursor, source, builder, asides);
  }
}

/** A mark at the head of a line with a colon behind it stands for the note itself. */
function readFootnote({ from, to }: TreeCursor, source: string): Footnote {
  const isFirst = /(?:^|\n)[ \t>]*$/.test(source.slice(Math.max(0, from - MOST_INDENT), from));
  return {
    span: { from, to },
    label: source.slice(from + 2, to - 1),
    isNote: isFirst && source[to] === ':',
  };
}

/** A note may stand this far in. */
const MOST_INDENT = 40;

/** A link at its destination, which may stand in angle brackets. */
function readLink({ node, from, to }: TreeCursor, source: string): Link {
  const written = source.slice(from, to);
  const around = node.parent ?? node;
  const [open, close] = around.getChildren('LinkMark');
  const bracketed = written.startsWith('<') && written.endsWith('>');
  const inside = bracketed ? 1 : 0;
  const span = { from: from + inside, to: from + written.length - inside };
  return {
    kind: around.name === 'Image' ? 'picture' : 'link',
    at: { from: around.from, to: around.to },
    text: source.slice(open?.to, close?.from),
    span,
    target: written.slice(inside, written.length - inside).replace(/\\(?=[!-/:-@[-`{-~])/g, ''),
  };
}

/** An HTML comment whose source begins at `from`; one that is never closed reaches to the end. */
export function readComment(source: string, from: number): Comment {
  const inside = source.slice(4, source.endsWith('-->') ? -3 : undefined);
  const text = inside.trim();
  const lead = inside.length - inside.trimStart().length;
  return { span: { from, to: from + source.length }, text, textAt: from + 4 + lead };
}

/** The character that an entity stands for; one that is not known is left out of comparisons as a blank. */
function entity(name: string): string {
  const numeric = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(name);
  if (numeric === null) return ENTITIES[name] ?? ' ';
  const code = numeric[1] === undefined ? Number(numeric[2]) : Number.parseInt(numeric[1], 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}
