import { mayHoldComparison, readComparisons } from '../../numbers/change/comparisons.ts';
import { mayHoldShareInWords, readSharesInWords } from '../../numbers/change/sharesInWords.ts';
import { changeDrafts } from '../changes.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  scope: 'block',
  summary: 'What is called higher, lower, above or below must be so by the two figures that are given.',
  why: 'Readers judge a service by how it compares; a comparison that its own figures contradict misleads them.',
  severity: 'error',
  *check({ block, readings }) {
    yield* changeDrafts(block, readings, { mayHold: mayHoldComparison, inText: readComparisons });
    yield* changeDrafts(block, readings, { mayHold: mayHoldShareInWords, inText: readSharesInWords });
  },
});
