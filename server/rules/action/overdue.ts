import type { Vocabulary } from '../../framework/vocabulary.ts';
import { scaledStatus } from '../../report/columns.ts';
import type { Action, Words } from '../../report/contents.ts';
import { byDay, type ReckoningDay, reckoningDay } from '../../report/reckoningDay.ts';
import { anchorSpan, type Section } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import { type CalendarDate, compareDates, dayNumber } from '../../values/calendar.ts';
import { completionIn, timesTold } from '../../values/due.ts';
import { type DueTime, wholeDate } from '../../values/dueTimes.ts';
import { type Draft, type DraftFix, defineRule } from '../rule.ts';
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
      if (section.content.actions.length === 0 || isOfDone(section.content.title)) continue;
      const day = earlier(by.day, section);
      for (const action of section.content.actions) {
        if (action.due !== undefined && isOverdue(action, day)) {
          yield finding(section, action, action.due, { by, vocabulary: report.vocabulary });
        }
      }
    }
  },
});

/** Whether what stands below a heading is done: "Completed actions". In longer ones the words may be about anything. */
function isOfDone(title: string): boolean {
  return title.split(' ').length <= 3 && completionIn(title) !== undefined;
}

/** The day that a heading above the actions gives, where it is earlier: "Actions as at 19 May 2020". */
function earlier(day: CalendarDate, section: Section): CalendarDate {
  let first = day;
  for (let above: Section | undefined = section; above !== undefined; above = above.parent) {
    for (const { time } of timesTold(above.content.title)) {
      const own = wholeDate(time.end);
      if (own !== undefined && compareDates(own, first) < 0) first = own;
    }
  }
  return first;
}

/** Whether a time has gone by and nothing says that the action is done, or put off. A month is due on its last day. */
function isOverdue({ timing, standing, owner, status, progress }: Action, day: CalendarDate): boolean {
  const { state, saysLate, expected } = standing;
  // What tells of neither who does it nor how it stands may be history.
  if (owner === undefined && status === undefined && progress === undefined) return false;
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

interface Around {
  readonly by: ReckoningDay;
  readonly vocabulary: Vocabulary | undefined;
}

function finding(section: Section, action: Action, due: Words, { by, vocabulary }: Around): Draft<Span> {
  const status = action.status?.text.trim() ?? '';
  const how = status === '' ? 'and nothing says that it is done' : `and its status is "${shortly(status)}"`;
  return {
    at: anchorSpan(section, due.at),
    message: `"${shortly(action.action.text)}" was due "${shortly(due.text.trim())}", which is past ${byDay(by)}, ${how}. Say that it is complete, or give a new date.`,
    related:
      by.entry === undefined ? [] : [{ at: by.entry.valueSpan, message: `The document's ${by.entry.key}.` }],
    fixes: [completed(section, action, due, vocabulary)],
  };
}

/** Says in the status that the action is complete, or behind its date where it has no status. */
function completed(
  section: Section,
  { status }: Action,
  due: Words,
  vocabulary: Vocabulary | undefined,
): DraftFix<Span> {
  if (status === undefined) {
    const words = `${due.text.trim()} – completed`;
    return {
      title: `Write "${shortly(words)}"`,
      edits: (edit) => edit.replace(anchorSpan(section, due.at), words),
    };
  }
  const scale = vocabulary && scaledStatus(status.text, vocabulary)?.scale;
  const label = scale?.values.find((value) => completionIn(value.label) === 'whole')?.label ?? 'Completed';
  return {
    title: `Change the status to "${label}"`,
    edits: (edit) => edit.replace(anchorSpan(section, status.at), label),
  };
}
