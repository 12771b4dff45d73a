import type { Span } from '../../text/span.ts';
import type { Picture } from '../trendChart.ts';

/** What is shown beside the pointer, as Markdown. */
export interface Hover {
  readonly markdown: string;
  readonly span: Span;
  /** The trend of figures, as SVG and in the words that stand for it. */
  readonly picture?: Picture;
  /** The rule that it explains, whose page can be looked up. */
  readonly rule?: string;
  /** Other places that it speaks of. */
  readonly places?: readonly { readonly label: string; readonly span: Span }[];
}
