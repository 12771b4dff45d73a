import path from 'node:path';
import type { DiffArgs } from './args.ts';
import { kindAt, slashes } from './disk.ts';
import { type Collected, collect, type Said, type Target } from './files.ts';
import type { Packs } from './packs.ts';

/** The files to compare: of a file that one folder lacks the other's alone. */
export interface TargetPair {
  readonly before: Target | undefined;
  readonly after: Target | undefined;
}

export interface TargetPairs {
  readonly pairs: readonly TargetPair[];
  /** What could not be looked at. */
  readonly problems: readonly Said[];
}

/** Finds the files that two paths mean: the two files, or those of two folders by their paths from there. */
export async function targetPairs(args: DiffArgs, cwd: string, packs: Packs): Promise<TargetPairs> {
  const isFolder = await Promise.all([args.before, args.after].map((written) => namesFolder(written, cwd)));
  const [one, other] = isFolder;
  if (one !== other) {
    const shown = one === true ? args.after : args.before;
    const sentence = 'Two files or two folders can be compared, but no file with a folder.';
    return { pairs: [], problems: [{ shown, sentence }] };
  }
  const stdinName = args.stdinName ?? (args.before === '-' ? args.after : args.before);
  const found = (written: string) => collect([written], { cwd, packs, stdinName, foreign: 'wanted' });
  const [before, after] = [await found(args.before), await found(args.after)];
  const problems = [...before.problems, ...after.problems];
  if (one !== true) {
    const [was, is] = [before.targets[0], after.targets[0]];
    return { pairs: was === undefined || is === undefined ? [] : [{ before: was, after: is }], problems };
  }
  return {
    pairs: byPath(belowFolder(before, args.before, cwd), belowFolder(after, args.after, cwd)),
    problems,
  };
}

async function namesFolder(written: string, cwd: string): Promise<boolean> {
  if (written === '-') return false;
  const kind = await kindAt(path.resolve(cwd, written));
  return kind.ok && kind.value === 'folder';
}

function belowFolder({ targets }: Collected, folder: string, cwd: string): ReadonlyMap<string, Target> {
  const from = path.resolve(cwd, folder);
  return new Map(targets.map((target) => [slashes(path.relative(from, target.path)), target]));
}

function byPath(
  before: ReadonlyMap<string, Target>,
  after: ReadonlyMap<string, Target>,
): readonly TargetPair[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.map((name) => ({ before: before.get(name), after: after.get(name) }));
}
