import type { Report } from '../report/report.ts';
import { claimsOnRows } from './claimsOnRows.ts';
import { factsOf } from './facts.ts';
import type { MentionMemo } from './mention.ts';
import { repeatedInProse } from './repeatedInProse.ts';
import { repeatedInTables } from './repeatedInTables.ts';
import type { RepetitionTie } from './repetition.ts';
import { seriesTwice } from './seriesTwice.ts';

/**
 * The ties between blocks of a document: one measure that is stated in several places, those that agree too. Places are in the
 * document. What was read of a block is kept in `memo`: give the one of the document's analysis.
 */
export function documentTies(report: Report, memo: MentionMemo): readonly RepetitionTie[] {
  const facts = factsOf(report, memo);
  return [
    ...repeatedInTables(facts),
    ...repeatedInProse(facts),
    ...seriesTwice(facts),
    ...claimsOnRows(facts),
  ];
}
