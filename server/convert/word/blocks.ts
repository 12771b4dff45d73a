import { child, elementsOf, within, type XmlElement } from '../office/xml.ts';
import type { Behind, Sink } from './behind.ts';
import { BehindReader } from './behindReader.ts';
import { chosen, deletedEnd, deletedWords, readControl } from './controls.ts';
import { ParagraphReader } from './paragraphs.ts';
import type { Part, Reading } from './reading.ts';
import { TableReader } from './tables.ts';

/** Reads a story: the document's body, a note, a text box or a cell. */
export class BlockReader {
  readonly #reading: Reading;
  readonly #part: Part;
  readonly #sink: Sink;
  readonly #paragraphs: ParagraphReader;
  /** Paragraphs whose ends were deleted, so that they go on in the next one. */
  #joined: XmlElement[] = [];
  #inContents = false;

  constructor(reading: Reading, part: Part, sink: Sink) {
    this.#reading = reading;
    this.#part = part;
    this.#sink = sink;
    this.#paragraphs = new ParagraphReader(reading, part, sink);
  }

  /** Reads the blocks that an element holds, to their end. */
  readAll(parent: XmlElement): void {
    for (const element of elementsOf(parent)) this.read(element);
    this.end();
  }

  read(element: XmlElement): void {
    switch (element.name) {
      case 'w:p':
        this.#paragraph(element);
        return;
      case 'w:tbl':
        this.#table(element);
        return;
      case 'w:sdt':
        this.#control(element);
        return;
      case 'mc:AlternateContent': {
        const content = chosen(element);
        for (const one of elementsOf(content)) this.read(one);
        return;
      }
      case 'w:altChunk':
        this.#lost('A part of the document that is kept in a file of its own was not read.');
        return;
      case 'w:del':
      case 'w:moveFrom':
        this.#deleted(element);
        return;
      case 'm:oMathPara':
      case 'w:r':
        this.#write([element], undefined, element);
        return;
      case 'w:sectPr':
      case 'w:tcPr':
      case 'w:tblPr':
        return;
      default:
        for (const one of elementsOf(element)) this.read(one);
    }
  }

  /** Writes what is still waiting for a paragraph to go on. */
  end(): void {
    const last = this.#joined.at(-1);
    if (last !== undefined) this.#flush(last);
  }

  #lost(message: string): void {
    const at = this.#reading.text.length;
    this.#reading.addNote('dropped', { from: at, to: at }, message);
  }

  #deleted(element: XmlElement): void {
    const words = deletedWords(element);
    if (words !== '') this.#reading.addChange('deleted', element, words, this.#reading.text.length);
  }

  #control(element: XmlElement): void {
    const { content, isContents, isPlaceholder } = readControl(element);
    const before = this.#inContents;
    const from = this.#reading.text.length;
    this.#inContents ||= isContents;
    for (const one of elementsOf(content)) this.read(one);
    this.#inContents = before;
    if (isPlaceholder && this.#reading.text.since(from).trim() !== '') {
      const span = { from, to: this.#reading.text.length };
      this.#reading.addNote('kept', span, 'These words stand where something was to be filled in.');
    }
  }

  #table(element: XmlElement): void {
    this.end();
    const { paragraph, block, behind } = this.#sink;
    const table = new TableReader(this.#reading, (cell, sink) =>
      new BlockReader(this.#reading, this.#part, sink).readAll(cell),
    );
    if (behind === undefined) {
      const waiting: Behind[] = [];
      const only = table.boxAround(element);
      if (only !== undefined) {
        for (const one of elementsOf(only)) this.read(one);
        this.end();
        return;
      }
      const read = table.read(element, (one) => waiting.push(one));
      if (read !== undefined) block(read);
      for (const one of waiting) this.#behind(one);
    } else {
      const from = this.#reading.text.length;
      table.readFlat(element, { paragraph, block, behind });
      const span = { from, to: this.#reading.text.length };
      if (span.to > from) {
        this.#reading.addNote(
          'kept',
          span,
          'A table inside a cell of another was read as paragraphs of that cell.',
        );
      }
    }
  }

  #paragraph(element: XmlElement): void {
    this.#joined.push(element);
    const mark = deletedEnd(element);
    if (mark === undefined) this.#flush(element);
    else if (within(element, 'w:t').length > 0)
      this.#reading.addChange('deleted', mark, '¶', this.#reading.text.length);
  }

  #flush(last: XmlElement): void {
    const paragraphs = this.#joined;
    this.#joined = [];
    this.#write(paragraphs, child(last, 'w:pPr'), last);
  }

  #write(elements: readonly XmlElement[], properties: XmlElement | undefined, last: XmlElement): void {
    const { behind } = this.#sink;
    for (const one of this.#paragraphs.write(elements, properties, last, this.#inContents)) {
      if (behind !== undefined && one.kind !== 'box') behind(one);
      else this.#behind(one);
    }
  }

  #behind(behind: Behind): void {
    new BehindReader(this.#reading, this.#sink, (content, part, sink) =>
      new BlockReader(this.#reading, part, sink).readAll(content),
    ).read(behind);
  }
}
