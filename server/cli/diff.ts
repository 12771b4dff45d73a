import { difference } from '../features/difference/difference.ts';
import { isNothing } from '../features/difference/words.ts';
import type { DiffArgs } from './args.ts';
import { type TargetPair, targetPairs } from './diffPairs.ts';
import type { Target } from './files.ts';
import { EXIT, type Io } from './io.ts';
import { load } from './load.ts';
import type { Loaded } from './loaded.ts';
import { painter } from './output/colours.ts';
import type { Compared, ComparedOutput } from './output/compared.ts';
import { DifferenceOutput } from './output/difference.ts';
import { DifferenceJson } from './output/differenceJson.ts';
import { visible } from './output/screen.ts';
import { Packs } from './packs.ts';
import { faultSentence } from './pool.ts';
import { FileText } from './position.ts';

/** `touchstone diff`: says how two versions of documents differ in what they say. */
export async function diff(args: DiffArgs, io: Io): Promise<number> {
  const run = new DiffRun(args, io);
  return run.run();
}

class DiffRun {
  readonly #args: DiffArgs;
  readonly #io: Io;
  readonly #packs = new Packs();
  readonly #output: ComparedOutput;
  #isWhole = true;
  #hasChanged = false;

  constructor(args: DiffArgs, io: Io) {
    this.#args = args;
    this.#io = io;
    this.#output =
      args.format === 'json' ? new DifferenceJson(io) : new DifferenceOutput(io, painter(args.color, io));
  }

  async run(): Promise<number> {
    const { pairs, problems } = await targetPairs(this.#args, this.#io.cwd, this.#packs);
    for (const { shown, sentence } of problems) this.#leaveOut(shown, sentence);
    for (const pair of pairs) await this.#compare(pair);
    if (this.#isWhole && pairs.length === 0) {
      this.#leaveOut(this.#args.after, 'In neither folder is there a document to compare.');
    }
    this.#output.end();
    if (!this.#isWhole) return EXIT.notRun;
    return this.#args.exitCode && this.#hasChanged ? EXIT.findings : EXIT.clean;
  }

  async #compare(pair: TargetPair): Promise<void> {
    const [before, after] = [await this.#read(pair.before), await this.#read(pair.after)];
    if (before === 'unread' || after === 'unread') return;
    if (before === undefined && after === undefined) return;
    const compared: Compared =
      before === undefined || after === undefined
        ? { before, after, difference: undefined }
        : { before, after, difference: difference(before.loaded.analysis, after.loaded.analysis) };
    this.#hasChanged ||= compared.difference === undefined || !isNothing(compared.difference);
    this.#output.add(compared);
  }

  /** Undefined where there is no such file, or it is none of ours and nobody named it. */
  async #read(target: Target | undefined): Promise<Compared['before'] | 'unread'> {
    if (target === undefined) return undefined;
    const loaded = await this.#load(target);
    if (loaded.kind === 'document') {
      return { file: target.shown, loaded, text: new FileText(loaded.text, loaded.origin) };
    }
    if (loaded.kind !== 'problem' && !target.named) return undefined;
    this.#leaveOut(target.shown, sentenceOf(loaded));
    return 'unread';
  }

  async #load(target: Target): Promise<Loaded> {
    const { framework } = this.#args;
    try {
      return await load(target, { io: this.#io, packs: this.#packs, framework, today: undefined });
    } catch (error) {
      return { kind: 'problem', problem: faultSentence(error) };
    }
  }

  #leaveOut(shown: string, sentence: string): void {
    this.#isWhole = false;
    this.#io.err(`${visible(shown)}: ${visible(sentence)}\n`);
  }
}

function sentenceOf(loaded: Exclude<Loaded, { kind: 'document' }>): string {
  if (loaded.kind === 'problem') return loaded.problem;
  return loaded.kind === 'pack file' ? 'This configures Touchstone and is no report.' : loaded.sentence;
}
