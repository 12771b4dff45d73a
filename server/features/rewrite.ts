import type { TextEdit } from '../text/edit.ts';

/** A change that an author may want though nothing is wrong. */
export interface Rewrite {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}
