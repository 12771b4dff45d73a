import type { Quantity } from '../values/quantity.ts';

/** By what figures are tied: the rows of the table of ties. */
export type TieKind =
  | 'share'
  | 'total'
  | 'distribution'
  | 'change'
  | 'comparison'
  | 'direction'
  | 'quantity word'
  | 'status'
  | 'repetition'
  | 'series';

/**
 * What the figures of a tie say together. `truncated`: right if cut, wrong if rounded. `impossible`: no true values at all give
 * these. `unsure`: they do not agree, yet the words may mean something else, so that nothing is found.
 */
export type TieVerdict = 'holds' | 'truncated' | 'contradiction' | 'impossible' | 'unsure';

/** What a figure is to the others of its tie. */
export type FigureRole =
  | 'share'
  | 'part'
  | 'whole'
  | 'earlier'
  | 'later'
  | 'difference'
  | 'value'
  | 'compared'
  | 'same';

/** A figure of a tie; `at` is where all of it stands, with its unit. */
export interface TiedFigure<At> {
  readonly quantity: Quantity;
  readonly role: FigureRole;
  readonly at: At;
}

/** One change that would make a tie hold: one hypothesis of what the slip was. */
export interface Hypothesis<At> {
  /** In the words of a button: "Change 304 to 275". */
  readonly title: string;
  /** What the replacement goes over. */
  readonly at: At;
  readonly replacement: string;
  /** What has to change with it, where one change alone would not do. */
  readonly also?: { readonly at: At; readonly replacement: string };
}

/**
 * Figures that cannot all be true unless they agree, of any kind, whether they do or not. Places are of the caller's kind:
 * spans of a block for what one block says, places in the document for what several do.
 */
export interface Tie<At> {
  readonly kind: TieKind;
  /** The words or the layout that tie the figures, for those who look into a tie: `n of N (p%)`. */
  readonly form: string;
  readonly verdict: TieVerdict;
  /** What was read, and what was computed from it. Made when it is asked for: most ties hold, and nobody looks. */
  readonly message: () => string;
  /** Where a finding on it stands: the figure that is to blame if there is one, else the one that the others make up. */
  readonly at: At;
  readonly figures: readonly TiedFigure<At>[];
  readonly hypotheses: readonly Hypothesis<At>[];
}

/** A tie at places of another kind: spans of a block become spans of a document. */
export function placedTie<From, To>(tie: Tie<From>, place: (at: From) => To): Tie<To> {
  return {
    ...tie,
    at: place(tie.at),
    figures: tie.figures.map((figure) => ({ ...figure, at: place(figure.at) })),
    hypotheses: tie.hypotheses.map((one) => placedHypothesis(one, place)),
  };
}

function placedHypothesis<From, To>(
  { also, ...one }: Hypothesis<From>,
  place: (at: From) => To,
): Hypothesis<To> {
  const placed = { ...one, at: place(one.at) };
  return also === undefined ? placed : { ...placed, also: { ...also, at: place(also.at) } };
}
