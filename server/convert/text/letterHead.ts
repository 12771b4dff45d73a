import type { PartDef } from '../../framework/framework.ts';
import type { Vocabulary } from '../../framework/vocabulary.ts';
import type { Span } from '../../text/span.ts';
import { readDate } from '../../values/dates.ts';
import type { HeadingReader } from './headings.ts';
import { type Line, restOf } from './lines.ts';
import { readMarker } from './marker.ts';
import { endsSentence, isFinished, startsLower, wordCount } from './prose.ts';

/** What stands in a letter beside its text, with the lines that it was read from, by index. */
export interface LetterHead {
  readonly date: Span | undefined;
  /** The person written to and the address, line by line. */
  readonly addressee: readonly Span[];
  readonly subject: readonly Span[];
  /** The index of the line behind which the subject stands: the salutation, if there is one. */
  readonly subjectAt: number;
  readonly copy: readonly Span[];
  /** Where the label of the copies stands. */
  readonly copyAt: number | undefined;
  readonly used: ReadonlySet<number>;
}

/** Reads the date, the addressee and the subject from above the text of a letter, and the list of copies below it. */
export function readLetterHead(
  lines: readonly Line[],
  vocabulary: Vocabulary,
  headings: HeadingReader,
): LetterHead {
  return new LetterReader(lines, vocabulary, headings).read();
}

/** The ids of the parts that tell where the text of a letter begins and ends. */
const SALUTATION = 'salutation';
const SIGN_OFF = 'sign-off';

const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\.?$/;
const CONTACT =
  /@|https?:|www\.|^(?:t|tel|telephone|phone|direct|fax|e-?mail|textphone)\b|\b(?:our|your) ref/i;
const LONGEST_ADDRESS = 14;
const LONGEST_SUBJECT = 30;

class LetterReader {
  readonly #lines: readonly Line[];
  readonly #vocabulary: Vocabulary;
  readonly #headings: HeadingReader;
  readonly #used = new Set<number>();
  #copyAt: number | undefined;

  constructor(lines: readonly Line[], vocabulary: Vocabulary, headings: HeadingReader) {
    this.#lines = lines;
    this.#vocabulary = vocabulary;
    this.#headings = headings;
  }

  read(): LetterHead {
    const salutation = this.#lines.findIndex((line) => this.#begins(line, SALUTATION));
    const text = salutation < 0 ? this.#textStart() : salutation;
    const dateAt = this.#lines.findIndex((line, index) => index < text && dateIn(line) !== undefined);
    const date = dateAt < 0 ? undefined : dateIn(this.#lines[dateAt]);
    if (dateAt >= 0) this.#used.add(dateAt);
    const addressee = this.#addressee(dateAt, text, salutation);
    const subject = this.#subject(salutation < 0 ? text : text + 1);
    const copy = this.#copy();
    const copyAt = this.#copyAt;
    return { date, addressee, subject, subjectAt: text, copy, copyAt, used: this.#used };
  }

  #part(id: string): PartDef | undefined {
    return this.#vocabulary.framework.parts.find((part) => part.id === id);
  }

  #begins({ text }: Line, id: string): boolean {
    return this.#part(id)?.begins.some((words) => beginsWith(text, words)) === true;
  }

  /** Without a salutation the text begins with another part or with a heading. */
  #textStart(): number {
    const { parts } = this.#vocabulary.framework;
    const start = this.#lines.findIndex(
      (line, index) =>
        parts.some(({ id }) => this.#begins(line, id)) || this.#headings.at(this.#lines, index) !== undefined,
    );
    return Math.max(0, start);
  }

  /** The lines from the name of the person written to: behind a date, they reach to the salutation. */
  #addressee(dateAt: number, end: number, salutation: number): readonly Span[] {
    const start = this.#named(salutation, dateAt) ?? this.#unnamed(dateAt, end);
    if (start === undefined) return [];
    const limit = dateAt > start ? dateAt : end;
    const found: Span[] = [];
    for (let index = start; index < limit && found.length < LONGEST_ADDRESS; index += 1) {
      const line = this.#lines[index];
      if (line === undefined || line.text === '') continue;
      if (CONTACT.test(line.text) || this.#used.has(index)) break;
      found.push({ from: line.from, to: line.to });
      this.#used.add(index);
      if (POSTCODE.test(line.text)) break;
    }
    return found;
  }

  /** The line above the salutation that has the name of the person greeted. */
  #named(salutation: number, dateAt: number): number | undefined {
    const greeting = this.#lines[salutation]?.text.replace(/[\s,.:]+$/, '') ?? '';
    const name = greeting.split(/\s+/).at(-1) ?? '';
    if (!/^\p{Lu}[\p{L}'’-]+$/u.test(name) || greeting.split(/\s+/).length < 2) return undefined;
    const word = new RegExp(`(?<![\\p{L}'’-])${name}(?![\\p{L}'’-])`, 'u');
    const above = [...this.#lines.keys()].filter((index) => {
      const text = this.#lines[index]?.text ?? '';
      return index < salutation && index !== dateAt && text !== '' && !CONTACT.test(text) && word.test(text);
    });
    return above.find((index) => index > dateAt) ?? above[0];
  }

  /** Without a name to go by, what stands between the date and the salutation. */
  #unnamed(dateAt: number, end: number): number | undefined {
    if (dateAt < 0) return undefined;
    for (let index = dateAt + 1; index < end; index += 1) {
      const { text = '' } = this.#lines[index] ?? {};
      if (text !== '' && !CONTACT.test(text)) return wordCount(text) > LONGEST_SUBJECT ? undefined : index;
    }
    return undefined;
  }

  /** The first paragraph, when it is no sentence and no part of the letter: what the letter is about. */
  #subject(from: number): readonly Span[] {
    const { parts } = this.#vocabulary.framework;
    const found: number[] = [];
    for (let index = from; index < this.#lines.length && found.length < 4; index += 1) {
      const line = this.#lines[index];
      if (line === undefined) break;
      if (line.text === '') {
        if (found.length > 0 && !this.#wraps(found.at(-1), index)) break;
        continue;
      }
      const isPart = parts.some(({ id }) => this.#begins(line, id));
      if (isPart || readMarker(line).bullet !== undefined) break;
      if (this.#headings.at(this.#lines, index) !== undefined) break;
      found.push(index);
    }
    const lines = found.flatMap((index) => this.#lines[index] ?? []);
    const text = lines.map((line) => line.text).join(' ');
    if (text === '' || wordCount(text) > LONGEST_SUBJECT || endsSentence(text) || isFinished(text)) return [];
    for (const index of found) this.#used.add(index);
    return lines.map((line, index) => withoutLabel(line, index === 0));
  }

  /** Whether a subject goes on behind a blank line. */
  #wraps(last: number | undefined, blank: number): boolean {
    const next = this.#lines.slice(blank).find(({ text }) => text !== '');
    const before = this.#lines[last ?? -1]?.text ?? '';
    return next !== undefined && startsLower(next.text) && !isFinished(before) && wordCount(next.text) < 12;
  }

  /** Behind the sign-off, the label of the list of copies and all that follows. */
  #copy(): readonly Span[] {
    const def = this.#vocabulary.framework.fields.find(({ id }) => id === 'copy');
    const signOff = this.#lines.findLastIndex((line) => this.#begins(line, SIGN_OFF));
    if (def === undefined || signOff < 0) return [];
    const names = [def.label, ...def.aliases].map((name) => name.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'));
    const label = new RegExp(`^(?:${names.join('|')})(?: (?:to|list))?\\s*(?::\\s*|$)`, 'i');
    const start = this.#lines.findIndex(({ text }, index) => index > signOff && label.test(text));
    const first = this.#lines[start];
    if (first === undefined) return [];
    const rest = restOf(first, first.from + (label.exec(first.text)?.[0].length ?? 0));
    const found: Span[] = rest.text === '' ? [] : [{ from: rest.from, to: rest.to }];
    const taken = [start];
    for (let index = start + 1; index < this.#lines.length; index += 1) {
      const line = this.#lines[index];
      if (line === undefined || line.text === '') continue;
      found.push({ from: readMarker(line).from, to: line.to });
      taken.push(index);
    }
    if (found.length === 0) return [];
    this.#copyAt = first.from;
    for (const index of taken) this.#used.add(index);
    return found;
  }
}

/** Whether a text begins with some words, and these do not go on in another. */
export function beginsWith(text: string, words: string): boolean {
  return (
    text.slice(0, words.length).toLowerCase() === words.toLowerCase() &&
    !/^[\p{L}\d-]/u.test(text.slice(words.length))
  );
}

const LABEL_OF_DATE =
  /^(?:date(?: of (?:the )?letter)?\s*:\s*)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?/i;

/** A date that is the line, maybe behind a label or the name of its day. */
function dateIn(line: Line | undefined): Span | undefined {
  if (line === undefined || line.text === '' || line.text.length > 60) return undefined;
  const label = LABEL_OF_DATE.exec(line.text)?.[0] ?? '';
  const text = line.text.slice(label.length);
  if (!/\d{4}\b/.test(text) || readDate(text) === undefined) return undefined;
  return { from: line.from + label.length, to: line.to };
}

function withoutLabel({ from, to, text }: Line, isFirst: boolean): Span {
  const label = isFirst ? (/^(?:re|subject)\s*:\s*/i.exec(text)?.[0].length ?? 0) : 0;
  return { from: from + label, to };
}
