import type { FindingCounts } from './protocol.ts';

/** What client and server say to each other of what is shown beside a document, and of what is done in its tables. */

/** Client to server: the documents that there are, by pack. What each is, `touchstone/report` tells. */
export const REPORTS_REQUEST = 'touchstone/reports';

export type ReportsResult = readonly ReportPack[];

export interface ReportPack {
  /** The folder with the `touchstone.yaml`; none for documents that are in no pack. */
  readonly folder?: string;
  /** As people know the folder; empty where there is none. */
  readonly name: string;
  readonly documents: readonly ReportFile[];
}

export interface ReportFile {
  readonly uri: string;
  /** Its path from the folder of the pack. */
  readonly name: string;
}

/** Server to client, once it has asked for the documents: that some are others now, or that all may be. */
export const REPORTS_CHANGED_NOTIFICATION = 'touchstone/reportsChanged';

export interface ReportsChangedParams {
  /** The documents that have changed; without it there may be more of them or fewer. */
  readonly uris?: readonly string[];
}

/** Client to server: a document at a glance, whether it is open or not; null where it is none of ours. */
export const REPORT_REQUEST = 'touchstone/report';

export interface ReportParams {
  readonly uri: string;
}

export type ReportResult = ReportOverview | null;

export interface ReportOverview {
  readonly title?: string;
  /** The title of its framework. */
  readonly framework?: string;
  readonly counts: FindingCounts;
  /** One sentence where the file cannot be read. */
  readonly trouble?: string;
  /** Such as `28 of 40 figures checked and held`. */
  readonly coverage: readonly string[];
  readonly sections: readonly ReportSection[];
}

export interface ReportSection {
  readonly name: string;
  readonly judgement?: string;
  readonly statuses?: string;
  /** Whether the framework judges it, and no judgement is stated. */
  readonly isUnjudged: boolean;
  /** How many of its measures miss their target. */
  readonly belowTarget: number;
  /** Whether one of its own statuses says that it is off target. */
  readonly isOffTarget: boolean;
  /** What is found in it, and not in a section below it. */
  readonly counts: FindingCounts;
  readonly start: Place;
  readonly sections: readonly ReportSection[];
}

/** A place in a document: lines and characters count from 0. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** Client to server: what of an open document was checked, and what came of it; null where it is none of ours. */
export const COVERAGE_REQUEST = 'touchstone/coverage';

export interface CoverageParams {
  readonly uri: string;
}

export type CoverageResult = readonly Covered[] | null;

export interface Covered {
  readonly label: string;
  readonly detail?: string;
  readonly state: 'held' | 'wrong' | 'unsure' | 'unchecked' | 'told';
  /** Such as `line 28`, or `page 3` of a text that was read from a PDF. */
  readonly place?: string;
  readonly start?: Place;
  readonly items: readonly Covered[];
}

/** Client to server: whether a place stands in a table whose cells one can go through; null where it does not. */
export const TABLE_PLACE_REQUEST = 'touchstone/tablePlace';

export interface TablePlaceParams {
  readonly uri: string;
  readonly position: Place;
}

/** Whether nothing but blanks and pipes stands behind the place on its line. */
export type TablePlaceResult = { readonly atEnd: boolean } | null;

/** Client to server: what a step from a place in a table changes, and what is selected then; null outside of tables. */
export const MOVE_IN_TABLE_REQUEST = 'touchstone/moveInTable';

export interface MoveInTableParams extends TablePlaceParams {
  readonly step: 'next' | 'previous' | 'row';
}

export type MoveInTableResult = (PlaceEdits & { readonly selection: PlaceRange }) | null;

/** Edits of one version of a document, to be left alone when it is another by now. */
export interface PlaceEdits {
  readonly version: number;
  readonly edits: readonly { readonly range: PlaceRange; readonly newText: string }[];
}

export interface PlaceRange {
  readonly start: Place;
  readonly end: Place;
}

/** Client to server: the table at a place as rows of tab-separated values; null where there is none. */
export const TABLE_VALUES_REQUEST = 'touchstone/tableValues';

export type TableValuesParams = TablePlaceParams;

export type TableValuesResult = { readonly text: string; readonly rows: number } | null;

/** Client to server: what pasting cells into a document changes; null where what is pasted, or the place, is for no table. */
export const PASTE_TABLE_REQUEST = 'touchstone/pasteTable';

export interface PasteTableParams {
  readonly uri: string;
  readonly range: PlaceRange;
  /** What is on the clipboard, as plain text and as HTML. */
  readonly text?: string;
  readonly html?: string;
}

export type PasteTableResult =
  | (PlaceEdits & { readonly title: string })
  | { readonly problem: string }
  | null;

/** A command of the client that lenses run: it shows the places that one speaks of. */
export const SHOW_PLACES_COMMAND = 'touchstone.showPlaces';

/** An editor shows a lens for a while after the text has changed: where its places are is asked when it is clicked. */
export type ShowPlacesArguments = readonly [LensParams];

/** Client to server: where the places of a lens are now; null where there is no such lens any more. */
export const LENS_REQUEST = 'touchstone/lens';

export interface LensParams {
  readonly uri: string;
  readonly kind: string;
  readonly section: string;
}

/** Where the lens stands, and the places that it speaks of, also those in other documents. */
export type LensResult = { readonly at: Place; readonly places: readonly PlaceIn[] } | null;

export interface PlaceIn {
  readonly uri: string;
  readonly range: PlaceRange;
}

/** Client to server: what stands above and behind the text of a document, as a list; null where it is none of ours. */
export const BESIDE_REQUEST = 'touchstone/beside';

export interface BesideParams {
  readonly uri: string;
}

export type BesideResult = readonly BesideText[] | null;

export interface BesideText {
  readonly start: Place;
  /** As it is shown there. */
  readonly label: string;
  /** The same in a sentence, where there is more to say. */
  readonly detail?: string;
  /** The text of the line that it stands by. */
  readonly line: string;
}
