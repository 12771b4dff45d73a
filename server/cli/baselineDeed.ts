import path from 'node:path';
import { type Baseline, type BaselineEntry, EMPTY_BASELINE, writeBaseline } from '../features/baseline.ts';
import {
  type BaselineDocument,
  documentsOf,
  prunedBaseline,
  writtenBaseline,
} from '../features/changedBaseline.ts';
import { isBaselineName } from '../features/packBaseline.ts';
import type { BaselineDeedArgs } from './args.ts';
import { readBaselineFile } from './baselineFile.ts';
import { isGone, slashes } from './disk.ts';
import { shownFrom, type Target } from './files.ts';
import { diskHost } from './host.ts';
import { EXIT, type Io } from './io.ts';
import { visible } from './output/screen.ts';
import { count } from './output/summary.ts';
import type { DiskPack, Packs } from './packs.ts';
import { createFile, replaceFile } from './write.ts';

/** A document that was checked. */
interface Noted {
  /** Absolute. */
  readonly path: string;
  /** What is found in it and set aside. */
  readonly setAside: readonly BaselineEntry[];
  /** What the baseline has of it that is found no more. */
  readonly outdated: readonly BaselineEntry[];
  /** The path of the baseline that counts for it. */
  readonly baseline: string | undefined;
}

/** Writes down what is found for a baseline, or takes out of baselines what is found no more. */
export class BaselineDeed {
  readonly #args: BaselineDeedArgs;
  readonly #io: Io;
  readonly #noted = new Map<string, Noted>();
  readonly #packs = new Map<string | undefined, DiskPack>();

  constructor(args: BaselineDeedArgs, io: Io) {
    this.#args = args;
    this.#io = io;
  }

  /** Why nothing could be written, whatever is found. */
  async fault(): Promise<string | undefined> {
    if (this.#args.kind === 'prune') return undefined;
    const { file } = this.#args;
    if (!isBaselineName(file)) return `${file}: The name of a baseline ends in .json.`;
    const at = this.#resolve(file);
    if (await isGone(at)) return undefined;
    const read = await readBaselineFile(at);
    if (read.ok) return undefined;
    return `${file}: There is something of that name that is no baseline, so it was left as it is. ${read.problem}`;
  }

  /** Keeps what was found in a document. */
  note(
    { path: at }: Target,
    { setAside, outdated }: Pick<Noted, 'setAside' | 'outdated'>,
    found: DiskPack,
  ): void {
    this.#noted.set(at, { path: at, setAside, outdated, baseline: found.pack.baseline?.file });
    this.#packs.set(found.file, found);
  }

  /** Does it once all documents were checked, and says so; answers what the process is to end with. */
  async finish(packs: Packs, code: number): Promise<number> {
    if (this.#noted.size === 0) return code;
    const { kind } = this.#args;
    const isDone = kind === 'write' ? await this.#write(this.#args.file) : await this.#prune(packs);
    return isDone ? code : EXIT.notRun;
  }

  async #write(shown: string): Promise<boolean> {
    const file = this.#resolve(shown);
    const before = (await isGone(file)) ? undefined : await readBaselineFile(file);
    const old = before?.ok === true ? before.baseline : EMPTY_BASELINE;
    const folder = path.dirname(file);
    const checked = [...this.#noted.values()].map(({ path: at, setAside }) => {
      return { path: at, named: slashes(path.relative(folder, at)), entries: setAside };
    });
    const changed = writtenBaseline(old, await stillThere(file, old), checked);
    const text = writeBaseline(changed.baseline);
    const written = before === undefined ? await createFile(file, text) : await replaceFile(file, text);
    if (!written.ok) return this.#fail(shown, written.problem);
    const { findings, documents, others } = changed;
    this.#say(
      `${shown} is written: it sets aside ${count(findings, 'finding')} of ${count(documents, 'document')}.`,
    );
    if (others > 0) this.#say(`What it had of ${count(others, 'other document')} stays in it.`);
    for (const pack of this.#packs.values()) this.#sayHow(file, pack);
    return true;
  }

  /** What is still to be done so that a baseline counts. */
  #sayHow(file: string, { pack, file: configuration }: DiskPack): void {
    const { folder, config } = pack;
    if (folder === undefined || configuration === undefined) {
      const shown = shownFrom(this.#io.cwd, file);
      this.#say(
        `No touchstone.yaml is above the documents to name it, so check them with --baseline ${shown}`,
      );
      return;
    }
    const named = slashes(path.relative(folder, file));
    if (config.baseline !== undefined && this.#resolve(folder, config.baseline.text) === file) return;
    const shown = shownFrom(this.#io.cwd, configuration);
    this.#say(`So that it counts, write this line in ${shown}: baseline: ${named}`);
  }

  async #prune(packs: Packs): Promise<boolean> {
    const baselines = await packs.baselines();
    if (baselines.length === 0) {
      this.#say('There is no baseline: no touchstone.yaml of these documents names one as "baseline".');
      return false;
    }
    let areAllDone = true;
    for (const { file, read } of baselines) {
      // What is wrong with it was told with its touchstone.yaml.
      const isDone = read?.ok === true && (await this.#pruneFile(file, read.baseline));
      areAllDone = areAllDone && isDone;
    }
    return areAllDone;
  }

  async #pruneFile(file: string, old: Baseline): Promise<boolean> {
    const shown = shownFrom(this.#io.cwd, file);
    const noted = [...this.#noted.values()].filter(({ baseline }) => baseline === file);
    const outdated = new Map(noted.map((one) => [one.path, one.outdated]));
    const { baseline, taken, left } = prunedBaseline(old, await stillThere(file, old), outdated);
    if (taken === 0) {
      this.#say(`${shown}: nothing to take out, ${count(left, 'finding')} in it.`);
      return true;
    }
    const written = await replaceFile(file, writeBaseline(baseline));
    if (!written.ok) return this.#fail(shown, written.problem);
    this.#say(`${shown}: ${count(taken, 'finding')} taken out, ${left} left.`);
    return true;
  }

  #resolve(...parts: readonly string[]): string {
    return slashes(path.resolve(this.#io.cwd, ...parts));
  }

  #fail(shown: string, problem: string): false {
    this.#say(`${shown}: ${problem}`);
    return false;
  }

  #say(line: string): void {
    this.#io.err(`${visible(line)}\n`);
  }
}

/** What a baseline has of documents, but for those that are gone. */
async function stillThere(file: string, baseline: Baseline): Promise<readonly BaselineDocument[]> {
  const there: BaselineDocument[] = [];
  for (const document of documentsOf(diskHost, file, baseline)) {
    if (!(await isGone(document.path))) there.push(document);
  }
  return there;
}
