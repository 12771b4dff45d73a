import type { DataComment, DataNode } from '../syntax/data.ts';
import { shift } from '../text/span.ts';
import type { Block, PlacedBlock } from './block.ts';
import { readDirective } from './facts.ts';
import type { MetaEntry } from './model.ts';

/** The entries of a map of fields that stands at `at`, with absolute spans; `skip` names keys that are no fields. */
export function readMeta(
  root: DataNode | undefined,
  at: number,
  skip?: ReadonlySet<string>,
): readonly MetaEntry[] {
  if (root?.kind !== 'map') return [];
  return root.entries
    .filter((entry) => skip?.has(entry.key) !== true)
    .map((entry) => ({
      key: entry.key,
      keySpan: shift(entry.keySpan, at),
      valueSpan: { from: at + entry.at, to: at + entry.at + entry.value.length },
      value: entry.value,
    }));
}

/** A YAML comment as a block, when it directs the checker. */
export function commentBlock(comment: DataComment, base: number): PlacedBlock | undefined {
  const textAt = comment.text.search(/[^#\s]/);
  const text = comment.text.slice(Math.max(0, textAt)).trimEnd();
  const length = comment.span.to - comment.span.from;
  const lead = length - comment.text.length + Math.max(0, textAt);
  const directives = readDirective({ span: { from: 0, to: length }, text, textAt: lead });
  if (directives.length === 0) return undefined;
  return {
    from: base + comment.span.from,
    block: { ...EMPTY, kind: 'comment', source: comment.text, directives },
  };
}

/** A block with nothing in it, to be filled in. */
export const EMPTY: Block = {
  kind: 'other',
  source: '',
  leaves: [],
  heading: undefined,
  number: undefined,
  marker: undefined,
  first: false,
  rows: [],
  labels: [],
  directives: [],
  sectionId: undefined,
  lineStarts: undefined,
};
