import { overwritten } from '../../model/editing.ts';
import type { Action, Anchor, ReportTable } from '../../report/contents.ts';
import { ENGLISH_OWNERS } from '../../values/ownerWords.ts';
import { askedCell, cellOf } from '../asked.ts';
import { asking, type Draft, defineRule } from '../rule.ts';
import { shortly } from '../shortly.ts';

export default defineRule({
  scope: 'section',
  summary: 'An action must say who is to do it.',
  why: 'What is nobody’s is not done, and nobody can be asked what has become of it.',
  severity: 'warning',
  *check({ content: { actions, tables }, own }) {
    const told = actions.filter(({ owner }) => owner !== undefined);
    const named = told.filter(({ owner }) => !isEmpty(owner?.text));
    // Where hardly any action has an owner the column is not used.
    const isUsual = named.length > 0 && 2 * named.length >= told.length;
    for (const action of actions) {
      const { owner } = action;
      const isItem = own[action.action.at.block]?.kind === 'item';
      if (owner !== undefined && isOpen(owner.text)) {
        if (action.standing.state !== 'done') yield open(action, owner.text.trim(), owner.at);
      } else if (isEmpty(owner?.text) && isWanted(action, isUsual, isItem)) yield missing(action, tables);
    }
  },
});

function isEmpty(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}

function isOpen(text: string): boolean {
  return ENGLISH_OWNERS.open.has(text.trim().toLowerCase().replace(/\.$/, ''));
}

/** Whether the framework wants an owner, or the other actions have one. A row of nothing else heads those below it. */
function isWanted(action: Action, isUsual: boolean, isItem: boolean): boolean {
  const { owner, due, asked, shared, standing } = action;
  if (owner === undefined) return isUsual && isItem && standing.state !== 'done';
  if (shared.has('owner') || isBare(action)) return false;
  if (asked.has('owner')) return true;
  const goesOn = due !== undefined && isEmpty(due.text);
  return isUsual && !goesOn && standing.state !== 'done';
}

/** Whether nothing stands beside the action: that it has no date is told, or it heads the rows below it. */
function isBare({ due, impact, status, progress }: Action): boolean {
  return due !== undefined && [due, impact, status, progress].every((words) => isEmpty(words?.text));
}

function missing({ action, owner }: Action, tables: readonly ReportTable[]): Draft<Anchor> {
  const cell = owner && cellOf(tables, owner.at, 'owner');
  return {
    at: owner?.at ?? action.at,
    message: `"${shortly(action.text)}" does not say who is to do it. Name a person, a post or a team.`,
    fixes: askedCell(`Write who is to do "${shortly(action.text)}"`, cell),
  };
}

function open({ action }: Action, words: string, at: Anchor): Draft<Anchor> {
  return {
    at,
    message: `"${words}" does not say who is to do "${shortly(action.text)}". Name a person, a post or a team.`,
    fixes: [
      asking(`Write who is to do it instead of "${words}"`, (edit, place) =>
        edit.replace(place(at), overwritten(words)),
      ),
    ],
  };
}
