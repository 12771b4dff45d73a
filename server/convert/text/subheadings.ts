import type { Block, HeadingBlock } from './blocks.ts';

/**
 * The blocks with those headings made paragraphs that only look like a section's: they come before the heading of the
 * same section that has the judgement, and have none themselves. A list of recommendations, say, may part what it asks
 * for by the areas that are judged later.
 */
export function withoutSubheadings(blocks: readonly Block[]): readonly Block[] {
  const judged = new Set(blocks.flatMap((block) => (isJudged(block) ? [block.role] : [])));
  return blocks.map((block, index) => {
    if (block.kind !== 'heading' || isJudged(block) || !judged.has(block.role)) return block;
    if (blocks[index + 1]?.kind === 'judgement') return block;
    return {
      kind: 'paragraph',
      bullet: undefined,
      number: undefined,
      pieces: block.name,
      words: block.name.length,
      keepsLines: false,
      isItem: false,
      goesOn: false,
      role: block.role,
    };
  });
}

function isJudged(block: Block): block is HeadingBlock {
  return block.kind === 'heading' && block.judgement.length > 0;
}
