import type { Report } from '../report/report.ts';
import { claimsOnRows } from './mention/claimsOnRows.ts';
import { factsOf } from './mention/facts.ts';
import type { MentionMemo } from './mention/mention.ts';
import { repeatedInProse } from './mention/repeatedInProse.ts';
import { repeatedInTables } from './mention/repeatedInTables.ts';
import type { RepetitionTie } from './mention/repetition.ts';
import { reviewsTwice } from './mention/reviewsTwice.ts';
import { seriesTwice } from './mention/seriesTwice.ts';

/**
 * The ties between blocks of a document: one measure that is stated in several places, those that agree too. Places are in the
 * document. What was read of a block is kept in `memo`: give the one of the document's analysis.
 */
export function documentTies(report: Report, memo: MentionMemo): readonly RepetitionTie[] {
  const facts = factsOf(report, memo);
  return [
    ...repeatedInTables(facts),
    ...repeatedInProse(facts),
    ...reviewsTwice(facts),
    ...seriesTwice(facts),
    ...claimsOnRows(facts),
  ];
}
