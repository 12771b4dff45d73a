import type { PlacedBlock } from './block.ts';

/** What a link to a heading says behind its `#`, as renderers of Markdown make it of the heading's words. */
export function slugOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\s-]/gu, '')
    .replace(/\s/g, '-');
}

/** The headings of a document by their slugs, and by the anchors that they give, `{#plan}`; of headings with the same words the second has `-1` behind it, and so on. */
export function headingsBySlug(blocks: readonly PlacedBlock[]): ReadonlyMap<string, PlacedBlock> {
  const found = new Map<string, PlacedBlock>();
  for (const placed of blocks) {
    const { heading } = placed.block;
    if (heading === undefined) continue;
    const { text } = heading.prose;
    const anchor = /\{#([^\s{}]+)\}$/.exec(text.slice(heading.name.to).trim())?.[1];
    const slug = slugOf(text.slice(0, heading.name.to));
    let own = slug;
    for (let number = 1; found.has(own); number += 1) own = `${slug}-${number}`;
    found.set(own, placed);
    if (anchor !== undefined && !found.has(anchor)) found.set(anchor, placed);
  }
  return found;
}
