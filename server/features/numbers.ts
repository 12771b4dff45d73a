import type { QuantityWord } from '../framework/framework.ts';
import { type Block, blockSpan, type PlacedBlock, placeSpan } from '../model/block.ts';
import { blockTies } from '../numbers/blockTies.ts';
import { figuresOf, type ReadFigure } from '../numbers/coverage.ts';
import { documentTies } from '../numbers/documentTies.ts';
import { type MentionMemo, noMentions } from '../numbers/mention/mention.ts';
import type { Readings } from '../numbers/readings.ts';
import { placedTie, type Tie } from '../numbers/tie.ts';
import type { Report } from '../report/report.ts';
import { statusTies } from '../rules/measure/statusRows.ts';
import { overlaps, type Span, touches } from '../text/span.ts';

/** What is known of the numbers of one version of a document. Nothing of it is read before somebody asks. */
export interface Numbers {
  /** Every block in which figures are read: the fields of the document and its title among them. */
  readonly placed: readonly PlacedBlock[];
  /** What was read of a block, for as long as the block is the same: it is handed on from version to version. */
  readonly blocks: WeakMap<Block, BlockNumbers>;
  /** What the document's framework says that words of quantity stand for. */
  readonly words: readonly QuantityWord[];
  /** The ties between blocks, at their places in the document. */
  readonly between: () => readonly Tie<Span>[];
}

interface BlockNumbers {
  ties?: readonly Tie<Span>[];
  figures?: readonly ReadFigure<Span>[];
}

const NO_WORDS: readonly QuantityWord[] = [];

/** What was read of the blocks of an earlier version, if the words that say how many mean the same there. */
export function keptNumbers({ vocabulary }: Report, previous?: Numbers): Pick<Numbers, 'blocks' | 'words'> {
  const words = vocabulary?.framework.quantityWords ?? NO_WORDS;
  return { words, blocks: previous?.words === words ? previous.blocks : new WeakMap() };
}

/** The numbers of a report; what is kept of its blocks is not read again. */
export function numbersOf(
  report: Report,
  { blocks, words }: Pick<Numbers, 'blocks' | 'words'> = keptNumbers(report),
  mentions: MentionMemo = noMentions(),
): Numbers {
  let between: readonly Tie<Span>[] | undefined;
  return {
    words,
    placed: [...report.fieldBlocks, ...report.model.blocks],
    blocks,
    between() {
      between ??= [...documentTies(report, mentions), ...statusTies(report)];
      return between;
    },
  };
}

/** Every tie of the document in reading order, those that hold too. */
export function allTies(numbers: Numbers): readonly Tie<Span>[] {
  const inBlocks = numbers.placed.flatMap((placed) => tiesIn(numbers, placed));
  return [...inBlocks, ...numbers.between()].sort((a, b) => a.at.from - b.at.from || a.at.to - b.at.to);
}

/** The ties that have a figure, or stand, in a stretch of the document. */
export function tiesNear(numbers: Numbers, span: Span): readonly Tie<Span>[] {
  const inBlocks = numbers.placed
    .filter((placed) => overlaps(blockSpan(placed), span))
    .flatMap((placed) => tiesIn(numbers, placed));
  const isNear = ({ at, figures }: Tie<Span>) =>
    overlaps(at, span) || figures.some((figure) => overlaps(figure.at, span));
  return [...inBlocks, ...numbers.between()].filter(isNear);
}

/** The ties of which a figure stands at an offset, with that figure. */
export function tiesAt(
  numbers: Numbers,
  offset: number,
): readonly { readonly tie: Tie<Span>; readonly figure: Tie<Span>['figures'][number] }[] {
  return tiesNear(numbers, { from: offset, to: offset }).flatMap((tie) => {
    const figure = tie.figures.find(({ at }) => touches(at, offset));
    return figure === undefined ? [] : [{ tie, figure }];
  });
}

/** Every figure of the document in reading order, those that are no quantities too. */
export function allFigures(numbers: Numbers): readonly ReadFigure<Span>[] {
  return numbers.placed.flatMap((placed) => {
    const known = knownOf(numbers, placed.block);
    known.figures ??= figuresOf(placed.block);
    return known.figures.map((figure) => ({ ...figure, at: placeSpan(placed, figure.at) }));
  });
}

function tiesIn(numbers: Numbers, placed: PlacedBlock): readonly Tie<Span>[] {
  const known = knownOf(numbers, placed.block);
  known.ties ??= blockTies(placed.block, numbers.words);
  return known.ties.map((tie) => placedTie(tie, (span) => placeSpan(placed, span)));
}

/** Reads the numbers of a block where rules have read it anyway. */
export function lookAt(numbers: Pick<Numbers, 'blocks' | 'words'>, block: Block, readings: Readings): void {
  const known = knownOf(numbers, block);
  known.ties ??= blockTies(block, numbers.words, readings);
  known.figures ??= figuresOf(block, readings);
}

function knownOf({ blocks }: Pick<Numbers, 'blocks'>, block: Block): BlockNumbers {
  const known = blocks.get(block) ?? {};
  blocks.set(block, known);
  return known;
}
