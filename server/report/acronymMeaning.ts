import type { AcronymToken } from '../values/acronymTokens.ts';
import type { AcronymWords } from '../values/acronymWords.ts';
import { expansionStart, lettersOf, type PlacedWord, wordsAfter, wordsBefore } from '../values/expansion.ts';

/** How a text explains an acronym: the place, and the words that give it its letters, where they do. */
export interface Explained {
  readonly from: number;
  readonly to: number;
  readonly words: string | undefined;
  /** The letters that the words give, where these are the acronym's with two of them swapped. */
  readonly meant: string | undefined;
}

const OPEN = /[([{]\s*(?:the\s+)?["'“‘]?$/u;
/** Between an acronym and its words there may be what kind of thing it is: "the LEAP service (learning, …)". */
const AFTER = /^["'”’]?(?:\s\p{Ll}{2,12})?\s*[([{]\s*["'“‘]?/u;
/** Within brackets, behind another acronym: "(CASS/MASH)". */
const OPEN_LIST = /[([{]\s*[\p{L}&-]{2,12}\s*(?:\/|,|and|or|&)\s*$/u;
/** How a bracket goes on that holds an acronym and not words with one in them. */
const CLOSES = /^["'”’]?\s*(?:[)\]},;/–-]|and\b|or\b|hereafter\b|$)/u;

/** What the text around an acronym says that it stands for; undefined where it says nothing. */
export function explainedAt(text: string, token: AcronymToken, words: AcronymWords): Explained | undefined {
  const lead = text.slice(Math.max(0, token.from - 24), token.from);
  const bracket = OPEN.exec(lead);
  if (bracket !== null) {
    const to = token.from - bracket[0].length;
    return CLOSES.test(text.slice(token.to, token.to + 12))
      ? inBrackets(text, token, to, words)
      : withWords(text, token, to);
  }
  const list = OPEN_LIST.exec(lead);
  if (list !== null) return inList(text, token, token.from - list[0].length, words);
  return joinedBefore(text, token, lead, words) ?? behind(text, token, words);
}

/** Whether the words in the cell beside an acronym are what it stands for. */
export function explainedBeside(cell: string, { name }: AcronymToken, words: AcronymWords): boolean {
  const all = wordsBefore(cell, cell.length);
  return all.length > 1 && expansionStart(lettersOf(name), all, words, true) !== undefined;
}

/** "local safeguarding board (LSB)"; also what an author explains so and not letter by letter: "inspectors (HMI)". */
function inBrackets(
  text: string,
  token: AcronymToken,
  to: number,
  words: AcronymWords,
): Explained | undefined {
  const before = wordsBefore(text, to);
  const letters = lettersOf(token.name);
  // A word behind may say what kind of thing it is: "multi-systemic therapy service (MST)".
  for (const told of [before, before.slice(0, -1)]) {
    const start = expansionStart(letters, told, words);
    const from = start === undefined ? undefined : told[start]?.from;
    if (from !== undefined) {
      return { from, to: token.to, words: text.slice(from, told.at(-1)?.to), meant: undefined };
    }
  }
  const content = before.filter((word) => !words.small.has(word.text.toLowerCase()));
  const swapped = swappedIn(letters, content) ?? swappedIn(letters, content.flatMap(partsOf));
  if (swapped !== undefined) {
    const { from: at, meant } = swapped;
    return { from: at, to: token.to, words: text.slice(at, to).trim(), meant };
  }
  const isHint = content.slice(-2).some(({ text: word }) => letters.includes(word.slice(0, 1).toLowerCase()));
  return isHint ? { from: token.from, to: token.to, words: undefined, meant: undefined } : undefined;
}

/** "education, health and care plans (EHC plans)": the bracket ends as the words before it do. */
function withWords(text: string, token: AcronymToken, to: number): Explained | undefined {
  const next = /^\s+(\p{L}{3,})/u.exec(text.slice(token.to, token.to + 20))?.[1];
  const last = wordsBefore(text, to).at(-1)?.text;
  const isSame = next !== undefined && last?.toLowerCase().startsWith(next.toLowerCase().slice(0, -1));
  return isSame ? { from: token.from, to: token.to, words: undefined, meant: undefined } : undefined;
}

/** One of several acronyms in brackets: its words may stand anywhere in the clause before these. */
function inList(text: string, token: AcronymToken, to: number, words: AcronymWords): Explained | undefined {
  const before = wordsBefore(text, to);
  const letters = lettersOf(token.name);
  const isTold = before.some(
    (_, index) => expansionStart(letters, before.slice(0, index + 1), words) !== undefined,
  );
  return isTold ? { from: token.from, to: token.to, words: undefined, meant: undefined } : undefined;
}

/** The parts of a word with hyphens: "multi-agency" gives two letters. */
function partsOf({ text, from, to }: PlacedWord): readonly PlacedWord[] {
  return text.split('-').flatMap((part) => (part === '' ? [] : [{ text: part, from, to }]));
}

/** Where the last words give the acronym's letters with two neighbours swapped. */
function swappedIn(
  letters: string,
  content: readonly PlacedWord[],
): { readonly from: number; readonly meant: string } | undefined {
  const last = content.slice(-letters.length);
  const [first] = last;
  const initials = last.map(({ text }) => text.slice(0, 1).toLowerCase()).join('');
  if (first === undefined || letters.length < 3 || initials.length !== letters.length) return undefined;
  const at = [...letters].findIndex((letter, index) => letter !== initials[index]);
  const swapped = `${letters.slice(0, at)}${letters[at + 1]}${letters[at]}${letters.slice(at + 2)}`;
  return swapped === initials ? { from: first.from, meant: initials.toUpperCase() } : undefined;
}

/** "the multi-agency safeguarding hub, known as MASH", "team manager / TM": joined by a mark or by words. */
function joinedBefore(
  text: string,
  token: AcronymToken,
  lead: string,
  words: AcronymWords,
): Explained | undefined {
  const joins = words.joins.map((join) => join.replace(/ /g, '\\s')).join('|');
  const join = new RegExp(`(?:\\s*[,–—/:=-]\\s*|\\s+)(?:(?:${joins})\\s+)?(?:the\\s+)?["'“‘]?$`, 'u').exec(
    lead,
  );
  if (join === null || join[0].trim() === '') return undefined;
  const to = token.from - join[0].length;
  const before = wordsBefore(text, to);
  const start = expansionStart(lettersOf(token.name), before, words);
  const from = start === undefined ? undefined : before[start]?.from;
  if (from === undefined) return undefined;
  return { from, to: token.to, words: undefined, meant: undefined };
}

/** "MASH (multi-agency safeguarding hub)", "MASH: multi-agency safeguarding hub", "MASH stands for …". */
function behind(text: string, token: AcronymToken, words: AcronymWords): Explained | undefined {
  const rest = text.slice(token.to, token.to + 24);
  const letters = lettersOf(token.name);
  const bracket = AFTER.exec(rest);
  if (bracket !== null) {
    const after = wordsAfter(text, token.to + bracket[0].length);
    const last = after.at(-1);
    if (last === undefined) return undefined;
    const isWhole = expansionStart(letters, after, words, true) !== undefined;
    const content = after.filter((word) => !words.small.has(word.text.toLowerCase()));
    const isHint =
      after[0]?.text.slice(0, 1).toLowerCase() === letters.slice(0, 1) && content.length * 2 > letters.length;
    const isRight = /^["'”’]?\s*[([{]/u.test(rest) ? isWhole || isHint : isWhole;
    if (!isRight) return undefined;
    const told = isWhole ? text.slice(after[0]?.from, last.to) : undefined;
    return { from: token.from, to: last.to, words: told, meant: undefined };
  }
  const joins = words.joins.slice(0, -1).join('|').replace(/ /g, '\\s');
  const join = new RegExp(`^["'”’]?(?:\\s*[:=–—-]\\s*|\\s+(?:${joins})\\s+)(?:the\\s+)?["'“‘]?`, 'u').exec(
    rest,
  );
  if (join === null) return undefined;
  const after = wordsAfter(text, token.to + join[0].length);
  const isTold = after.some(
    (_, index) => expansionStart(letters, after.slice(0, index + 1), words, true) !== undefined,
  );
  return isTold ? { from: token.from, to: token.to, words: undefined, meant: undefined } : undefined;
}
