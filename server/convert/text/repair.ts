import type { Span } from '../../text/span.ts';
import { monthNamed } from '../../values/calendar.ts';
import { Emitter } from './emit.ts';
import { type Line, readLines } from './lines.ts';
import type { ImportNote } from './note.ts';
import { pageMarks } from './pageMarks.ts';
import type { SourceMap } from './sourceMap.ts';

/** A text with the traces of its extraction undone. */
export interface Repaired {
  readonly text: string;
  /** From the repaired text to the source. */
  readonly places: SourceMap;
  readonly notes: readonly ImportNote[];
}

/**
 * Undoes what extraction does to words: letters set wide (`M a y  2 0 2 0`), the raised ending of a day on a line of
 * its own, a word that a line end cuts behind its hyphen, and the marks of pages. Lines that are left out stay blank.
 */
export function repair(source: string): Repaired {
  const lines = readLines(source);
  const gone = pageMarks(lines);
  const writer = new Writer(source);
  for (const [index, line] of lines.entries()) {
    if (index > 0) writer.breakLine();
    if (gone.has(index)) continue;
    writer.line(line);
  }
  const { text, places } = writer.finish();
  const dropped = [...gone].flatMap(([index, message]): ImportNote[] => {
    const line = lines[index];
    return line === undefined ? [] : [{ span: { from: line.from, to: line.to }, message, kind: 'dropped' }];
  });
  return { text, places, notes: [...writer.notes, ...dropped] };
}

const RAISED = /^(?:s ?t|n ?d|r ?d|t ?h)$/;
/** A word that goes on behind its hyphen: "self-" and "esteem", but not "short-" and "and long-term". */
const CUT_WORD = /[\p{L}]-$/u;
const REST_OF_WORD = /^(?!(?:and|or|to|nor)\s)[\p{Ll}\d]/u;

class Writer {
  readonly notes: ImportNote[] = [];
  readonly #source: string;
  readonly #out: Emitter;
  /** Line ends and blank lines that are written before the next text. */
  #waiting: Span[] = [];
  #end = 0;
  #tail = '';
  #tailEnd = 0;
  #raised = false;

  constructor(source: string) {
    this.#source = source;
    this.#out = new Emitter(source);
  }

  breakLine(): void {
    const at = this.#source.indexOf('\n', this.#end);
    if (at < 0) return;
    this.#waiting.push({ from: at, to: at + 1 });
    this.#end = at + 1;
  }

  line(line: Line): void {
    this.#end = line.start + line.raw.length;
    if (line.text === '') {
      this.#waiting.push({ from: line.start, to: this.#end });
      return;
    }
    const wide = isSetWide(line.text);
    const text = wide ? closed(line.text) : line.text;
    if (this.#isRaised(line.text)) {
      this.#waiting = [];
      const digits = /\d+$/.exec(this.#tail)?.[0].length ?? 0;
      const span = { from: this.#tailEnd - digits, to: line.to };
      this.notes.push({ span, message: JOINED, kind: 'restored' });
      this.#copyClosed(line);
      this.#raised = true;
      return;
    }
    if (this.#goesOn(text)) this.#waiting = [];
    else if (this.#raised && startsWithMonth(text)) {
      this.#waiting = [];
      this.#out.insert(' ', line.from);
    } else {
      this.#flush();
      this.#out.copy({ from: line.start, to: line.from });
    }
    this.#raised = false;
    if (wide) {
      this.notes.push({ span: { from: line.from, to: line.to }, message: JOINED, kind: 'restored' });
      this.#copyClosed(line);
    } else this.#out.copy({ from: line.from, to: line.to });
    this.#behind(line, text);
  }

  finish(): { readonly text: string; readonly places: SourceMap } {
    this.#flush();
    return this.#out.finish();
  }

  /** White space behind the text waits, since a word may go on in the next line. */
  #behind(line: Line, text: string): void {
    const end = line.start + line.raw.length;
    if (end > line.to) this.#waiting.push({ from: line.to, to: end });
    this.#tail = text.slice(-3);
    this.#tailEnd = line.to;
  }

  #flush(): void {
    for (const span of this.#waiting) this.#out.copy(span);
    this.#waiting = [];
  }

  #isRaised(text: string): boolean {
    return RAISED.test(text) && /\d$/.test(this.#tail);
  }

  #goesOn(text: string): boolean {
    return CUT_WORD.test(this.#tail) && REST_OF_WORD.test(text);
  }

  /** Letters that are set wide, closed up; between words stand two spaces or more, of which one is kept. */
  #copyClosed(line: Line): void {
    this.#tail = closed(line.text).slice(-3);
    this.#tailEnd = line.to;
    for (const match of line.text.matchAll(/\S+|\s{2,}/g)) {
      const from = line.from + match.index;
      const isSpace = match[0].trim() === '';
      this.#out.copy({ from, to: isSpace ? from + 1 : from + match[0].length });
    }
  }
}

const JOINED = 'Letters that stood apart were joined to words.';

/** Whether every letter stands apart: enough of them to be words, so that a row of single figures is none. */
function isSetWide(text: string): boolean {
  if (!/^\S(?:\s{1,4}\S)+$/u.test(text)) return false;
  const words = closed(text).split(/\s+/);
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters >= 3 && words.some((word) => /^\p{L}{3,}$/u.test(word)) && /[aeiou]/i.test(text);
}

function closed(text: string): string {
  return text.replace(/(?<=\S)\s(?=\S)/g, '').replace(/\s{2,}/g, ' ');
}

function startsWithMonth(text: string): boolean {
  const word = /^\p{L}+/u.exec(text)?.[0].toLowerCase() ?? '';
  return word === 'of' || monthNamed(word) !== undefined;
}
