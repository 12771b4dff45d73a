import { defineRule } from '../rule.ts';
import { type Head, runsOf } from './periodRuns.ts';

export default defineRule({
  scope: 'section',
  summary: 'A table must not head two of its columns with the same time.',
  why: 'When two columns are headed with one month, one of them is under the wrong heading and nobody can tell which.',
  severity: 'error',
  *check({ content }) {
    for (const table of content.tables) {
      for (const { heads, along } of runsOf(table)) {
        const repeated = repeats(heads);
        // Where much stands twice the table has two figures for each time.
        if (4 * repeated.length > heads.length) continue;
        for (const { first, again } of repeated) {
          yield {
            at: again.at,
            message: `"${again.text}" heads two ${along} of this table${again.text === first.text ? '' : `, here and as "${first.text}"`}. Head one of them with the time that it is about.`,
            related: [{ at: first.at, message: `The first time that "${first.text}" stands here.` }],
          };
        }
      }
    }
  },
});

function repeats(heads: readonly Head[]): readonly { readonly first: Head; readonly again: Head }[] {
  const seen = new Map<number, Head>();
  return heads.flatMap((again) => {
    const first = seen.get(again.index);
    if (first === undefined) seen.set(again.index, again);
    return first === undefined ? [] : [{ first, again }];
  });
}
