import type { FlowBlock } from '../flow/flow.ts';
import type { XmlElement } from '../office/xml.ts';
import type { DraftParagraph, Part, Reading } from './reading.ts';

/** What stands behind a paragraph because it is tied to it, in the order in which it is met. */
export type Behind =
  | { readonly kind: 'box'; readonly content: XmlElement; readonly part: Part }
  | { readonly kind: 'note'; readonly id: string }
  | { readonly kind: 'picture'; readonly picture: number }
  | { readonly kind: 'chart' | 'diagram'; readonly part: string }
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'read'; readonly block: FlowBlock }
  | { readonly kind: 'hidden'; readonly runs: readonly HiddenRun[] };

export interface HiddenRun {
  readonly words: string;
  readonly place: Place | undefined;
}

/** Where words stand in the file. */
export interface Place {
  readonly part: string;
  readonly run: XmlElement;
  readonly before: number;
  readonly paragraph: number;
}

/** Says where words stand in the file that came to stand in the text. */
export function addPiece(reading: Reading, at: number, length: number, place: Place): void {
  const { part, run, before, paragraph } = place;
  reading.pieces.push({ at, length, part, run: { from: run.from, to: run.to }, before, paragraph });
}

/** Where blocks go as they are read. */
export interface Sink {
  readonly paragraph: (paragraph: DraftParagraph) => void;
  readonly block: (block: FlowBlock) => void;
  /** What stands behind a paragraph, where it has to wait: a table's cells hold nothing but paragraphs. */
  readonly behind: ((behind: Behind) => void) | undefined;
}
