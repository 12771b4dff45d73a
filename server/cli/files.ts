import path from 'node:path';
import { mayBeOurs } from '../detect.ts';
import { kindAt, slashes } from './disk.ts';
import type { Packs } from './packs.ts';
import { type Walked, walk } from './walk.ts';

/** A file to be looked at. */
export interface Target {
  /** Absolute, with `/` between the parts. For standard input, where it would be if it were a file. */
  readonly path: string;
  /** What people read: as they named it, or as it was found from what they named. */
  readonly shown: string;
  /** Whether the file itself was named, and not only a folder that it is in. */
  readonly named: boolean;
  readonly stdin: boolean;
  /** Whether its name says how to read it: standard input may have none. */
  readonly hasName: boolean;
}

/** What the paths of a command line come to. */
export interface Collected {
  readonly targets: readonly Target[];
  /** What could not be looked at. */
  readonly problems: readonly Said[];
  /** What is worth saying and no problem. */
  readonly notices: readonly Said[];
  /** How many files and folders were left out because a `touchstone.yaml` says so. */
  readonly excluded: number;
}

/** A sentence about a file or folder. */
export interface Said {
  readonly shown: string;
  readonly sentence: string;
}

/** What standard input is called where it has no name. */
export const STDIN = '<stdin>';

/** Finds the files that the paths of a command line mean, each once. */
export async function collect(
  paths: readonly string[],
  { cwd, packs, stdinName }: { cwd: string; packs: Packs; stdinName: string | undefined },
): Promise<Collected> {
  const targets = new Map<string, Target>();
  const problems: Said[] = [];
  const notices: Said[] = [];
  let excluded = 0;
  const add = (target: Target) => {
    const known = targets.get(target.path);
    if (known === undefined || (target.named && !known.named)) targets.set(target.path, target);
  };
  for (const written of paths) {
    if (written === '-') {
      add(stdinTarget(stdinName, cwd));
      continue;
    }
    const at = resolve(cwd, written);
    const kind = await kindAt(at);
    if (!kind.ok) problems.push({ shown: tidy(written), sentence: kind.problem });
    else if (kind.value === 'folder') {
      const found = await walk(at, { wanted: mayBeOurs, excluded: (file) => packs.excludes(file) });
      const show = (file: string) => shownBelow(written, at, file);
      for (const file of found.files)
        add({ path: file, shown: show(file), named: false, stdin: false, hasName: true });
      problems.push(...found.problems.map((one) => ({ shown: show(one.path), sentence: one.problem })));
      notices.push(...loopNotices(found, show));
      excluded += found.excluded;
    } else add({ path: at, shown: tidy(written), named: true, stdin: false, hasName: true });
  }
  return { targets: [...targets.values()], problems, notices, excluded };
}

function loopNotices({ loops }: Walked, show: (path: string) => string): readonly Said[] {
  const sentence = 'This link leads back to a folder that it stands in, so it was not followed.';
  return loops.map((link) => ({ shown: show(link), sentence }));
}

function stdinTarget(name: string | undefined, cwd: string): Target {
  const shown = name ?? STDIN;
  return { path: resolve(cwd, shown), shown, named: true, stdin: true, hasName: name !== undefined };
}

function resolve(cwd: string, written: string): string {
  return slashes(path.resolve(cwd, written));
}

/** A path as people named it, without detours. */
function tidy(written: string): string {
  return slashes(path.normalize(written));
}

/** How a file is called that was found below a folder. */
function shownBelow(written: string, folder: string, file: string): string {
  const below = slashes(path.relative(folder, file));
  return slashes(path.join(tidy(written), below));
}

/** How a file is called that no one named: from the folder that people are in, or else in full. */
export function shownFrom(cwd: string, file: string): string {
  const relative = slashes(path.relative(cwd, file));
  return relative === '' || relative.startsWith('../') || path.isAbsolute(relative) ? file : relative;
}
