import { placeSpan } from '../../model/block.ts';
import { asking, defineRule } from '../rule.ts';
import { readUntil } from './until.ts';

export default defineRule({
  scope: 'document',
  summary: 'A comment that switches a rule off should say why.',
  why: 'The next author has to know whether the reason still holds.',
  severity: 'info',
  *check({ report }) {
    for (const { directive, placed } of report.directives) {
      if (directive.action === 'enable' || saysWhy(directive.reason)) continue;
      const at = placeSpan(placed, directive.span);
      yield {
        at,
        message:
          'This comment does not say why. Write the reason behind two hyphens, for example "-- agreed with the performance team, 20 May 2020".',
        fixes: [asking('Say why, behind two hyphens', (edit) => edit.giveReason(at, '$1'))],
      };
    }
  },
});

/** Whether there is a reason, and not only the day until which the comment is to hold. */
function saysWhy(reason = ''): boolean {
  return /[\p{L}\d]/u.test(readUntil(reason)?.before ?? reason);
}
