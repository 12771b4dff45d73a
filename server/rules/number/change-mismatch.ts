import { mayHoldChange, readChanges } from '../../numbers/change/changes.ts';
import { changeDrafts, columnDrafts } from '../changes.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  scope: 'block',
  inFields: true,
  summary:
    'What is said to have risen, fallen or changed by so much must have done so by the figures beside it.',
  why: 'A figure that goes the other way than the sentence says makes readers doubt the figure and the judgement on it.',
  severity: 'error',
  *check({ block, readings }) {
    yield* changeDrafts(block, readings, { mayHold: mayHoldChange, inText: readChanges });
    yield* columnDrafts(block, readings);
  },
});
