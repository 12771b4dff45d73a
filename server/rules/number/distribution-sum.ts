import { defineRule } from '../rule.ts';
import { sumDrafts } from '../sums.ts';

export default defineRule({
  scope: 'block',
  inFields: true,
  summary: 'Percentages that share out one whole must add up to 100, but for rounding.',
  why: 'Shares that leave a gap or overlap show that a group was left out, counted twice or copied wrongly.',
  severity: 'error',
  check: ({ block, readings }) => sumDrafts(block, readings, 'distribution'),
});
