import type { Report } from '../report/report.ts';
import type { Span } from '../text/span.ts';
import type { MentionMemo } from './mention.ts';
import type { Tie } from './tie.ts';

/**
 * The ties between blocks of a document: one measure that is stated in several places, those that agree too. Places are in the
 * document. What was read of a block is kept in `memo`: give the one of the document's analysis.
 */
export function documentTies(_report: Report, _memo: MentionMemo): readonly Tie<Span>[] {
  return [];
}
