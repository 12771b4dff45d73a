import { placeSpan } from '../../model/block.ts';
import type { Span } from '../../text/span.ts';
import { monthNamed } from '../../values/calendar.ts';
import { sentencesOf } from '../../values/sentences.ts';
import type { Change, ChangedPassage, Said } from './change.ts';
import { match } from './match.ts';
import { numberEnd, type Passage } from './passages.ts';
import { plainText, plainWords } from './plainWords.ts';
import { shortName } from './rows.ts';
import type { SectionPairs } from './sections.ts';
import type { PlacedChange } from './thing.ts';

/** What is said otherwise: figures and days that alone have changed, and the sentences that have other words. */
export interface SentenceChanges {
  readonly changes: readonly PlacedChange[];
  readonly reworded: readonly ChangedPassage[];
}

/** A sentence of a passage. */
interface Sentence {
  readonly passage: Passage;
  /** In the prose of the passage. */
  readonly at: Span;
  readonly text: string;
  readonly words: readonly string[];
  /** Its words without its figures and days. */
  readonly frame: string;
}

/**
 * Compares passages sentence by sentence, whatever paragraphs they stand in: a paragraph that was parted says the same.
 */
export function sentenceChanges(
  before: readonly Passage[],
  after: readonly Passage[],
  placeOf: SectionPairs['placeOf'],
): SentenceChanges {
  const { pairs, gone, fresh } = match(before.flatMap(sentencesIn), after.flatMap(sentencesIn), {
    placeOf: ({ passage }, version) => placeOf(passage.section, version),
    keysOf: ({ words, frame }) => [words.join(' '), ...(frame.includes(FIGURE) ? [frame] : [])],
    printOf: () => '',
    wordsOf: ({ words }) => words,
  });
  const apart = pairs
    .filter((pair) => pair.before.words.join(' ') !== pair.after.words.join(' '))
    .map((pair) => ({ ...pair, figures: figuresApart(pair.before, pair.after) }));
  return {
    changes: apart.flatMap(({ after: { passage }, figures = [] }) =>
      figures.map((change) => ({ change, in: { version: 'after' as const, section: passage.section } })),
    ),
    reworded: [
      ...apart
        .filter(({ figures }) => figures === undefined)
        .map((pair) => ({ before: whole(pair.before), after: whole(pair.after) })),
      ...fresh.map((one) => ({ before: undefined, after: whole(one) })),
      ...gone.map((one) => ({ before: whole(one), after: undefined })),
    ],
  };
}

function whole({ passage, at }: Sentence): Said {
  const { placed, prose } = passage;
  return {
    text: prose.text.slice(at.from, at.to),
    span: placeSpan(placed, prose.sourceSpan(at.from, at.to)),
  };
}

function sentencesIn(passage: Passage): readonly Sentence[] {
  const { text } = passage;
  const start = numberEnd(text);
  return sentencesOf(text.slice(start)).flatMap(({ from, to }): readonly Sentence[] => {
    const at = { from: start + from, to: start + to };
    const own = text.slice(at.from, at.to);
    const words = plainWords(own);
    if (words.length === 0) return [];
    const frame = tokensIn(own).map((token) => (isFigure(token) ? FIGURE : plainText(token.text)));
    return [{ passage, at, text: own, words, frame: frame.join(' ') }];
  });
}

/** Stands for any figure or part of a day. */
const FIGURE = '#';

interface Token {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const TOKEN = /[£$€]?\p{N}+(?:[.,/:]\p{N}+)*%?|[\p{L}\p{M}\p{N}]+/gu;
/** Numbers in words that reports write small figures with. */
const NUMBER_WORD =
  /^(?:no|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|first|second|third|fourth|fifth|half|quarter|once|twice)$/;

/** The figures and days in which two sentences differ; undefined where they differ in anything else too. */
function figuresApart(before: Sentence, after: Sentence): readonly Change[] | undefined {
  const [was, is] = [tokensIn(before.text), tokensIn(after.text)];
  if (was.length !== is.length) return undefined;
  const differs = was.map(({ text }, index) => plainText(text) !== plainText(is[index]?.text ?? ''));
  // They differ in a sign.
  if (!differs.includes(true)) return undefined;
  const isEvery = differs.every((isOther, index) => {
    return !isOther || (isFigure(was[index]) && isFigure(is[index]));
  });
  if (!isEvery) return undefined;
  return runs(differs, was, is).map(([from, to]) =>
    figureChange(
      { sentence: before, tokens: was.slice(from, to) },
      { sentence: after, tokens: is.slice(from, to) },
    ),
  );
}

function tokensIn(text: string): readonly Token[] {
  return [...text.matchAll(TOKEN)].map(({ 0: own, index }) => ({
    text: own,
    from: index,
    to: index + own.length,
  }));
}

function isFigure(token: Token | undefined): boolean {
  const text = token?.text.toLowerCase() ?? '';
  return /\p{N}/u.test(text) || NUMBER_WORD.test(text) || isMonth(text);
}

function isMonth(text: string): boolean {
  return monthNamed(text) !== undefined;
}

/** Runs of tokens that differ; one that is part of a day is the whole day. */
function runs(
  differs: readonly boolean[],
  was: readonly Token[],
  is: readonly Token[],
): readonly (readonly [from: number, to: number])[] {
  const found: [number, number][] = [];
  for (let at = 0; at < differs.length; at += 1) {
    if (differs[at] !== true) continue;
    let [from, to] = [at, at + 1];
    const isFigureAt = (index: number) => isFigure(was[index]) && isFigure(is[index]);
    while (isFigureAt(from - 1)) from -= 1;
    while (isFigureAt(to)) to += 1;
    const isDay = [...was.slice(from, to), ...is.slice(from, to)].some(({ text }) =>
      isMonth(text.toLowerCase()),
    );
    if (!isDay) [from, to] = [at, at + 1];
    found.push([from, to]);
    at = to - 1;
  }
  return found;
}

interface Run {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
}

function figureChange(before: Run, after: Run): Change {
  const isDay = after.tokens.some(({ text }) => isMonth(text.toLowerCase()));
  return {
    kind: isDay ? 'date' : 'figure',
    sort: 'changed',
    subject: `"${around(after)}"`,
    part: undefined,
    before: said(before),
    after: said(after),
    turn: undefined,
    remark: undefined,
  };
}

function said({ sentence, tokens }: Run): Said {
  const { passage, at, text } = sentence;
  const [from, to] = [tokens[0]?.from ?? 0, tokens.at(-1)?.to ?? 0];
  const { placed, prose } = passage;
  return {
    text: text.slice(from, to),
    span: placeSpan(placed, prose.sourceSpan(at.from + from, at.from + to)),
  };
}

const BEFORE = 40;

/** The words of a sentence around a figure, so that one knows what it is of. */
function around({ sentence: { text }, tokens }: Run): string {
  const from = tokens[0]?.from ?? 0;
  if (from <= BEFORE) return shortName(text);
  const start = text.indexOf(' ', from - BEFORE) + 1;
  return `…${shortName(text.slice(start))}`;
}
