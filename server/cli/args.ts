import type { Severity } from '../text/problem.ts';
import type { CalendarDate } from '../values/calendar.ts';
import type { BaselineChoice } from './baselineFile.ts';
import type { CommandName } from './commandDef.ts';
import type { ForeignFiles } from './foreign.ts';

/** What the command line asks for. */
export type Args =
  | CheckArgs
  | NumbersArgs
  | FixArgs
  | DiffArgs
  | ImportArgs
  | FillArgs
  | ExportArgs
  | ExplainArgs
  | FrameworksArgs
  | NewArgs
  | NewFrameworkArgs
  | TestArgs
  | DumpArgs
  | { readonly command: 'version' }
  | { readonly command: 'help'; readonly of: CommandName | undefined }
  | { readonly command: 'wrong'; readonly message: string };

/** The severity from which a check fails. */
export type FailOn = Severity | 'never';

/** Which files to look at, and how. */
export interface FilesArgs {
  readonly paths: readonly string[];
  readonly stdinName: string | undefined;
  /** Undefined where documents say themselves, and for others is guessed. */
  readonly framework: string | undefined;
  /** Which documents from elsewhere to look at in folders. */
  readonly foreign: ForeignFiles;
  /** Undefined where configuration decides. */
  readonly failOn: FailOn | undefined;
  /** The day that counts as today where a document has no date; the clock is never asked. */
  readonly today: CalendarDate | undefined;
  /** A file is named as it was on the command line. */
  readonly baseline: BaselineChoice;
}

export interface FixArgs extends FilesArgs {
  readonly command: 'fix';
  /** Say what would be done, and write nothing. */
  readonly dryRun: boolean;
}

/** Where to write a Word document with what is found in it as comments. */
export interface CommentsArgs {
  readonly input: string;
  readonly file: string;
  /** Write over a file that is there already. */
  readonly force: boolean;
}

export interface CheckArgs extends FilesArgs {
  readonly command: 'check';
  readonly format: 'text' | 'json' | 'csv';
  /** What a row of CSV is. */
  readonly what: 'findings' | 'documents';
  readonly color: 'auto' | 'always' | 'never';
  readonly quiet: boolean;
  /** List every tie between figures instead of findings. */
  readonly explainNumbers: boolean;
  readonly comments: CommentsArgs | undefined;
  readonly deed: BaselineDeedArgs | undefined;
}

/** What to do to a baseline by what is found: write all of it down, or take out what is found no more. */
export type BaselineDeedArgs = { readonly kind: 'write'; readonly file: string } | { readonly kind: 'prune' };

export interface NumbersArgs extends FilesArgs {
  readonly command: 'numbers';
  /** List the figures too that nothing could be held against. */
  readonly all: boolean;
  readonly format: 'text' | 'json';
  readonly color: CheckArgs['color'];
}

export interface DiffArgs {
  readonly command: 'diff';
  /** The earlier version and the later: two files or two folders; one may be standard input. */
  readonly before: string;
  readonly after: string;
  readonly stdinName: string | undefined;
  readonly framework: string | undefined;
  readonly format: 'text' | 'json';
  readonly color: CheckArgs['color'];
  /** End with 1 where the versions differ. */
  readonly exitCode: boolean;
}

export interface ImportArgs {
  readonly command: 'import';
  /** One, unless there is a folder to write to. */
  readonly paths: readonly string[];
  /** Undefined to have it guessed. */
  readonly framework: string | undefined;
  /** The file to write; undefined for standard output, or the folder. */
  readonly output: string | undefined;
  /** The folder to write to. */
  readonly folder: string | undefined;
  /** Write YAML in place of Markdown. */
  readonly yaml: boolean;
  /** Write over a file that is there already. */
  readonly force: boolean;
}

export interface FillArgs {
  readonly command: 'fill';
  readonly paths: readonly string[];
  readonly framework: string | undefined;
  /** Say what would be done, and write nothing. */
  readonly dryRun: boolean;
  /** Replace figures that differ from their source too. */
  readonly isUpdate: boolean;
}

export interface ExportArgs {
  readonly command: 'export';
  readonly paths: readonly string[];
  readonly framework: string | undefined;
  /** What a row is. */
  readonly what: 'measures' | 'actions' | 'findings';
  /** The file to write; undefined for standard output. */
  readonly output: string | undefined;
  /** Write over a file that is there already. */
  readonly force: boolean;
}

export interface ExplainArgs {
  readonly command: 'explain';
  /** Undefined to list them all. */
  readonly rule: string | undefined;
}

export interface FrameworksArgs {
  readonly command: 'frameworks';
  /** Undefined to list them all. */
  readonly id: string | undefined;
  readonly format: 'text' | 'json';
}

export interface NewArgs {
  readonly command: 'new';
  /** The id of the framework; undefined to list what there is. */
  readonly framework: string | undefined;
  /** Fields with their values, by the names that were given, in that order. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly yaml: boolean;
  /** The file to write; undefined for standard output. */
  readonly output: string | undefined;
}

export interface NewFrameworkArgs {
  readonly command: 'new-framework';
  readonly paths: readonly string[];
  readonly id: string | undefined;
  readonly title: string | undefined;
  /** The file to write; undefined for standard output. */
  readonly output: string | undefined;
}

export interface TestArgs {
  readonly command: 'test-framework';
  /** Files and ids; empty for all frameworks. */
  readonly wanted: readonly string[];
  readonly format: 'text' | 'json';
  readonly color: CheckArgs['color'];
  /** Print only what fails. */
  readonly quiet: boolean;
}

export interface DumpArgs {
  readonly command: 'dump';
  readonly path: string;
  readonly stdinName: string | undefined;
  readonly framework: string | undefined;
  readonly what: 'report' | 'model';
}
