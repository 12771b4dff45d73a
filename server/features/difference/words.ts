import type { Change, ChangeKind, Difference } from './change.ts';
import { quotedName, shortName } from './rows.ts';

/** A change as a sentence without its full stop: `Overall effectiveness: Requires improvement → Good (better)`. */
export function changeText(change: Change): string {
  return `${saying(change)}${notes(change)}`;
}

function saying(change: Change): string {
  const { kind, sort, subject, part, before, after } = change;
  const [was, is] = [before?.text ?? '', after?.text ?? ''];
  if (sort === 'renamed') {
    const [from, to] = excerpts(was, is);
    return `${subject} ${kind === 'action' || kind === 'recommendation' ? 'reworded' : 'renamed'}: "${from}" → "${to}"`;
  }
  if (sort === 'new')
    return kind === 'figure' || kind === 'target' ? newFigure(change) : `New: ${called(change, is)}`;
  if (sort === 'gone') return `Gone: ${called(change, was)}`;
  const [from, to] = excerpts(was, is);
  const of = part === undefined ? '' : `${part} `;
  return `${subject}: ${of}${from === '' ? NOTHING : from} → ${to === '' ? NOTHING : to}`;
}

const NOTHING = '(nothing)';

function newFigure({ subject, after }: Change): string {
  const is = after?.text ?? '';
  // A measure that is new as a whole has its name for what is said.
  if (is === subject) return `New: ${NAMES.figure} ${quotedName(subject)}`;
  return `${subject} (new): ${is}`;
}

const NAMES: Readonly<Record<ChangeKind, string>> = {
  section: 'section',
  field: 'field',
  judgement: 'judgement on',
  status: 'status of',
  figure: 'measure',
  target: 'target',
  date: 'date',
  action: 'action',
  recommendation: 'recommendation',
  row: 'row',
};

function called({ kind, subject }: Change, text: string): string {
  if (kind === 'section' || kind === 'action' || kind === 'recommendation')
    return `${NAMES[kind]} ${quotedName(text)}`;
  if (kind === 'figure' && text !== subject) return `figures for ${text} of ${subject}`;
  return `${NAMES[kind]} ${quotedName(subject)}`;
}

function notes({ turn, remark, sort, kind }: Change): string {
  // Of a new figure the remark says than what it is better.
  const way = turn === undefined || sort === 'new' ? [] : [turn];
  const own = [...way, ...(remark === undefined ? [] : [remark])].join('; ');
  if (own === '') return '';
  // What stands behind an action that is new is what it says, not what became of it.
  return sort === 'changed' || kind === 'figure' || kind === 'target' ? ` (${own})` : `: ${own}`;
}

const LONGEST = 60;
const AROUND = 3;

/** Two texts as they are shown: of long ones only where they differ, with a few words around. */
function excerpts(before: string, after: string): readonly [string, string] {
  if (before.length <= LONGEST && after.length <= LONGEST) return [before, after];
  const [was, is] = [before.split(/\s+/), after.split(/\s+/)];
  const shorter = Math.min(was.length, is.length);
  let head = 0;
  while (head < shorter && was[head] === is[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && was.at(-1 - tail) === is.at(-1 - tail)) tail += 1;
  const cut = (words: readonly string[]) => {
    const from = Math.max(0, head - AROUND);
    const to = Math.min(words.length, words.length - tail + AROUND);
    const inner = shortName(words.slice(from, to).join(' '));
    return `${from > 0 ? '…' : ''}${inner}${to < words.length && !inner.endsWith('…') ? '…' : ''}`;
  };
  return [cut(was), cut(is)];
}

/** Whether two versions say the same in the same words, and the same is found in them. */
export function isNothing({ groups, passages }: Difference): boolean {
  return groups.length + passages.length === 0;
}
