import type { WordDocument } from '../convert/word/wordDocument.ts';
import type { Analysis } from '../features/analysis.ts';
import type { NumberChecks } from '../features/numberChecks.ts';
import type { RuleEntry } from '../rules/rule.ts';
import type { NormalisedText } from '../text/normalise.ts';
import type { Finding } from '../text/problem.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { Span } from '../text/span.ts';
import type { CalendarDate } from '../values/calendar.ts';
import type { Io } from './io.ts';
import type { Origin } from './origin.ts';
import type { Packs } from './packs.ts';
import type { Told } from './result.ts';

/** A finding, and for a document from elsewhere in which nothing can be changed the titles of what would mend it. */
export type LoadedFinding = Finding & Pick<Told, 'advice'>;

/** What a file turned out to be. */
export type Loaded =
  | {
      readonly kind: 'document';
      readonly analysis: Analysis;
      /** The text of the file itself, which the findings are places in. */
      readonly text: SourceText;
      readonly findings: readonly LoadedFinding[];
      /** Where a place of the document that was checked stands in the text of the file. */
      readonly toSource: (span: Span) => Span;
      /** Its figures and the ties between them, at their places in the text of the file. */
      readonly numbers: () => NumberChecks;
      /** The file as it was read; undefined for a file that had to be turned into a document. */
      readonly source: NormalisedText | undefined;
      /** Where it comes from, when the file had to be turned into a document. */
      readonly origin: Origin | undefined;
      /** What comments can be written into; undefined for what is no Word document. */
      readonly word?: WordDocument | undefined;
    }
  | { readonly kind: 'pack file'; readonly text: SourceText; readonly findings: readonly Finding[] }
  /** None of ours. */
  | { readonly kind: 'other'; readonly sentence: string }
  /** A document from elsewhere that follows no framework which is known. */
  | { readonly kind: 'unknown'; readonly sentence: string }
  | { readonly kind: 'problem'; readonly problem: string; readonly line?: number | undefined };

export interface LoadOptions {
  readonly io: Io;
  readonly packs: Packs;
  /** The framework of text, and of documents that name none. */
  readonly framework: string | undefined;
  readonly today: CalendarDate | undefined;
  /** Only these rules; all where none are given. */
  readonly rules?: readonly RuleEntry[];
  /** Whether numbers will be asked for. */
  readonly withNumbers?: boolean;
}
