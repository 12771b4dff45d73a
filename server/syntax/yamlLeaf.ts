import type { Problem } from '../text/problem.ts';
import type { DataComment, DataEntry, DataItem } from './data.ts';
import type { Placed, Reference } from './yamlNode.ts';

/** What a leaf is expected to be: entries of a block map, items of a block list, or anything at all. */
export type LeafKind = 'entry' | 'item' | 'any';

/** A stretch of text that was given to the parser in one. All places count from its start. */
export interface Leaf {
  readonly entries: readonly DataEntry[];
  readonly items: readonly DataItem[];
  /** Of a leaf of any kind: what it holds. */
  readonly placed: Placed | undefined;
  readonly problems: readonly Problem[];
  readonly comments: readonly DataComment[];
  readonly references: readonly Reference[];
  readonly anchors: readonly string[];
  /** Whether the text is no YAML, so that what was read of it may be wrong. */
  readonly broken: boolean;
}

/** A leaf that nothing was found in. */
export const EMPTY_LEAF: Leaf = {
  entries: [],
  items: [],
  placed: undefined,
  problems: [],
  comments: [],
  references: [],
  anchors: [],
  broken: false,
};
