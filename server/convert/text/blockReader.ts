import type { SectionRole, Vocabulary } from '../../framework/vocabulary.ts';
import type { Span } from '../../text/span.ts';
import type { Block, Paragraph } from './blocks.ts';
import { continues } from './continuation.ts';
import { type Draft, keepsLines, openParagraph } from './draft.ts';
import type { GroupReader } from './groups.ts';
import { chooseRole, type HeadingMatch, type HeadingReader } from './headings.ts';
import { cut } from './inline.ts';
import type { JudgementReader } from './judgement.ts';
import type { Line } from './lines.ts';
import { leadingFigure, type Marker, readMarker } from './marker.ts';
import { breaksOff, endsSentence, isFinished, startsLower, wordCount } from './prose.ts';
import { punctuation } from './punctuation.ts';
import { MOST_WORDS, saysJudgement } from './saidJudgement.ts';
import { TableReader } from './tables.ts';
import type { WordedHeading } from './wordedHeadings.ts';

/** What recognises the parts of a document of one framework. */
export interface Readers {
  readonly headings: HeadingReader;
  readonly judgements: JudgementReader;
  readonly groups: GroupReader;
  readonly vocabulary: Vocabulary;
  /** Headings that the framework does not name, by the index of their first line. */
  readonly worded?: ReadonlyMap<number, WordedHeading> | undefined;
}

/** Reads lines as headings, tables and paragraphs, in their order. Every line that is not blank ends up in one. */
export function readBlocks(source: string, lines: readonly Line[], readers: Readers): readonly Block[] {
  return new BlockReader(source, lines, readers).read();
}

class BlockReader {
  readonly #source: string;
  readonly #lines: readonly Line[];
  readonly #readers: Readers;
  readonly #tables: TableReader;
  readonly #blocks: Block[] = [];
  /** Dashes that are punctuation in this text: a line that begins with one goes on with a sentence. */
  readonly #dashes: ReadonlySet<string>;
  #draft: Draft | undefined;
  #role: SectionRole | undefined;
  #lastNumber = 0;
  #gap = false;

  constructor(source: string, lines: readonly Line[], readers: Readers) {
    this.#source = source;
    this.#lines = lines;
    this.#readers = readers;
    this.#dashes = punctuation(lines);
    this.#tables = new TableReader(readers.vocabulary, readers.judgements);
  }

  read(): readonly Block[] {
    let index = 0;
    while (index < this.#lines.length) {
      const line = this.#lines[index];
      if (line === undefined || line.text === '') {
        this.#gap = true;
        index += 1;
        continue;
      }
      index = this.#structure(line, index) ?? this.#prose(line, index);
      this.#gap = false;
    }
    this.#close();
    return this.#blocks;
  }

  /** A heading, a table, a group or a judgement at `index`: the index behind it, or undefined when none is there. */
  #structure(line: Line, index: number): number | undefined {
    const table = this.#tables.at(this.#lines, index, this.#role);
    const heading = this.#readers.headings.at(this.#lines, index);
    const isHeading =
      heading !== undefined && !this.#insideSentence(index + heading.lines) && !this.#isSaid(heading, index);
    // Outside the summary a single row is a heading with its judgement; several are a table.
    const inSummary = this.#role?.def.judgementSummary === true;
    if (table !== undefined && !(isHeading && table.rows.length < 2 && !inSummary)) {
      this.#close();
      this.#blocks.push({ kind: 'table', rows: table.rows, headed: table.headed === true, role: this.#role });
      return table.next;
    }
    if (isHeading) {
      if (this.#headsTable(heading)) {
        for (let at = index; at < index + heading.lines; at += 1) this.#loneLine(this.#lines[at]);
        return index + heading.lines;
      }
      const role = chooseRole(heading.roles, this.#role);
      if (role === undefined) return undefined;
      this.#close();
      this.#role = role;
      // Where sections have numbers, those of their paragraphs begin with these.
      if (this.#readers.worded !== undefined) this.#lastNumber = leadingFigure(line);
      const { name, judgement, joint } = heading;
      this.#blocks.push({ kind: 'heading', role, name, judgement, joint });
      return index + heading.lines;
    }
    const worded = this.#readers.worded?.get(index);
    if (worded !== undefined) return this.#worded(worded, index);
    return this.#line(line) ? index + 1 : undefined;
  }

  /** A heading in its author's words; what stands behind it on its line begins a paragraph. */
  #worded({ role, level, name, rest, lines }: WordedHeading, index: number): number {
    this.#close();
    this.#role = role;
    this.#lastNumber = leadingFigure(this.#lines[index]);
    this.#blocks.push({ kind: 'subheading', level, name, otherwise: '' });
    if (rest !== undefined) this.#open(rest, readMarker(rest));
    return index + lines;
  }

  /**
   * Whether a name is the head of a column: below its own heading, with nothing between but the cells of another column,
   * which are no sentences. Tables that lost their lines begin so: "Areas for improvement / Areas for improvement".
   */
  #headsTable({ roles, judgement }: HeadingMatch): boolean {
    const role = this.#role;
    if (role === undefined || !roles.includes(role) || judgement.length > 0) return false;
    const recent = this.#blocks.slice(-MOST_CELLS - 1);
    const heading = recent.findLastIndex(({ kind }) => kind === 'heading');
    if (heading < 0) return false;
    const between = recent.slice(heading + 1);
    if (this.#draft?.hasSentence === true || (this.#draft?.words ?? 0) > COLUMN_WORDS) return false;
    return between.every((block) => block.kind === 'paragraph' && this.#isCells(block));
  }

  /** Whether a paragraph may be the cells of a column: few words, and no sentence. */
  #isCells({ words, pieces }: Paragraph): boolean {
    const text = pieces.map(({ from, to }) => this.#source.slice(from, to)).join(' ');
    return words <= COLUMN_WORDS && !endsSentence(text);
  }

  #loneLine(line: Line | undefined): void {
    if (line === undefined) return;
    this.#open(line, readMarker(line));
    this.#close();
  }

  /** A group or a judgement, which takes a line of its own. */
  #line(line: Line): boolean {
    const group = this.#readers.groups.read(line, this.#role);
    const isJudgement = group === undefined && this.#readers.judgements.isJudgement(line.text);
    if (group === undefined && !(isJudgement && !this.#midSentence())) return false;
    this.#close();
    if (group !== undefined) this.#blocks.push({ kind: 'group', span: group });
    else this.#blocks.push({ kind: 'judgement', span: { from: line.from, to: line.to } });
    return true;
  }

  #prose(line: Line, index: number): number {
    const marker = readMarker(line);
    const draft = this.#draft;
    const candidate = {
      marker,
      gap: this.#gap,
      lastNumber: this.#lastNumber,
      listGoesOn: this.#listGoesOn(index),
    };
    if (draft !== undefined && this.#isBareItem(draft, line, marker)) {
      this.#open(line, { ...marker, bullet: draft.marker.bullet });
    } else if (
      draft !== undefined &&
      !this.#isSaidWhole(draft, line) &&
      continues(openParagraph(draft), candidate)
    ) {
      this.#extend(draft, line, marker);
    } else this.#open(line, marker);
    return index + 1;
  }

  #isSaidWhole({ lines, marker, words }: Draft, { text }: Line): boolean {
    if (words > MOST_WORDS) return false;
    if (marker.number !== undefined || marker.bullet !== undefined || !/^\p{Lu}/u.test(text)) return false;
    const { vocabulary, judgements } = this.#readers;
    return saysJudgement(lines.map((one) => one.text).join(' '), vocabulary, judgements);
  }

  /** An item of the open list that lost its bullet at the top of a page, and has only the space before it. */
  #isBareItem({ marker: { bullet, number }, lines }: Draft, line: Line, marker: Marker): boolean {
    const [first, last] = [lines[0], lines.at(-1)];
    if (bullet === undefined || number !== undefined || first === undefined || last === undefined)
      return false;
    if (!this.#gap || marker.bullet !== undefined || marker.number !== undefined) return false;
    return line.indent > 0 && !breaksOff(last.text) && startsLower(first.text) === startsLower(line.text);
  }

  #open(line: Line, marker: Marker): void {
    this.#close();
    if (marker.value !== undefined) this.#lastNumber = marker.value;
    const lines = marker.text === '' ? [] : [{ from: marker.from, to: line.to, text: marker.text }];
    const words = wordCount(marker.text);
    const hasSentence = endsSentence(marker.text);
    this.#draft = { marker, indent: line.indent, lines, words, hasSentence, broken: false };
  }

  #extend(draft: Draft, line: Line, marker: Marker): void {
    const isText = marker.number !== undefined || this.#dashes.has(marker.bullet ?? '');
    const from = isText ? line.from : marker.from;
    draft.lines.push({ from, to: line.to, text: this.#source.slice(from, line.to) });
    draft.words += wordCount(marker.text);
    draft.hasSentence ||= endsSentence(marker.text);
    draft.broken ||= this.#gap;
  }

  #close(): void {
    const draft = this.#draft;
    this.#draft = undefined;
    if (draft === undefined) return;
    const { marker } = draft;
    const number =
      marker.number === undefined ? undefined : { value: marker.value ?? 0, span: marker.number };
    const paragraph: Paragraph = {
      kind: 'paragraph',
      bullet: marker.bullet === undefined ? undefined : { glyph: marker.bullet, indent: draft.indent },
      number,
      pieces: draft.lines.flatMap((line): readonly Span[] => cut(this.#source, line)),
      words: draft.words,
      keepsLines: keepsLines(draft),
      isItem: false,
      goesOn: false,
      role: this.#role,
    };
    this.#blocks.push(paragraph);
  }

  /** Whether the open paragraph has broken off, so that what follows may belong to its sentence. */
  #midSentence(): boolean {
    const last = this.#draft?.lines.at(-1);
    return last !== undefined && !this.#gap && !isFinished(last.text) && (this.#draft?.words ?? 0) > 6;
  }

  /** Whether what looks like a heading stands in a sentence: the one before broke off, the next line goes on. */
  #insideSentence(next: number): boolean {
    const last = this.#draft?.lines.at(-1);
    if (last === undefined || isFinished(last.text)) return false;
    let at = next;
    while (this.#lines[at]?.text === '') at += 1;
    const behind = this.#lines[at];
    if (behind === undefined || this.#readers.judgements.isJudgement(behind.text)) return false;
    return startsLower(behind.text);
  }

  /**
   * Whether what looks like a heading with its judgement is the first sentence of the section: it stands right below
   * the heading, or ends in a full stop and is not alone.
   */
  #isSaid({ roles, judgement, lines, isSentence }: HeadingMatch, index: number): boolean {
    const role = chooseRole(roles, this.#role);
    const last = this.#blocks.at(-1);
    const isRepeated = roles.some((one) => one === this.#role) || role === this.#role;
    if (judgement.length > 0 && isRepeated && this.#draft === undefined && last?.kind === 'heading')
      return true;
    if (isSentence !== true) return false;
    const [first, behind] = [this.#lines[index], this.#lines[index + lines]];
    const isNumbered = first !== undefined && readMarker(first).number !== undefined;
    // A numbered paragraph right below goes on with no sentence.
    const goesOn = behind !== undefined && behind.text !== '' && readMarker(behind).number === undefined;
    return isNumbered || isRepeated || goesOn;
  }

  #listGoesOn(index: number): boolean {
    const next = this.#lines[index + 1];
    if (next === undefined || next.text === '') return false;
    const marker = readMarker(next);
    return marker.bullet !== undefined && marker.number === undefined && startsLower(marker.text);
  }
}

// The cells of a narrow column on one page have no more words.
const COLUMN_WORDS = 60;
// Nor do they make more paragraphs.
const MOST_CELLS = 12;
