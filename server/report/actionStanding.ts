import { normaliseName } from '../framework/name.ts';
import type { Vocabulary } from '../framework/vocabulary.ts';
import { ENGLISH_ACTION_STATUSES } from '../values/actionStatusWords.ts';
import { type CalendarDate, compareDates } from '../values/calendar.ts';
import {
  completionIn,
  type Due,
  endsSettled,
  readDue,
  saysEarly,
  saysLate,
  saysUnfinished,
  timesTold,
} from '../values/due.ts';
import { type DueTime, wholeDate } from '../values/dueTimes.ts';
import { scaledStatus } from './columns.ts';
import type { ActionStanding, Words } from './contents.ts';

/** What is said of an action besides what it is. */
interface Told {
  readonly due: Words | undefined;
  readonly status: Words | undefined;
  readonly progress: Words | undefined;
  readonly completed: Words | undefined;
}

/** How an action stands, by its status, by what is told of its progress, and by its timescale. */
export function actionStanding(told: Told, timing: Due | undefined, vocabulary: Vocabulary): ActionStanding {
  const stories = [told.status, told.progress].flatMap((words) => (words === undefined ? [] : [words]));
  const times = stories.flatMap((words) => timesTold(words.text).map((time) => ({ ...time, words })));
  const doneOn = doneIn(told.completed) ?? doneAs(timing, told.due) ?? times.find(({ isDone }) => isDone);
  return {
    state: stateOf(told, timing, vocabulary),
    doneOn,
    expected: latest(times.filter(({ isDone }) => !isDone).map(({ time }) => time)),
    saysEarly: [...stories, ...(told.completed === undefined ? [] : [told.completed])].some(({ text }) =>
      saysEarly(text),
    ),
    saysLate: [...stories, ...(told.due === undefined ? [] : [told.due])].some(({ text }) => saysLate(text)),
    isDropped: timing?.kind === 'dropped' || stories.some(isDropped),
    contrary: contraryOf(told, stories, timing),
  };
}

/** "Not started" beside "Completed 3 March 2020". What is "completed by" a day may still be to be done. */
function contraryOf(
  { due }: Told,
  stories: readonly Words[],
  timing: Due | undefined,
): ActionStanding['contrary'] {
  const notBegun = stories.find(({ text }) => NOT_BEGUN.has(normaliseName(text)));
  if (notBegun === undefined) return undefined;
  const isDone = timing?.kind === 'done' && due !== undefined && !/\bby\b/i.test(due.text);
  const done = [...stories, ...(isDone ? [due] : [])].find((words) => {
    return completionIn(words.text) === 'whole' && !isDropped(words);
  });
  return done === undefined ? undefined : { done, notBegun };
}

function isDropped({ text }: Words): boolean {
  return readDue(text).kind === 'dropped';
}

const NOT_BEGUN = ENGLISH_ACTION_STATUSES.notBegun;

/** The time in a column of days of completion. */
function doneIn(words: Words | undefined): ActionStanding['doneOn'] {
  const due = words && readDue(words.text);
  if (words === undefined || due === undefined) return undefined;
  return due.kind === 'by' ? { time: due.on, words } : doneAs(due, words);
}

function doneAs(due: Due | undefined, words: Words | undefined): ActionStanding['doneOn'] {
  const on = due?.kind === 'done' ? due.on : undefined;
  return on === undefined || words === undefined ? undefined : { time: on, words };
}

function latest(times: readonly DueTime[]): CalendarDate | undefined {
  const days = times.flatMap(({ end }) => wholeDate(end) ?? []);
  return days.sort(compareDates).at(-1);
}

function stateOf(
  { due, status, progress, completed }: Told,
  timing: Due | undefined,
  vocabulary: Vocabulary,
): ActionStanding['state'] {
  if (timing?.kind === 'done' || timing?.kind === 'dropped') return 'done';
  const byColumn = completedState(completed?.text.trim() ?? '');
  if (byColumn === 'done') return 'done';
  const byStatus = statusState(status?.text.trim() ?? '', vocabulary);
  if (byStatus === 'done' || byStatus === 'open') return byStatus;
  const story = progress?.text.trim() ?? '';
  const byProgress = completionIn(story);
  if (byProgress === 'whole') return 'done';
  if (byStatus === 'unsure' || byColumn === 'unsure' || byProgress === 'part') return 'unsure';
  if (story === '' && endsSettled(due?.text ?? '')) return 'unsure';
  // What was done is told in many words; only some say that it goes on.
  return story === '' || saysUnfinished(story) ? 'open' : 'unsure';
}

/** What a column says that asks whether or when something was completed; undefined where it says nothing. */
function completedState(text: string): ActionStanding['state'] | undefined {
  if (text === '' || NO.test(text)) return undefined;
  const { kind } = readDue(text);
  return YES.test(text) || kind === 'by' || kind === 'done' ? 'done' : 'unsure';
}

const YES = /^(?:y|yes|true)\W*$/i;
const NO = /^(?:n|no|false|not yet|-|–|—)\W*$/i;
const EMPTY_BOX = /[☐□◻⬜]|\[\s?\]/u;

/** What a status says; undefined where there is none. */
function statusState(text: string, vocabulary: Vocabulary): ActionStanding['state'] | undefined {
  if (text === '') return undefined;
  const scaled = scaledStatus(text, vocabulary);
  const { label = text, aliases = [] } = scaled?.value ?? {};
  if ([label, ...aliases].some((name) => completionIn(name) === 'whole')) return 'done';
  // Green may stand for what is done as well as for what goes on.
  if (/^\W*(?:green|g)\W*$/i.test(text) || /^[🟢🟩\s]+$/u.test(text)) return 'unsure';
  if (scaled !== undefined) return 'open';
  return !EMPTY_BOX.test(text) && completionIn(text) === undefined && saysUnfinished(text)
    ? 'open'
    : 'unsure';
}
