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
  /** Whether the client shows pictures beside the pointer. */
  readonly hoverImages?: boolean;
  /**
   * Where the server is a browser's worker: the addresses of the script that reads files of other formats, and of the
   * server's own. It starts another worker with both.
   */
  readonly readerScripts?: readonly [string, string];
  /** Whether the client has the commands that lenses run. */
  readonly clientCommands?: boolean;
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

/** Client to server: the frameworks that a new document can follow, by inspectorate and kind. */
export const FRAMEWORKS_REQUEST = 'touchstone/frameworks';

export interface FrameworksParams {
  /** The folders whose own frameworks are wanted besides those that are shipped. */
  readonly folders: readonly string[];
}

export type FrameworksResult = readonly OfferedFramework[];

export interface OfferedFramework {
  readonly id: string;
  readonly title: string;
  /** Those of one inspectorate stand together, and of these those of one kind. */
  readonly inspectorate?: string;
  /** Such as `inspection report`; may be empty. */
  readonly kind: string;
  /** When documents of it were written, such as `2013–2018`. */
  readonly inForce?: string;
  /** The folder that it belongs to; none of one that is shipped. */
  readonly folder?: string;
  /** What is to be asked before a document is begun; every answer may be left out. */
  readonly questions: readonly AskedQuestion[];
}

export interface AskedQuestion {
  readonly key: string;
  readonly label: string;
  readonly description?: string;
  /** An answer to begin with. */
  readonly suggestion?: string;
  /** What an answer looks like. */
  readonly example?: string;
}

/** Client to server: one sentence on what is wrong with an answer, or null. */
export const ANSWER_FAULT_REQUEST = 'touchstone/answerFault';

export interface AnswerFaultParams {
  readonly framework: string;
  readonly folder?: string;
  readonly key: string;
  readonly answer: string;
}

export type AnswerFaultResult = string | null;

/** Client to server: the text of a new document, or null where there is no such framework. */
export const NEW_DOCUMENT_REQUEST = 'touchstone/newDocument';

export interface NewDocumentParams {
  readonly framework: string;
  readonly folder?: string;
  readonly language: 'markdown' | 'yaml';
  /** By the keys of the questions. */
  readonly answers: Readonly<Record<string, string>>;
}

export type NewDocumentResult = {
  /** The text in pieces, by turns what stands and what is to be filled in. */
  readonly pieces: readonly string[];
  /** A name for the file, without a folder. */
  readonly name: string;
} | null;

/**
 * The scheme of a text that was read from a file of another format and is shown without being written. The query of
 * such an address is the address of the file.
 */
export const READ_SCHEME = 'touchstone-read';

/** Client to server: a file of another format, such as a PDF, turned into one of our documents. */
export const READ_DOCUMENT_REQUEST = 'touchstone/readDocument';

export interface ReadDocumentParams {
  /** The address of the file. */
  readonly uri: string;
  /** In bytes, where that is known: what is too large is not read at all. */
  readonly size?: number;
  /** The framework to read it by; without it, the one that it seems to follow. */
  readonly framework?: string;
  /** The address at which the text is going to be shown: what is found there is told with its page. */
  readonly shownAs?: string;
}

export type ReadDocumentResult = ReadDocument | ReadProblem;

export interface ReadProblem {
  /** One sentence that says why the file cannot be read. */
  readonly problem: string;
}

export interface ReadDocument {
  readonly guess: FrameworkGuess;
  /** None where no framework was named, and none could be guessed. */
  readonly document?: DocumentRead;
}

/** Which framework a file seems to follow. */
export interface FrameworkGuess {
  /** Null where no framework is known that fits. */
  readonly framework: string | null;
  /** Why it seems so, or why none fits: sentences for people. */
  readonly reasons: readonly string[];
  /** What else it may follow, the likeliest first. */
  readonly others: readonly OtherGuess[];
}

export interface OtherGuess {
  readonly framework: string;
  readonly reasons: readonly string[];
}

export interface DocumentRead {
  readonly framework: { readonly id: string; readonly title: string };
  readonly markdown: string;
  /** What was left out or is not certain, as Markdown for people to read. */
  readonly report: string;
  /** How many things the report tells of. */
  readonly notes: number;
  readonly pictures: readonly PictureRead[];
}

export interface PictureRead {
  /** Where it belongs, from the folder that the document is written to, with `/` between the parts. */
  readonly path: string;
  /** In base64. */
  readonly bytes: string;
}

/** Client to server: what the numbers of an open document were checked for; null where it is none of ours. */
export const NUMBER_CHECKS_REQUEST = 'touchstone/numberChecks';

export interface NumberChecksParams {
  readonly uri: string;
}

export type NumberChecksResult = NumberChecks | null;

export interface NumberChecks {
  /** How much could be checked, in lines. */
  readonly coverage: readonly string[];
  /** What is wrong comes first. */
  readonly groups: readonly NumberCheckGroup[];
}

export interface NumberCheckGroup {
  readonly title: string;
  readonly count: number;
  readonly checks: readonly NumberCheck[];
}

export interface NumberCheck {
  /** Such as `line 28`, or `page 3` of a text that was read from a PDF. */
  readonly place: string;
  /** Where that is in the document: lines and characters count from 0. */
  readonly start: { readonly line: number; readonly character: number };
  readonly text: string;
}

/** Client to server: a copy of a Word document with what is found in it as comments. */
export const COMMENT_DOCUMENT_REQUEST = 'touchstone/commentDocument';

export interface CommentDocumentParams {
  readonly uri: string;
  readonly size?: number;
  /** The framework to read it by; without it, the one that it seems to follow. */
  readonly framework?: string;
  /** The time on the user's clock, such as "2026-03-31T09:00:00Z", whatever the zone: Word shows it so. */
  readonly date?: string;
}

export type CommentDocumentResult = ReadProblem | DocumentCommented;

export interface DocumentCommented {
  /** In base64. */
  readonly bytes: string;
  readonly comments: number;
  /** What could not be written, and what the author should know: sentences. */
  readonly remarks: readonly string[];
}
