import path from 'node:path';
import { nearest } from '../framework/name.ts';
import type { CheckArgs, FilesArgs } from './args.ts';
import { BaselineDeed } from './baselineDeed.ts';
import type { BaselineChoice } from './baselineFile.ts';
import { CheckRun, type Mouth } from './checkRun.ts';
import { CommentWriter } from './comments.ts';
import { slashes } from './disk.ts';
import { type Collected, collect, type Target } from './files.ts';
import { EXIT, type Io } from './io.ts';
import { load } from './load.ts';
import { painter } from './output/colours.ts';
import { visible } from './output/screen.ts';
import { count } from './output/summary.ts';
import { Packs } from './packs.ts';
import { Pool } from './pool.ts';
import type { Output } from './result.ts';

/** `touchstone check`: checks files, says what is found, and answers what the process is to end with. */
export async function check(args: CheckArgs, io: Io): Promise<number> {
  // Whoever wants it quiet wants no line that comes and goes either.
  const around = args.quiet ? { ...io, progress: undefined } : io;
  const { framework, today } = args;
  const numbers = args.explainNumbers ? 'too' : 'none';
  const baseline = absolute(args.baseline, io);
  const comments = args.comments && new CommentWriter(args.comments, io);
  const deed = args.deed && new BaselineDeed(args.deed, io);
  const fault = (await comments?.fault()) ?? (await deed?.fault());
  if (fault !== undefined) {
    io.err(`${visible(fault)}\n`);
    return EXIT.notRun;
  }
  const code = await checkFiles(args, around, {
    output: await outputFor(args, io),
    load: comments?.load ?? load,
    pool: (targets) =>
      Pool.for(targets, () => io.threads?.({ cwd: io.cwd, framework, today, numbers, baseline })),
    deed,
  });
  return comments === undefined ? code : comments.write(code);
}

/** A baseline by its absolute path. */
export function absolute(choice: BaselineChoice, { cwd }: Pick<Io, 'cwd'>): BaselineChoice {
  return typeof choice === 'object' ? { file: slashes(path.resolve(cwd, choice.file)) } : choice;
}

/** Looks at all files that a command line names, and answers what the process is to end with. */
export async function checkFiles(args: FilesArgs, io: Io, mouth: Mouth): Promise<number> {
  const packs = new Packs(absolute(args.baseline, io));
  const fault = await packs.fault();
  if (fault !== undefined && typeof args.baseline === 'object') {
    io.err(`${visible(`${args.baseline.file}: ${fault}`)}\n`);
    return EXIT.notRun;
  }
  const paths = args.paths.length === 0 ? ['.'] : args.paths;
  const found = await collect(paths, {
    cwd: io.cwd,
    packs,
    stdinName: args.stdinName,
    foreign: args.foreign,
  });
  const unknown = await unknownFramework(args.framework, found.targets, packs);
  if (unknown !== undefined) {
    io.err(`${unknown} Try "touchstone --help".\n`);
    return EXIT.notRun;
  }
  const run = new CheckRun(args, io, packs, mouth, found.targets);
  for (const { shown, sentence } of found.notices) run.leaveOut(shown, sentence, false);
  for (const { shown, sentence } of found.problems) run.leaveOut(shown, sentence, true);
  const pool = mouth.pool?.(found.targets);
  // Without threads nothing is heard while a file is looked at: then the process is ended as any other.
  const forget = pool === undefined ? undefined : io.onStop?.(() => pool.stop());
  const total = found.targets.length;
  let done = 0;
  try {
    for (const target of found.targets) {
      io.progress?.({ done, total, name: target.shown });
      if (!(await run.check(target, pool))) break;
      done += 1;
    }
  } finally {
    forget?.();
    pool?.stop();
  }
  io.progress?.(undefined);
  if (done === total) {
    const code = await run.end(() => nothingToCheck(paths, found));
    return mouth.deed === undefined ? code : mouth.deed.finish(packs, code);
  }
  await run.end(() => 'Nothing was checked yet.');
  io.err(`Stopped: ${done} of ${count(total, 'file')} were looked at.\n`);
  return EXIT.stopped;
}

async function outputFor(args: CheckArgs, io: Io): Promise<Output> {
  const { format, what, quiet, color, explainNumbers } = args;
  if (format === 'json') return new (await import('./output/json.ts')).JsonOutput(io, explainNumbers);
  if (format === 'csv') {
    const { DocumentsCsv, FindingsCsv } = await import('./output/csv.ts');
    return what === 'documents' ? new DocumentsCsv(io) : new FindingsCsv(io);
  }
  if (explainNumbers) {
    return new (await import('./output/numbers.ts')).NumbersOutput(io, painter(color, io), true);
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
