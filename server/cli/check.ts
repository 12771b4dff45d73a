import { packFileFindings } from '../features/packFile.ts';
import type { PlacedTie } from '../features/ties.ts';
import { nearest } from '../framework/name.ts';
import { atLeast, type Severity } from '../text/problem.ts';
import { SourceText } from '../text/sourceText.ts';
import type { CheckArgs, FailOn, FilesArgs } from './args.ts';
import { readFileText } from './bytes.ts';
import { type Collected, collect, shownFrom, type Target } from './files.ts';
import { EXIT, type Io } from './io.ts';
import { load } from './load.ts';
import { unpack, type View } from './looked.ts';
import { painter } from './output/colours.ts';
import { count } from './output/summary.ts';
import { viewOf } from './packing.ts';
import { type DiskPack, Packs } from './packs.ts';
import { Pool } from './pool.ts';
import { FileText } from './position.ts';
import type { FileResult, Output, Told } from './result.ts';

/** `touchstone check`: checks files, says what is found, and answers what the process is to end with. */
export async function check(args: CheckArgs, io: Io): Promise<number> {
  // Whoever wants it quiet wants no line that comes and goes either.
  const around = args.quiet ? { ...io, progress: undefined } : io;
  const { framework, today, explainNumbers: withTies } = args;
  return checkFiles(args, around, {
    output: await outputFor(args, io),
    load,
    pool: (targets) =>
      Pool.for(
        targets,
        io.threads && (() => io.threads?.({ cwd: io.cwd, framework, today, withTies }) ?? []),
      ),
  });
}

/** How a command looks at each file, and what it says. */
export interface Mouth {
  readonly output: Output;
  readonly load: typeof load;
  /** Several threads that look at the files instead, where they pay. */
  readonly pool?: (targets: readonly Target[]) => Pool | undefined;
}

/** Looks at all files that a command line names, and answers what the process is to end with. */
export async function checkFiles(args: FilesArgs, io: Io, mouth: Mouth): Promise<number> {
  const packs = new Packs();
  const paths = args.paths.length === 0 ? ['.'] : args.paths;
  const found = await collect(paths, { cwd: io.cwd, packs, stdinName: args.stdinName });
  const unknown = await unknownFramework(args.framework, found.targets, packs);
  if (unknown !== undefined) {
    io.err(`${unknown} Try "touchstone --help".\n`);
    return EXIT.notRun;
  }
  const run = new CheckRun(args, io, packs, mouth, found.targets);
  for (const { shown, sentence } of found.notices) run.leaveOut(shown, sentence, false);
  for (const { shown, sentence } of found.problems) run.leaveOut(shown, sentence, true);
  const pool = mouth.pool?.(found.targets);
  try {
    for (const [index, target] of found.targets.entries()) {
      io.progress?.(`Checking ${index + 1} of ${found.targets.length}: ${target.shown}`);
      await run.check(target, pool);
    }
  } finally {
    pool?.end();
  }
  io.progress?.(undefined);
  return run.end(() => nothingToCheck(paths, found));
}

async function outputFor(args: CheckArgs, io: Io): Promise<Output> {
  const { format, quiet, color, explainNumbers } = args;
  if (format === 'json') return new (await import('./output/json.ts')).JsonOutput(io, explainNumbers);
  if (explainNumbers) {
    return new (await import('./output/numbers.ts')).NumbersOutput(io, painter(color, io));
  }
  const { QuietOutput, TextOutput } = await import('./output/text.ts');
  return quiet ? new QuietOutput(io, painter(color, io)) : new TextOutput(io, painter(color, io));
}

/** What to say of a framework that no file to be checked could have. */
async function unknownFramework(
  id: string | undefined,
  targets: readonly Target[],
  packs: Packs,
): Promise<string | undefined> {
  if (id === undefined) return undefined;
  const known = new Set<string>();
  for (const { path } of targets) {
    for (const one of (await packs.of(path)).pack.library.ids()) known.add(one);
    if (known.has(id)) return undefined;
  }
  if (known.size === 0) return undefined;
  const meant = nearest(id, [...known], (one) => one)[0];
  return `There is no framework "${id}"${meant === undefined ? '.' : `; did you mean "${meant}"?`}`;
}

const PLACES: Readonly<Record<string, string>> = { '.': 'this folder', '-': 'standard input' };

function nothingToCheck(paths: readonly string[], { excluded }: Collected): string {
  const out = count(excluded, 'file or folder is', 'files and folders are');
  const because = excluded === 0 ? '' : ` ${out} left out by touchstone.yaml.`;
  const where = paths.map((path) => PLACES[path] ?? path).join(', ');
  return `Nothing to check: there is no Touchstone document in ${where}.${because}`;
}

/** One run of the command over its files. */
class CheckRun {
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
  #fails = false;

  constructor(args: FilesArgs, io: Io, packs: Packs, mouth: Mouth, targets: readonly Target[]) {
    this.#args = args;
    this.#io = io;
    this.#packs = packs;
    this.#mouth = mouth;
    this.#shown = new Set(targets.map(({ path }) => path));
  }

  async check(target: Target, pool?: Pool): Promise<void> {
    const pack = await this.#packs.of(target.path);
    await this.#packFaults(pack);
    const view = pool === undefined ? await this.#load(target) : unpack(await pool.look(target));
    switch (view.kind) {
      case 'problem':
        this.leaveOut(target.shown, view.problem, true, view.line);
        break;
      case 'other':
        if (target.named) this.leaveOut(target.shown, view.sentence, false);
        break;
      case 'pack file':
        this.#add(target.shown, undefined, view.text, view.findings, pack);
        break;
      case 'document':
        await this.#frameworkFaults(view.framework, pack);
        this.#add(target.shown, view.framework, view.text, view.findings, pack, view.ties);
    }
  }

  async #load(target: Target): Promise<View> {
    const { framework, today } = this.#args;
    return viewOf(await this.#mouth.load(target, { io: this.#io, packs: this.#packs, framework, today }));
  }

  /** Notes that a file or folder was not checked. */
  leaveOut(file: string, problem: string, fails: boolean, line?: number): void {
    if (fails) this.#unchecked += 1;
    this.#mouth.output.file({ checked: false, file, line, problem, fails });
  }

  end(nothing: () => string): number {
    const ran = this.#files > 0 || this.#unchecked > 0;
    if (!ran) this.#io.err(`${nothing()}\n`);
    this.#mouth.output.end({
      files: this.#files,
      filesWithFindings: this.#filesWithFindings,
      bySeverity: this.#bySeverity,
      unchecked: this.#unchecked,
    });
    if (!ran || this.#unchecked > 0) return EXIT.notRun;
    return this.#fails ? EXIT.findings : EXIT.clean;
  }

  #add(
    file: string,
    framework: string | undefined,
    text: SourceText,
    findings: readonly Told[],
    { pack }: DiskPack,
    ties?: () => readonly PlacedTie[],
  ): void {
    const failOn: FailOn = this.#args.failOn ?? pack.config.failOn ?? 'warning';
    this.#files += 1;
    if (findings.length > 0) this.#filesWithFindings += 1;
    for (const { severity } of findings) {
      this.#bySeverity[severity] += 1;
      if (failOn !== 'never' && atLeast(severity, failOn)) this.#fails = true;
    }
    const result: FileResult = { checked: true, file, framework, text: new FileText(text), findings, ties };
    this.#mouth.output.file(result);
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
    const text = SourceText.of(read.ok ? read.text : '');
    this.#add(shownFrom(this.#io.cwd, file), undefined, text, packFileFindings(file, problems), pack);
  }
}
