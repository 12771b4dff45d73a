import type { Span } from '../../text/span.ts';
import type { Row } from './blocks.ts';
import type { JudgementReader } from './judgement.ts';
import type { Line } from './lines.ts';
import { readMarker } from './marker.ts';

/** A row of the table of judgements, and the index of the line behind it. */
export interface JudgedRow {
  readonly name: string;
  readonly cells: Row;
  readonly next: number;
}

/** Words of a line that stand apart from others by white space, as columns do. */
interface Part extends Span {
  readonly text: string;
}

// A name and its judgement, each broken over a few lines; blank lines may stand between.
const MOST_LINES = 8;
const LONGEST_LINE = 160;
/** So many blanks between words, or before them, are the space between two columns. */
const GAP = /^(?<left>\S.*?)\s{2,}(?<right>\S.*)$/u;
const RIGHT_INDENT = 16;
const HEADS = /^(?:judge?ments?|areas?|grades?|inspection areas?)$/iu;

/**
 * The row of a table of judgements that begins with the line at `index`: below each other the lines of a name and then
 * those of its judgement, or beside each other, as the page had them. Of several readings the longest is meant, since
 * a judgement may begin with the words of another: "requires improvement / to be good".
 * @param anyWords whether words that are no label count as well, since this is the table for sure
 */
export function judgedRow(
  lines: readonly Line[],
  index: number,
  judgements: JudgementReader,
  isKnown: (name: string) => boolean,
  anyWords: boolean,
): JudgedRow | undefined {
  let found: JudgedRow | undefined;
  let meant: JudgedRow | undefined;
  const taken: Line[] = [];
  for (let at = index; at < lines.length && taken.length < MOST_LINES; at += 1) {
    const line = lines[at];
    if (line === undefined || line.text.length > LONGEST_LINE) break;
    if (line.text === '') continue;
    if (readMarker(line).bullet !== undefined) break;
    taken.push(line);
    const read = besideEachOther(taken) ?? belowEachOther(taken, isKnown);
    if (read === undefined) continue;
    const [name, judgement] = [textOf(read.name), textOf(read.judgement)];
    if (!isKnown(name)) continue;
    const row = { name, cells: [read.name, read.judgement], next: at + 1 };
    if (judgements.isJudgement(judgement)) found = row;
    else if (LABEL_LIKE.test(judgement) && !isKnown(judgement)) meant ??= row;
  }
  return found ?? (anyWords ? meant : undefined);
}

/** What may well be meant as a label: a few words with a capital, and no sentence. */
const LABEL_LIKE = /^\p{Lu}[\p{L}'’-]*(?: [\p{L}'’-]+){0,4}$/u;

/** The heads of the two columns, where they stand above the first row. */
export function columnHeads(
  lines: readonly Line[],
  index: number,
): { readonly cells: Row; readonly next: number } | undefined {
  const parts: Part[] = [];
  for (let at = index; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined || line.text.length > LONGEST_LINE) return undefined;
    if (line.text === '') continue;
    parts.push(...partsOf(line));
    if (parts.some(({ text }) => !HEADS.test(text)) || parts.length > 2) return undefined;
    if (parts.length === 2) return { cells: parts.map((part) => [part]), next: at + 1 };
  }
  return undefined;
}

interface Read {
  readonly name: readonly Part[];
  readonly judgement: readonly Part[];
}

/** The columns beside each other: what stands on the left is the name, what stands far to the right the judgement. */
function besideEachOther(lines: readonly Line[]): Read | undefined {
  const name: Part[] = [];
  const judgement: Part[] = [];
  for (const line of lines) {
    const [first, second, ...more] = partsOf(line);
    if (first === undefined || more.length > 0) return undefined;
    if (second !== undefined) {
      name.push(first);
      judgement.push(second);
    } else (line.indent >= RIGHT_INDENT ? judgement : name).push(first);
  }
  return name.length === 0 || judgement.length === 0 ? undefined : { name, judgement };
}

/** The columns below each other: first the lines of a name that is known, then those of the judgement. */
function belowEachOther(lines: readonly Line[], isKnown: (name: string) => boolean): Read | undefined {
  const parts = lines.map(({ from, to, text }) => ({ from, to, text }));
  for (let cut = parts.length - 1; cut > 0; cut -= 1) {
    const name = parts.slice(0, cut);
    if (isKnown(textOf(name))) return { name, judgement: parts.slice(cut) };
  }
  return undefined;
}

function partsOf(line: Line): readonly Part[] {
  const match = GAP.exec(line.text);
  const { left, right } = match?.groups ?? {};
  if (left === undefined || right === undefined) return [{ from: line.from, to: line.to, text: line.text }];
  const from = line.to - right.length;
  return [
    { from: line.from, to: line.from + left.length, text: left },
    { from, to: line.to, text: right },
  ];
}

function textOf(parts: readonly Part[]): string {
  return parts.map(({ text }) => text).join(' ');
}
