import type { Emitter } from '../text/emit.ts';
import type { ImportNote } from '../text/note.ts';

/** What stands above the text of a document and becomes its front matter. */
export interface Top {
  /** Writes the front matter, and the title where it stands first. */
  readonly write: (out: Emitter) => void;
  /** The blocks that it was read from, by index: they are not written again. */
  readonly used: ReadonlySet<number>;
  /** The title, where it is to be written in front of a block further down. */
  readonly title: { readonly before: number; readonly write: (out: Emitter) => void } | undefined;
  readonly notes: readonly ImportNote[];
}
