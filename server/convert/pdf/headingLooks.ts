import { wordCount } from '../text/prose.ts';
import { plainText } from './joinWords.ts';
import type { Look } from './look.ts';
import type { ParagraphPart, Part, Piece } from './parts.ts';

const MOST_WORDS = 10;

/**
 * Makes headings of lines that look just as headings of the document do but were not marked as such: authors give one
 * line the style of a heading, and make the next bold by hand. Not on the first page: what is bold on a cover says who is
 * judged and how, as often as it heads anything.
 */
export function withHeadingLooks(parts: readonly Part[], look: Look): readonly Part[] {
  const levels = new Map<string, number>();
  for (const part of parts) {
    if (part.kind !== 'paragraph' || part.level === undefined || part.level < 2) continue;
    const shape = shapeOf(part.pieces, look);
    // Of two levels that look alike the deeper is the one that takes nothing away from the other.
    if (shape !== undefined) levels.set(shape, Math.max(levels.get(shape) ?? 0, part.level));
  }
  if (levels.size === 0) return parts;
  return parts.map((part, index) => {
    if (part.kind !== 'paragraph' || !isLine(part) || !headsText(parts, index, look)) return part;
    const level = levels.get(shapeOf(part.pieces, look) ?? '');
    return level === undefined ? part : { ...part, level };
  });
}

function isLine({ level, list, pieces }: ParagraphPart): boolean {
  if (level !== undefined || list !== undefined || pieces[0]?.page === 1) return false;
  const text = plainText(pieces).trim();
  return /^[\p{Lu}\p{N}]/u.test(text) && !/[.:;,]$/.test(text) && wordCount(text) <= MOST_WORDS;
}

/** Whether text stands below that is not set as the line is. */
function headsText(parts: readonly Part[], index: number, look: Look): boolean {
  for (const next of parts.slice(index + 1, index + 6)) {
    if (next.kind === 'paragraph') return next.level === undefined && !look.standsOut(next.pieces);
    if (next.kind === 'table' || next.kind === 'figure') return false;
  }
  return false;
}

/** How words are set that all look alike and stand out; undefined for others. */
function shapeOf(pieces: readonly Piece[], look: Look): string | undefined {
  if (!look.standsOut(pieces)) return undefined;
  const lettered = pieces.filter(({ item }) => /\p{L}/u.test(item.text));
  const shapes = new Set(
    lettered.map(({ item }) => `${item.font} ${Math.round(item.size * 2)} ${item.italic}`),
  );
  return shapes.size === 1 ? [...shapes][0] : undefined;
}
