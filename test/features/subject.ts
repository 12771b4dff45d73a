import type { Analysis } from '../../server/features/analysis.ts';
import type { Answers } from '../../server/features/answers.ts';
import type { PackWords } from '../../server/features/completion/packWords.ts';
import type { Move } from '../../server/features/movedFiles.ts';
import type { Around, NamedFile } from '../../server/features/packNames.ts';
import type { SourceText } from '../../server/text/sourceText.ts';
import type { Span } from '../../server/text/span.ts';

/** A file under test: its text, what the features say of it, and the same of another text. */
export interface Subject {
  readonly text: SourceText;
  readonly selection: Span;
  readonly answers: Answers;
  /** Whether completions are shown as an editor shows them: those that begin with what is typed. */
  readonly filtered: boolean;
  readonly again: (text: string) => Answers;
  /** The file and the others of its case. */
  readonly own: NamedFile;
  readonly around: Around;
  /** What the others of its case say. */
  readonly pack: () => PackWords;
  /** What it is to be renamed to. */
  readonly name: string;
  readonly moves: readonly Move[];
  /** The file, and the first of the others of its case as the earlier version. */
  readonly versions: () => { readonly before: Analysis; readonly after: Analysis };
}

/** What a feature answers for a place in a file, as text. */
export type Feature = (subject: Subject, offset: number) => string | Promise<string>;

/** A stretch of a text in quotation marks. */
export function quoted(text: SourceText, span: { readonly from: number; readonly to: number }): string {
  return JSON.stringify(text.slice(span.from, span.to));
}
