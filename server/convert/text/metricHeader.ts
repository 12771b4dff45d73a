import { normaliseName } from '../../framework/name.ts';
import type { Span } from '../../text/span.ts';
import { readMonth, readPeriod } from '../../values/periods.ts';
import type { Line } from './lines.ts';

/** The columns of a table of measures. */
export interface MetricHeader {
  readonly periods: readonly HeadWord[];
  /** What each figure is: Target, Actual; empty where no line of the header says so. */
  readonly roles: readonly HeadWord[];
  /** The index of the line behind it. */
  readonly next: number;
}

/** A head of a column with its place. */
export interface HeadWord {
  readonly text: string;
  readonly span: Span;
}

const ROLE =
  /^(?:(?:stretch |expected )?targets?|actuals?|performance|outturn|trajectory|plan(?:ned)?|comparators?|benchmark|england|national|baseline|previous)$/;
const MOST_LINES = 12;

/**
 * Reads the header of a table of measures at `index`: the periods, on one line or several, and below them what each
 * figure is. `labels` are names that the first column may have.
 */
export function readMetricHeader(
  lines: readonly Line[],
  index: number,
  labels: ReadonlySet<string>,
): MetricHeader | undefined {
  const head = new HeadReader(lines, index, labels);
  const periods = head.take(readPeriods);
  const roles = head.take(readRoles);
  const distinct = roles.filter(
    ({ text }, at) => roles.findIndex((other) => normaliseName(other.text) === normaliseName(text)) === at,
  );
  const isTable = periods.length > 1 || (periods.length === 0 && distinct.length > 1);
  return isTable ? { periods, roles: distinct, next: head.next } : undefined;
}

class HeadReader {
  next: number;
  readonly #lines: readonly Line[];
  readonly #labels: ReadonlySet<string>;
  #isFirst = true;

  constructor(lines: readonly Line[], index: number, labels: ReadonlySet<string>) {
    this.#lines = lines;
    this.#labels = labels;
    this.next = index;
  }

  /** All lines in turn that `read` reads whole. */
  take(read: (words: readonly HeadWord[]) => readonly HeadWord[] | undefined): readonly HeadWord[] {
    const found: HeadWord[] = [];
    let taken = 0;
    for (let at = this.next; taken < MOST_LINES; at += 1) {
      const line = this.#lines[at];
      if (line === undefined) break;
      if (line.text === '') continue;
      const heads = read(this.#words(line));
      if (heads === undefined || line.text.length > 600) break;
      taken += 1;
      found.push(...heads);
      this.next = at + 1;
      this.#isFirst = false;
    }
    return found;
  }

  /** The words of a line, without the name of the column of measures before them. */
  #words(line: Line): readonly HeadWord[] {
    const words = [...line.text.matchAll(/\S+/g)].map(({ 0: text, index }) => {
      const from = line.from + index;
      return { text, span: { from, to: from + text.length } };
    });
    if (!this.#isFirst) return words;
    for (let length = Math.min(4, words.length - 1); length > 0; length -= 1) {
      const name = words.slice(0, length).map(({ text }) => text);
      if (this.#labels.has(normaliseName(name.join(' ')))) return words.slice(length);
    }
    return words;
  }
}

/** Words that are periods and nothing else: months with or without a year, quarters, years. */
function readPeriods(words: readonly HeadWord[]): readonly HeadWord[] | undefined {
  return wordsRead(
    words,
    (text) => readMonth(text) !== undefined || (readPeriod(text) !== undefined && /\d/.test(text)),
  );
}

function readRoles(words: readonly HeadWord[]): readonly HeadWord[] | undefined {
  return wordsRead(words, (text) => ROLE.test(normaliseName(text)));
}

function wordsRead(
  words: readonly HeadWord[],
  isHead: (text: string) => boolean,
): readonly HeadWord[] | undefined {
  const heads: HeadWord[] = [];
  let at = 0;
  while (at < words.length) {
    let length = Math.min(4, words.length - at);
    while (length > 0 && !isHead(joined(words, at, length).text)) length -= 1;
    if (length === 0) return undefined;
    heads.push(joined(words, at, length));
    at += length;
  }
  return heads.length > 0 ? heads : undefined;
}

function joined(words: readonly HeadWord[], from: number, length: number): HeadWord {
  const taken = words.slice(from, from + length);
  const [first, last] = [taken[0], taken.at(-1)];
  return {
    text: taken.map(({ text }) => text).join(' '),
    span: { from: first?.span.from ?? 0, to: last?.span.to ?? 0 },
  };
}
