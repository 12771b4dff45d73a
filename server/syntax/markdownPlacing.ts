import type { SourceText } from '../text/sourceText.ts';
import type { Placed, SyntaxBlock } from './block.ts';
import { type BlockNode, readBlock } from './markdownBlocks.ts';

/** Blocks at their places, with what the next reading may take from this one. */
export interface Placing {
  readonly blocks: readonly Placed<SyntaxBlock>[];
  /** What a change took away in bulk: often it comes back, when a fence is closed or a deletion is undone. */
  readonly lost: readonly SyntaxBlock[];
}

/** Blocks by their tree node: a node that was kept has the same text, so its block stays. */
export type BlockMemo = WeakMap<object, SyntaxBlock>;

const BULK = 8;

/**
 * A block is kept when its tree node was kept, or else when a block that is gone had the same text, kind
 * and indentation: then it is the same block, parsed again. No block may stand in two places.
 */
export function placeBlocks(
  nodes: readonly BlockNode[],
  text: SourceText,
  memo: BlockMemo,
  before: Placing | undefined,
): Placing {
  const known = nodes.map((entry) => fitting(memo.get(entry.node), entry));
  const kept = new Set(known);
  const gone = (before?.blocks ?? []).filter(({ block }) => !kept.has(block)).map(({ block }) => block);
  const fresh = known.reduce((count, block) => (block === undefined ? count + 1 : count), 0);
  const pool = new Pool(fresh > BULK ? [...gone, ...(before?.lost ?? [])] : gone);
  const blocks = nodes.map((entry, index) => {
    const block = known[index] ?? pool.take(readBlock(entry, text));
    if (known[index] === undefined) memo.set(entry.node, block);
    return { from: entry.from, block };
  });
  const inBulk = fresh > BULK || gone.length > BULK;
  return { blocks, lost: inBulk ? pool.left() : (before?.lost ?? []) };
}

function fitting(block: SyntaxBlock | undefined, entry: BlockNode): SyntaxBlock | undefined {
  return block !== undefined && block.first === entry.first ? block : undefined;
}

/** Blocks that stand nowhere, to be known again. */
class Pool {
  readonly #byKey = new Map<string, SyntaxBlock[]>();

  constructor(blocks: readonly SyntaxBlock[]) {
    for (const block of blocks) {
      const key = keyOf(block);
      const alike = this.#byKey.get(key);
      if (alike === undefined) this.#byKey.set(key, [block]);
      else alike.push(block);
    }
  }

  /** The block of the pool that is like the one that was just read, or else that one. */
  take(fresh: SyntaxBlock): SyntaxBlock {
    if (this.#byKey.size === 0) return fresh;
    return this.#byKey.get(keyOf(fresh))?.shift() ?? fresh;
  }

  left(): readonly SyntaxBlock[] {
    return [...this.#byKey.values()].flat();
  }
}

/** Two blocks with one key are alike in all that is read from them: where a text stands may change how it reads. */
function keyOf(block: SyntaxBlock): string {
  const leaves = block.leaves.map(
    ({ depth, quoted, span, prose }) => `${depth}${quoted ? 'q' : ''}:${span.from} ${prose.text}`,
  );
  const comments = block.comments.map(({ span }) => span.from);
  return [block.kind, block.first, block.level, leaves, comments, block.source].join('\n');
}
