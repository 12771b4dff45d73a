import type { ExampleResult } from '../features/examples.ts';
import type { Example } from '../framework/examples.ts';
import type { FileText } from './position.ts';

/** What came of the examples of one framework. */
export interface TestedFramework {
  readonly id: string;
  /** The name of its file as people read it; undefined for a framework that is shipped. */
  readonly file: string | undefined;
  /** The text of its file, in which failures have their places. */
  readonly text: FileText;
  /** How many faults the file itself has. */
  readonly faults: number;
  readonly results: readonly (ExampleResult | UnreadExample)[];
}

/** An example whose document could not be read. */
export interface UnreadExample {
  readonly example: Example;
  readonly problem: string;
}

/** Tells someone what comes of the tests, framework by framework. */
export interface TestOutput {
  readonly framework: (tested: TestedFramework) => void;
  readonly end: (totals: TestTotals) => void;
}

export interface TestTotals {
  readonly frameworks: number;
  readonly held: number;
  readonly failed: number;
  /** Examples whose documents could not be read. */
  readonly unread: number;
}
