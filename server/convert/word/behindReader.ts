import type { FlowCell, FlowRow } from '../flow/flow.ts';
import type { XmlElement } from '../office/xml.ts';
import { addPiece, type Behind, type Sink } from './behind.ts';
import { type Chart, readChart } from './charts.ts';
import { diagramTexts } from './drawings.ts';
import type { DraftParagraph, Part, Reading } from './reading.ts';

const HIDDEN = 'Hidden text was left out.';

/** Reads what is tied to a paragraph and stands behind it. */
export class BehindReader {
  readonly #reading: Reading;
  readonly #sink: Sink;
  readonly #readStory: (content: XmlElement, part: Part, sink: Sink) => void;

  constructor(
    reading: Reading,
    sink: Sink,
    readStory: (content: XmlElement, part: Part, sink: Sink) => void,
  ) {
    this.#reading = reading;
    this.#sink = sink;
    this.#readStory = readStory;
  }

  read(behind: Behind): void {
    switch (behind.kind) {
      case 'box':
        this.#readStory(behind.content, behind.part, this.#sink);
        return;
      case 'note':
        this.#note(behind.id);
        return;
      case 'picture': {
        const at = this.#reading.text.length;
        this.#sink.block({ kind: 'picture', picture: behind.picture, at });
        return;
      }
      case 'chart': {
        const root = this.#reading.others.charts.get(behind.part);
        if (root !== undefined) this.#chart(readChart(root));
        return;
      }
      case 'diagram': {
        const root = this.#reading.others.charts.get(behind.part);
        for (const words of root === undefined ? [] : diagramTexts(root)) this.#paragraph(words);
        return;
      }
      case 'words':
        this.#paragraph(behind.words);
        return;
      case 'read':
        this.#sink.block(behind.block);
        return;
      case 'hidden':
        this.#hidden(behind);
        return;
    }
  }

  #paragraph(words: string): void {
    const paragraph = this.#written(words);
    if (paragraph !== undefined) this.#sink.paragraph(paragraph);
  }

  #written(words: string): DraftParagraph | undefined {
    const { text } = this.#reading;
    if (words.trim() === '') return undefined;
    text.newLine();
    const span = text.add(words.trim());
    return { kind: 'paragraph', span, level: undefined, standsOut: false, list: undefined, marks: [] };
  }

  /** A note is read where it is first referred to, and once. */
  #note(id: string): void {
    const note = this.#reading.others.notes.get(id);
    if (note === undefined || this.#reading.notesRead.has(id)) return;
    this.#reading.notesRead.add(id);
    const blocks: DraftParagraph[] = [];
    const waiting: Behind[] = [];
    this.#readStory(note.element, note.part, {
      paragraph: (paragraph) => blocks.push(paragraph),
      block: (block) => waiting.push({ kind: 'read', block }),
      behind: (one) => waiting.push(one),
    });
    if (blocks.length > 0)
      this.#sink.block({ kind: 'footnote', id: this.#reading.noteMark(id), label: undefined, blocks });
    for (const one of waiting) this.read(one);
  }

  #hidden(behind: Behind & { readonly kind: 'hidden' }): void {
    const { text } = this.#reading;
    text.newLine();
    const from = text.length;
    for (const { words, place } of behind.runs) {
      const span = text.add(words);
      if (place !== undefined) addPiece(this.#reading, span.from, words.length, place);
    }
    this.#sink.block({ kind: 'leftOut', span: { from, to: text.length }, message: HIDDEN });
  }

  /** The figures that a chart was drawn from, as a table below its title. */
  #chart({ title, rows }: Chart): void {
    this.#paragraph(title);
    if (rows.length === 0) return;
    const table = rows.map((cells, row): FlowRow => {
      const isHeader = row === 0;
      return {
        header: isHeader,
        cells: cells.map((words, column): FlowCell => {
          const paragraph = this.#written(words);
          const blocks = paragraph === undefined ? [] : [paragraph];
          return { column, columns: 1, rows: 1, header: isHeader, shade: undefined, blocks };
        }),
      };
    });
    this.#sink.block({ kind: 'table', rows: table });
  }
}
