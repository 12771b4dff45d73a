import type { DataNode, DataScalar } from '../syntax/data.ts';
import type { PlacedBlock } from './block.ts';
import { EMPTY } from './data.ts';
import type { MetaEntry } from './model.ts';
import { valueProse } from './valueProse.ts';

interface PlacedValue {
  readonly value: DataScalar;
  readonly from: number;
}

/** The values in a value, be it a list or a map; `from` is where it stands. */
function valuesIn(value: DataNode, from: number): readonly PlacedValue[] {
  if (value.kind === 'scalar') return [{ value, from }];
  const inner = value.kind === 'list' ? value.items : value.entries;
  return inner.flatMap((own) => valuesIn(own.value, from + own.at));
}

/**
 * The values of a document's own fields in which there are figures, each as a block, so that they can be read as any
 * other text is. A block of before that says the same is kept.
 */
export function metaBlocks(
  meta: readonly MetaEntry[],
  before: readonly PlacedBlock[] = [],
): readonly PlacedBlock[] {
  const values = meta.flatMap(({ value, valueSpan }) => valuesIn(value, valueSpan.from));
  return values.flatMap(({ value, from }): PlacedBlock[] => {
    if (!/\d/.test(value.text)) return [];
    const { prose, span } = valueProse(value, 0);
    const same = before.find(({ block }) => {
      const [own] = block.leaves;
      return block.source === value.text && own?.span.from === span.from && own.span.to === span.to;
    });
    const leaf = { span, prose, depth: 0, quoted: false, marker: undefined };
    const block = same?.block ?? { ...EMPTY, kind: 'fields' as const, source: value.text, leaves: [leaf] };
    return [{ from, block }];
  });
}
