import type { Span } from '../../text/span.ts';
import type { FlowBlock, FlowParagraph } from '../flow/flow.ts';
import { FlowText } from '../flow/flowText.ts';
import type { Relationship } from '../office/package.ts';
import type { XmlElement } from '../office/xml.ts';
import type { ImportNote } from '../text/note.ts';
import type { Numbering } from './numbering.ts';
import type { Role, Styles } from './styles.ts';
import type { WordChange, WordPiece } from './wordDocument.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A paragraph that may still be looked at in the light of the others. */
export type DraftParagraph = Mutable<FlowParagraph>;

/** What is known of a paragraph besides what the flow has. */
export interface Facts {
  readonly role: Role;
  readonly bold: boolean;
  /** The size of its smallest words, in half points. */
  readonly size: number;
  /** In twentieths of a point. */
  readonly indent: number;
  /** The definition of its list, and the level in it. */
  readonly list: string | undefined;
  readonly listLevel: number;
}

/** A picture whose bytes are still in the package. */
export interface PictureDraft {
  readonly alt: string;
  readonly part: string | undefined;
}

/** A part of the package while it is read. */
export interface Part {
  readonly name: string;
  readonly relationships: ReadonlyMap<string, Relationship>;
  /** The numbers of its paragraphs, from 1; those of a text box have the number of the one that it is tied to. */
  readonly numbers: WeakMap<XmlElement, number>;
}

/** Parts with text of their own, by the names of the parts. */
export interface OtherParts {
  readonly notes: ReadonlyMap<string, { readonly element: XmlElement; readonly part: Part }>;
  readonly charts: ReadonlyMap<string, XmlElement>;
}

/** All that has been read of a document so far. */
export class Reading {
  readonly text = new FlowText();
  readonly blocks: FlowBlock[] = [];
  readonly pieces: WordPiece[] = [];
  readonly notes: ImportNote[] = [];
  readonly pictures: PictureDraft[] = [];
  readonly changes: (Mutable<WordChange> & { end: number })[] = [];
  readonly facts = new Map<DraftParagraph, Facts>();
  /** What the author has commented on, by the comment's id. */
  readonly comments = new Map<string, Span>();
  /** The notes that a reference has led to. */
  readonly notesRead = new Set<string>();
  readonly #noteMarks = new Map<string, string>();
  #footnotes = 0;
  #endnotes = 0;
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly others: OtherParts;

  constructor(styles: Styles, numbering: Numbering, others: OtherParts) {
    this.styles = styles;
    this.numbering = numbering;
    this.others = others;
  }

  /** The number that a note has, in the order in which notes are referred to; "e" parts endnotes from footnotes. */
  noteMark(id: string): string {
    const before = this.#noteMarks.get(id);
    if (before !== undefined) return before;
    const isEnd = id.startsWith('endnote');
    const mark = isEnd ? `e${++this.#endnotes}` : String(++this.#footnotes);
    this.#noteMarks.set(id, mark);
    return mark;
  }

  /** Lists a tracked change; what one person did in one go, in several runs, is one change. */
  addChange(kind: WordChange['kind'], mark: XmlElement, words: string, at: number): void {
    const author = mark.attributes['w:author'];
    const date = mark.attributes['w:date'];
    const end = kind === 'deleted' ? at : this.text.length;
    const last = this.changes.at(-1);
    const isSame = last?.kind === kind && last.author === author && last.date === date && last.end === at;
    if (isSame && kind !== 'formatted') {
      last.words += words;
      last.end = end;
    } else this.changes.push({ kind, author, date, words, at, end });
  }

  addNote(kind: ImportNote['kind'], span: Span, message: string): void {
    const words = this.text.since(span.from).slice(0, span.to - span.from);
    const from = span.from + words.length - words.trimStart().length;
    this.notes.push({
      kind,
      span: { from, to: Math.max(from, span.from + words.trimEnd().length) },
      message,
    });
  }
}
