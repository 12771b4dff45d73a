import type { Action, Words } from '../../report/contents.ts';
import { byDay, lastDay, type ReckoningDay } from '../../report/reckoningDay.ts';
import { anchorSpan, type Section } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import { compareDates } from '../../values/calendar.ts';
import { type DueTime, wholeDate } from '../../values/dueTimes.ts';
import { type Draft, defineRule } from '../rule.ts';
import { shortly } from '../shortly.ts';

export default defineRule({
  scope: 'document',
  summary: 'What is said to be completed cannot have a date that is still to come.',
  why: 'One of the two is wrong, and a reader cannot tell whether the work is done.',
  severity: 'error',
  reads: ['actions'],
  *check({ report, today }) {
    const by = lastDay(report, today);
    if (by === undefined) return;
    for (const section of report.sections) {
      for (const action of section.content.actions) yield* drafts(section, action, by);
    }
  },
});

/** Whether no day of a time has come yet. Without its year every day has been, and "June 20" may be a day. */
function isToCome({ start, isLoose }: DueTime, { day }: ReckoningDay): boolean {
  const first = wholeDate(start);
  return first !== undefined && !isLoose && compareDates(first, day) > 0;
}

function* drafts(section: Section, action: Action, by: ReckoningDay): Iterable<Draft<Span>> {
  const { standing, timing, due } = action;
  const { doneOn, state, saysEarly, isDropped } = standing;
  const name = shortly(action.action.text);
  if (doneOn !== undefined && isToCome(doneOn.time, by)) {
    const words = shortly(doneOn.words.text.trim());
    yield draft(
      section,
      doneOn.words,
      by,
      `"${words}" says when "${name}" was completed, and ${byDay(by)} that day is still to come. Correct the date, or say that the action goes on.`,
    );
    return;
  }
  // What was done before its time is right, where its own words say so, and what was superseded was not done at all.
  if (saysEarly || isDropped || doneOn !== undefined) return;
  const planned = timing?.kind === 'by' ? timing.on : timing?.kind === 'done' ? timing.due : undefined;
  if (due === undefined || planned === undefined || state !== 'done' || !isToCome(planned, by)) return;
  const message = `"${name}" is said to be complete, and ${byDay(by)} its date, "${shortly(due.text.trim())}", is still to come. Look whether it was done early, or one of the two is wrong.`;
  // It may have been done before its time.
  yield { ...draft(section, due, by, message), severity: 'info' };
}

function draft(section: Section, words: Words, { entry }: ReckoningDay, message: string): Draft<Span> {
  return {
    at: anchorSpan(section, words.at),
    message,
    related: entry === undefined ? [] : [{ at: entry.valueSpan, message: `The document's ${entry.key}.` }],
  };
}
