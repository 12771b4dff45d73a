import type { Block } from '../model/block.ts';
import type { SectionContent } from '../report/report.ts';
import type { Span } from '../text/span.ts';
import type { Period } from '../values/periods.ts';
import type { Quantity } from '../values/quantity.ts';

/** What a figure of a measure says: what is, what is aimed at, what others have, or what was before. */
export type MentionRole = 'actual' | 'target' | 'comparator';

/** When a figure held: a period, or a month whose year the words leave out. */
export type MentionTime =
  | { readonly kind: 'period'; readonly period: Period }
  | { readonly kind: 'month'; readonly month: number };

/** What a figure is a figure of, in words that are compared. */
export interface MeasureWords {
  /** The words that tell one measure from another, in order of the alphabet: two measures are the same only if all are. */
  readonly key: string;
  /** What may be left out where no other measure has the same key: "within 15 working days", "19 to 21 years". */
  readonly details: readonly string[];
  /** How many words the key has. */
  readonly count: number;
}

/** A figure that a block states of a measure. */
export interface Mention {
  readonly quantity: Quantity;
  /** In the block's source. */
  readonly at: Span;
  readonly measure: MeasureWords;
  readonly role: MentionRole;
  readonly time: MentionTime | undefined;
}

/** The mentions of blocks and sections of an earlier version, for as long as these are the same. */
export interface MentionMemo {
  readonly blocks: WeakMap<Block, readonly Mention[]>;
  readonly sections: WeakMap<SectionContent, readonly Mention[]>;
}

/** A memo that knows nothing yet. */
export function noMentions(): MentionMemo {
  return { blocks: new WeakMap(), sections: new WeakMap() };
}
