import { placeSpan } from '../../model/block.ts';
import { expiryDay } from '../../report/reckoningDay.ts';
import { compareDates, formatDate } from '../../values/calendar.ts';
import { defineRule } from '../rule.ts';
import { readUntil } from './until.ts';

export default defineRule({
  scope: 'document',
  summary: 'A comment that switches a rule off until some day must not outlive that day.',
  why: 'What was to be put up with for a while has become due by the date of the document.',
  severity: 'warning',
  *check({ report, today }) {
    const dated = expiryDay(report, today);
    if (dated === undefined) return;
    const clause = `${dated.entry === undefined ? 'today is' : 'the document is dated'} ${formatDate(dated.day)}`;
    for (const { directive, placed } of report.directives) {
      const until = readUntil(directive.reason ?? '')?.day;
      if (directive.action === 'enable' || until === undefined || compareDates(until, dated.day) >= 0)
        continue;
      const span = placeSpan(placed, directive.span);
      yield {
        at: span,
        message: `This comment was to hold until ${formatDate(until)}, and ${clause}. Take the comment out and mend what it hides.`,
        fixes: [{ title: 'Remove the comment', edits: (edit) => edit.removeComment(span) }],
      };
    }
  },
});
