import type { CalendarDate } from '../values/calendar.ts';
import type { Target } from './files.ts';
import type { Looked } from './looked.ts';

/** What every look at a file of one run is the same in. */
export interface PoolOptions {
  readonly cwd: string;
  readonly framework: string | undefined;
  readonly today: CalendarDate | undefined;
  readonly withTies: boolean;
}

/** A thread that looks at files, one after another. Only the process's own entry knows how to start one. */
export interface Thread {
  /** Never rejects for a file: that it cannot be looked at is an answer. Rejects when the thread ends. */
  readonly look: (target: Target) => Promise<Looked>;
  readonly end: () => void;
}

/** With fewer files the threads would take longer to start than to work. */
const FEWEST = 24;

/** How many files are looked at ahead of the one that is told of, for each thread. */
const AHEAD = 2;

/** Looks at files in several threads and answers in the order of the files. */
export class Pool {
  readonly #threads: readonly Thread[];
  readonly #targets: readonly Target[];
  readonly #places: ReadonlyMap<Target, number>;
  readonly #answers = new Map<Target, Promise<Looked>>();
  #next = 0;

  private constructor(threads: readonly Thread[], targets: readonly Target[]) {
    this.#threads = threads;
    this.#targets = targets;
    this.#places = new Map(targets.map((target, index) => [target, index]));
  }

  /** A pool for these files, or undefined where it would not pay. Standard input can be read in one place only. */
  static for(targets: readonly Target[], start: (() => readonly Thread[]) | undefined): Pool | undefined {
    if (start === undefined || targets.length < FEWEST || targets.some(({ stdin }) => stdin))
      return undefined;
    const threads = start();
    return threads.length < 2 ? undefined : new Pool(threads, targets);
  }

  /** What the look at a file came to; the files after it are begun meanwhile. */
  look(target: Target): Promise<Looked> {
    const last = Math.min(
      this.#targets.length,
      (this.#places.get(target) ?? 0) + 1 + AHEAD * this.#threads.length,
    );
    while (this.#next < last) this.#begin(this.#next++);
    const answer = this.#answers.get(target);
    this.#answers.delete(target);
    if (answer === undefined) throw new Error(`${target.shown} is none of the files to be looked at.`);
    return answer;
  }

  end(): void {
    for (const thread of this.#threads) thread.end();
  }

  #begin(index: number): void {
    const target = this.#targets[index];
    const thread = this.#threads[index % this.#threads.length];
    if (target === undefined || thread === undefined) return;
    const answer = thread.look(target);
    // Whoever asks for the file gets the fault; until then nobody has to.
    answer.catch(() => undefined);
    this.#answers.set(target, answer);
  }
}
