import type { FieldDef } from '../../framework/framework.ts';
import { normaliseName } from '../../framework/name.ts';
import type { Vocabulary } from '../../framework/vocabulary.ts';
import type { Span } from '../../text/span.ts';
import type { Emitter } from './emit.ts';
import { labelColumn, valueInColumn } from './fieldColumn.ts';
import { type FieldMatch, type FieldReader, fieldReader } from './fieldLines.ts';
import type { HeadingReader } from './headings.ts';
import { inline } from './inline.ts';
import { titleReader } from './knownTitle.ts';
import { type Line, nextText } from './lines.ts';
import { readMarker } from './marker.ts';
import type { ImportNote } from './note.ts';
import { wordCount } from './prose.ts';

/** What stands above the first heading: the title and the fields of the document as a whole. */
export interface TitleBlock {
  readonly title: readonly Span[];
  /** Whose report it is, in as many pieces as the name takes lines. */
  readonly organisation: readonly Span[];
  /** In the order of the source. */
  readonly fields: readonly FieldMatch[];
  /** Where the title comes again, as it does below a list of contents. */
  readonly again: readonly Span[];
  /** The lines that the above were read from, by index; all others are text. */
  readonly used: ReadonlySet<number>;
}

const MOST_LINES = 80;
const LONGEST_TITLE = 120;
const PROSE_WORDS = 25;

/** The index of the first line that belongs to no title block: a heading, a numbered paragraph, prose. */
export function bodyStart(lines: readonly Line[], headings: HeadingReader, vocabulary: Vocabulary): number {
  let seen = 0;
  for (const [index, line] of lines.entries()) {
    if (line.text === '') continue;
    seen += 1;
    if (seen > MOST_LINES || wordCount(line.text) > PROSE_WORDS) return index;
    const marker = readMarker(line);
    if (marker.number !== undefined || marker.bullet !== undefined) return index;
    const isTitle = seen === 1 && normaliseName(line.text) === normaliseName(vocabulary.framework.title);
    if (!isTitle && headings.at(lines, index) !== undefined) return index;
  }
  return lines.length;
}

/** Reads the title, the organisation and the fields from the lines before `end`. */
export function readTitleBlock(lines: readonly Line[], end: number, vocabulary: Vocabulary): TitleBlock {
  const block = new TitleReader(lines.slice(0, end), vocabulary);
  block.readFields();
  block.readTitle();
  block.readRepeats();
  block.readOrganisation();
  return block;
}

class TitleReader implements TitleBlock {
  title: readonly Span[] = [];
  organisation: readonly Span[] = [];
  readonly fields: FieldMatch[] = [];
  readonly again: Span[] = [];
  readonly used = new Set<number>();
  readonly #lines: readonly Line[];
  readonly #vocabulary: Vocabulary;
  #titleEnd = -1;
  #titleText = '';
  #isKnownTitle = false;

  constructor(lines: readonly Line[], vocabulary: Vocabulary) {
    this.#lines = lines;
    this.#vocabulary = vocabulary;
  }

  readFields(): void {
    const reader = fieldReader(this.#vocabulary);
    const found = new Set<FieldDef>();
    for (const [index, line] of this.#lines.entries()) {
      if (this.used.has(index)) continue;
      const matches = reader.read(line).map((match) => this.#withValue(match, index, reader));
      // A field that was there before is kept as text, since only one of the two can be meant.
      if (matches.length === 0 || matches.some(({ def, value }) => found.has(def) || value === undefined))
        continue;
      for (const match of matches) {
        found.add(match.def);
        this.fields.push(match);
      }
      this.used.add(index);
      const last = matches.at(-1)?.value;
      if (last !== undefined && last.from > line.to) this.#useLineAt(last.from);
    }
  }

  /** A label that stands alone has its value on the next line of text, below other such labels in its turn. */
  #withValue(match: FieldMatch, index: number, reader: FieldReader): FieldMatch {
    if (match.value !== undefined) return match;
    const next = nextText(this.#lines, index + 1);
    const labels = labelColumn(this.#lines, index, reader);
    if (labels.length > 1) return { ...match, value: valueInColumn(this.#lines, labels, index) };
    if (next === undefined || next.text.includes(':') || next.text.length > LONGEST_TITLE) return match;
    return { ...match, value: { from: next.from, to: next.to } };
  }

  #useLineAt(offset: number): void {
    this.used.add(this.#lines.findIndex(({ from, to }) => from <= offset && offset <= to));
  }

  /** The framework's own title wherever it stands, else one of the first lines if it looks like a title. */
  readTitle(): void {
    const field = this.#takeField('title');
    if (field !== undefined) this.title = [field];
    else {
      this.#isKnownTitle = this.#readKnownTitle();
      if (!this.#isKnownTitle) this.#readPlausibleTitle();
    }
  }

  #readKnownTitle(): boolean {
    const known = titleReader(this.#vocabulary.framework.titles);
    for (const [index, line] of this.#lines.entries()) {
      const found = line.text === '' || this.used.has(index) ? undefined : known(this.#lines, index);
      if (found === undefined) continue;
      this.organisation = found.organisation;
      return this.#useTitle(this.#lines.slice(index, index + found.lines), index);
    }
    const wanted = normaliseName(this.#vocabulary.framework.title);
    for (const [index, line] of this.#lines.entries()) {
      if (line.text === '' || line.text.length > LONGEST_TITLE || this.used.has(index)) continue;
      const next = this.#lines[index + 1];
      if (normaliseName(line.text) === wanted) return this.#useTitle([line], index);
      if (this.#readTitleAndName(line, index)) return true;
      if (next === undefined || next.text === '') continue;
      if (normaliseName(`${line.text} ${next.text}`) === wanted) return this.#useTitle([line, next], index);
    }
    return false;
  }

  /** "Inspection of a service: Somewhere": the framework's title and a name in one line. */
  #readTitleAndName(line: Line, index: number): boolean {
    const words = this.#vocabulary.framework.title.trim().split(/\s+/);
    const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')).join('\\s+');
    const match = new RegExp(`^(${pattern})(?:\\s*[-–—:,]\\s*|\\s+)`, 'i').exec(line.text);
    const name = line.text.slice(match?.[0].length ?? 0);
    if (match === null || !looksLikeName(name)) return false;
    this.title = [{ from: line.from, to: line.from + (match[1]?.length ?? 0) }];
    this.organisation = [{ from: line.to - name.length, to: line.to }];
    this.#titleText = match[1] ?? '';
    this.#titleEnd = index + 1;
    this.used.add(index);
    return true;
  }

  #readPlausibleTitle(): void {
    let tried = 0;
    for (const [index, line] of this.#lines.entries()) {
      if (line.text === '' || this.used.has(index)) continue;
      tried += 1;
      if (tried > 3) return;
      if (looksLikeTitle(line.text) || this.#isKind(line.text)) {
        this.#useTitle(this.#wholeTitle(line, index), index);
        return;
      }
    }
  }

  /** The same title further down says nothing new. */
  readRepeats(): void {
    if (this.#titleEnd < 0) return;
    const wanted = normaliseName(this.#titleText);
    for (let index = this.#titleEnd; index < this.#lines.length; index += 1) {
      const [line, next] = [this.#lines[index], this.#lines[index + 1]];
      if (line === undefined || line.text === '' || this.used.has(index)) continue;
      const lines = normaliseName(line.text) === wanted ? [line] : next === undefined ? [] : [line, next];
      if (normaliseName(lines.map(({ text }) => text).join(' ')) !== wanted) continue;
      for (const [behind, { from, to }] of lines.entries()) {
        this.again.push({ from, to });
        this.used.add(index + behind);
      }
    }
  }

  /** "AGENDA": a word of the framework's title, in capitals, that says what kind of document it is. */
  #isKind(text: string): boolean {
    const words = normaliseName(this.#vocabulary.framework.title).split(' ');
    return /^\p{Lu}{4,}$/u.test(text) && words.includes(normaliseName(text));
  }

  /** A title in capitals goes on in the next line when that is in capitals too. */
  #wholeTitle(line: Line, index: number): readonly Line[] {
    const next = this.#lines[index + 1];
    const isOne = next !== undefined && [line, next].every(({ text }) => /^[\p{Lu} ’'&-]{4,}$/u.test(text));
    return isOne && looksLikeTitle(`${line.text} ${next.text}`) ? [line, next] : [line];
  }

  #useTitle(lines: readonly Line[], index: number): boolean {
    this.title = lines.map(({ from, to }) => ({ from, to }));
    this.#titleText = lines.map(({ text }) => text).join(' ');
    for (let at = index; at < index + lines.length; at += 1) this.used.add(at);
    this.#titleEnd = index + lines.length;
    return true;
  }

  /** The first line below the title, if it is a name: the title says what was inspected, this line where. */
  readOrganisation(): void {
    const field = this.#takeField('organisation');
    if (field !== undefined) this.organisation = [field];
    else if (this.organisation.length === 0 && this.#titleEnd >= 0 && this.#isReport()) {
      if (this.#isKnownTitle) this.#readNameAboveTitle();
      if (this.organisation.length === 0) this.#readNameBelowTitle();
    }
  }

  /** Whether title or fields say that this is a report of the framework: only then is a name below the title a place. */
  #isReport(): boolean {
    return this.#isKnownTitle || this.fields.length > 0;
  }

  /** Some reports begin with the name, and what they are comes below it: all that stands there must be that name. */
  #readNameAboveTitle(): void {
    const first = this.#lines.findIndex(({ from }) => from === this.title[0]?.from);
    const above = this.#lines.slice(0, first).filter(({ text }) => /\D/.test(text));
    if (above.length > 2 || !looksLikeName(above.map(({ text }) => text).join(' '))) return;
    this.organisation = above.map(({ from, to }) => ({ from, to }));
    for (const line of above) this.used.add(this.#lines.indexOf(line));
  }

  #readNameBelowTitle(): void {
    const next = nextText(this.#lines, this.#titleEnd);
    const index = next === undefined ? -1 : this.#lines.indexOf(next);
    if (next === undefined || this.used.has(index) || !looksLikeName(next.text)) return;
    // Behind the name there must be something else: a second name below would make it a list of them.
    const behind = this.#lines[index + 1];
    if (behind !== undefined && behind.text !== '' && !this.used.has(index + 1)) return;
    this.organisation = [{ from: next.from, to: next.to }];
    this.used.add(index);
  }

  /** Takes the value of a field that the front matter has a key of its own for. */
  #takeField(id: string): Span | undefined {
    const index = this.fields.findIndex(({ def }) => def.id === id);
    return index < 0 ? undefined : this.fields[index]?.value;
  }
}

const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/;

function looksLikeTitle(text: string): boolean {
  if (text.length > LONGEST_TITLE || wordCount(text) > 15 || /[.;,:@]/.test(text)) return false;
  if (/\d{5}|\t/.test(text) || POSTCODE.test(text) || /^Dear\b/.test(text)) return false;
  return /^\p{Lu}/u.test(text) && wordCount(text) > 1;
}

function looksLikeName(text: string): boolean {
  return /^\p{Lu}[\p{L}'’&\- ,]*$/u.test(text) && text.length <= 60 && wordCount(text) <= 8;
}

/** Writes the title as a heading. */
export function writeTitle(out: Emitter, source: string, block: TitleBlock): void {
  out.insert('\n# ', block.title[0]?.from);
  out.inline(inline(source, block.title), { heading: true });
  out.insert('\n');
}

/**
 * The labels of fields become keys: that is the one place where words of the source turn into others. A title that
 * comes again is left out.
 */
export function fieldNotes({ fields, again }: Pick<TitleBlock, 'fields' | 'again'>): readonly ImportNote[] {
  const kept = fields.map(({ def, label }): ImportNote => {
    const message = `This was read as the field "${def.id}".`;
    return { span: label, message, kind: 'restored' };
  });
  const message = 'The title, which comes again here, was left out.';
  return [...kept, ...again.map((span): ImportNote => ({ span, message, kind: 'dropped' }))];
}
