import { isNode, isTagged, type PdfPage, type TreeNode } from './page.ts';

/** So much of the words must be in the tree for it to be believed, and so few steps lead back up the page. */
const FEWEST_WORDS = 0.6;
const MOST_BACK = 0.15;
const FEWEST_BACK = 4;
/** In sizes of the font: what lies no higher is on the same line, or a mark of a footnote. */
const BACK = 3;

interface Place {
  readonly y: number;
  readonly left: number;
  readonly right: number;
  readonly size: number;
}

/** Whether what a document says of its structure covers its words, and has them in the order of its pages. */
export function isStructureRight(pages: readonly PdfPage[]): boolean {
  if (!pages.some(isTagged)) return false;
  let [all, held, steps, back] = [0, 0, 0, 0];
  for (const page of pages) {
    const order = page.tree === undefined ? [] : contentsOf(page.tree);
    const known = new Set(order);
    for (const { artifact, content, text } of page.items) {
      if (artifact) continue;
      all += text.length;
      if (content !== undefined && known.has(content)) held += text.length;
    }
    const places = placesOf(page);
    let last: Place | undefined;
    for (const content of order) {
      const place = places.get(content);
      if (place === undefined) continue;
      if (last !== undefined && Math.abs(place.y - last.y) > place.size) steps += 1;
      if (last !== undefined && isBack(last, place)) back += 1;
      last = place;
    }
  }
  return held >= all * FEWEST_WORDS && (back < FEWEST_BACK || back <= steps * MOST_BACK);
}

function contentsOf(node: TreeNode): readonly string[] {
  return node.children.flatMap((child) => (isNode(child) ? contentsOf(child) : [child.content]));
}

/** Where each marked content begins. */
function placesOf(page: PdfPage): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const { content, artifact, x, y, width, size } of page.items) {
    if (content === undefined || artifact || places.has(content)) continue;
    places.set(content, { y, left: x, right: x + width, size });
  }
  return places;
}

/** Whether the text goes on above, in the same column. */
function isBack(last: Place, next: Place): boolean {
  return next.y < last.y - BACK * next.size && next.left < last.right && next.right > last.left;
}
