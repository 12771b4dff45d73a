import { applyEdits, overlapping, sortEdits, type TextEdit } from './edit.ts';
import type { LineEnd, NormalisedText } from './normalise.ts';

/** The text as it is written to a file: with its own line ends and byte-order mark. */
export function denormalise({ text, byteOrderMark, lineEnds }: NormalisedText): string {
  const lines = text.split('\n');
  const last = lines.pop() ?? '';
  const body = lines.map((line, index) => line + (lineEnds[index] ?? '\n'));
  // What an edit left at the beginning would be taken for a byte-order mark, and lost.
  const marked = byteOrderMark || text.startsWith('\uFEFF');
  return (marked ? '\uFEFF' : '') + body.join('') + last;
}

/**
 * Applies edits and keeps the end of every line that stays or is moved. Another line ends as the one in whose
 * place it stands, or else as the one before it.
 */
export function editNormalised(before: NormalisedText, edits: readonly TextEdit[]): NormalisedText {
  if (overlapping(edits) || edits.length === 0) return before;
  const text = applyEdits(before.text, edits);
  const regions = touchedRegions(before.text, sortEdits(edits));
  const moved = endsByWords(before, regions);
  const words = text.split('\n');
  const ends: LineEnd[] = [];
  let line = 0;
  const keep = (to: number) => {
    for (const end of before.lineEnds.slice(line, to)) ends.push(end);
  };
  for (const { first, next, grown } of regions) {
    keep(first);
    for (let at = first; at < next + grown; at += 1) {
      const own = at < next ? before.lineEnds[at] : undefined;
      ends.push(
        moved.get(words[ends.length] ?? '')?.shift() ?? own ?? ends.at(-1) ?? before.lineEnds[0] ?? '\n',
      );
    }
    line = next;
  }
  keep(before.lineEnds.length);
  // The last line has no end.
  return { ...before, text, lineEnds: keptApart(words, ends.slice(0, words.length - 1)) };
}

/** A lone CR before an empty line that ends with LF would be read as one line end, so that line ends with CR too. */
function keptApart(words: readonly string[], ends: readonly LineEnd[]): readonly LineEnd[] {
  if (!ends.includes('\r')) return ends;
  const apart = [...ends];
  for (const [line, end] of ends.entries()) {
    if (end === '\n' && words[line] === '' && apart[line - 1] === '\r') apart[line] = '\r';
  }
  return apart;
}

/** Lines that edits touch, from `first` up to `next`, counted from 0, and by how many they grow. */
interface Region {
  readonly first: number;
  next: number;
  grown: number;
}

function touchedRegions(text: string, sorted: readonly TextEdit[]): readonly Region[] {
  const regions: Region[] = [];
  let at = 0;
  let line = 0;
  for (const { span, insert } of sorted) {
    line += count(text, at, span.from);
    const removed = count(text, span.from, span.to);
    const grown = count(insert, 0, insert.length) - removed;
    const next = line + removed + 1;
    const last = regions.at(-1);
    if (last !== undefined && line < last.next) {
      last.next = next;
      last.grown += grown;
    } else regions.push({ first: line, next, grown });
    line += removed;
    at = span.to;
  }
  return regions;
}

/** The ends of the lines in the regions by their words: what is moved is taken out and put in again. */
function endsByWords(
  { text, lineEnds }: NormalisedText,
  regions: readonly Region[],
): ReadonlyMap<string, LineEnd[]> {
  const words = text.split('\n');
  const found = new Map<string, LineEnd[]>();
  for (const { first, next } of regions) {
    for (let line = first; line < next; line += 1) {
      const end = lineEnds[line];
      if (end === undefined) continue;
      const known = found.get(words[line] ?? '');
      if (known === undefined) found.set(words[line] ?? '', [end]);
      else known.push(end);
    }
  }
  return found;
}

function count(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) number += 1;
  return number;
}
