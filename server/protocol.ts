/**
 * What the client and the server say to each other beyond the Language Server Protocol.
 * Only names and types: both sides import this file, so it imports nothing.
 */

/** Sent by the client with `initialize`. Any other editor may leave it out. */
export interface InitializationOptions {
  /** The address of RULES.md in the installed extension: what a finding's code links to. */
  readonly rulesPage?: string;
  /** Whether the client answers `touchstone/readFile` and `touchstone/listFiles`. */
  readonly clientFiles?: boolean;
}

/** Server to client: what is known of one open document. Sent after every run whose answer differs from the last. */
export const STATUS_NOTIFICATION = 'touchstone/status';

export interface StatusParams {
  readonly uri: string;
  /** The framework that the document is checked against; none when the document names none that is known. */
  readonly framework?: { readonly id: string; readonly title: string };
  readonly counts: FindingCounts;
  /** A check is under way, and the counts are those of the last one. */
  readonly busy?: boolean;
  /** One sentence when the document cannot be checked as it should, such as a framework file with faults. */
  readonly trouble?: string;
}

export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly hint: number;
}

/**
 * Server to client: the bytes of a file that the server cannot reach itself, as in a virtual
 * workspace or a browser. The answer is base64, or null when there is no such file.
 */
export const READ_FILE_REQUEST = 'touchstone/readFile';

export interface ReadFileParams {
  readonly uri: string;
}

export type ReadFileResult = string | null;

/** Server to client: the addresses of the files below a folder, in order, without those that the user's settings exclude. */
export const LIST_FILES_REQUEST = 'touchstone/listFiles';

export interface ListFilesParams {
  readonly folder: string;
  // A glob relative to the folder, such as `**/*.{md,yaml,yml}`.
  readonly pattern: string;
}

export type ListFilesResult = readonly string[];
