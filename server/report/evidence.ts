import type { Block } from '../model/block.ts';
import type { Leaf, Table } from '../syntax/block.ts';
import type { Span } from '../text/span.ts';
import type { CalendarDate } from '../values/calendar.ts';
import {
  ELSEWHERE,
  EVIDENCE_WORDS,
  type EvidenceWordKind,
  NO_EVIDENCE,
  NOT_YET,
  SAYS_SOMETHING,
} from '../values/evidenceWords.ts';
import { sentencesOf } from '../values/sentences.ts';
import { timesIn } from '../values/times.ts';

/** By what something is known; `named` is a source of which no more is known than that it is listed as one. */
export type EvidenceKind = EvidenceWordKind | 'footnote' | 'link' | 'named';

/**
 * Of when the evidence is that a block names: its newest day, or that this cannot be said and may well be now;
 * `none` of a block that names nothing.
 */
export type EvidenceAge = 'none' | 'open' | DatedEvidence;

export interface DatedEvidence {
  readonly last: CalendarDate;
  /** The time as written, in the block's source. */
  readonly at: Span;
  readonly text: string;
}

/** What was read of blocks, for as long as they are the same. */
export interface EvidenceMemo {
  readonly blocks: WeakMap<Block, ReadonlySet<EvidenceKind>>;
  readonly ages: WeakMap<Block, EvidenceAge>;
}

/** A memo that knows nothing yet. */
export function noEvidence(): EvidenceMemo {
  return { blocks: new WeakMap(), ages: new WeakMap() };
}

/** The kinds of evidence that a block names. Kept in the memo for as long as the block is the same. */
export function evidenceIn(block: Block, memo: EvidenceMemo): ReadonlySet<EvidenceKind> {
  const known = memo.blocks.get(block);
  if (known !== undefined) return known;
  const kinds = new Set<EvidenceKind>([
    ...block.footnotes.map(() => 'footnote' as const),
    // A chart that is shown as a picture gives figures.
    ...block.links.map(({ kind }) => (kind === 'picture' ? ('figure' as const) : ('link' as const))),
    ...block.tables.flatMap(inTable),
    ...(isRead(block) ? block.leaves.flatMap((leaf) => inLeaf(leaf, block)) : []),
  ]);
  memo.blocks.set(block, kinds);
  return kinds;
}

function isRead({ kind }: Block): boolean {
  return kind !== 'heading' && kind !== 'comment';
}

function inTable({ rows }: Table): readonly EvidenceKind[] {
  return rows.slice(1).flatMap(({ cells }) => cells.flatMap(({ prose }) => inText(prose.text)));
}

function inLeaf({ prose: { text } }: Leaf, block: Block): readonly EvidenceKind[] {
  const own = inText(block.number === undefined ? text : text.replace(/^[\d.]+\s+/, ''));
  return own.length === 0 && isName(text) ? ['named'] : own;
}

/** As many words may name a source. */
const MOST_WORDS = 14;
const ADDRESS = /\b(?:https?:\/\/|www\.)\S/i;

/** Whether a passage is the name of something and no statement: "Practice clinics with the court team". */
function isName(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return (
    words.length > 0 && words.length <= MOST_WORDS && !/[.:]$/.test(text.trim()) && !SAYS_SOMETHING.test(text)
  );
}

function inText(text: string): readonly EvidenceKind[] {
  if (ADDRESS.test(text) || ELSEWHERE.test(text)) return ['link'];
  return sentencesOf(text).flatMap(({ from, to }): readonly EvidenceKind[] => {
    const sentence = text.slice(from, to);
    const named = sourcesIn(sentence);
    // What is dated, or counted, can be looked up.
    const isCounted = /\d/.test(sentence) || timesIn(sentence).length > 0;
    return isCounted ? [...named, 'figure'] : named;
  });
}

/** The kinds of sources that a sentence names. */
export function sourcesIn(sentence: string): readonly EvidenceWordKind[] {
  return EVIDENCE_WORDS.filter(([, words]) => isNamed(sentence, words)).map(([kind]) => kind);
}

/** How far before a name a word is looked for that takes it back. */
const REACH = 80;

function isNamed(sentence: string, words: RegExp): boolean {
  return [...sentence.matchAll(words)].some(({ 0: { length }, index }) => {
    const behind = index + length;
    return (
      !NO_EVIDENCE.test(sentence.slice(Math.max(0, index - REACH), index)) &&
      !NOT_YET.test(sentence.slice(behind, behind + REACH))
    );
  });
}
