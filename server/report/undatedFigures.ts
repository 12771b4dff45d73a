import type { Block } from '../model/block.ts';
import type { Span } from '../text/span.ts';
import { findDates } from '../values/dates.ts';
import { DATED, NO_STATE, NOW } from '../values/presentWords.ts';
import { readTokens } from '../values/quantity.ts';
import { sentencesOf } from '../values/sentences.ts';
import { timesIn } from '../values/times.ts';
import { tokenise } from '../values/tokens.ts';

/** A share that is said to hold now, without a word on when that was. */
export interface UndatedFigure {
  /** In the block's source: from the word that says so to the figure, or the other way round. */
  readonly at: Span;
  readonly text: string;
}

/** What was read of blocks, for as long as they are the same. */
export interface UndatedMemo {
  readonly figures: WeakMap<Block, readonly UndatedFigure[]>;
  /** Whether a block names a time: those beside it may speak of the same. */
  readonly dated: WeakMap<Block, boolean>;
}

/** A memo that knows nothing yet. */
export function noUndated(): UndatedMemo {
  return { figures: new WeakMap(), dated: new WeakMap() };
}

const NONE: readonly UndatedFigure[] = [];

/** The undated shares of a block. Kept in the memo for as long as the block is the same. */
export function undatedIn(block: Block, { figures }: UndatedMemo): readonly UndatedFigure[] {
  const known = figures.get(block);
  if (known !== undefined) return known;
  const isRead = (block.kind === 'paragraph' || block.kind === 'item') && block.footnotes.length === 0;
  const found = isRead
    ? block.leaves.flatMap(({ prose, quoted }) => {
        const { text } = prose;
        if (quoted || !NOW.test(text) || isDated(text)) return NONE;
        return sentencesOf(text).flatMap(({ from, to }) => {
          const own = inSentence(text.slice(from, to));
          if (own === undefined) return NONE;
          const at = { from: from + own.from, to: from + own.to };
          return [{ at: prose.sourceSpan(at.from, at.to), text: text.slice(at.from, at.to) }];
        });
      })
    : NONE;
  figures.set(block, found);
  return found;
}

/** Whether a block names a time. */
export function namesTime(block: Block, { dated }: UndatedMemo): boolean {
  const known = dated.get(block);
  if (known !== undefined) return known;
  const texts = [...block.leaves, ...block.tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))];
  const own = texts.some(({ prose }) => isDated(prose.text));
  dated.set(block, own);
  return own;
}

function isDated(text: string): boolean {
  return DATED.test(text) || timesIn(text).length > 0 || findDates(text).length > 0;
}

/** So far from each other the word and the figure may stand. */
const REACH = 40;

function inSentence(sentence: string): Span | undefined {
  const now = NOW.exec(sentence);
  if (now === null || NO_STATE.test(sentence)) return undefined;
  const word = { from: now.index, to: now.index + now[0].length };
  const shares = readTokens(sentence, tokenise(sentence)).quantities.filter(
    ({ kind }) => kind === 'percentage',
  );
  // Of several shares the word may date any one, and the others be what it is held against.
  const [share] = shares;
  if (share === undefined || shares.length > 1) return undefined;
  const span = { from: Math.min(word.from, share.start), to: Math.max(word.to, share.span.to) };
  const between = sentence.slice(Math.min(word.to, share.span.to), Math.max(word.from, share.start));
  // "At present, 81%": the comma parts nothing.
  const parted = share.start > word.from ? between.replace(/^,/, '') : between;
  return between.length <= REACH && !/[,.;:()]/.test(parted) ? span : undefined;
}
