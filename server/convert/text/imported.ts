import type { ImportNote } from './note.ts';
import type { SourceMap } from './sourceMap.ts';

/** A text turned into a Touchstone document. */
export interface Imported {
  readonly markdown: string;
  /** Where each part of the Markdown came from. */
  readonly places: SourceMap;
  /** In the order of the source. */
  readonly notes: readonly ImportNote[];
}
