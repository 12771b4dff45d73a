import { placeSpan } from '../../model/block.ts';
import { expiryDay } from '../../report/reckoningDay.ts';
import { type CalendarDate, compareDates, formatDate } from '../../values/calendar.ts';
import { readDate } from '../../values/dates.ts';
import { defineRule } from '../rule.ts';

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
      const until = lastDay(directive.reason ?? '');
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

function lastDay(reason: string): CalendarDate | undefined {
  const text = /^.*\buntil\s+(.{1,40}?)\.?$/is.exec(reason)?.[1];
  const read = text === undefined ? undefined : readDate(text);
  return read?.exists === true ? read.date : undefined;
}
