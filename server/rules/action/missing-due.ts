import type { Action, Anchor, ReportTable } from '../../report/contents.ts';
import { askedCell, cellOf } from '../asked.ts';
import { type Draft, defineRule } from '../rule.ts';
import { shortly } from '../shortly.ts';

export default defineRule({
  scope: 'section',
  summary: 'An action must say by when it is to be done.',
  why: 'Of an action without a date nobody can tell whether it is late, and it is the first to be forgotten.',
  severity: 'warning',
  *check({ content: { actions, tables }, own }) {
    const told = actions.filter((action) => action.due !== undefined && !goesOn(action));
    const filled = told.filter(({ timing }) => timing !== undefined);
    // Where hardly any action has a date the column is not used.
    const isUsual = filled.length > 0 && 2 * filled.length >= told.length;
    for (const action of actions) {
      if (action.standing.state === 'done') continue;
      const isItem = own[action.action.at.block]?.kind === 'item';
      if (action.timing === undefined && isWanted(action, isUsual, isItem)) yield finding(action, tables);
    }
  },
});

/** Whether the framework wants a date, or the other actions have one. A row without the cell heads those below it. */
function isWanted(action: Action, isUsual: boolean, isItem: boolean): boolean {
  if (action.due === undefined) return isUsual && isItem;
  return action.asked.has('due') || (isUsual && !goesOn(action));
}

/** Whether a row that has neither owner nor date may go on with the one above it. */
function goesOn({ timing, owner }: Action): boolean {
  return timing === undefined && (owner?.text ?? '').trim() === '';
}

function finding({ action, due }: Action, tables: readonly ReportTable[]): Draft<Anchor> {
  const cell = due && cellOf(tables, due.at, 'due');
  return {
    at: due?.at ?? action.at,
    message: `"${shortly(action.text)}" does not say by when it is to be done. Give a month or a day, or say how often it is done.`,
    fixes: askedCell(`Write by when "${shortly(action.text)}" is to be done`, cell),
  };
}
