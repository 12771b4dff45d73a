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

/** The block with the words at `offset`. */
export function passagesAt({ blocks }: Model, offset: number): PlacedBlock | undefined {
  return blocks.find((placed) => placed.from <= offset && touches(blockSpan(placed), offset));
}
