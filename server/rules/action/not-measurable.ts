import type { Action } from '../../report/contents.ts';
import { defineRule } from '../rule.ts';
import { shortly } from '../shortly.ts';

export default defineRule({
  scope: 'section',
  summary: 'An action should say what will be better when it is done.',
  why: 'Without it a plan can be carried out in full and nobody knows whether it was of any use.',
  severity: 'info',
  *check({ content: { actions } }) {
    const told = actions.filter(({ impact }) => impact !== undefined);
    const filled = told.filter(({ impact }) => impact?.text.trim() !== '');
    // Where few actions say so the column is not used.
    if (filled.length < FEWEST || filled.length < 2 * (told.length - filled.length)) return;
    for (const action of told) {
      const { action: what, impact } = action;
      if (impact === undefined || impact.text.trim() !== '' || !isOpen(action)) continue;
      yield {
        at: impact.at,
        message: `"${shortly(what.text)}" does not say what will be better when it is done, as the other actions do. Say so, in words that can be measured.`,
      };
    }
  },
});

/** So many actions that say it make it a habit. */
const FEWEST = 2;

/** Whether an action is told in full but for its effect, is still to be done, and shares no cell with the one above. */
function isOpen({ shared, standing, owner, due }: Action): boolean {
  const isTold = (words: Action['owner']) => words === undefined || words.text.trim() !== '';
  return !shared.has('impact') && standing.state !== 'done' && isTold(owner) && isTold(due);
}
