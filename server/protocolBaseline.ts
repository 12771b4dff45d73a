import type { PlaceEdits } from './protocolViews.ts';

/** What client and server say to each other of what is set aside in a baseline. The client writes, since it alone can everywhere. */

/** Client to server: a baseline with all that is found in the saved documents of a pack. */
export const SET_ASIDE_REQUEST = 'touchstone/setAside';

export interface SetAsideParams {
  /** The folder with the `touchstone.yaml`. */
  readonly folder: string;
  /** Where the baseline is to be, where `touchstone.yaml` names none. */
  readonly file?: string;
}

export type SetAsideResult = BaselineProblem | SetAside;

export interface BaselineProblem {
  /** A sentence or two: why it cannot be done, and what to do. */
  readonly problem: string;
}

export interface SetAside {
  /** How many findings are set aside then, and of how many documents. */
  readonly findings: number;
  readonly documents: number;
  /** How many of them are told now. */
  readonly fresh: number;
  /** None where `touchstone.yaml` names no baseline, and the client gave no place for one. */
  readonly written?: WrittenFile;
  /** What is to be done so that it counts, where `touchstone.yaml` names no baseline. */
  readonly naming?: Naming;
}

/** A baseline as it is to be written. */
export interface WrittenFile {
  /** Its address. */
  readonly file: string;
  readonly text: string;
}

/** How a `touchstone.yaml` names a baseline. */
export interface Naming {
  /** The address of the `touchstone.yaml`. */
  readonly configuration: string;
  /** The line that it needs. */
  readonly line: string;
  /** What puts it there; none where its author has to. The version is 0 where it is not open. */
  readonly edits?: PlaceEdits;
}

/** Client to server: the baseline of a pack without what is found no more in its saved documents. */
export const PRUNE_BASELINE_REQUEST = 'touchstone/pruneBaseline';

export interface PruneBaselineParams {
  /** The folder with the `touchstone.yaml`. */
  readonly folder: string;
}

export type PruneBaselineResult = BaselineProblem | PrunedFile;

export interface PrunedFile extends WrittenFile {
  /** How many findings were taken out, and how many are left. */
  readonly taken: number;
  readonly left: number;
}
