import { normaliseName } from '../../framework/name.ts';
import type { Action, Words } from '../../report/contents.ts';
import { byDay, type ReckoningDay, reckoningDay } from '../../report/reckoningDay.ts';
import { anchorSpan, type Section } from '../../report/report.ts';
import { lateActions } from '../../rules/action/late.ts';
import { type Span, touches } from '../../text/span.ts';
import { formatDate } from '../../values/calendar.ts';
import type { Due } from '../../values/due.ts';
import { wholeDate } from '../../values/dueTimes.ts';
import type { Analysis } from '../analysis.ts';
import { sectionAt } from '../places.ts';
import { firstWords, plain } from '../plain.ts';
import type { Hover } from './answer.ts';

/** Who does an action, with all that they do; or by when it is due, as that is read. */
export function actionHover(analysis: Analysis, offset: number): Hover | undefined {
  const section = sectionAt(analysis.report, offset);
  if (section === undefined) return undefined;
  const { actions } = section.content;
  const at = (words: Words | undefined): Span | undefined => {
    const span = words === undefined || words.text.trim() === '' ? undefined : anchorSpan(section, words.at);
    return span !== undefined && touches(span, offset) ? span : undefined;
  };
  for (const action of actions) {
    const owner = at(action.owner);
    if (owner !== undefined) return ownerHover(analysis, action, owner);
    const due = at(action.due);
    if (due !== undefined) return dueHover(analysis, section, action, due);
  }
  return undefined;
}

/** More are easier to look for than to read in a box. */
const MOST_ACTIONS = 8;
const MOST_WORDS = 100;

function ownerHover({ report, input }: Analysis, { owner }: Action, span: Span): Hover {
  const name = owner?.text.trim() ?? '';
  const key = normaliseName(name);
  const by = reckoningDay(report, input.today);
  const all = report.sections.flatMap((section) => {
    const late = new Map(
      by === undefined ? [] : lateActions(section, by.day).map((one) => [one.action, one]),
    );
    return section.content.actions
      .filter((action) => normaliseName(action.owner?.text ?? '') === key)
      .map((action) => ({ action, days: late.get(action)?.days }));
  });
  const late = all.filter(({ days }) => days !== undefined).length;
  const told = `${all.length} action${all.length === 1 ? '' : 's'}${lateText(late, all.length, by)}`;
  const items = all.slice(0, MOST_ACTIONS).map(({ action, days }) => `- ${actionText(action, days)}`);
  const more = all.length - items.length;
  if (more > 0) items.push(`- and ${more} more`);
  return { markdown: `**${plain(name)}**: ${told}\n\n${items.join('\n')}`, span };
}

function lateText(late: number, all: number, by: ReckoningDay | undefined): string {
  if (late === 0 || by === undefined) return '';
  return `, ${late === all && all > 1 ? 'all' : late} overdue ${plain(byDay(by))}`;
}

function actionText({ action, due }: Action, days: number | undefined): string {
  const words = firstWords(action.text, MOST_WORDS);
  const when = due?.text.trim() ?? '';
  const late = days === undefined ? '' : ` (${overdueText(days)})`;
  return `${words === '' ? 'Without words' : words}${when === '' ? '' : ` – ${plain(when)}`}${late}`;
}

function overdueText(days: number): string {
  return days === 1 ? '1 day overdue' : `${days} days overdue`;
}

function dueHover(
  { report, input }: Analysis,
  section: Section,
  action: Action,
  span: Span,
): Hover | undefined {
  const read = action.timing && timingText(action.timing);
  if (read === undefined) return undefined;
  const by = reckoningDay(report, input.today);
  const late = by && lateActions(section, by.day).find((one) => one.action === action);
  const told =
    by === undefined || late === undefined ? [] : [`${overdueText(late.days)} ${plain(byDay(by))}.`];
  const head = `**${plain(action.due?.text.trim() ?? '')}**`;
  return { markdown: [head, read, ...told].join('\n\n'), span };
}

/** How a timescale is read. */
function timingText(due: Due): string | undefined {
  switch (due.kind) {
    case 'by': {
      const day = wholeDate(due.on.end);
      return day && `Due by ${formatDate(day)}.`;
    }
    case 'recurring':
      return 'Comes back or goes on, so that it is never overdue.';
    case 'open':
      return 'Begins then, with no end, so that it is never overdue.';
    case 'vague':
      return 'No time, so that nobody can tell when it is overdue.';
    case 'done':
      return 'Done.';
    case 'dropped':
      return 'Ended without being done.';
    default:
      return undefined;
  }
}
