import type { SourceFormat } from '../convert/format.ts';
import { type Landmarks, landmarksOf, type Source } from '../convert/source.ts';
import type { WordChange } from '../convert/word/wordDocument.ts';

/** What is known of a file that was turned into a document to be checked, as plain data. */
export interface Origin {
  readonly format: SourceFormat;
  /** What places are counted in, where that is no line. */
  readonly landmarks: Landmarks | undefined;
  /** How many pages it has, in a format that has pages. */
  readonly pages: number | undefined;
  /** Why it is read by its framework, in sentences; undefined where the framework was named. */
  readonly reasons: readonly string[] | undefined;
  /** What Word has tracked, and was read as accepted. */
  readonly changes: readonly WordChange[];
}

/** @param reasons why it is read by its framework; undefined where the framework was named */
export function originOf(source: Source, reasons: readonly string[] | undefined): Origin {
  return {
    format: source.format,
    landmarks: landmarksOf(source),
    pages: source.format === 'pdf' ? source.flow.pages.length : undefined,
    reasons,
    changes: source.format === 'word' ? source.word.changes : [],
  };
}
