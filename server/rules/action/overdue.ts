import type { Action, Words } from '../../report/contents.ts';
import { byDay, type ReckoningDay, reckoningDay } from '../../report/reckoningDay.ts';
import { anchorSpan, type Section } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import { type CalendarDate, compareDates, dayNumber } from '../../values/calendar.ts';
import { completionIn } from '../../values/due.ts';
import { type DueTime, wholeDate } from '../../values/dueTimes.ts';
import { type Draft, defineRule } from '../rule.ts';
import { shortly } from '../shortly.ts';

export default defineRule({
  scope: 'document',
  summary: 'An action whose date has gone by must be done, or have a new date.',
  why: 'Readers take a plan for what is still to come; what should have been done by now and was not is what they most need to see.',
  severity: 'warning',
  *check({ report, today }) {
    const by = reckoningDay(report, today);
    if (by === undefined) return;
    for (const section of report.sections) {
      if (section.content.actions.length === 0 || completionIn(section.content.title) !== undefined) continue;
      for (const action of section.content.actions) {
        if (action.due !== undefined && isOverdue(action, by.day)) {
          yield finding(section, action, action.due, by);
        }
      }
    }
  },
});

/** Whether a time has gone by and nothing says that the action is done, or put off. A month is due on its last day. */
function isOverdue({ timing, standing }: Action, day: CalendarDate): boolean {
  const { state, saysLate, expected } = standing;
  if (timing?.kind !== 'by' || state !== 'open' || saysLate) return false;
  const last = wholeDate(timing.on.end);
  if (last === undefined || compareDates(last, day) >= 0) return false;
  if (expected !== undefined && compareDates(expected, day) >= 0) return false;
  return !isDay(timing.on, day);
}

/** "May 15" may be a day as well as a month; as a month it would be long past. */
function isDay({ isLoose, end }: DueTime, day: CalendarDate): boolean {
  const last = wholeDate(end);
  return isLoose && last !== undefined && dayNumber(day) - dayNumber(last) > 2 * 366;
}

function finding(section: Section, action: Action, due: Words, by: ReckoningDay): Draft<Span> {
  const { status } = action;
  const how =
    status === undefined || status.text.trim() === ''
      ? 'and nothing says that it is done'
      : `and its status is "${shortly(status.text.trim())}"`;
  return {
    at: anchorSpan(section, due.at),
    message: `"${shortly(action.action.text)}" was due "${shortly(due.text.trim())}", which is past ${byDay(by)}, ${how}. Say that it is complete, or give a new date.`,
    related:
      by.entry === undefined ? [] : [{ at: by.entry.valueSpan, message: `The document's ${by.entry.key}.` }],
  };
}
