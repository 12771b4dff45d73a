import type { Span } from '../text/span.ts';

export type ReferenceKind = 'paragraph' | 'section' | 'appendix' | 'table' | 'figure';

/** Words that send a reader to another place of the same document: `paragraph 10.3`, `Appendix B`. */
export interface Reference {
  readonly kind: ReferenceKind;
  /** The number or letter as written: `10.3`, `B`. */
  readonly name: string;
  /** The words in the block's source: the noun with the first number behind it, further numbers alone. */
  readonly span: Span;
  /** The word that says where to look: "paragraph 12 below". */
  readonly side: { readonly word: 'above' | 'below'; readonly span: Span } | undefined;
  /** Whether the sentence names no law or other document, whose place it could be. */
  readonly own: boolean;
}
