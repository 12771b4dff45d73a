import { mayHoldTotal, readTotals } from '../../numbers/totals.ts';
import { readTotalTables } from '../../numbers/totalTables.ts';
import { defineRule } from '../rule.ts';
import { sumDrafts } from '../sums.ts';

export default defineRule({
  scope: 'block',
  summary: 'The parts that a total is given with must add up to it.',
  why: 'A reader cannot tell which figure is wrong, and will doubt whatever was concluded from any of them.',
  severity: 'error',
  check({ block, readings }) {
    const reader = { mayHold: mayHoldTotal, inText: readTotals, inTable: readTotalTables };
    return sumDrafts(block, readings, reader);
  },
});
