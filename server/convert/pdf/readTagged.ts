import type { Flow } from '../flow/flow.ts';
import { isFinished, wordCount } from '../text/prose.ts';
import { withoutContents } from './contentsList.ts';
import { inDrawnOrder } from './drawnOrder.ts';
import { Figures } from './figures.ts';
import { withHeadingLooks } from './headingLooks.ts';
import { joinPages } from './joinPages.ts';
import { plainText } from './joinWords.ts';
import { Depths, withLabel } from './labels.ts';
import { Look } from './look.ts';
import { placeLoose } from './loose.ts';
import { isNode, type PdfItem, type PdfPage, type TreeNode } from './page.ts';
import { findPageEdges } from './pageEdges.ts';
import { PageReader } from './pageParts.ts';
import type { OutPart, ParagraphPart, Part, Piece } from './parts.ts';
import { References } from './references.ts';
import { writeParts } from './writeParts.ts';

/** A heading with more words is text that was given its style. */
const LONGEST_HEADING = 25;

/** Reads a document whose author's program said which words are headings, lists and tables. */
export function readTagged(pages: readonly PdfPage[]): Flow {
  const look = new Look(pages);
  const tabled = tableContents(pages);
  const edges = findPageEdges(pages, ({ content }) => content !== undefined && tabled.has(content));
  const read = pages.map((page) => readPage(page, edges));
  const figures = new Figures(read.flat(), pages);
  const text = read.map((parts) =>
    parts.flatMap((part): readonly Part[] => {
      if (part.kind === 'figure') return figures.isOfText(part) ? [part] : [];
      return part.kind === 'paragraph' ? [asText(part, look)] : [part];
    }),
  );
  const depths = new Depths();
  const joined = withHeadingLooks(joinPages(withoutContents(text), look), look);
  const parts = joined.map((part) => depths.inPart(part));
  return writeParts(parts, pages.length, look, new References(parts));
}

/** The marked contents in tables that have columns: the header row of one comes again as the header of a page does. */
function tableContents(pages: readonly PdfPage[]): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: TreeNode, inTable: boolean): void => {
    const rows = node.role === 'Table' ? columnedRows(node) : 0;
    for (const child of node.children) {
      if (isNode(child)) visit(child, inTable || rows > 1);
      else if (inTable) found.add(child.content);
    }
  };
  for (const { tree } of pages) if (tree !== undefined) visit(tree, false);
  return found;
}

function columnedRows(node: TreeNode): number {
  return node.children.filter(isNode).reduce((count, child) => {
    if (child.role !== 'TR') return count + (child.role === 'Table' ? 0 : columnedRows(child));
    const cells = child.children.filter((cell) => isNode(cell) && (cell.role === 'TD' || cell.role === 'TH'));
    return count + (cells.length > 1 ? 1 : 0);
  }, 0);
}

/** The parts of a page in its order, what was left out first. */
function readPage(page: PdfPage, edges: ReadonlyMap<PdfItem, string>): readonly Part[] {
  const reader = new PageReader(page, (item) => edges.has(item));
  const parts = inDrawnOrder(reader.read());
  return [...outParts(page, edges), ...placeLoose(page, reader.left, parts)];
}

function outParts(page: PdfPage, edges: ReadonlyMap<PdfItem, string>): readonly OutPart[] {
  const parts: { readonly kind: 'out'; readonly pieces: Piece[]; readonly message: string }[] = [];
  for (const [index, item] of page.items.entries()) {
    const message = edges.get(item);
    if (message === undefined) continue;
    const piece = { item, page: page.number, index, href: undefined };
    const last = parts.at(-1);
    if (last?.message === message) last.pieces.push(piece);
    else parts.push({ kind: 'out', pieces: [piece], message });
  }
  return parts;
}

/** A paragraph as what it is: many give the style of a heading to text, to have it bold or in a list of contents. */
function asText(part: ParagraphPart, look: Look): ParagraphPart {
  if (part.level === undefined) return part;
  const text = plainText(part.pieces);
  const words = wordCount(text);
  const isProse =
    words > LONGEST_HEADING || (words > 12 && (isFinished(text) || !look.standsOut(part.pieces)));
  return isProse ? withLabel({ ...part, level: undefined }, false) : part;
}
