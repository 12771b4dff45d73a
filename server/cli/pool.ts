import { formatByName, type SourceFormat } from '../convert/format.ts';
import type { CalendarDate } from '../values/calendar.ts';
import type { BaselineChoice } from './baselineFile.ts';
import type { Target } from './files.ts';
import type { Looked } from './looked.ts';

/** What every look at a file of one run is the same in. */
export interface PoolOptions {
  readonly cwd: string;
  readonly framework: string | undefined;
  readonly today: CalendarDate | undefined;
  readonly baseline: BaselineChoice;
  /** Whether figures and their ties are wanted besides findings, or nothing but what is on numbers. */
  readonly numbers: 'none' | 'too' | 'only';
}

/** A thread that looks at one file at a time. */
export interface Thread {
  /** Rejects when the thread has ended, and never for what a file holds: that it cannot be read is an answer. */
  readonly look: (target: Target) => Promise<Looked>;
  readonly end: () => void;
}

/** The threads that there can be. Only the process's own entry knows how to start one. */
export interface Threads {
  readonly most: number;
  readonly start: () => Thread;
}

/** What a look at a file costs in milliseconds, roughly and on the median of real reports. */
const COSTS: Readonly<Record<SourceFormat | 'own', number>> = {
  own: 5,
  text: 20,
  html: 20,
  word: 60,
  pdf: 250,
};

/** With less to do, in milliseconds, the threads would take longer to start than to work. */
const WORTHWHILE = 120;

/** How many files are looked at ahead of the one that is told of, for each thread. */
const AHEAD = 4;

/** After so many milliseconds a file is given up. The largest reports take a hundredth of it. */
const PATIENCE = 120_000;

/**
 * Looks at files in several threads and answers in the order of the files. A thread that dies over a file, or does not
 * come to an end with it, is replaced, so that one bad file never stops the rest.
 */
export class Pool {
  readonly #threads: Threads;
  readonly #targets: readonly Target[];
  readonly #patience: number;
  readonly #places: ReadonlyMap<Target, number>;
  readonly #answers = new Map<Target, Answer>();
  readonly #idle: Thread[] = [];
  readonly #busy = new Set<Thread>();
  #next = 0;
  /** How far files may be begun. */
  #until = 0;
  #stopped = false;

  constructor(threads: Threads, targets: readonly Target[], patience = PATIENCE) {
    this.#threads = threads;
    this.#targets = targets;
    this.#patience = patience;
    this.#places = new Map(targets.map((target, index) => [target, index]));
  }

  /** A pool for these files, or undefined where it would not pay. Standard input can be read in one place only. */
  static for(targets: readonly Target[], threads: () => Threads | undefined): Pool | undefined {
    if (targets.length < 2 || targets.some(({ stdin }) => stdin)) return undefined;
    const work = targets.reduce((sum, { path }) => sum + COSTS[formatByName(path) ?? 'own'], 0);
    if (work < WORTHWHILE) return undefined;
    const found = threads();
    // A single thread gains no time, but what others wrote may end it, and only it.
    const risky = targets.some(({ path }) => formatByName(path) !== undefined);
    return found === undefined || found.most < (risky ? 1 : 2) ? undefined : new Pool(found, targets);
  }

  /** What the look at a file came to, or undefined once the pool is stopped. The files after it are begun meanwhile. */
  look(target: Target): Promise<Looked | undefined> {
    const place = this.#places.get(target);
    if (place === undefined) throw new Error(`${target.shown} is none of the files to be looked at.`);
    this.#until = Math.min(this.#targets.length, place + 1 + AHEAD * this.#threads.most);
    const { promise } = this.#answerFor(target);
    this.#begin();
    return promise.finally(() => this.#answers.delete(target));
  }

  /** Ends all threads. Whoever still waits for a file is answered that there is nothing to come. */
  stop(): void {
    this.#stopped = true;
    for (const { give } of this.#answers.values()) give(undefined);
    for (const thread of [...this.#idle, ...this.#busy]) thread.end();
  }

  #answerFor(target: Target): Answer {
    const known = this.#answers.get(target);
    if (known !== undefined) return known;
    const answer = newAnswer();
    if (this.#stopped) answer.give(undefined);
    this.#answers.set(target, answer);
    return answer;
  }

  /** Gives files to threads for as long as there are both. */
  #begin(): void {
    while (!this.#stopped && this.#next < this.#until && this.#busy.size < this.#threads.most) {
      const target = this.#targets[this.#next++];
      if (target === undefined) return;
      const thread = this.#idle.pop() ?? this.#threads.start();
      this.#busy.add(thread);
      const { give } = this.#answerFor(target);
      void this.#lookWith(thread, target).then((looked) => {
        give(looked);
        this.#begin();
      });
    }
  }

  async #lookWith(thread: Thread, target: Target): Promise<Looked> {
    const timer = new Timer(this.#patience);
    try {
      const looked = await Promise.race([thread.look(target), timer.over]);
      if (looked === undefined) {
        thread.end();
        return problem(
          `It took longer than ${Math.round(this.#patience / 1000)} seconds, so it was given up.`,
        );
      }
      this.#idle.push(thread);
      return looked;
    } catch (error) {
      return problem(endOf(error));
    } finally {
      timer.stop();
      this.#busy.delete(thread);
    }
  }
}

interface Answer {
  readonly promise: Promise<Looked | undefined>;
  readonly give: (looked: Looked | undefined) => void;
}

function newAnswer(): Answer {
  let give: Answer['give'] = () => undefined;
  const promise = new Promise<Looked | undefined>((resolve) => {
    give = resolve;
  });
  return { promise, give };
}

class Timer {
  readonly over: Promise<undefined>;
  #handle: ReturnType<typeof setTimeout> | undefined;

  constructor(milliseconds: number) {
    this.over = new Promise((resolve) => {
      this.#handle = setTimeout(() => resolve(undefined), milliseconds);
    });
  }

  stop(): void {
    clearTimeout(this.#handle);
  }
}

function problem(sentence: string): Looked {
  return { kind: 'problem', problem: sentence };
}

function endOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY')
    return 'It takes more memory than one file may have, so it was given up.';
  return faultSentence(error);
}

/** What to say of a file at which the program itself fails. */
export function faultSentence(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `Touchstone stopped at a fault of its own in this file, please report it to its makers: ${reason}`;
}
