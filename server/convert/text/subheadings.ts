import type { Block, HeadingBlock } from './blocks.ts';

/**
 * The blocks with those headings made paragraphs that only look like a section's: the heading of that section has its
 * judgement with it and comes later, and these have none. A list of recommendations, say, may part what it asks for by
 * the areas that are judged further down.
 */
export function withoutSubheadings(blocks: readonly Block[]): readonly Block[] {
  const judged = new Map(
    blocks.flatMap((block, index) =>
      block.kind === 'heading' && isJudgedAbove(block, blocks.slice(index + 1, index + 3))
        ? [[block.role, index] as const]
        : [],
    ),
  );
  return blocks.map((block, index) => {
    if (block.kind !== 'heading' || block.judgement.length > 0) return block;
    if (index > (judged.get(block.role) ?? -1) || blocks[index + 1]?.kind === 'judgement') return block;
    return {
      kind: 'paragraph',
      bullet: undefined,
      number: undefined,
      pieces: block.name,
      words: 0,
      keepsLines: false,
      isItem: false,
      goesOn: false,
      role: block.role,
    };
  });
}

/** Whether a heading has its judgement, on its own line or the next, and the text of its section below. */
function isJudgedAbove({ judgement }: HeadingBlock, [next, behind]: readonly Block[]): boolean {
  if (judgement.length > 0) return next?.kind === 'paragraph';
  return next?.kind === 'judgement' && behind?.kind === 'paragraph';
}
