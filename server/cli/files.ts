import path from 'node:path';
import { mayBeOurs } from '../detect.ts';
import { kindAt, slashes } from './disk.ts';
import { type ForeignFiles, isForeign, withoutUnwanted } from './foreign.ts';
import { filesMatching, isGlob } from './globs.ts';
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

export interface CollectOptions {
  readonly cwd: string;
  readonly packs: Packs;
  readonly stdinName: string | undefined;
  /** Which documents from elsewhere are looked at in folders; those that are named always are. */
  readonly foreign: ForeignFiles;
}

/** Finds the files that the paths of a command line mean, each once. */
export async function collect(paths: readonly string[], options: CollectOptions): Promise<Collected> {
  const collector = new Collector(options);
  for (const written of paths) await collector.add(written);
  return collector.collected();
}

class Collector {
  readonly #options: CollectOptions;
  readonly #targets = new Map<string, Target>();
  readonly #problems: Said[] = [];
  readonly #notices: Said[] = [];
  #excluded = 0;

  constructor(options: CollectOptions) {
    this.#options = options;
  }

  async add(written: string): Promise<void> {
    const { cwd, stdinName } = this.#options;
    if (written === '-') {
      this.#target(stdinTarget(stdinName, cwd));
      return;
    }
    const at = resolve(cwd, written);
    const kind = await kindAt(at);
    if (!kind.ok && isGlob(written)) await this.#pattern(written);
    else if (!kind.ok) this.#problems.push({ shown: tidy(written), sentence: kind.problem });
    else if (kind.value === 'folder') await this.#folder(written, at);
    else this.#file(at, tidy(written), true);
  }

  collected(): Collected {
    return {
      targets: [...this.#targets.values()],
      problems: this.#problems,
      notices: this.#notices,
      excluded: this.#excluded,
    };
  }

  async #pattern(written: string): Promise<void> {
    const { cwd } = this.#options;
    const files = await filesMatching(written, cwd);
    for (const file of files) this.#file(file, shownLike(written, cwd, file), true);
    const sentence = 'No file that Touchstone reads has a name of that pattern.';
    if (files.length === 0) this.#problems.push({ shown: written, sentence });
  }

  async #folder(written: string, at: string): Promise<void> {
    const { packs, foreign } = this.#options;
    const found = await walk(at, {
      wanted: (name) => mayBeOurs(name) || isForeign(name),
      excluded: (file) => packs.excludes(file),
    });
    const show = (file: string) => shownBelow(written, at, file);
    const files = await withoutUnwanted(found.files, foreign, packs);
    for (const file of files) this.#file(file, show(file), false);
    for (const { path: file, problem } of found.problems) {
      // Of links that lead nowhere, only those to what would be looked at are worth a word.
      if (foreign === 'all' || !isForeign(file))
        this.#problems.push({ shown: show(file), sentence: problem });
    }
    this.#notices.push(...loopNotices(found, show));
    this.#excluded += found.excluded;
  }

  #file(file: string, shown: string, named: boolean): void {
    this.#target({ path: file, shown, named, stdin: false, hasName: true });
  }

  #target(target: Target): void {
    const known = this.#targets.get(target.path);
    if (known === undefined || (target.named && !known.named)) this.#targets.set(target.path, target);
  }
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

/** How a file is called that a pattern means: in full where the pattern is. */
function shownLike(pattern: string, cwd: string, file: string): string {
  return path.isAbsolute(pattern) ? file : slashes(path.relative(cwd, file));
}

/** How a file is called that no one named: from the folder that people are in, or else in full. */
export function shownFrom(cwd: string, file: string): string {
  const relative = slashes(path.relative(cwd, file));
  return relative === '' || relative.startsWith('../') || path.isAbsolute(relative) ? file : relative;
}
