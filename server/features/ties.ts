import { type PlacedBlock, placeSpan } from '../model/block.ts';
import { blockTies } from '../numbers/blockTies.ts';
import { placedTie, type Tie } from '../numbers/tie.ts';
import type { Report } from '../report/report.ts';
import type { Span } from '../text/span.ts';

/** A tie between figures as it is told: plain data, at its places in the document. */
export interface PlacedTie extends Pick<Tie<Span>, 'kind' | 'form' | 'verdict'> {
  readonly message: string;
  readonly span: Span;
  readonly figures: readonly { readonly role: string; readonly text: string; readonly span: Span }[];
}

/** Every tie between figures of a document in reading order, those that hold too. */
export function tiesOf(report: Report): readonly PlacedTie[] {
  return blocksWithFigures(report)
    .flatMap(tiesIn)
    .map(told)
    .sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
}

/** Every block in which figures are read: the document's own fields and its title among them. */
export function blocksWithFigures({ fieldBlocks, titleHeading, sections }: Report): readonly PlacedBlock[] {
  const placed = sections.flatMap(({ heading, own }) => [...(heading ? [heading] : []), ...own]);
  return [...fieldBlocks, ...(titleHeading ? [titleHeading] : []), ...placed];
}

/** The ties of one block at their places in the document. */
export function tiesIn(placed: PlacedBlock): readonly Tie<Span>[] {
  return blockTies(placed.block).map((tie) => placedTie(tie, (span) => placeSpan(placed, span)));
}

function told({ kind, form, verdict, message, at, figures }: Tie<Span>): PlacedTie {
  return {
    kind,
    form,
    verdict,
    message: message(),
    span: at,
    figures: figures.map(({ role, quantity, at: span }) => ({ role, text: quantity.text, span })),
  };
}

/** A tie at other places: those in the file that the document was imported from. */
export function movedTie(tie: PlacedTie, to: (span: Span) => Span): PlacedTie {
  const figures = tie.figures.map((figure) => ({ ...figure, span: to(figure.span) }));
  return { ...tie, span: to(tie.span), figures };
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
