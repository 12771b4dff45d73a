import type { Action, Words } from '../../report/contents.ts';
import type { Section } from '../../report/report.ts';
import { type CalendarDate, compareDates, dayNumber } from '../../values/calendar.ts';
import { completionIn, timesTold } from '../../values/due.ts';
import { type DueTime, wholeDate } from '../../values/dueTimes.ts';

/** An action whose time has gone by. */
export interface LateAction {
  readonly action: Action;
  readonly due: Words;
  /** By how many days. */
  readonly days: number;
}

/** The actions of a section that should have been done before a day, and of which nothing says that they were. */
export function lateActions(section: Section, day: CalendarDate): readonly LateAction[] {
  const { actions, title } = section.content;
  if (actions.length === 0 || isOfDone(title)) return [];
  const by = earlier(day, section);
  return actions.flatMap((action) => {
    const { due } = action;
    const last = lastDay(action, by);
    return due === undefined || last === undefined
      ? []
      : [{ action, due, days: dayNumber(by) - dayNumber(last) }];
  });
}

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

/**
 * The last day of a time that has gone by, where nothing says that the action is done, or put off. A month is due on
 * its last day.
 */
function lastDay(
  { timing, standing, owner, status, progress }: Action,
  day: CalendarDate,
): CalendarDate | undefined {
  const { state, saysLate, expected } = standing;
  // What tells of neither who does it nor how it stands may be history.
  if (owner === undefined && status === undefined && progress === undefined) return undefined;
  if (timing?.kind !== 'by' || state !== 'open' || saysLate) return undefined;
  const last = wholeDate(timing.on.end);
  if (last === undefined || compareDates(last, day) >= 0) return undefined;
  if (expected !== undefined && compareDates(expected, day) >= 0) return undefined;
  return isDay(timing.on, day) ? undefined : last;
}

/** "May 15" may be a day as well as a month; as a month it would be long past. */
function isDay({ isLoose, end }: DueTime, day: CalendarDate): boolean {
  const last = wholeDate(end);
  return isLoose && last !== undefined && dayNumber(day) - dayNumber(last) > 2 * 366;
}
