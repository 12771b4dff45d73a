import type { Block } from '../../model/block.ts';
import type { Prose } from '../../syntax/prose.ts';
import type { Span } from '../../text/span.ts';
import { type Unpaired, unpairedBracket, unpairedQuotation } from '../../values/pairs.ts';
import { sentencesOf } from '../../values/sentences.ts';
import { type Draft, type DraftFix, defineRule } from '../rule.ts';

export default defineRule({
  scope: 'block',
  summary:
    'A bracket or a quotation mark that opens must be closed, and one that closes must have been opened.',
  why: 'Without its other half nobody can tell where an aside ends, or which words are quoted and which are the report’s own.',
  severity: 'warning',
  *check({ block }) {
    if (block.kind === 'code' || block.kind === 'comment') return;
    for (const run of runsOf(block)) yield* unpaired(block, run);
  },
});

interface Found {
  readonly prose: Prose;
  readonly unpaired: Unpaired;
}

/** What reads on from one passage to the next: the lines of the block, and each column of a table. */
function runsOf(block: Block): readonly (readonly Prose[])[] {
  const columns = block.tables.flatMap(({ rows }) => {
    const most = rows.reduce((width, { cells }) => Math.max(width, cells.length), 0);
    return Array.from({ length: most }, (_, index) => rows.flatMap(({ cells }) => cells[index]?.prose ?? []));
  });
  return [block.leaves.map(({ prose }) => prose), ...columns];
}

function* unpaired(block: Block, run: readonly Prose[]): Iterable<Draft<Span>> {
  const code = codeIn(block.source);
  for (const read of [unpairedBracket, unpairedQuotation]) {
    const found = run.flatMap((prose): Found[] => {
      const one = MARKS.test(prose.text) ? read(prose.text) : undefined;
      return one === undefined || isInCode(prose.sourceOffset(one.at), code)
        ? []
        : [{ prose, unpaired: one }];
    });
    for (const one of withoutPairs(found)) if (!mayGoOn(block, one)) yield finding(one);
  }
}

const MARKS = /[()[\]"“”‘’']/;

/** What opens in one passage and closes in the next that has such a mark is a pair. */
function withoutPairs(found: readonly Found[]): readonly Found[] {
  return found.filter(({ unpaired: { opens } }, index) => {
    const other = found[opens ? index + 1 : index - 1]?.unpaired;
    return other === undefined || other.opens === opens;
  });
}

/** Whether the other half may stand in another item of the list, or in the list below. */
function mayGoOn(block: Block, { prose: { text }, unpaired: { opens, at } }: Found): boolean {
  const isOfLastSentence = (sentencesOf(text).at(-1)?.from ?? 0) <= at;
  if (opens) return isOfLastSentence && /(?:[:;,]|\b(?:and|or))$/.test(text);
  return block.kind === 'item' && /^[.,;:]{0,3}(?:\s(?:and|or))?$/.test(text.slice(at + 1, at + 9));
}

function codeIn(source: string): readonly Span[] {
  if (!source.includes('`')) return [];
  return [...source.matchAll(/`[^`\n]{1,400}`/g)].map(({ 0: { length }, index }) => ({
    from: index,
    to: index + length,
  }));
}

function isInCode(at: number, code: readonly Span[]): boolean {
  return code.some(({ from, to }) => from <= at && at < to);
}

function finding({ prose, unpaired: { at, mark, opens } }: Found): Draft<Span> {
  const words = opens ? firstWords(prose.text.slice(at, at + WINDOW)) : lastWords(prose.text, at + 1);
  const name = /[()[\]]/.test(mark) ? 'bracket' : 'quotation mark';
  const span = prose.sourceSpan(at, at + 1);
  const message = opens
    ? `The ${name} that opens in "${words}" is never closed. Close it where ${name === 'bracket' ? 'the aside' : 'the quotation'} ends, or take it out.`
    : `The ${name} that closes in "${words}" was never opened. Open it where ${name === 'bracket' ? 'the aside' : 'the quotation'} begins, or take it out.`;
  const out: DraftFix<Span> = {
    title: `Take the ${name} "${mark}" out`,
    edits: (edit, place) => edit.replace(place(span), ''),
  };
  return { at: span, message, fixes: opens ? [...closing(prose, at, mark), out] : [out] };
}

const WINDOW = 60;
const WORDS = 5;

function firstWords(text: string): string {
  const words = text.split(/\s+/);
  return words.length > WORDS ? `${words.slice(0, WORDS).join(' ')} …` : words.join(' ');
}

function lastWords(text: string, to: number): string {
  const from = Math.max(0, to - WINDOW);
  const words = text.slice(from, to).split(/\s+/);
  return words.length > WORDS || from > 0 ? `… ${words.slice(-WORDS).join(' ')}` : words.join(' ');
}

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['“', '”'],
  ['‘', '’'],
]);

/** What a sentence ends in. */
const STOP = /[\s.!?;:,]/;

/** The other half before the stop of the sentence. A straight mark may have to be written in another way where it stands. */
function closing(prose: Prose, at: number, mark: string): readonly DraftFix<Span>[] {
  const other = CLOSING.get(mark);
  const sentence = sentencesOf(prose.text).find(({ from, to }) => from <= at && at < to);
  let stop = sentence?.to ?? prose.text.length;
  while (stop > at && STOP.test(prose.text.charAt(stop - 1))) stop -= 1;
  const words = prose.text.slice(at, stop);
  if (other === undefined || words.length <= mark.length) return [];
  const end = prose.sourceSpan(at + words.length - 1, at + words.length).to;
  const shown = words.length > WINDOW ? lastWords(words, words.length) : words;
  return [
    {
      title: `Close it at the end of "${shown}"`,
      edits: (edit, place) => edit.replace(place({ from: end, to: end }), other),
    },
  ];
}
