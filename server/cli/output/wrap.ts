import { DEFAULT_COLUMNS, type Io } from '../io.ts';
import { widthOf } from './screen.ts';

/** Lines wider than this are hard to read, however wide the terminal is. */
const WIDEST = DEFAULT_COLUMNS;
const NARROWEST = 40;

/** How many columns to write for. */
export function widthFor({ columns }: Pick<Io, 'columns'>): number {
  return Math.max(NARROWEST, Math.min(WIDEST, columns ?? DEFAULT_COLUMNS));
}

/** A sentence broken between its words into lines of at most `width` columns; a longer word has a line to itself. */
export function wrap(sentence: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of sentence.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** A sentence behind a beginning, with all its lines below each other. */
export function hanging(beginning: string, sentence: string, width: number): readonly string[] {
  const indent = widthOf(beginning);
  const lines = wrap(sentence, Math.max(NARROWEST / 2, width - indent));
  return lines.map((line, index) => `${index === 0 ? beginning : ' '.repeat(indent)}${line}`.trimEnd());
}
