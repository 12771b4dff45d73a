import { defineRule } from '../rule.ts';
import { missingSections } from './missing.ts';

export default defineRule({
  scope: 'document',
  summary: 'Every section that the framework requires must be there.',
  why: 'Readers compare reports section by section; one that is left out looks as if nobody had inspected it.',
  severity: 'error',
  check: ({ report }) => missingSections(report, ({ def }) => def.ofPattern === undefined),
});
