import type { Anchor } from '../../report/contents.ts';
import { type DraftFix, defineRule } from '../rule.ts';
import { nameLike } from './periodNames.ts';
import { type Head, type PeriodRun, runsOf, stepsOf } from './periodRuns.ts';

export default defineRule({
  scope: 'section',
  summary: 'A table must not head two of its columns with the same time.',
  why: 'When two columns are headed with one month, one of them is under the wrong heading and nobody can tell which.',
  severity: 'error',
  *check({ content }) {
    for (const table of content.tables) {
      for (const run of runsOf(table)) {
        const { heads, along } = run;
        const repeated = repeats(heads);
        // Where much stands twice the table has two figures for each time.
        if (4 * repeated.length > heads.length) continue;
        for (const { first, again } of repeated) {
          yield {
            at: again.at,
            message: `"${again.text}" heads two ${along} of this table${again.text === first.text ? '' : `, here and as "${first.text}"`}. Head one of them with the time that it is about.`,
            fixes: renaming(run, first, again),
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

/** The time that is missing beside one of the two, where all others follow each other. */
function renaming({ heads, unit }: PeriodRun, first: Head, again: Head): readonly DraftFix<Anchor>[] {
  return [first, again].flatMap((head) => {
    const at = heads.indexOf(head);
    const [before, after] = [heads[at - 1], heads[at + 1]];
    const towards = Math.sign((heads.at(-1)?.index ?? 0) - (heads[0]?.index ?? 0));
    const index = before === undefined ? (after?.index ?? 0) - towards : before.index + towards;
    const others = heads.map((other) => (other === head ? { ...other, index } : other));
    // A heading with more in it than the time is left to its author.
    const isTime = head.at.span.to - head.at.span.from === head.text.length;
    if (!isTime || stepsOf(others).some((step) => step !== towards)) return [];
    const words = nameLike(head.text, index, unit);
    const which = head === first ? 'first' : 'second';
    return [
      {
        title: `Change the ${which} "${head.text}" to "${words}"`,
        edits: (edit, place) => edit.replace(place(head.at), words),
      },
    ];
  });
}
