import type { Block } from '../model/block.ts';
import type { Prose } from '../syntax/prose.ts';
import type { Span } from '../text/span.ts';
import { type AcronymToken, acronymTokens } from '../values/acronymTokens.ts';
import { type AcronymWords, ENGLISH_ACRONYMS } from '../values/acronymWords.ts';
import { type Explained, explainedAt, explainedBeside } from './acronymMeaning.ts';

/** An acronym where it is used. Places are spans in the block's source. */
export interface AcronymUse {
  readonly name: string;
  readonly key: string;
  readonly at: Span;
  /** As written, with the ending of several. */
  readonly text: string;
  /** Whether nothing but acronyms stands in its passage, as in a cell with the initials of people. */
  readonly isAlone: boolean;
  readonly isPlural: boolean;
  /** Whether it ends a name: "NHS Westshire PCT", "Stella Butler HMI". */
  readonly isInName: boolean;
  /** Whether it is used as a thing's name is and a person's is not: "the HOS", "TMs". */
  readonly isNoun: boolean;
}

/** A place that says what an acronym stands for. */
export interface AcronymMeaning {
  readonly name: string;
  readonly key: string;
  /** The words, where these give the acronym its letters; undefined where it is explained in another way. */
  readonly words: string | undefined;
  /** The acronym there, and all that explains it. */
  readonly nameAt: Span;
  readonly at: Span;
  /** The acronym that the words would have, where its letters are these and stand otherwise. */
  readonly meant: string | undefined;
}

/** What a block says in acronyms. */
export interface BlockAcronyms {
  readonly uses: readonly AcronymUse[];
  readonly meanings: readonly AcronymMeaning[];
}

const NONE: BlockAcronyms = { uses: [], meanings: [] };

/** The acronyms of a block. In headings, heads of tables and quotations they are explained, but not used. */
export function readAcronyms(block: Block, words: AcronymWords = ENGLISH_ACRONYMS): BlockAcronyms {
  if (block.kind === 'code' || block.kind === 'comment') return NONE;
  const passages = passagesOf(block);
  const uses: AcronymUse[] = [];
  const meanings: AcronymMeaning[] = [];
  for (const passage of passages) {
    const { prose, counts } = passage;
    const tokens = acronymTokens(prose.text, words);
    const isAlone = tokens.length > 0 && nothingElse(prose.text, tokens);
    for (const token of tokens) {
      const explained = explainedAt(prose.text, token, words) ?? beside(passage, token, isAlone, words);
      if (explained !== undefined) meanings.push(meaning(prose, token, explained));
      else if (counts) uses.push(use(prose, token, isAlone, words));
    }
  }
  return uses.length + meanings.length === 0 ? NONE : { uses, meanings };
}

interface Passage {
  readonly prose: Prose;
  readonly counts: boolean;
  /** What stands in the cells on both sides. */
  readonly cells: readonly string[];
}

function passagesOf(block: Block): readonly Passage[] {
  const counts = block.kind !== 'heading' && block.kind !== 'quote';
  const own = block.leaves.map(({ prose, quoted }) => ({ prose, counts: counts && !quoted, cells: [] }));
  const cells = block.tables.flatMap(({ rows }) =>
    rows.flatMap((row, index) =>
      row.cells.map(({ prose }, column) => ({
        prose,
        counts: index > 0,
        cells: [row.cells[column - 1], row.cells[column + 1]].flatMap((cell) => cell?.prose.text ?? []),
      })),
    ),
  );
  return [...own, ...cells];
}

/** In a table of acronyms the words stand in the cell beside. */
function beside(
  { cells }: Passage,
  token: AcronymToken,
  isAlone: boolean,
  words: AcronymWords,
): Explained | undefined {
  if (!isAlone) return undefined;
  return cells.some((cell) => explainedBeside(cell, token, words))
    ? { ...token, words: undefined, meant: undefined }
    : undefined;
}

const WORDS = /[\p{L}\p{N}]/u;

function nothingElse(text: string, tokens: readonly AcronymToken[]): boolean {
  let at = 0;
  for (const { from, to } of tokens) {
    if (WORDS.test(text.slice(at, from))) return false;
    at = to;
  }
  return !WORDS.test(text.slice(at));
}

/** A word with one capital right before, which does not begin the sentence. */
const IN_NAME = /[\p{L}\p{N},)] \p{Lu}\p{Ll}+ $/u;

function use(prose: Prose, token: AcronymToken, isAlone: boolean, { articles }: AcronymWords): AcronymUse {
  const { name, key, from, to, isPlural } = token;
  const before = /(\p{L}+) $/u.exec(prose.text.slice(Math.max(0, from - 12), from))?.[1]?.toLowerCase();
  const isNoun = isPlural || (before !== undefined && articles.has(before));
  const isInName = IN_NAME.test(prose.text.slice(Math.max(0, from - 40), from));
  return {
    name,
    key,
    isInName,
    at: prose.sourceSpan(from, to),
    text: prose.text.slice(from, to),
    isAlone,
    isNoun,
    isPlural,
  };
}

function meaning(prose: Prose, token: AcronymToken, { from, to, words, meant }: Explained): AcronymMeaning {
  const nameAt = prose.sourceSpan(token.from, token.to);
  return { name: token.name, key: token.key, words, meant, nameAt, at: prose.sourceSpan(from, to) };
}
