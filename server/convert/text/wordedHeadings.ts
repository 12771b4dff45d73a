import { type SectionRole, sectionsNamed, type Vocabulary } from '../../framework/vocabulary.ts';
import type { Span } from '../../text/span.ts';
import { readPageTail } from '../../values/pageRange.ts';
import type { HeadingMatch, HeadingReader } from './headings.ts';
import { type Line, restOf } from './lines.ts';
import { readMarker } from './marker.ts';
import { wordCount } from './prose.ts';

/** A heading whose words are its author's, or that shares its line with something else. */
export interface WordedHeading {
  /** What it is in the framework: a section that its author words, or one whose name stands in the line. */
  readonly role: SectionRole | undefined;
  readonly level: number;
  readonly name: readonly Span[];
  /** What stands behind it on its line. */
  readonly rest: Line | undefined;
  /** How many lines it takes. */
  readonly lines: number;
}

const MOST_LINES = 3;
const LONGEST_LINE = 140;
const MOST_WORDS = 20;
const TOP = /^(\d{1,2})(?:\.0)?[.)]?\s+(?=["'“‘(]?\p{Lu})/u;
const BELOW = /^(\d{1,2})\.([1-9]\d?)\.?\s+(?=["'“‘(]?\p{Lu})/u;
const LETTERED = /^\([a-z]\)\s+/;
/** Between a name and the text that begins on its line. */
const RUN_IN = /^([^–—:]{3,80}?)\s*(?:[–—:]|\s-)\s+(?=\S)/u;

/** Whether documents of a framework have headings with numbers that the framework does not name. */
export function hasWordedHeadings({ framework, openRoles }: Vocabulary): boolean {
  return framework.numbering === 'section' || (openRoles.length > 0 && framework.numbering !== 'document');
}

/**
 * The headings that a framework does not name, by the index of their first line: titles with the next number before
 * them, lines above the sections that a pattern repeats, and names with the text behind them on one line.
 */
export function findWordedHeadings(
  lines: readonly Line[],
  vocabulary: Vocabulary,
  headings: HeadingReader,
): ReadonlyMap<number, WordedHeading> {
  return new Finder(lines, vocabulary, headings).find();
}

class Finder {
  readonly #lines: readonly Line[];
  readonly #vocabulary: Vocabulary;
  readonly #headings: HeadingReader;
  readonly #found = new Map<number, WordedHeading>();
  /** The number of the last heading, and of the last one below it. */
  #top = 0;
  #below = 0;
  /** The last number that was a list's and no heading's. */
  #listed = Number.NaN;
  /** The outermost section of the framework that the text has come to. */
  #around: SectionRole | undefined;
  /** The index behind the last heading. */
  #behind = -1;

  constructor(lines: readonly Line[], vocabulary: Vocabulary, headings: HeadingReader) {
    this.#lines = lines;
    this.#vocabulary = vocabulary;
    this.#headings = headings;
  }

  find(): ReadonlyMap<number, WordedHeading> {
    let index = 0;
    while (index < this.#lines.length) {
      const line = this.#lines[index];
      index = line === undefined || line.text === '' ? index + 1 : this.#line(line, index);
    }
    return this.#found;
  }

  #line(line: Line, index: number): number {
    const known = this.#headings.at(this.#lines, index);
    if (known !== undefined) {
      this.#count(line);
      this.#enter(known);
      this.#behind = index + known.lines;
      return this.#behind;
    }
    const worded = this.#numbered(line, index) ?? this.#abovePattern(line, index) ?? this.#runIn(line, index);
    if (worded === undefined) {
      this.#listed = Number(TOP.exec(line.text)?.[1] ?? this.#listed);
      return index + 1;
    }
    this.#found.set(index, worded);
    this.#behind = index + worded.lines;
    return this.#behind;
  }

  #enter({ roles }: HeadingMatch): void {
    const [role] = roles;
    if (role !== undefined && role.parent === undefined) this.#around = role;
  }

  #count(line: Line): void {
    const below = BELOW.exec(line.text);
    const top = TOP.exec(line.text);
    if (below !== null) this.#below = Number(below[2]);
    else if (top !== null) {
      this.#top = Number(top[1]);
      this.#below = 0;
    }
  }

  /** `4.0 Title`, `3.1 Title` where a section has others below it, `7 Title (Pages 1 - 6) Name`. */
  #numbered(line: Line, index: number): WordedHeading | undefined {
    const top = TOP.exec(line.text);
    const below = BELOW.exec(line.text);
    const title = top === null && below === null ? undefined : this.#title(index, (top ?? below)?.[0] ?? '');
    if (title === undefined) return undefined;
    const isHeading = top === null ? this.#isBelow(below, index, title) : this.#isTop(top, index, title);
    if (!isHeading) return undefined;
    this.#count(line);
    if (top === null) return { ...title, role: this.#open(this.#around), level: 3 };
    const role = title.role ?? this.#open(undefined);
    if (title.role === undefined) this.#around = undefined;
    return { ...title, role, level: 2 };
  }

  #isTop([, digits = '']: RegExpExecArray, index: number, title: Title): boolean {
    const number = Number(digits);
    if (number <= this.#top || number === this.#listed + 1) return false;
    if (this.#opens(index + title.lines, `${number}.1`)) return true;
    return number <= this.#top + 2 && this.#standsAlone(index, title);
  }

  #isBelow(match: RegExpExecArray | null, index: number, title: Title): boolean {
    const [, top, number] = match ?? [];
    if (Number(top) !== this.#top) return false;
    if (this.#isPattern(index + title.lines, 'any')) return true;
    // Elsewhere 3.1 is the number of a paragraph.
    if (this.#around === undefined || this.#open(this.#around) === undefined) return false;
    return (
      Number(number) > this.#below &&
      Number(number) <= this.#below + 2 &&
      this.#standsAlone(index, title) &&
      !title.text.endsWith(':')
    );
  }

  /** The section of the framework below `parent` whose heading its author words. */
  #open(parent: SectionRole | undefined): SectionRole | undefined {
    return this.#vocabulary.openRoles.find((role) => role.parent === parent);
  }

  /** A title without a number, directly above the first section of a pattern. */
  #abovePattern(line: Line, index: number): WordedHeading | undefined {
    const open = this.#open(this.#around) ?? this.#open(undefined);
    const title = this.#isApart(index) && open !== undefined ? this.#title(index, '') : undefined;
    if (title === undefined || !/^["'“‘(]?\p{Lu}/u.test(line.text) || title.text.endsWith(':'))
      return undefined;
    if (!this.#isPattern(index + title.lines, 'first')) return undefined;
    return { ...title, role: open, level: (open?.depth ?? 0) + 2 };
  }

  /** Whether the next text names a section that is repeated below headings of their author's own. */
  #isPattern(index: number, which: 'any' | 'first'): boolean {
    const at = this.#nextText(index);
    const roles = at < 0 ? [] : (this.#headings.at(this.#lines, at)?.roles ?? []);
    return roles.some(
      ({ def, parent }) =>
        parent?.def.anyHeading === true && (which === 'any' || parent.def.sections[0]?.id === def.id),
    );
  }

  /** `(a) NAME – text`, `Name – text`: a section whose text begins on the line of its name. */
  #runIn(line: Line, index: number): WordedHeading | undefined {
    const mark = LETTERED.exec(line.text)?.[0] ?? '';
    const text = line.text.slice(mark.length);
    const isAlone = mark !== '' && isCapitals(text);
    if (!isAlone && !this.#isApart(index)) return undefined;
    const [whole = '', name = ''] = RUN_IN.exec(text) ?? (isAlone ? [text, text] : []);
    const roles = name === '' ? [] : (sectionsNamed(this.#vocabulary, name) ?? []);
    const role = roles.find(({ parent }) => (mark === '') === (parent === undefined)) ?? roles[0];
    if (role === undefined || !(mark !== '' || isCapitals(name) || role.def.fields.length > 0))
      return undefined;
    const end = line.from + mark.length + name.length;
    const rest = restOf(line, line.from + mark.length + whole.length);
    return {
      role,
      level: role.depth + 2,
      name: [{ from: line.from, to: end }],
      rest: rest.text === '' ? undefined : rest,
      lines: 1,
    };
  }

  /** The title that begins at `index`: up to a blank line, the next number, or the pages behind it. */
  #title(index: number, number: string): Title | undefined {
    const taken: Line[] = [];
    for (let at = index; taken.length < MOST_LINES; at += 1) {
      const line = this.#lines[at];
      if (line === undefined || line.text === '' || line.text.length > LONGEST_LINE) break;
      if (taken.length > 0 && !this.#goesOn(taken, line, at)) break;
      taken.push(line);
      const cut = cutTitle(taken, number, this.#vocabulary);
      if (cut !== undefined) return cut;
    }
    const text = taken.map((line) => line.text).join(' ');
    const words = wordCount(text.slice(number.length));
    if (words === 0 || words > MOST_WORDS || /[.;,]$/.test(text)) return undefined;
    const name = taken.map(({ from, to }) => ({ from, to }));
    return { text, name, rest: undefined, role: undefined, lines: taken.length };
  }

  #goesOn(taken: readonly Line[], line: Line, at: number): boolean {
    const before = taken.at(-1)?.text ?? '';
    if (isCapitals(taken[0]?.text ?? '')) return isCapitals(line.text) && !/^\d/.test(line.text);
    if (TOP.test(line.text) || BELOW.test(line.text) || readMarker(line).bullet !== undefined) return false;
    return !/[.:;?]$/.test(before) && this.#headings.at(this.#lines, at) === undefined;
  }

  /** Nothing but blank lines and other headings stand around it; words in capitals need no blank line behind them. */
  #standsAlone(index: number, { lines, text, rest }: Title): boolean {
    if (!this.#isApart(index)) return false;
    const next = this.#lines[index + lines]?.text ?? '';
    return next === '' || rest !== undefined || isCapitals(text) || TOP.test(next);
  }

  #isApart(index: number): boolean {
    const line = this.#lines[index];
    const isTop = (this.#lines[index - 1]?.text ?? '') === '' || index === this.#behind;
    return isTop || (line?.indent ?? 0) > 0;
  }

  #opens(index: number, number: string): boolean {
    const next = this.#lines[this.#nextText(index)]?.text ?? '';
    return next.startsWith(number) && /^[.\s]/.test(next.slice(number.length));
  }

  #nextText(index: number): number {
    let at = index;
    while (this.#lines[at]?.text === '') at += 1;
    return at < this.#lines.length ? at : -1;
  }
}

interface Title {
  /** With its number. */
  readonly text: string;
  readonly name: readonly Span[];
  readonly rest: Line | undefined;
  /** The section whose name the title is, when something else shares its line. */
  readonly role: SectionRole | undefined;
  readonly lines: number;
}

/** A title with something behind it: pages in brackets and a name, or a name alone behind that of a section. */
function cutTitle(lines: readonly Line[], number: string, vocabulary: Vocabulary): Title | undefined {
  const last = lines.at(-1);
  if (last === undefined) return undefined;
  const before = lines.slice(0, -1);
  const opening = before.map(({ text }) => `${text} `).join('');
  const cut = (end: number, words: number): Title => {
    const rest = restOf(last, last.from + end);
    const text = opening + last.text.slice(0, words);
    return {
      text,
      name: [...before, { from: last.from, to: last.from + end }].map(({ from, to }) => ({ from, to })),
      rest: rest.text === '' ? undefined : rest,
      role: sectionsNamed(vocabulary, text)?.find(({ parent }) => parent === undefined),
      lines: lines.length,
    };
  };
  const pages = readPageTail(last.text);
  if (pages !== undefined) return cut(pages.end, pages.before);
  // "1 Apologies for absence Jane Smith": who is responsible stands in a column of its own.
  const person = number === '' ? null : /(?:\s+\p{Lu}[\p{L}'’.-]+){2,4}$/u.exec(last.text);
  for (let at = person?.index ?? -1; person !== null && at > 0; at = last.text.indexOf(' ', at + 1)) {
    const title = cut(at, at);
    if (title.role !== undefined && title.rest !== undefined) return title;
  }
  return undefined;
}

function isCapitals(text: string): boolean {
  return /\p{Lu}{3}/u.test(text) && !/\p{Ll}{2}/u.test(text);
}
