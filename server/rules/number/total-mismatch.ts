import { defineRule } from '../rule.ts';
import { sumDrafts } from '../sums.ts';

export default defineRule({
  scope: 'block',
  inFields: true,
  summary: 'The parts that a total is given with must add up to it.',
  why: 'A reader cannot tell which figure is wrong, and will doubt whatever was concluded from any of them.',
  severity: 'error',
  check: ({ block, readings }) => sumDrafts(block, readings, 'total'),
});
