import type { DataComment, DataNode } from '../syntax/data.ts';
import { type Span, shift } from '../text/span.ts';
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

/** The entries and list items of data that stands at `at`, each with all that is in it; the outer ones first. */
export function dataGroups(node: DataNode | undefined, at: number): readonly Span[] {
  if (node?.kind === 'map') {
    return node.entries.flatMap((entry) => [
      { from: at + entry.keySpan.from, to: at + entry.at + entry.value.length },
      ...dataGroups(entry.value, at + entry.at),
    ]);
  }
  if (node?.kind !== 'list') return [];
  return node.items.flatMap((item) => [
    { from: at + item.at, to: at + item.at + item.value.length },
    ...dataGroups(item.value, at + item.at),
  ]);
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
  tables: [],
  labels: [],
  directives: [],
  notes: [],
  links: [],
  footnotes: [],
  references: [],
  caption: undefined,
  sectionId: undefined,
  lineStarts: undefined,
};
