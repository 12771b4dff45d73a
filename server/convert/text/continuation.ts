import type { Marker } from './marker.ts';
import { breaksOff, endsInConjunction, isFinished, startsLower, startsUpper, wordCount } from './prose.ts';

/** The paragraph that the lines before have left open. */
export interface OpenParagraph {
  readonly bulleted: boolean;
  readonly numbered: boolean;
  readonly firstText: string;
  /** The end of its text so far; empty when only its mark has been read. */
  readonly tail: string;
  /** Whether a sentence ended at the end of the line before the last, so that the last begins something. */
  readonly tailBegins: boolean;
  readonly words: number;
  /** Whether a sentence has ended in it, which no title and no subject line of a letter does. */
  readonly hasSentence: boolean;
}

/** A line that may go on with it. */
export interface Candidate {
  readonly marker: Marker;
  /** Whether blank lines, or page furniture, stand between the two. */
  readonly gap: boolean;
  /** The number of the last numbered paragraph, 0 before the first. */
  readonly lastNumber: number;
  /** Whether the next line is an item of a list that begins in lower case, as this line does. */
  readonly listGoesOn: boolean;
}

// Shorter ones are titles, salutations and the like, which need no full stop.
const FEWEST_WORDS = 8;
const PROSE_WORDS = 15;

/** Whether a line goes on with the paragraph before: wrapped by the page's width, or cut in two by its end. */
export function continues(open: OpenParagraph, line: Candidate): boolean {
  const { marker } = line;
  if (marker.number !== undefined) return marker.bullet === undefined && numberInSentence(open, line);
  if (open.tail === '') return true;
  if (marker.bullet !== undefined) return strayBullet(open, line);
  const section = decimalSection(marker.text);
  if (section !== undefined && (isFinished(open.tail) || section === line.lastNumber)) return false;
  return line.gap ? continuesBehindGap(open, marker.text) : true;
}

/** A line that begins with a number which belongs to the sentence: "… in each of the last / 12. However". */
function numberInSentence(open: OpenParagraph, { marker, gap, lastNumber }: Candidate): boolean {
  if (open.tail === '' || isFinished(open.tail)) return false;
  const value = marker.value ?? 0;
  if (!gap && value === lastNumber + 1 && belowTitle(open, marker.text)) return false;
  const expected = value >= lastNumber && value <= lastNumber + 6;
  // Without a blank line, only the paragraph that has the number before can be followed by the next one.
  if (!gap) return !(open.numbered && value === lastNumber + 1 && startsUpper(marker.text));
  return !expected || startsLower(marker.text);
}

/** Whether a title is open, below which a numbered paragraph begins; extraction may lose the blank line between. */
function belowTitle(
  { bulleted, numbered, hasSentence, words, tail, tailBegins }: OpenParagraph,
  text: string,
): boolean {
  if (startsLower(text)) return false;
  if (tailBegins) return wordCount(tail) < FEWEST_WORDS;
  const isTitle = !bulleted && !numbered && !hasSentence && words < PROSE_WORDS;
  // The sentence that a list goes on with ends like no title, in "because": below it the number has its line alone.
  return isTitle && (text === '' || !breaksOff(tail) || endsInConjunction(tail));
}

/** A continuation that was given a bullet because it stands at the top of a page. */
function strayBullet(open: OpenParagraph, { marker, gap, listGoesOn }: Candidate): boolean {
  if (isFinished(open.tail) || !startsLower(marker.text)) return false;
  const isItem = open.bulleted && !open.numbered;
  if (!isItem) return open.words >= (open.numbered ? 4 : FEWEST_WORDS) && !listGoesOn;
  if (!gap) return false;
  // Items of a list begin alike, and the last but one may end in "and".
  if (startsUpper(open.firstText)) return true;
  return breaksOff(open.tail) && !endsInConjunction(open.tail) && !/[,–—-]$/u.test(open.tail);
}

function continuesBehindGap(open: OpenParagraph, text: string): boolean {
  if (isFinished(open.tail)) return false;
  if (startsLower(text)) return open.words > 2;
  const isItem = open.bulleted && !open.numbered;
  if (startsWithFigure(text)) return (open.numbered || open.hasSentence) && (breaksOff(open.tail) || !isItem);
  if (!startsUpper(text)) return false;
  if (breaksOff(open.tail)) return open.words > 4 && !(isItem && endsInConjunction(open.tail));
  if (isItem) return false;
  return open.words >= PROSE_WORDS && (open.numbered || open.hasSentence) && isProse(text);
}

function isProse(text: string): boolean {
  const words = wordCount(text);
  // A line of wrapped prose has no end of its own, but more words than most titles.
  return words >= 7 || (words >= 4 && isFinished(text));
}

/** "410 children", "(PCT) provides": what may go on with a sentence; "(a) apologies" and "3. minutes" begin an item. */
function startsWithFigure(text: string): boolean {
  return /^(?:[\d£$€]|\([\p{L}\d])/u.test(text) && !/^\(?\w{1,3}[).]\s/.test(text);
}

/** Of a number within a section, "3.2 The committee", the section's; undefined when the text has none. */
function decimalSection(text: string): number | undefined {
  const match = /^(\d{1,3})(?:\.\d{1,3})+\.?\s+\p{Lu}/u.exec(text.slice(0, 24));
  return match === null ? undefined : Number(match[1]);
}
