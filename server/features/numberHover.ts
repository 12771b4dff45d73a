import type { Tie, TiedFigure, TieVerdict } from '../numbers/tie.ts';
import { standsForText, statedOf, workedOutText } from '../numbers/working.ts';
import type { Span } from '../text/span.ts';
import type { Analysis } from './analysis.ts';
import type { Hover } from './hover/answer.ts';
import { tiesAt } from './numbers.ts';
import { plain } from './plain.ts';

/** How a verdict is marked in hovers, hints and lists. */
export const MARKS: Readonly<Record<TieVerdict, string>> = {
  holds: '✓',
  truncated: '✗',
  contradiction: '✗',
  impossible: '✗',
  unsure: '?',
};

const ORDER: readonly TieVerdict[] = ['impossible', 'contradiction', 'truncated', 'unsure', 'holds'];

/** What is known of the figure at `offset`: every tie that it is part of, with the working; nothing of a figure without one. */
export function numberHover({ numbers, ours }: Analysis, offset: number): Hover | undefined {
  if (!ours) return undefined;
  const found = tiesAt(numbers, offset);
  const [first] = found;
  if (first === undefined) return undefined;
  const ties = worstFirst(found.map(({ tie }) => tie));
  const span = first.figure.at;
  return {
    markdown: ties.map((tie) => tieText(tie, first.figure)).join('\n\n'),
    span,
    places: placesOf(ties, span),
  };
}

/** Those that do not hold first. */
export function worstFirst(ties: readonly Tie<Span>[]): readonly Tie<Span>[] {
  return [...ties].sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
}

/** A tie as Markdown: its verdict and working, and below what the figures stand for. */
export function tieText(tie: Tie<Span>, figure?: TiedFigure<Span>): string {
  const intervals = intervalsText(tie, figure);
  const working = `${MARKS[tie.verdict]} ${plain(tie.message())}`;
  return intervals === '' ? working : `${working}\n\n${plain(intervals)}`;
}

/** Both sides as the ranges that rounding and words such as "about" leave them; empty where nothing is rounded. */
function intervalsText(tie: Tie<Span>, looked: TiedFigure<Span> | undefined): string {
  const stated = statedOf(tie);
  const main = [stated, looked].filter((one) => one !== undefined);
  // Of figures that are simply to be the same, each is a side.
  const sides = (stated === undefined ? tie.figures.slice(0, MOST_SIDES) : main).map(sideText);
  const known = [...new Set(sides.filter((text) => text !== ''))];
  if (known.length === 0) return '';
  const workedOut = workedOutText(tie);
  return `${[...known, ...(workedOut ? [`${termsOf(tie)} to ${workedOut}`] : [])].join('; ')}.`;
}

const MOST_SIDES = 4;

/** `304 of 436 comes`: what comes to the result. */
function termsOf({ kind, figures }: Tie<Span>): string {
  const words = (role: TiedFigure<Span>['role']) => {
    const figure = figures.find((one) => one.role === role);
    return figure && asWritten(figure);
  };
  if (kind === 'share') return `${words('part')} of ${words('whole')} comes`;
  return words('whole') === undefined ? 'together they come' : 'together the others come';
}

function sideText({ quantity }: TiedFigure<Span>): string {
  const range = standsForText(quantity);
  return range === undefined ? '' : `"${asWritten({ quantity })}" stands for ${range}`;
}

function asWritten({ quantity }: Pick<TiedFigure<Span>, 'quantity'>): string {
  return `${quantity.qualifierText} ${quantity.text}`.trim();
}

/** Where the figures stand that are not beside the one that is looked at. */
function placesOf(ties: readonly Tie<Span>[], near: Span): NonNullable<Hover['places']> {
  const found = new Map<number, { readonly label: string; readonly span: Span }>();
  for (const { figures } of ties) {
    for (const { at, quantity } of figures) {
      if (at.from !== near.from) found.set(at.from, { label: quantity.text, span: at });
    }
  }
  return [...found.values()].sort((a, b) => a.span.from - b.span.from).slice(0, MOST_PLACES);
}

const MOST_PLACES = 12;
