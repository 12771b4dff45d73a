import { type Box, heaviest } from './box.ts';

/** Words in one font at one place of a page. */
export interface Run {
  readonly text: string;
  readonly x1: number;
  readonly x2: number;
  /** The base line. */
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly href: string | undefined;
  /** The page, from 0. */
  readonly page: number;
  /** Whether a blank stands at its end, which its width counts. */
  readonly spaced?: boolean;
  /** The footnote whose mark it is. */
  readonly note?: string;
}

/** Runs on one base line, with nothing but blanks between them. */
export interface Line extends Box {
  readonly runs: readonly Run[];
  /** Its words, a blank where the page has one. */
  readonly text: string;
  readonly y: number;
  /** The size of most of its characters. */
  readonly size: number;
  /** Whether all its letters are bold. */
  readonly bold: boolean;
  readonly page: number;
}

// A blank is about a quarter of the size wide; letters are set apart by far less.
const BLANK = 0.15;

/** Runs from left to right as a line. */
export function makeLine(runs: readonly Run[]): Line {
  const sizes = new Map<number, number>();
  const bases = new Map<number, number>();
  let [x1, x2, bold, text] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, true, ''];
  for (const [index, run] of runs.entries()) {
    const letters = run.text.trim().length;
    sizes.set(run.size, (sizes.get(run.size) ?? 0) + letters);
    bases.set(run.y, (bases.get(run.y) ?? 0) + letters);
    x1 = Math.min(x1, run.x1);
    x2 = Math.max(x2, run.x2);
    if (!run.bold && /[\p{L}\p{N}]/u.test(run.text)) bold = false;
    text += (blankBefore(runs[index - 1], run) ? ' ' : '') + run.text;
  }
  const size = heaviest(sizes, runs[0]?.size ?? 0);
  const y = heaviest(bases, runs[0]?.y ?? 0);
  const page = runs[0]?.page ?? 0;
  const letters = /[\p{L}\p{N}]/u.test(text);
  return {
    runs,
    text: tidy(text),
    x1,
    x2,
    y,
    y1: y - size * 0.8,
    y2: y + size * 0.2,
    size,
    page,
    bold: bold && letters,
  };
}

/** Whether a blank lies between two runs, which neither of them has as a character. */
export function blankBefore(before: Run | undefined, run: Run): boolean {
  if (before === undefined) return false;
  const [gap, blank] = [run.x1 - before.x2, BLANK * Math.max(before.size, run.size)];
  return gap > blank || (before.spaced === true && gap > -blank);
}

/** One blank for every stretch of white space, none at the ends. */
export function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Whether a run stands above its line, smaller than it, as the marks of footnotes do. */
export function isRaised(run: Run, line: Line): boolean {
  return run.size <= line.size * 0.86 && run.y < line.y - line.size * 0.08;
}
