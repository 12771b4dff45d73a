/** A Word document as it was read, with what is needed to write into the author's own file. */
export interface WordDocument {
  /** The file, byte for byte. */
  readonly bytes: Uint8Array;
  /** Where the words of the flow stand in the file, in the order of the flow. */
  readonly pieces: readonly WordPiece[];
  /** Tracked changes, which were read as accepted. */
  readonly changes: readonly WordChange[];
}

/** A stretch of the flow's text, and the text of a run that it came from, character for character. */
export interface WordPiece {
  /** Where it begins in the text of the flow. */
  readonly at: number;
  readonly length: number;
  /** The part of the package, such as "word/document.xml". */
  readonly part: string;
  /** The run `<w:r>…</w:r>` in the part's XML; offsets of UTF-16 code units, half-open. */
  readonly run: { readonly from: number; readonly to: number };
  /** How many characters of the run's text stand before this piece. */
  readonly before: number;
  /** The number of the paragraph in the part, from 1. */
  readonly paragraph: number;
}

/** A change that Word has tracked. */
export interface WordChange {
  readonly kind: 'inserted' | 'deleted' | 'moved' | 'formatted';
  readonly author: string | undefined;
  readonly date: string | undefined;
  /** The words that were put in or taken out. */
  readonly words: string;
  /** Where it belongs in the text of the flow. */
  readonly at: number;
}
