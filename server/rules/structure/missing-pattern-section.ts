import { defineRule } from '../rule.ts';
import { missingSections } from './missing.ts';

export default defineRule({
  scope: 'document',
  summary: 'A section that repeats a pattern must have all of its parts.',
  why: 'Where every service answers the same questions, the one that is left out is the one that a reader asks about.',
  severity: 'error',
  check: ({ report }) => missingSections(report, ({ def }) => def.ofPattern !== undefined),
});
