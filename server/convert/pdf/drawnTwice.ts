import type { PdfItem } from './page.ts';

/** How far apart, in parts of their size, words are that a shadow or a second stroke makes look bold. */
const NEAR = 0.1;
const ASIDE = [-1, 0, 1];

/** Items without those that draw the words of an earlier one again at its place, which a reader sees once. */
export function withoutDrawnTwice(items: readonly PdfItem[]): readonly PdfItem[] {
  const drawn = new Map<string, PdfItem>();
  const again = new Set<PdfItem>();
  for (const item of items) {
    const before = drawnBefore(drawn, item);
    if (before === undefined) drawn.set(placeOf(item, 0, 0), item);
    else if (before.artifact && !item.artifact) {
      // The shadow comes first, marked as no part of the text.
      again.add(before);
      drawn.set(placeOf(before, 0, 0), item);
    } else again.add(item);
  }
  return again.size === 0 ? items : items.filter((item) => !again.has(item));
}

function drawnBefore(drawn: ReadonlyMap<string, PdfItem>, item: PdfItem): PdfItem | undefined {
  for (const across of ASIDE) {
    for (const down of ASIDE) {
      const found = drawn.get(placeOf(item, across, down));
      if (found !== undefined && found.turned === item.turned) return found;
    }
  }
  return undefined;
}

/** What words are and, on a grid, where they stand; `across` and `down` are fields beside. */
function placeOf({ text, x, y, size }: PdfItem, across: number, down: number): string {
  const grid = Math.max(0.1, Math.round(size)) * NEAR;
  return `${Math.round(x / grid) + across} ${Math.round(y / grid) + down} ${grid} ${text}`;
}
