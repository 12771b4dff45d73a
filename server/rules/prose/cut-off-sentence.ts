import type { Block } from '../../model/block.ts';
import type { Anchor } from '../../report/contents.ts';
import type { Leaf } from '../../syntax/block.ts';
import { ENGLISH } from '../../values/language.ts';
import { type Draft, defineRule } from '../rule.ts';

export default defineRule({
  scope: 'section',
  summary: 'A sentence must not stop in the middle.',
  why: 'What was to come, often the point of the paragraph, was lost when the text was cut or pasted.',
  severity: 'warning',
  *check({ own }) {
    for (const [index, block] of own.entries()) {
      const last = block.leaves.at(-1);
      const text = last?.prose.text ?? '';
      if (last === undefined || !MAY_BE_CUT.test(text.slice(-LONGEST)) || !isProse(block, last)) continue;
      const [next, behind] = own.slice(index + 1, index + 6).filter(({ kind }) => kind !== 'comment');
      const isCut = !goesOn(text, block, next) || isCutInList(text, block, next, behind);
      if (isCut && !isStranded(text)) yield finding(index, last, text);
    }
  },
});

const ALWAYS = ENGLISH.unfinished.always.join('|');
const IN_PROSE = ENGLISH.unfinished.inProse.join('|');
const LONGEST = 24;
/** A word without a stop behind it that no sentence ends with, a comma, or a word that was parted. */
const MAY_BE_CUT = new RegExp(String.raw`(?:(?<=\s)(?:${ALWAYS}|${IN_PROSE})|\p{Ll},|\p{Ll}-)$`, 'u');
const ENDS_NOWHERE = new RegExp(String.raw`(?<=\s)(?:${ALWAYS})$`, 'u');
const { relatives, reporting, subjects, verbPrepositions } = ENGLISH.unfinished.stranded;
const STRANDED_REACH = 90;
/** A clause that is about the noun before it, and ends with a preposition of its verb. */
const STRANDED = new RegExp(
  String.raw`(?<=\p{L})\s(?:(?<!\s(?:${reporting.join('|')})\s)(?:${relatives.join('|')})(?:\s[\p{L}’'-]{1,20}){1,8}|(?<=\p{L}{3}\s)(?<!,\s(?:${relatives.join('|')})\s)(?:${subjects.join('|')})(?:\s[\p{L}’'-]{1,20}){1,5})\s(?:${verbPrepositions.join('|')})$`,
  'u',
);
const FEWEST_WORDS = 8;
const FEWEST_WORDS_OF_PROSE = 12;
/** Lines of an address or of a list of names are shorter. */
const SHORTEST_LINE = 45;

/** Whether the passage is a sentence, not a label, a caption, a list of names or what somebody said. */
function isProse(block: Block, { prose, quoted }: Leaf): boolean {
  if (!['paragraph', 'item'].includes(block.kind) || quoted || block.tables.length > 0) return false;
  if (
    block.caption !== undefined ||
    prose.strong.some(({ from, to }) => from === 0 && to >= prose.text.length)
  )
    return false;
  const words = prose.text.split(/\s+/, FEWEST_WORDS_OF_PROSE).length;
  const isRunning = block.kind === 'paragraph' || block.number !== undefined;
  if (ENDS_NOWHERE.test(prose.text.slice(-LONGEST))) return words >= FEWEST_WORDS;
  return (
    isRunning &&
    words >= FEWEST_WORDS_OF_PROSE &&
    prose.text.length / (prose.breaks.length + 1) >= SHORTEST_LINE
  );
}

/** "the care that they rely on", "the partners they will do it with": what the last word leads to stands before it. */
function isStranded(text: string): boolean {
  return STRANDED.test(text.slice(-STRANDED_REACH));
}

/** Whether what stands below may be the rest: a list, a table, or text that does not begin a sentence. */
function goesOn(text: string, block: Block, next: Block | undefined): boolean {
  if (block.kind === 'item') {
    // "and" leads to the next thing of the list, "; and" even where text stands between; "will" to a list of its own.
    if (/[,;]\s(?:and|or)$/.test(text)) return true;
    const isLink = /(?:\b(?:and|or)|,)$/.test(text);
    return next?.kind === 'item' && (isLink ? !next.first : next.first);
  }
  if (next === undefined || next.kind === 'heading') return false;
  if (next.kind !== 'paragraph') return true;
  return !/^\p{Lu}\p{L}*\s/u.test(next.leaves[0]?.prose.text ?? '');
}

/**
 * An item that stops at "and" before another thing of its list: one of several sentences needs no link, and the link of a list
 * stands before its last item.
 */
function isCutInList(
  text: string,
  block: Block,
  next: Block | undefined,
  behind: Block | undefined,
): boolean {
  if (block.kind !== 'item' || block.leaves.length > 1 || !/\p{L}\s(?:and|or)$/u.test(text)) return false;
  const follows = lastText(next);
  if (next?.kind !== 'item' || next.first || !/^\p{Lu}/u.test(next.leaves[0]?.prose.text ?? '')) return false;
  if (/[.!?]\s\p{Lu}/u.test(text)) return true;
  return (
    behind?.kind === 'item' && !behind.first && /[.!?]$/.test(follows) && /[.!?]$/.test(lastText(behind))
  );
}

function lastText(block: Block | undefined): string {
  return block?.leaves.at(-1)?.prose.text ?? '';
}

function finding(block: number, { prose }: Leaf, text: string): Draft<Anchor> {
  const from = lastWords(text);
  return {
    at: { block, span: prose.sourceSpan(from, text.length) },
    message: `"… ${text.slice(from)}" stops in the middle of a sentence. Write its end, or take out what was begun.`,
  };
}

/** Where the last words of a text begin. */
function lastWords(text: string): number {
  return text.length - (/(?:\S{1,30}\s){0,4}\S{1,30}$/.exec(text.slice(-160))?.[0].length ?? 1);
}
