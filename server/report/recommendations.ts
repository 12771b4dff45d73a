import { normaliseName } from '../framework/name.ts';
import type { Block } from '../model/block.ts';
import type { Anchor } from './contents.ts';
import type { RecommendationGroup } from './report.ts';

/**
 * The recommendations of a section by group. A group opens with a line that is its name; the list items below
 * it, at whatever depth, are its recommendations. The group without a name holds items before the first.
 */
export function readRecommendations(
  own: readonly Block[],
  groups: readonly string[],
): readonly RecommendationGroup[] {
  if (groups.length === 0) return [];
  const names = new Map(groups.map((name) => [normaliseName(name), name]));
  const found: { name: string; at: Anchor; items: Anchor[] }[] = [];
  own.forEach((block, index) => {
    block.leaves.forEach((leaf, position) => {
      const at: Anchor = { block: index, span: leaf.prose.sourceSpan(0, leaf.prose.text.length) };
      const name = names.get(normaliseName(leaf.prose.text));
      const current = found.at(-1);
      if (name !== undefined) found.push({ name, at, items: [] });
      else if (current !== undefined && opensItem(block, position)) current.items.push(at);
    });
  });
  return found;
}

function opensItem(block: Block, leaf: number): boolean {
  return (leaf === 0 && block.marker !== undefined) || block.leaves[leaf]?.marker !== undefined;
}
