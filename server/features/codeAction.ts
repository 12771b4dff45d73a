import type { TextEdit } from '../text/edit.ts';
import type { Finding } from '../text/problem.ts';

/** A quick fix for one finding, or another way to write what is there. */
export interface CodeAction {
  readonly title: string;
  /** What it mends; undefined where nothing is wrong. */
  readonly finding: Finding | undefined;
  /** The one thing to do: editors apply it without asking which. */
  readonly preferred: boolean;
  readonly edits: readonly TextEdit[];
  /** Whether the edits hold tab stops. */
  readonly snippet: boolean;
}
