import { placeSpan } from '../model/block.ts';
import { type BlockTie, blockTies } from '../numbers/blockTies.ts';
import type { Report } from '../report/report.ts';
import type { Span } from '../text/span.ts';

/** A tie between figures at its place in the document. */
export interface PlacedTie extends Omit<BlockTie, 'at'> {
  readonly span: Span;
}

/** Every tie between figures of a document in reading order, those that hold too. */
export function tiesOf({ sections }: Report): readonly PlacedTie[] {
  const ties = sections.flatMap(({ own }) =>
    own.flatMap((placed) =>
      blockTies(placed.block).map(({ at, ...tie }) => ({ ...tie, span: placeSpan(placed, at) })),
    ),
  );
  return ties.sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
}

/** How the figures of a document agree, in numbers. */
export interface TieCounts {
  readonly found: number;
  readonly holding: number;
  /** Those that contradict each other, shares that are cut and not rounded among them. */
  readonly wrong: number;
  /** Those of which the words leave open what is meant. */
  readonly unsure: number;
}

/** How many ties hold, do not, and cannot be judged. */
export function countTies(ties: readonly PlacedTie[]): TieCounts {
  const holding = ties.filter(({ verdict }) => verdict === 'holds').length;
  const unsure = ties.filter(({ verdict }) => verdict === 'unsure').length;
  return { found: ties.length, holding, unsure, wrong: ties.length - holding - unsure };
}
