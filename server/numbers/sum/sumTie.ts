import type { Span } from '../../text/span.ts';
import type { Quantity } from '../../values/quantity.ts';
import type { CellPlace } from '../share/shareGrid.ts';

/** How words or a layout tie the figures, in the words that people who look into a tie read. */
export type SumForm =
  | 'N (a and b)'
  | 'N: a and b'
  | 'N made up of a and b'
  | 'N, a and b'
  | 'N; a and b not'
  | 'N, including a and b'
  | 'N with a and b'
  | 'of N, a and b'
  | 'n of N, and m not'
  | 'a and b, a total of N'
  | 'a + b = N'
  | 'total row'
  | 'total column'
  | 'shares in a sentence'
  | 'shares in a column'
  | 'shares in a row';

/** A figure of a tie; its spans are in its passage, or in the text of its cell. */
export interface Figure {
  readonly quantity: Quantity;
  readonly cell?: CellPlace;
}

/**
 * How sure it is that the parts make up the whole. `explicit`: the words say so. `likely`: the words say so, but
 * parts may be missing. `near`: parts may also overlap or be of another kind, so that only a sum that nearly agrees was
 * meant to agree. `possible`: only a sum that agrees says anything.
 */
export type Certainty = 'explicit' | 'likely' | 'near' | 'possible';

/** Parts and the whole that they make up: counts and their total, or shares that make 100 per cent. */
export interface SumTie {
  readonly kind: 'total' | 'distribution';
  readonly form: SumForm;
  readonly parts: readonly Figure[];
  /** The total; of a distribution the whole is 100 per cent. */
  readonly whole: Figure | undefined;
  /** Whether there may be parts that are not given: those that are may then be less than the whole, never more. */
  readonly isOpen: boolean;
  readonly certainty: Certainty;
  /** What the shares are shares of, figure by figure, where counts are given with them. */
  readonly counts?: readonly (Quantity | undefined)[];
  /** What the author calls the parts and the whole in a table: its headers and labels. */
  readonly names?: { readonly parts: string; readonly whole: string };
}

/** From the first to the last figure of a tie in prose. */
export function spanOf({ parts, whole }: SumTie): Span {
  const spans = [...parts, ...(whole ? [whole] : [])].map(({ quantity }) => quantity.span);
  return {
    from: Math.min(...spans.map(({ from }) => from)),
    to: Math.max(...spans.map(({ to }) => to)),
  };
}

/** The tie of parts that a text names and the total that it names for them. */
export function totalTie(
  form: SumForm,
  parts: readonly { readonly quantity: Quantity }[],
  whole: Quantity,
  certainty: Certainty,
): SumTie {
  const figures = parts.map(({ quantity }) => ({ quantity }));
  return { kind: 'total', form, parts: figures, whole: { quantity: whole }, isOpen: false, certainty };
}
