import { type Line, makeLine, type Run } from './line.ts';
import { cutRun } from './runs.ts';

/** The bullet or number before a line. */
export interface Label {
  readonly line: Line;
  readonly ordered: boolean;
  /** The line without it; undefined when the label has the line alone. */
  readonly rest: Line | undefined;
  /** Whether its glyph, or the space behind it, leaves no doubt; else it may be a figure or a dash of a sentence. */
  readonly sure: boolean;
}

const GLYPHS = /^(?:[•◼■▪●◦‣⁃➢➤►▶❖♦◆⬧○◻\uF020-\uF0FF]\uFE0F?)/u;
const DASHES = /^[-–—−‑‐‒―*·o§](?=\s|$)/u;
const NUMBER =
  /^(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5}|[IVX]{1,5})[.)]|\[\d{1,3}\]|\d{1,2}(?:\.\d{1,3}){1,3}[.)]?|\d{1,3})(?=\s|$)/u;
// Some programs leave no blank where a number fills the room before the words: "10.Most children".
const SET_CLOSE = /^\d{1,3}[.)](?=\p{Lu}\p{Ll}|\p{Lu}\s)/u;
// A tab leaves more than a blank does.
const WIDE = 0.42;

/** Reads the bullet or number that a line begins with. */
export function readLabel(line: Line): Label | undefined {
  const glyph = GLYPHS.exec(line.text)?.[0];
  const dash = glyph === undefined ? DASHES.exec(line.text)?.[0] : undefined;
  const number = glyph === undefined && dash === undefined ? numberOf(line) : undefined;
  const label = glyph ?? dash ?? number;
  if (label === undefined) return undefined;
  const cut = cutLine(line, label.length);
  const gap = cut.rest === undefined ? 0 : cut.rest.x1 - cut.label.x2;
  const wide = cut.whole && gap > WIDE * line.size;
  const plain = number !== undefined && /^(?:\d{1,3}|[A-Z][.)])$/.test(number);
  if (plain && !wide && !/[.)]$/.test(label)) return undefined;
  if (dash === 'o' && !wide) return undefined;
  return {
    line: cut.label,
    rest: cut.rest,
    ordered: number !== undefined,
    sure: glyph !== undefined || wide,
  };
}

/** The number before a line: a blank is behind it, or it was set apart. */
function numberOf({ text, runs }: Line): string | undefined {
  const first = runs[0]?.text ?? '';
  return (
    NUMBER.exec(text)?.[0] ??
    SET_CLOSE.exec(text)?.[0] ??
    (first.length < 8 && /[.)]$/.test(first) ? NUMBER.exec(first)?.[0] : undefined)
  );
}

/** A line in two behind so many characters of its text; whether the cut lies between two of its runs. */
function cutLine(line: Line, length: number): { label: Line; rest: Line | undefined; whole: boolean } {
  let left = length;
  const label: Run[] = [];
  const rest: Run[] = [];
  let whole = true;
  for (const run of line.runs) {
    if (left <= 0) {
      rest.push(run);
      continue;
    }
    const [head, tail] = cutRun(run, left);
    left -= run.text.length;
    if (head !== undefined) label.push(head);
    if (tail !== undefined) {
      rest.push(tail);
      whole = false;
    }
  }
  return { label: makeLine(label), rest: rest.length === 0 ? undefined : makeLine(rest), whole };
}

/** What a number counts, "3" of "2.3" and of "(iii)" where `roman`; undefined for what does not count. */
export function countOf(label: string, roman = false): number | undefined {
  const last = /([\da-z]+)[.)\]]*$/i.exec(label)?.[1]?.toLowerCase();
  if (last === undefined) return undefined;
  if (/^\d+$/.test(last)) return Number(last);
  if (roman || last.length > 1) return ROMAN.indexOf(last) + 1 || undefined;
  return last.charCodeAt(0) - 96;
}

const ROMAN = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' ');
