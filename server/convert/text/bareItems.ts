import type { Line } from './lines.ts';
import { readMarker } from './marker.ts';
import { breaksOff, endsInConjunction, isFinished, startsLower } from './prose.ts';

// Fewer lines than these may have a blank before them for another reason.
const FEWEST = 3;
// What stands farther to the right is in another column.
const FARTHEST = 40;

/**
 * Whether the items of a text's lists have lost their bullets, so that only the blank is left that stood behind
 * these: many lines begin with one below a blank line, and few with a bullet.
 */
export function hasBareItems(lines: readonly Line[]): boolean {
  let bare = 0;
  let bulleted = 0;
  for (const [index, line] of lines.entries()) {
    if (line.text === '') continue;
    if (readMarker(line).bullet !== undefined) bulleted += 1;
    else if (line.indent > 0 && (lines[index - 1]?.text ?? '') === '') bare += 1;
  }
  return bare >= FEWEST && bare > bulleted;
}

/** The lines with those marked that are items: each stands below a blank line, or first, and has a blank before it. */
export function withBareItems(lines: readonly Line[]): readonly Line[] {
  return lines.map((line, index) => {
    const isApart = (lines[index - 1]?.text ?? '') === '';
    if (line.text === '' || line.indent === 0 || !isApart) return line;
    const { bullet, number } = readMarker(line);
    return bullet === undefined && number === undefined ? { ...line, isItem: true } : line;
  });
}

/**
 * The lines with those marked that are items of a list without bullets in a text of paragraphs: a blank before the
 * first words, below a line that announces a list or below another such item.
 */
export function withAnnouncedItems(lines: readonly Line[]): readonly Line[] {
  let item: Line | undefined;
  let before: Line | undefined;
  return lines.map((line, index) => {
    if (line.text === '') return line;
    const isApart = (lines[index - 1]?.text ?? '') === '';
    const { bullet, number } = readMarker(line);
    const isBare = line.indent > 0 && bullet === undefined && number === undefined;
    const deeper = line.indent - (before?.indent ?? 0);
    const opens = before !== undefined && /:(?: [-–])?$/.test(before.text) && deeper > 0 && deeper < FARTHEST;
    const goesOn = item !== undefined && before !== undefined && endsMidway(before, line);
    const isNext = item !== undefined && !goesOn && (isApart || isLike(line, item, before));
    const isItem = isBare && (opens || isNext);
    // A line that goes on with an item begins where the text does; a paragraph stands apart.
    if (isItem) item = line;
    else if (isApart && !goesOn) item = undefined;
    before = line;
    return isItem ? { ...line, isItem } : line;
  });
}

/** Whether a line below an item begins another: as far in as the line above, or as the item, whose lines go on before that. */
function isLike(line: Line, item: Line, before: Line | undefined): boolean {
  return line.indent === before?.indent || line.indent === item.indent;
}

/** Whether the end of a page cut an item in two between these lines. */
function endsMidway(before: Line, line: Line): boolean {
  if (isFinished(before.text)) return false;
  if (startsLower(line.text) && !startsLower(before.text) && line.indent === 0) return true;
  return breaksOff(before.text) && !endsInConjunction(before.text);
}

/**
 * The lines with the items of lettered and bracketed lists marked: `a)`, `b)` and `1)`, `2)` below each other, the
 * first of them behind a colon. Each is an item of its own, whatever its width.
 */
export function withLetteredItems(lines: readonly Line[]): readonly Line[] {
  const result = [...lines];
  let last: { readonly mark: string; readonly index: number } | undefined;
  let before = '';
  for (const [index, line] of lines.entries()) {
    if (line.text === '') continue;
    const mark = /^\(?(\p{Ll}|\d{1,2})\)\s/u.exec(line.text)?.[1];
    const opens = (mark === 'a' || mark === '1') && before.endsWith(':');
    const follows = mark !== undefined && last !== undefined && mark === following(last.mark);
    if (mark !== undefined && (opens || follows)) {
      result[index] = { ...line, isItem: true };
      last = { mark, index };
    }
    before = line.text;
  }
  return result;
}

function following(mark: string): string {
  return /\d/.test(mark) ? String(Number(mark) + 1) : String.fromCharCode(mark.charCodeAt(0) + 1);
}
