import type {
  BlockContext,
  Element,
  InlineContext,
  LeafBlock,
  LeafBlockParser,
  Line,
  MarkdownConfig,
} from '@lezer/markdown';
import { hasPipe, isDelimiterRow, splitRow } from './cells.ts';

/**
 * Tables as authors leave them: blanks behind the delimiter row and empty cells are fine. The parser's own
 * table extension takes the first for a paragraph and drops the second.
 */
class TableReader implements LeafBlockParser {
  #rows: Element[] | undefined;
  #second = true;

  nextLine(cx: BlockContext, line: Line, leaf: LeafBlock): boolean {
    if (this.#second) {
      this.#second = false;
      const text = line.text.slice(line.pos);
      if (isDelimiterRow(text) && splitRow(text).length === splitRow(leaf.content).length) {
        this.#rows = [tableRow(cx, 'TableHeader', leaf.content, leaf.start)];
      }
    } else {
      this.#rows?.push(tableRow(cx, 'TableRow', line.text.slice(line.pos), cx.lineStart + line.pos));
    }
    return false;
  }

  finish(cx: BlockContext, leaf: LeafBlock): boolean {
    if (this.#rows === undefined) return false;
    cx.addLeafElement(leaf, cx.elt('Table', leaf.start, leaf.start + leaf.content.length, this.#rows));
    return true;
  }
}

function tableRow(cx: BlockContext, name: string, text: string, start: number): Element {
  const cells = splitRow(text)
    .filter((cell) => cell.to > cell.from)
    .map((cell) =>
      cx.elt(
        'TableCell',
        start + cell.from,
        start + cell.to,
        cx.parser.parseInline(text.slice(cell.from, cell.to), start + cell.from),
      ),
    );
  return cx.elt(name, start, start + text.length, cells);
}

export const tables: MarkdownConfig = {
  defineNodes: [{ name: 'Table', block: true }, 'TableHeader', 'TableRow', 'TableCell'],
  parseBlock: [
    {
      name: 'Table',
      leaf: (_, leaf) => (hasPipe(leaf.content) ? new TableReader() : null),
      endLeaf: (cx, line, leaf) =>
        !leaf.parsers.some((parser) => parser instanceof TableReader) &&
        hasPipe(line.text.slice(line.basePos)) &&
        isDelimiterRow(cx.peekLine()) &&
        splitRow(line.text.slice(line.basePos)).length === splitRow(cx.peekLine()).length,
      before: 'SetextHeading',
    },
  ],
};

const BARE_MARKER = /^(?:([-+*])|\d{1,9}([.)]))[ \t]*$/;
/** No marker with the blanks that anyone writes behind it is longer. */
const LONGEST_MARKER = 80;

/**
 * A list item whose first line is blank. The parser's own ends such an item at the next blank line unless its first
 * passage has been taken over from an earlier reading, so that the outcome would hang on what was read before.
 */
export const bareItems: MarkdownConfig = {
  parseBlock: [
    {
      name: 'BareItem',
      before: 'BulletList',
      parse(cx: BlockContext, line: Line) {
        if (line.text.length - line.pos > LONGEST_MARKER) return false;
        const marker = BARE_MARKER.exec(line.text.slice(line.pos));
        const sign = marker?.[1] ?? marker?.[2];
        if (marker === null || sign === undefined) return false;
        const size = marker[0].trimEnd().length;
        const list = marker[1] === undefined ? 'OrderedList' : 'BulletList';
        if (cx.parentType().name !== list) cx.startComposite(list, line.basePos, sign.charCodeAt(0));
        const base = line.countIndent(line.pos + size, line.pos, line.indent) + 1;
        cx.startComposite('ListItem', line.basePos, base - line.baseIndent);
        cx.addElement(cx.elt('ListMark', cx.lineStart + line.pos, cx.lineStart + line.pos + size));
        line.moveBaseColumn(base);
        return null;
      },
    },
  ],
};

const FOOTNOTE = /^\[\^[^\s\]]{1,100}\]/;

/** `[^note]` in running text; without this the parser takes it for a link. */
export const footnotes: MarkdownConfig = {
  defineNodes: ['FootnoteReference'],
  parseInline: [
    {
      name: 'FootnoteReference',
      before: 'Link',
      parse(cx: InlineContext, next: number, position: number): number {
        if (next !== 91 || cx.char(position + 1) !== 94) return -1;
        const match = FOOTNOTE.exec(cx.slice(position, Math.min(cx.end, position + 110)));
        if (match === null) return -1;
        return cx.addElement(cx.elt('FootnoteReference', position, position + match[0].length));
      },
    },
  ],
};
