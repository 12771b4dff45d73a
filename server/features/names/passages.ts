import type { Located } from '../../framework/locate.ts';
import { type Block, blockSpan, cellsOf, type PlacedBlock } from '../../model/block.ts';
import type { Model } from '../../model/model.ts';
import type { Prose } from '../../syntax/prose.ts';
import { touches } from '../../text/span.ts';

/** What of a document is written as data, be it all or the front matter. */
export function writtenRoot({ written }: Pick<Model, 'written'>): Located | undefined {
  const root = written?.reading.root;
  if (written === undefined || root === undefined) return undefined;
  return { node: root, at: written.from + written.reading.at, key: undefined };
}

/** Every passage of a block that a reader sees, cells too. */
export function passagesOf(block: Block): readonly { readonly prose: Prose }[] {
  return block.kind === 'code' || block.kind === 'comment' ? [] : [...block.leaves, ...cellsOf(block)];
}

/** The block with the words at `offset`: of those that stand one behind the other the last that begins before it. */
export function passagesAt({ blocks }: Model, offset: number): PlacedBlock | undefined {
  const last = blocks.findLastIndex(({ from }) => from <= offset);
  // Where two touch, the cursor is at the end of the first as well.
  return [blocks[last], blocks[last - 1]].find((placed) => placed && touches(blockSpan(placed), offset));
}
