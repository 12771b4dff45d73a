import type { PoolOptions, Threads } from './pool.ts';

/** What a command has of the process around it, so that tests can be that process. */
export interface Io {
  /** The folder that relative paths start from, absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: () => Promise<Uint8Array>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** The width of the terminal that `out` goes to; undefined when it goes to none. */
  readonly columns: number | undefined;
  /** The clock, for what is dated when it is written; without it nothing is dated. */
  readonly now?: (() => Date) | undefined;
  /** Says how far the work has come, or with nothing that it is done; undefined where no one watches. */
  readonly progress?: ((step: Step | undefined) => void) | undefined;
  /** Threads that look at files; undefined where there are none to be had. */
  readonly threads?: ((options: PoolOptions) => Threads) | undefined;
  /** Has someone told when they who started the process want it to end; answers how not to be told any more. */
  readonly onStop?: ((listener: () => void) => () => void) | undefined;
}

/** How far the work has come. */
export interface Step {
  readonly done: number;
  readonly total: number;
  /** What is worked on. */
  readonly name: string;
}

/** The width to write for where there is no terminal to ask. */
export const DEFAULT_COLUMNS = 100;

/** The numbers that a command ends with. */
export const EXIT = { clean: 0, findings: 1, notRun: 2, stopped: 130 } as const;
