import type { Vocabulary } from '../../framework/vocabulary.ts';
import { scaledStatus } from '../../report/columns.ts';
import type { Action, Words } from '../../report/contents.ts';
import { byDay, type ReckoningDay, reckoningDay } from '../../report/reckoningDay.ts';
import { anchorSpan, type Section } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import { completionIn } from '../../values/due.ts';
import { type Draft, type DraftFix, defineRule } from '../rule.ts';
import { shortly } from '../shortly.ts';
import { lateActions } from './late.ts';

export default defineRule({
  scope: 'document',
  summary: 'An action whose date has gone by must be done, or have a new date.',
  why: 'Readers take a plan for what is still to come; what should have been done by now and was not is what they most need to see.',
  severity: 'warning',
  reads: ['actions'],
  *check({ report, today }) {
    const by = reckoningDay(report, today);
    if (by === undefined) return;
    const around = { by, vocabulary: report.vocabulary };
    for (const section of report.sections) {
      for (const { action, due } of lateActions(section, by.day)) yield finding(section, action, due, around);
    }
  },
});

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
