import type { NumberChecks } from '../features/numberChecks.ts';
import type { Finding, Fix } from '../text/problem.ts';
import type { Judged } from './judgements.ts';
import type { Counts } from './output/summary.ts';
import type { FileText } from './position.ts';

/** A finding as it is told: a fix by its title alone. */
export interface Told extends Omit<Finding, 'fixes'> {
  readonly fixes: readonly Pick<Fix, 'title' | 'safe' | 'asks'>[];
  /** What would mend it, where the file cannot be changed for the author: it was imported to be checked. */
  readonly advice?: readonly string[];
}

/** What came of one file. */
export type FileResult = Checked | Unchecked;

/** A file that was checked. */
export interface Checked {
  readonly checked: true;
  /** As people read its name. */
  readonly file: string;
  /** The id of the framework that it follows. */
  readonly framework: string | undefined;
  /** The text of the file itself, whatever it was turned into to be checked: findings are places in it. */
  readonly text: FileText;
  /** In reading order. */
  readonly findings: readonly Told[];
  /** Of what is no document there are none. */
  readonly judgements: readonly Judged[];
  /** Its figures and the ties between them; undefined for what is no document. */
  readonly numbers?: (() => NumberChecks) | undefined;
  /** How many findings a baseline sets aside. */
  readonly setAside: number;
}

/** A file or folder that was not checked, and why. */
export interface Unchecked {
  readonly checked: false;
  readonly file: string;
  readonly line: number | undefined;
  readonly problem: string;
  /** Whether it should have been: what is merely worth saying makes no check fail. */
  readonly fails: boolean;
  /** Whether it could be read, and no framework is known that it follows. */
  readonly unknown: boolean;
}

/** Tells someone what a check finds, file by file. */
export interface Output {
  readonly file: (result: FileResult) => void;
  readonly end: (counts: Counts) => void;
}
