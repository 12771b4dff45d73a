import { normaliseName } from '../../framework/name.ts';
import { type Line, readLines } from './lines.ts';
import { readMarker } from './marker.ts';

const LONGEST_HEADING = 100;
const MOST_WORDS = 14;
/** A paragraph is longer than this. */
const SHORTEST_PARAGRAPH = 60;
/** A line that comes so often stands at the head or foot of pages. */
const FURNITURE = 3;

const LETTERS = /^(?:Dear|Yours|Copy|cc|By email)\b/i;
const ADDRESS =
  /@|www\.|\bT(?:el)? ?\d{3,}|\b[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}\b|^\d{1,2} \p{Lu}\p{Ll}+ \d{4}$/u;

/**
 * Lines of an extracted text that are headings by their form, each once: alone between blank lines, short, without a
 * stop at their end, and with a paragraph, a list or another such line below. For a text whose framework is not known.
 * @param source with LF line ends
 */
export function likelyHeadings(source: string): readonly string[] {
  const all = readLines(source);
  // Below the sign-off stand names and offices.
  const end = all.findLastIndex(({ text }) => /^Yours (?:sincerely|faithfully)\b/i.test(text));
  const lines = end < 0 ? all : all.slice(0, end);
  const counts = new Map<string, number>();
  for (const { text } of lines) counts.set(text, (counts.get(text) ?? 0) + 1);
  const isRare = ({ text }: Line) => (counts.get(text) ?? 0) < FURNITURE;
  const found = new Map<string, string>();
  lines.forEach((line, index) => {
    if (!isHeading(lines, index) || !isRare(line)) return;
    const text = line.text.replace(/^\d+(?:\.\d+)*\.?\s+/, '').replace(/\s+/g, ' ');
    const name = normaliseName(text);
    if (name !== '' && !found.has(name)) found.set(name, text);
  });
  return [...found.values()];
}

function isHeading(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  if (line === undefined || !looksLikeHeading(line) || lines[index - 1]?.text !== '') return false;
  const before = lastText(lines, index);
  // Below the salutation stands what the letter is about.
  if (before === undefined || /^Dear\b/.test(before.text)) return false;
  const next = lines.findIndex(({ text }, at) => at > index && text !== '');
  const below = lines[next];
  if (below === undefined || next === index + 1) return false;
  const marker = readMarker(below);
  return (
    marker.bullet !== undefined ||
    marker.number !== undefined ||
    below.text.length > SHORTEST_PARAGRAPH ||
    isHeading(lines, next)
  );
}

function lastText(lines: readonly Line[], index: number): Line | undefined {
  for (let at = index - 1; at >= 0; at -= 1) if (lines[at]?.text !== '') return lines[at];
  return undefined;
}

function looksLikeHeading({ text, raw }: Line): boolean {
  if (text.length < 4 || text.length > LONGEST_HEADING || /[.;:,!]$|:\s|\s{3,}|\t/.test(text)) return false;
  if (raw.includes('\t') || LETTERS.test(text) || ADDRESS.test(text)) return false;
  const words = text.split(/\s+/);
  return (
    words.length <= MOST_WORDS && /^(?:\d+(?:\.\d+)*\.?\s+)?\p{Lu}/u.test(text) && /\p{Ll}{2}/u.test(text)
  );
}
