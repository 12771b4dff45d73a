import { breaksOff, isFinished, startsLower, startsUpper } from '../../text/prose.ts';
import type { TextBlock } from './blocks.ts';
import { countOf, type Label, readLabel } from './labels.ts';
import type { Line } from './line.ts';
import { rounded, type Style } from './style.ts';

/** The edges between which lines were set. */
export interface Measure {
  readonly left: number;
  readonly right: number;
}

interface Open {
  readonly label: Label | undefined;
  readonly lines: Line[];
  /** The last line with its label, if that is its first. */
  last: Line;
  /** The left edge of its text. */
  x: number;
}

/** The edges of some lines: nearly the widest of many, since a single one may stick out. */
export function measureOf(lines: readonly Line[]): Measure {
  const rights = lines.map(({ x2 }) => x2).sort((a, b) => a - b);
  const right = rights[Math.floor((rights.length - 1) * (rights.length < 8 ? 1 : 0.95))] ?? 0;
  return { left: lines.reduce((least, { x1 }) => Math.min(least, x1), Number.POSITIVE_INFINITY), right };
}

/**
 * Lines of one column as paragraphs. A line begins one for any of what typesetters do: more space above, another size
 * or weight, a label, an indentation, or a line before it that had room for its first word.
 */
export function readParagraphs(lines: readonly Line[], measure: Measure, style: Style): readonly TextBlock[] {
  const done: Open[] = [];
  for (const line of lines) {
    const open = done.at(-1);
    const label = readLabel(line);
    const above = open === undefined || isApart(open, line, style);
    const begins = open === undefined || above || changes(open, line, style, measure);
    const isItem = label !== undefined && isLabel(label, open, begins, done);
    if (isItem || begins) done.push(opened(line, isItem ? label : undefined));
    else go(open, line);
  }
  return done.map(({ label, lines, last }) => ({
    ...{ kind: 'text', label, lines, left: measure.left },
    full: last.x2 > measure.right - 0.15 * (measure.right - measure.left),
  }));
}

function opened(line: Line, label: Label | undefined): Open {
  const rest = label === undefined ? line : label.rest;
  return { label, lines: rest === undefined ? [] : [rest], last: line, x: rest?.x1 ?? Number.NaN };
}

function go(open: Open, line: Line): void {
  open.x = open.lines.length === 0 ? line.x1 : Math.min(open.x, line.x1);
  open.lines.push(line);
  open.last = line;
}

/** Whether a line stands further from the one before than lines of a paragraph do. */
function isApart(open: Open, line: Line, style: Style): boolean {
  const distance = line.y - open.last.y;
  if (distance < 0.3 * line.size) return true;
  const usual = style.leading(Math.max(line.size, open.last.size));
  if (distance <= usual * 1.2 + 0.3) return false;
  // Text with wider lines than the rest of the document.
  return distance > usual * 2.2 || isFinished(open.last.text) || !startsLower(line.text);
}

/** Whether a line that is no further away than others begins a paragraph all the same. */
function changes(open: Open, line: Line, style: Style, measure: Measure): boolean {
  const { last } = open;
  // A label alone waits for its words.
  if (open.lines.length === 0) return false;
  if (Math.abs(rounded(last.size) - rounded(line.size)) > 0.08 * line.size) return true;
  const fits = hadRoom(last, line, measure);
  const finished = isFinished(last.text);
  if (last.bold !== line.bold && !style.bold && isHeadline(open, line, fits)) return true;
  if (fits && (finished ? !startsLower(line.text) : beginsAnew(line) && isShort(last, line, measure)))
    return true;
  return isIndented(open, line, fits && finished);
}

/** Whether the bold lines before, or this one, are a paragraph of their own and not the beginning of a sentence. */
function isHeadline(open: Open, line: Line, fits: boolean): boolean {
  if (line.bold) return isFinished(open.last.text) || fits;
  return (
    open.lines.every(({ bold }) => bold) && (fits || !breaksOff(open.last.text)) && !startsLower(line.text)
  );
}

function beginsAnew({ text }: Line): boolean {
  return startsUpper(text) || /^[\d£]/.test(text);
}

/** Whether the first word of a line would have fitted behind the last one, so that somebody ended it. */
function hadRoom(last: Line, line: Line, { right }: Measure): boolean {
  const word = (/^\S+/.exec(line.text)?.[0].length ?? 0) / Math.max(1, line.text.length);
  return last.x2 + 0.3 * line.size + word * (line.x2 - line.x1) < right - 0.2 * line.size;
}

/** Whether a line that ends no sentence is so short that it is one of a list, an address or a title. */
function isShort(last: Line, line: Line, { left, right }: Measure): boolean {
  if (breaksOff(last.text)) return false;
  return (
    last.x2 < right - 0.25 * (right - left) ||
    (last.bold && line.bold === last.bold && last.x2 < right - 0.15 * (right - left))
  );
}

function isIndented(open: Open, line: Line, ended: boolean): boolean {
  const step = 0.8 * line.size;
  const isCentred = Math.abs(open.last.x1 + open.last.x2 - line.x1 - line.x2) < 4;
  if (isCentred) return false;
  if (line.x1 > open.x + step) return open.lines.length > 1 ? isFinished(open.last.text) : ended;
  if (line.x1 >= open.x - step || Number.isNaN(open.x)) return false;
  // The second line of a paragraph stands left of the first, and one without a hanging indent below its label.
  if (open.label === undefined) return open.lines.length > 1 || ended;
  return line.x1 < open.label.line.x1 - step || ended;
}

/** Whether what may be a label is one. */
function isLabel(label: Label, open: Open | undefined, begins: boolean, done: readonly Open[]): boolean {
  if (label.sure && (!label.ordered || begins)) return true;
  if (begins) return label.rest === undefined || !startsLower(label.rest.text) || label.ordered || label.sure;
  if (open === undefined) return true;
  // A figure or a dash may as well go on with the sentence: as a label it follows one like it, or ends no sentence.
  if (!label.ordered)
    return isSame(open.label, label) || (isFinished(open.last.text) && label.rest !== undefined);
  const before = done.findLast((one) => one.label?.ordered === true && isSame(one.label, label))?.label;
  // A number that counts on from the one above, left of the text between them.
  const hangs = label.line.x1 < open.x - 0.5 * label.line.size;
  return (
    before !== undefined && follows(before, label) && (label.sure || hangs || isFinished(open.last.text))
  );
}

function isSame(a: Label | undefined, b: Label): boolean {
  return a !== undefined && a.ordered === b.ordered && Math.abs(a.line.x1 - b.line.x1) < 6;
}

function follows(before: Label, label: Label): boolean {
  const roman = /^\(?[ivx]+/i.test(before.line.text);
  return [true, false].some((as) => {
    const [one, next] = [countOf(before.line.text, as && roman), countOf(label.line.text, as && roman)];
    return one !== undefined && next === one + 1;
  });
}
