import type { Span } from '../../text/span.ts';
import { child, type XmlElement } from '../office/xml.ts';
import type { Behind, Sink } from './behind.ts';
import { changeMark } from './controls.ts';
import { Fields } from './fields.ts';
import { InlineReader } from './inline.ts';
import { leftIndent } from './numbering.ts';
import { type ListPlace, listOf } from './paragraphList.ts';
import type { ParagraphWords } from './paragraphWords.ts';
import { numberOf, settingOf } from './properties.ts';
import type { DraftParagraph, Part, Reading } from './reading.ts';
import type { Role } from './styles.ts';

const CONTENTS = 'The list of contents was left out.';
/** A paragraph that is longer is none of those that are headings, whatever its style is. */
const LONGEST_HEADING = 200;

/** Reads the paragraphs of one story. */
export class ParagraphReader {
  readonly #reading: Reading;
  readonly #part: Part;
  readonly #sink: Sink;
  /** Those that are open: a list of contents is one field around many paragraphs. */
  readonly #fields = new Fields();

  constructor(reading: Reading, part: Part, sink: Sink) {
    this.#reading = reading;
    this.#part = part;
    this.#sink = sink;
  }

  /**
   * Writes one paragraph, and answers what is tied to it and stands behind it. Elements that were joined look as the
   * last of them does.
   */
  write(
    elements: readonly XmlElement[],
    properties: XmlElement | undefined,
    last: XmlElement,
    inContents: boolean,
  ): readonly Behind[] {
    const { text } = this.#reading;
    const style = settingOf(properties, 'w:pStyle');
    const role = this.#role(style, properties);
    if (typeof role === 'number') this.#fields.abandon();
    this.#fields.endInstructions();
    text.newLine();
    const from = text.length;
    const inline = new InlineReader(this.#reading, this.#part, this.#fields, style);
    for (const element of elements) inline.read(element);
    const written = text.since(from);
    const span = trimmed(written, from);
    const change = changeMark(child(last, 'w:pPr'), 'w:pPrChange');
    if (change !== undefined) this.#reading.addChange('formatted', change, written.trim(), from);
    if (inContents || role === 'contents' || (inline.words.contents && !inline.words.plain))
      this.#leaveOut(span);
    else {
      const list = listOf(this.#reading, style, properties);
      if (span.to > span.from)
        this.#add(span, role, inline.words, list, this.#indent(properties, style, list));
    }
    return inline.behind;
  }

  #add(span: Span, role: Role, words: ParagraphWords, list: ListPlace | undefined, indent: number): void {
    const own = span.to - span.from > LONGEST_HEADING ? 'text' : role;
    const paragraph: DraftParagraph = {
      kind: 'paragraph',
      span,
      level: own === 'title' ? 1 : typeof own === 'number' ? own : undefined,
      standsOut: false,
      list: list?.mark,
      marks: words.marks,
    };
    this.#reading.facts.set(paragraph, {
      role: own,
      bold: words.bold,
      size: words.size,
      indent,
      list: list?.id,
      listLevel: list?.level ?? 0,
    });
    this.#sink.paragraph(paragraph);
  }

  /** One block for all entries of a list of contents. */
  #leaveOut(span: Span): void {
    if (span.to > span.from) this.#sink.block({ kind: 'leftOut', span, message: CONTENTS });
  }

  #role(style: string | undefined, properties: XmlElement | undefined): Role {
    const level = numberOf(settingOf(properties, 'w:outlineLvl'));
    if (level === undefined) return this.#reading.styles.role(style);
    return level >= 0 && level < 9 ? level + 1 : 'text';
  }

  #indent(
    properties: XmlElement | undefined,
    style: string | undefined,
    list: ListPlace | undefined,
  ): number {
    const own = leftIndent(properties) ?? list?.indent;
    if (own !== undefined) return own;
    for (const { paragraph } of this.#reading.styles.chain(style)) {
      const indent = leftIndent(paragraph);
      if (indent !== undefined) return indent;
    }
    return 0;
  }
}

function trimmed(written: string, from: number): Span {
  const start = from + written.length - written.trimStart().length;
  return { from: start, to: Math.max(start, from + written.trimEnd().length) };
}
