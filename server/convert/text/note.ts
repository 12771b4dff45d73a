import type { Span } from '../../text/span.ts';

/**
 * What the importer did beyond carrying text over. `dropped`: text of the source that the Markdown lacks;
 * `restored`: something was put where it belongs; `kept`: something is amiss, and was left as it is.
 */
export interface ImportNote {
  /** In the source text. */
  readonly span: Span;
  readonly message: string;
  readonly kind: 'dropped' | 'restored' | 'kept';
}
