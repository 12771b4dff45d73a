import { boxAround, type Part, piecesOf } from './parts.ts';

/**
 * The parts of a page in the order in which they were drawn, where that leads down the page and the tree's does not:
 * LibreOffice tells all paragraphs of an item before the lists that stand between them.
 */
export function inDrawnOrder(parts: readonly Part[]): readonly Part[] {
  const groups = grouped(parts);
  if (!leadsBack(groups)) return parts;
  const drawn = groups
    .map((group) => ({ group, at: placeOf(group) }))
    .sort((a, b) => a.at - b.at)
    .map(({ group }) => group);
  return leadsBack(drawn) ? parts : drawn.flat();
}

/** Each part with the footnotes and pictures behind it, which stand elsewhere or nowhere. */
function grouped(parts: readonly Part[]): readonly (readonly [Part, ...Part[]])[] {
  const groups: [Part, ...Part[]][] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    if (last !== undefined && (part.kind === 'note' || part.kind === 'figure')) last.push(part);
    else groups.push([part]);
  }
  return groups;
}

/** Where the first of its words was drawn. */
function placeOf([part]: readonly [Part, ...Part[]]): number {
  return piecesOf(part).reduce((least, { index }) => Math.min(least, index), Number.POSITIVE_INFINITY);
}

/** Whether a part stands above the one before it, in the same column. */
function leadsBack(groups: readonly (readonly [Part, ...Part[]])[]): boolean {
  const boxes = groups.map(([part]) => boxAround(piecesOf(part)));
  return boxes.some((box, index) => {
    const before = boxes[index - 1];
    if (before === undefined) return false;
    return box.bottom < before.top && box.left < before.right && box.right > before.left;
  });
}
