import { countEntries } from '../features/baseline.ts';
import { packFileFindings } from '../features/packFile.ts';
import { atLeast, type Severity } from '../text/problem.ts';
import { SourceText } from '../text/sourceText.ts';
import type { FailOn, FilesArgs } from './args.ts';
import type { BaselineDeed } from './baselineDeed.ts';
import { countGone } from './baselineFile.ts';
import { readFileText } from './bytes.ts';
import { shownFrom, type Target } from './files.ts';
import { EXIT, type Io } from './io.ts';
import type { load } from './load.ts';
import { unpack, type View } from './looked.ts';
import type { Counts } from './output/summary.ts';
import { viewOf } from './packing.ts';
import type { DiskPack, Packs } from './packs.ts';
import { faultSentence, type Pool } from './pool.ts';
import { FileText } from './position.ts';
import type { Checked, Output } from './result.ts';

/** How a command looks at each file, and what it says. */
export interface Mouth {
  readonly output: Output;
  readonly load: typeof load;
  /** Several threads that look at the files instead, where they pay. */
  readonly pool?: (targets: readonly Target[]) => Pool | undefined;
  /** What changes a baseline by what is found, where that is asked for. */
  readonly deed?: BaselineDeed | undefined;
}

/** One run of the command over its files. */
export class CheckRun {
  readonly #args: FilesArgs;
  readonly #io: Io;
  readonly #packs: Packs;
  readonly #mouth: Mouth;
  /** Files of packs that are shown already, or will be in their turn, by path. */
  readonly #shown: Set<string>;
  readonly #bySeverity: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  #files = 0;
  #filesWithFindings = 0;
  #unchecked = 0;
  #unknown = 0;
  #fails = false;
  #setAside = 0;
  #outdated = 0;

  constructor(args: FilesArgs, io: Io, packs: Packs, mouth: Mouth, targets: readonly Target[]) {
    this.#args = args;
    this.#io = io;
    this.#packs = packs;
    this.#mouth = mouth;
    this.#shown = new Set(targets.map(({ path }) => path));
  }

  /** Answers whether the run is to go on. */
  async check(target: Target, pool?: Pool): Promise<boolean> {
    const pack = await this.#packs.of(target.path);
    await this.#packFaults(pack);
    const view = pool === undefined ? await this.#load(target) : await lookIn(pool, target);
    if (view === undefined) return false;
    await this.#tell(view, target, pack);
    return true;
  }

  async #tell(view: View, target: Target, pack: DiskPack): Promise<void> {
    switch (view.kind) {
      case 'problem':
        this.leaveOut(target.shown, view.problem, true, view.line);
        break;
      case 'other':
        if (target.named) this.leaveOut(target.shown, view.sentence, false);
        break;
      case 'unknown':
        this.#leaveUnknown(target, view.sentence);
        break;
      case 'pack file':
        this.#add({ ...view, ...NO_DOCUMENT, file: target.shown, text: new FileText(view.text) }, pack);
        break;
      case 'document':
        await this.#frameworkFaults(view.framework, pack);
        this.#addDocument(view, target, pack);
    }
  }

  #addDocument(view: Extract<View, { kind: 'document' }>, target: Target, pack: DiskPack): void {
    const text = new FileText(view.text, view.origin);
    const setAside = countEntries(view.setAside);
    this.#setAside += setAside;
    this.#outdated += countEntries(view.outdated);
    this.#mouth.deed?.note(target, view, pack);
    this.#add({ ...view, file: target.shown, text, setAside }, pack);
  }

  /** Whoever names a file wants it checked; of a folder's files some may be of no kind that is known. */
  #leaveUnknown({ shown, named }: Target, problem: string): void {
    if (named) this.#unchecked += 1;
    else this.#unknown += 1;
    this.#mouth.output.file({
      checked: false,
      file: shown,
      line: undefined,
      problem,
      fails: named,
      unknown: true,
    });
  }

  async #load(target: Target): Promise<View> {
    const { framework, today } = this.#args;
    try {
      return viewOf(await this.#mouth.load(target, { io: this.#io, packs: this.#packs, framework, today }));
    } catch (error) {
      return { kind: 'problem', problem: faultSentence(error) };
    }
  }

  /** Notes that a file or folder was not checked. */
  leaveOut(file: string, problem: string, fails: boolean, line?: number): void {
    if (fails) this.#unchecked += 1;
    this.#mouth.output.file({ checked: false, file, line, problem, fails, unknown: false });
  }

  async end(nothing: () => string): Promise<number> {
    const ran = this.#files > 0 || this.#unchecked > 0;
    if (!ran) this.#io.err(`${nothing()}\n`);
    this.#mouth.output.end({
      files: this.#files,
      filesWithFindings: this.#filesWithFindings,
      bySeverity: this.#bySeverity,
      unchecked: this.#unchecked,
      unknown: this.#unknown,
      baseline: await this.#baseline(),
    });
    if (!ran || this.#unchecked > 0) return EXIT.notRun;
    return this.#fails ? EXIT.findings : EXIT.clean;
  }

  /** What is to be said of baselines, where there are any, or one is written. */
  async #baseline(): Promise<Counts['baseline']> {
    const used = await this.#packs.baselines();
    const setAside = this.#setAside;
    if (this.#mouth.deed !== undefined) return { setAside, outdated: 0 };
    if (used.length === 0) return undefined;
    return { setAside, outdated: this.#outdated + (await countGone(used, this.#shown)) };
  }

  #add(checked: Omit<Checked, 'checked'>, { pack }: DiskPack): void {
    const failOn: FailOn = this.#args.failOn ?? pack.config.failOn ?? 'warning';
    const { findings } = checked;
    this.#files += 1;
    if (findings.length > 0) this.#filesWithFindings += 1;
    for (const { severity } of findings) {
      this.#bySeverity[severity] += 1;
      if (failOn !== 'never' && atLeast(severity, failOn)) this.#fails = true;
    }
    const { file, framework, text, judgements, numbers, setAside } = checked;
    this.#mouth.output.file({
      checked: true,
      file,
      framework,
      text,
      findings,
      judgements,
      numbers,
      setAside,
    });
  }

  /** A `touchstone.yaml` with faults is shown with the first file that it configures, whoever asked for it. */
  async #packFaults(pack: DiskPack): Promise<void> {
    const { file, unread } = pack;
    if (file === undefined || this.#shown.has(file)) return;
    this.#shown.add(file);
    if (unread === undefined) await this.#showFaults(file, pack);
    else this.leaveOut(shownFrom(this.#io.cwd, file), unread.problem, true, unread.line);
  }

  /** So is a framework with faults with the first document that follows it. */
  async #frameworkFaults(id: string | undefined, pack: DiskPack): Promise<void> {
    const file = id === undefined ? undefined : pack.pack.library.path(id);
    if (file === undefined || this.#shown.has(file)) return;
    this.#shown.add(file);
    await this.#showFaults(file, pack);
  }

  async #showFaults(file: string, pack: DiskPack): Promise<void> {
    const problems = pack.pack.problems.get(file) ?? [];
    if (problems.length === 0) return;
    const read = await readFileText(file);
    const text = new FileText(SourceText.of(read.ok ? read.text : ''));
    const findings = packFileFindings(file, problems);
    this.#add({ ...NO_DOCUMENT, file: shownFrom(this.#io.cwd, file), text, findings }, pack);
  }
}

/** What there is of a file that is no document. */
const NO_DOCUMENT = { framework: undefined, judgements: [], setAside: 0 };

/** Undefined when the pool was stopped. */
async function lookIn(pool: Pool, target: Target): Promise<View | undefined> {
  const looked = await pool.look(target);
  return looked && unpack(looked);
}
