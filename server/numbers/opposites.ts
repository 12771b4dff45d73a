import type { Span } from '../text/span.ts';

/** Words of a way that figures go or stand to each other, each with one that says the contrary in the same form. */
const OPPOSITES: ReadonlyMap<string, string> = new Map(
  (
    [
      // Either is the other's contrary.
      ['higher', 'lower'],
      ['greater', 'smaller'],
      ['more', 'less'],
      ['above', 'below'],
      ['better', 'worse'],
      ['up', 'down'],
      ['rises', 'falls'],
      ['rise', 'fall'],
      ['rose', 'fell'],
      ['risen', 'fallen'],
      ['rising', 'falling'],
      ['increase', 'decrease'],
      ['increases', 'decreases'],
      ['increased', 'decreased'],
      ['increasing', 'decreasing'],
      ['improve', 'worsen'],
      ['improves', 'worsens'],
      ['improved', 'worsened'],
      ['improving', 'worsening'],
      ['improvement', 'deterioration'],
      ['improvements', 'deteriorations'],
      ['widened', 'narrowed'],
      ['widening', 'narrowing'],
      ['lengthened', 'shortened'],
      ['lengthening', 'shortening'],
      ['upturn', 'downturn'],
    ] as const
  ).flatMap(([up, down]) => [[up, down] as const, [down, up] as const]),
);

/** Words whose contrary has another contrary: of "reduced" it is "increased", of that "decreased". */
const ONE_WAY: ReadonlyMap<string, string> = new Map(
  Object.entries({
    larger: 'smaller',
    fewer: 'more',
    reduce: 'increase',
    reduces: 'increases',
    reduced: 'increased',
    reducing: 'increasing',
    reduction: 'increase',
    reductions: 'increases',
    decline: 'rise',
    declines: 'rises',
    declined: 'increased',
    declining: 'rising',
    drop: 'rise',
    drops: 'rises',
    dropped: 'increased',
    dropping: 'rising',
    grew: 'fell',
    grown: 'fallen',
    growing: 'falling',
    growth: 'decline',
    climbed: 'decreased',
    climbing: 'falling',
    deteriorate: 'improve',
    deteriorates: 'improves',
    deteriorated: 'improved',
    deteriorating: 'improving',
  }),
);

/** Words in a text, with those to put in their place. */
export interface Turned {
  readonly span: Span;
  readonly words: string;
}

const WORD = /\p{L}+/gu;

/**
 * The contrary of what a stretch of a text says of figures, where one word of it decides that: of "continued to improve"
 * "worsen" for "improve". An article right before the word goes with it: "an increase" for "a reduction".
 */
export function turned(text: string, { from, to }: Span): Turned | undefined {
  const found = [...text.slice(from, to).matchAll(WORD)].flatMap(({ 0: word, index }) => {
    const other = OPPOSITES.get(word.toLowerCase()) ?? ONE_WAY.get(word.toLowerCase());
    return other === undefined ? [] : [{ at: from + index, word, other }];
  });
  const [first] = found;
  if (first === undefined || found.length > 1) return undefined;
  const { at, word, other } = first;
  const words = /^\p{Lu}/u.test(word) ? other.charAt(0).toUpperCase() + other.slice(1) : other;
  const [, article = '', gap = ''] = /\b(an?)( )$/i.exec(text.slice(Math.max(0, at - 4), at)) ?? [];
  if (article === '' || isVowel(word) === isVowel(other))
    return { span: { from: at, to: at + word.length }, words };
  const own = article.charAt(0) + (isVowel(other) ? 'n' : '');
  return {
    span: { from: at - article.length - gap.length, to: at + word.length },
    words: `${own}${gap}${words}`,
  };
}

function isVowel(word: string): boolean {
  return /^[aeiou]/i.test(word);
}
