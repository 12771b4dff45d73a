import { placeSpan } from '../../model/block.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  scope: 'document',
  summary: 'A comment that switches a rule off should say why.',
  why: 'The next author has to know whether the reason still holds.',
  severity: 'info',
  *check({ report }) {
    for (const { directive, placed } of report.directives) {
      if (directive.action === 'enable' || directive.reason !== undefined) continue;
      yield {
        at: placeSpan(placed, directive.span),
        message:
          'This comment does not say why. Write the reason behind two hyphens, for example "-- agreed with the performance team, 20 May 2020".',
      };
    }
  },
});
