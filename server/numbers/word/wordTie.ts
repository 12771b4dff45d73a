import type { Span } from '../../text/span.ts';
import { formatDecimal, percentage, roundRational } from '../../values/decimal.ts';
import { above, type Interval, intersects, point, sum } from '../../values/interval.ts';
import type { Quantity } from '../../values/quantity.ts';
import { add, type Rational, whole } from '../../values/rational.ts';
import { computedShare, statedShare } from '../judge.ts';
import type { Meaning } from './quantityWords.ts';

/** How the words tie a word of quantity to its figure. */
export type WordForm =
  | 'word (p%)'
  | 'word of them (p%)'
  | 'word …, p%'
  | 'word … did so (p%)'
  | 'word … did so: n (p%)'
  | 'word are a (p%) or b (q%)'
  | 'p% (word)';

/** The figures of one group: a share, or a part and its whole, or both. */
export interface WordFigure {
  readonly share: Quantity | undefined;
  readonly part: Quantity | undefined;
  readonly whole: Quantity | undefined;
}

/** A word of quantity, and the figure beside it that says how many there are. */
export interface WordTie {
  readonly form: WordForm;
  /** As written, with what belongs to it: `The large majority`. */
  readonly word: { readonly text: string; readonly span: Span };
  readonly meaning: Meaning;
  /** One figure, or several that make up the share together. */
  readonly figures: readonly WordFigure[];
  /** From the first to the last of the figures. */
  readonly span: Span;
  /** Whether nothing stands between the word and its figure that the figure could be about instead. */
  readonly isPlain: boolean;
}

export type WordVerdict = 'holds' | 'contradiction';

/** What the figures may stand for, in per cent: once as shares, once as counted. A count alone only says that there are some. */
function readingsOf({ figures }: WordTie): readonly Interval[] {
  const [only] = figures;
  if (
    figures.length === 1 &&
    only?.part !== undefined &&
    only.whole === undefined &&
    only.share === undefined
  )
    return [only.part.value.digits === 0n ? point(whole(0)) : above(whole(0))];
  const shares = figures.map(({ share }) => share && statedShare(share));
  const counted = figures.map(({ part, whole }) => part && whole && computedShare(part, whole));
  return [shares, counted].flatMap((all) => {
    const known = all.flatMap((one) => one ?? []);
    return known.length === figures.length ? [sum(known)] : [];
  });
}

/** Contradicted only where no reading of the figures lies within what the word says. */
export function judgeWord(tie: WordTie): WordVerdict {
  const readings = readingsOf(tie);
  const { interval } = tie.meaning;
  return readings.some((reading) => intersects(reading, interval)) || readings.length === 0
    ? 'holds'
    : 'contradiction';
}

/** Whether another word, by its meaning, would fit the figures. */
export function wouldFit(tie: WordTie, meaning: Meaning): boolean {
  return judgeWord({ ...tie, meaning }) === 'holds';
}

/** `85 of 120 (70.8%)`, `43%`, `30% + 25%`. */
function figureText({ figures }: WordTie): string {
  const [first] = figures;
  if (figures.length > 1) {
    const shares = figures.flatMap(({ share }) => share ?? []);
    if (shares.length === figures.length) {
      const total = shares.map(({ exact }) => exact).reduce(add);
      return `${shares.map(({ text }) => text).join(' + ')} (${rounded(total)}%)`;
    }
  }
  const parts = figures.flatMap(({ part }) => part ?? []);
  if (first?.whole === undefined || parts.length === 0) return (first?.share ?? first?.part)?.text ?? '';
  const part = parts.reduce((total, { value }) => total + value.digits, 0n);
  const computed = percentage(part, first.whole.value.digits);
  const share = computed === undefined ? '' : ` (${rounded(computed)}%)`;
  return `${parts.map(({ value }) => formatDecimal(value)).join(' + ')} of ${formatDecimal(first.whole.value)}${share}`;
}

function rounded(value: Rational): string {
  return formatDecimal(
    roundRational(value, Number.isInteger(Number(value.numerator) / Number(value.denominator)) ? 0 : 1),
  );
}

/** What was read and what it says: `"Most" does not fit 43%: it says more than half.` */
export function explainWord(tie: WordTie, inspectorate: string | undefined): string {
  const { meaning, word } = tie;
  const who = meaning.isPublished ? `${inspectorate ?? 'the inspectorate'} uses it for` : 'it says';
  const verb = judgeWord(tie) === 'holds' ? 'fits' : 'does not fit';
  return `"${word.text}" ${verb} ${figureText(tie)}: ${who} ${meaning.says}.`;
}
