import { isAbsolute } from 'node:path';
import { fixAll } from '../features/fixAll.ts';
import { denormalise, editNormalised } from '../text/lineEnds.ts';
import { decode, type NormalisedText } from '../text/normalise.ts';
import type { FixArgs } from './args.ts';
import { checkFiles } from './check.ts';
import { shownFrom, type Target } from './files.ts';
import { inOrder } from './inOrder.ts';
import type { Io } from './io.ts';
import { load } from './load.ts';
import type { Loaded, LoadOptions } from './loaded.ts';
import { unifiedDiff } from './output/diff.ts';
import { FixOutput } from './output/fix.ts';
import { visibleLines } from './output/screen.ts';
import { replaceFile } from './write.ts';

/** `touchstone fix`: applies the safe fixes, says what was done and what is left. Ends as a check of what is left. */
export function fix(args: FixArgs, io: Io): Promise<number> {
  // What is read again must be there again.
  let input: Promise<Uint8Array> | undefined;
  const stdin = () => {
    input ??= io.stdin();
    return input;
  };
  const fixer = new Fixer(args, { ...io, stdin });
  return checkFiles(args, io, {
    output: fixer.output,
    load: (target, options) => fixer.load(target, options),
  });
}

class Fixer {
  readonly output: FixOutput;
  readonly #dryRun: boolean;
  readonly #io: Io;

  constructor({ dryRun, paths }: FixArgs, io: Io) {
    this.#dryRun = dryRun;
    this.#io = io;
    // Where the output is a text or a diff, what is said of it must stay out of it.
    const say = dryRun || paths.includes('-') ? io.err : io.out;
    this.output = new FixOutput(io, say, dryRun);
  }

  /** Reads a file, mends it, and answers what it is then. */
  async load(target: Target, options: LoadOptions): Promise<Loaded> {
    const loaded = await load(target, { ...options, io: this.#io });
    if (loaded.kind !== 'document' || loaded.source === undefined) return this.#unchanged(target, loaded);
    const { analysis, applied, rounds } = fixAll(loaded.analysis);
    if (rounds.length === 0) return this.#unchanged(target, loaded);
    const fault = await this.#deliver(target, loaded.source, rounds.reduce(editNormalised, loaded.source));
    if (fault !== undefined) return { kind: 'problem', problem: fault };
    this.output.fixed(target.shown, applied);
    return {
      ...loaded,
      analysis,
      text: analysis.input.text,
      findings: inOrder(analysis.findings),
    };
  }

  /** Whoever sends a text through gets it back, whatever it is. */
  async #unchanged<T>(target: Target, loaded: T): Promise<T> {
    if (!target.stdin || this.#dryRun) return loaded;
    const decoded = decode(await this.#io.stdin());
    if (decoded.ok) this.#print(decoded.text);
    return loaded;
  }

  /** Answers why it could not be done. */
  async #deliver(
    { path, shown, stdin }: Target,
    before: NormalisedText,
    after: NormalisedText,
  ): Promise<string | undefined> {
    const [from, to] = [denormalise(before), denormalise(after)];
    if (this.#dryRun) this.#print(unifiedDiff(this.#diffName(path, shown), from, to));
    else if (stdin) this.#print(to);
    else {
      const written = await replaceFile(path, to, from);
      return written.ok ? undefined : written.problem;
    }
    return undefined;
  }

  /** A diff takes its names from the folder that it is applied in; from the root, where the file is not below it. */
  #diffName(path: string, shown: string): string {
    return isAbsolute(shown) ? shownFrom(this.#io.cwd, path).replace(/^\/+/, '') : shown;
  }

  #print(text: string): void {
    this.#io.out(visibleLines(text, this.#io));
  }
}
