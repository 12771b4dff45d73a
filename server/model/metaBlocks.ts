import type { PlacedBlock } from './block.ts';
import { EMPTY } from './data.ts';
import type { MetaEntry } from './model.ts';
import { valueProse } from './valueProse.ts';

/**
 * The values of a document's own fields in which there are figures, each as a block, so that they can be read as any
 * other text is. A block of before that says the same is kept.
 */
export function metaBlocks(
  meta: readonly MetaEntry[],
  before: readonly PlacedBlock[] = [],
): readonly PlacedBlock[] {
  return meta.flatMap(({ value, valueSpan }): PlacedBlock[] => {
    if (value.kind !== 'scalar' || !/\d/.test(value.text)) return [];
    const { prose, span } = valueProse(value, 0);
    const same = before.find(({ block }) => {
      const [own] = block.leaves;
      return block.source === value.text && own?.span.from === span.from && own.span.to === span.to;
    });
    const leaf = { span, prose, depth: 0, quoted: false, marker: undefined };
    const block = same?.block ?? { ...EMPTY, kind: 'fields' as const, source: value.text, leaves: [leaf] };
    return [{ from: valueSpan.from, block }];
  });
}
