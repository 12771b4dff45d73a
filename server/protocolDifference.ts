import type { PlaceRange } from './protocolViews.ts';

/** What client and server say to each other of two versions of a document. */

/**
 * Client to server: how two versions of a document, or two documents, differ in what they say. Null where one of them is none
 * of ours, or is there no longer.
 */
export const DIFFERENCE_REQUEST = 'touchstone/difference';

export interface DifferenceParams {
  readonly before: ComparedVersion;
  readonly after: ComparedVersion;
}

export interface ComparedVersion {
  /** The document, as it stands in the editor, or as it is saved where it is not open. */
  readonly uri: string;
  /** Its text in this version, where that is another: such as the one that was last committed. */
  readonly text?: string;
}

export type DifferenceResult = DocumentDifference | DifferenceProblem | null;

export interface DifferenceProblem {
  /** One sentence that says why they cannot be compared. */
  readonly problem: string;
}

export interface DocumentDifference {
  /** In reading order of the later version. */
  readonly sections: readonly ChangedSection[];
  /** Sentences that have other words, are new or are gone, besides. */
  readonly passages: readonly TwoPlaces[];
  /** What is found in one version only. */
  readonly mended: readonly ChangedFinding[];
  readonly found: readonly ChangedFinding[];
}

export interface ChangedSection {
  /** The heading behind those above it; none for the document itself. */
  readonly section?: string;
  readonly changes: readonly ChangeText[];
}

/** A change in words: `Overall effectiveness: Requires improvement → Good (better)`. */
export interface ChangeText extends TwoPlaces {
  readonly text: string;
}

/** What both versions say, or the one that says it. */
export interface TwoPlaces {
  readonly before?: SaidThere;
  readonly after?: SaidThere;
}

export interface SaidThere {
  readonly text: string;
  readonly range: PlaceRange;
}

export interface ChangedFinding {
  readonly rule: string;
  readonly message: string;
  readonly range: PlaceRange;
}
