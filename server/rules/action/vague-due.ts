import { overwritten } from '../../model/editing.ts';
import { asking, defineRule } from '../rule.ts';
import { shortly } from '../shortly.ts';

export default defineRule({
  scope: 'section',
  summary: 'A timescale must give a time, not only put off.',
  why: '"As soon as possible" is never late: nobody can tell when to ask what has become of the action.',
  severity: 'info',
  options: {
    allow: { type: 'array', default: [], description: 'Timescales to take as they are, such as "TBC".' },
  },
  *check({ content: { actions }, options }) {
    const allowed = new Set(texts(options.allow).map((text) => text.trim().toLowerCase()));
    for (const { action, due, timing, standing } of actions) {
      if (due === undefined || timing?.kind !== 'vague' || standing.state === 'done') continue;
      const words = due.text.trim();
      if (allowed.has(words.toLowerCase())) continue;
      yield {
        at: due.at,
        message: `"${shortly(words)}" does not say by when "${shortly(action.text)}" is to be done. Give a month or a day, or say how often it is done.`,
        fixes: [
          asking(`Write a time instead of "${shortly(words)}"`, (edit, place) =>
            edit.replace(place(due.at), overwritten(due.text)),
          ),
        ],
      };
    }
  },
});

function texts(value: boolean | number | readonly string[] | undefined): readonly string[] {
  return typeof value === 'object' ? value : [];
}
