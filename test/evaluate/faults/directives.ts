import type { Random } from '../../incremental/random.ts';
import { type Change, change, insert } from '../change.ts';
import type { Fault } from '../kind.ts';
import type { Texts } from '../places.ts';

/** Comments that switch something off, and are wrong themselves. */
export const DIRECTIVE_FAULTS: readonly Fault<Texts>[] = [
  {
    name: 'comment on a rule that is none',
    rule: 'directive/unknown-rule',
    forms: ['markdown'],
    optional: true,
    draw: comments(/no rule/, [
      '<!-- touchstone-disable-next-line prose/placehoder -- agreed with the team -->',
      '<!-- touchstone-disable-next-line number/share-mismach -- agreed with the team -->',
      '<!-- touchstone-disable-next-line figures/wrong -- agreed with the team -->',
    ]),
  },
  {
    name: 'comment of no use',
    rule: 'directive/unused-suppression',
    forms: ['markdown'],
    optional: true,
    draw: comments(/nothing to say here/, [
      '<!-- touchstone-disable-next-line prose/placeholder -- agreed with the team -->',
      '<!-- touchstone-disable-next-line date/weekday-mismatch -- as it was published -->',
    ]),
  },
  {
    name: 'comment without a reason',
    rule: 'directive/missing-reason',
    forms: ['markdown'],
    optional: true,
    severity: 'info',
    draw: comments(/does not say why/, [
      '<!-- touchstone-disable-next-line prose/placeholder -->\nXX visits were made.',
      '<!-- touchstone-disable-next-line -->\nThe panel met on dd/mm/yyyy and was well attended.',
    ]),
  },
  {
    name: 'comment that held until a day that is past',
    rule: 'directive/expired-suppression',
    forms: ['markdown'],
    optional: true,
    draw: (document, random) => {
      // Without a day of its own a document does not know what is past.
      if (!document.fields.some(({ id }) => DAYS.has(id))) return undefined;
      return comments(/was to hold until/, [
        '<!-- touchstone-disable-next-line prose/placeholder -- comes later, until 31 December 2001 -->\nXX visits were made.',
        '<!-- touchstone-disable-next-line prose/placeholder -- until 5 May 2002 -->\nXX visits were made.',
      ])(document, random);
    },
  },
];

const DAYS: ReadonlySet<string> = new Set(['date', 'published', 'inspected', 'visited', 'period']);

/** Puts one of them above a paragraph at the margin. */
function comments(says: RegExp, all: readonly string[]) {
  return ({ text, prose }: Texts, random: Random): Change | undefined => {
    const starts = prose.filter(
      ({ line: { from } }) => text.slice(from - 2, from) === '\n\n' && /^\p{Lu}/u.test(text.slice(from)),
    );
    if (starts.length === 0) return undefined;
    const { from } = random.pick(starts).line;
    const words = random.pick(all);
    const made = change(text, [insert(from, `${words}\n\n`)], [], words, says);
    return { ...made, at: [{ from, to: from + words.length }] };
  };
}
