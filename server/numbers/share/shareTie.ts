import type { Span } from '../../text/span.ts';
import type { Quantity } from '../../values/quantity.ts';
import type { Item } from '../passage.ts';

/** How the words tie the figures, in the words that people who look into a tie read. */
export type ShareForm =
  | 'n of N (p%)'
  | 'n (p%) of N'
  | 'n of N, or p%'
  | 'n of N = p%'
  | 'p% (n of N)'
  | 'p% (n) of N'
  | 'n of N with n (p%)'
  | 'of N, n (p%)'
  | 'N, of which n (p%)'
  | 'N, n of whom (p%)'
  | 'p% of N (n)'
  | 'n, p% of N'
  | 'p%, n of N'
  | 'N. n (p%)'
  | 'N: n (p%), n (p%)'
  | 'n of N'
  | 'cells of a table';

/** The figures that a form ties, before they become a tie. */
export interface Tied {
  readonly form: ShareForm;
  /** A percentage or a fraction in words; missing where only part and whole are stated. */
  readonly share?: Quantity;
  readonly part: Quantity;
  readonly whole: Quantity;
  /** Other figures near that the words might mean as well: a tie is only wrong when it is wrong with each of them. */
  readonly otherWholes?: readonly Quantity[];
  readonly otherShares?: readonly Quantity[];
  /** Whether the sentence says what was not so: the share may be that of the others. */
  readonly isNegated?: boolean;
  /** Whether the words leave the tie to the reader: what does not agree is then a warning, no error. */
  readonly isImplied?: boolean;
}

/** A part, the whole it is a part of, and the share that is stated for it. */
export interface ShareTie extends Required<Omit<Tied, 'share'>> {
  readonly share?: Quantity;
  /** From the first to the last of the tied figures, if all are of one text. */
  readonly span: Span;
}

/** What the readers of the forms share while they go over a passage. */
export interface Reader {
  readonly items: readonly Item[];
  readonly ties: ShareTie[];
  /** Where shares and parts begin that a tie already has: no figure is judged twice. */
  readonly used: Set<number>;
}

/** A tie of figures that a caller has found himself, in the cells of a table for instance. */
export function shareTie(tied: Tied): ShareTie {
  const { part, whole, share = part } = tied;
  const span = {
    from: Math.min(part.span.from, whole.span.from, share.span.from),
    to: Math.max(part.span.to, whole.span.to, share.span.to),
  };
  return { otherWholes: [], otherShares: [], isNegated: false, isImplied: false, ...tied, span };
}

/** Adds a tie unless one of its figures is taken. */
export function tie(reader: Reader, tied: Tied): void {
  const own = [tied.part, ...(tied.share ? [tied.share] : [])].map(({ span }) => span.from);
  if (own.some((from) => reader.used.has(from))) return;
  for (const from of own) reader.used.add(from);
  reader.ties.push(shareTie(tied));
}
