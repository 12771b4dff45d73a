import type { FrameworkFile, FrameworkLibrary } from '../framework/library.ts';
import type { Source } from '../report/sources/source.ts';
import { type Config, DEFAULT_CONFIG, readConfig } from '../rules/config.ts';
import type { Host } from '../text/host.ts';
import type { Problem } from '../text/problem.ts';
import { readText } from '../text/readText.ts';
import { excluder } from './exclude.ts';
import { acceptedBy, baselineProblems, loadBaseline, type PackBaseline } from './packBaseline.ts';
import { readPackSources, readWorkbooks, type Workbooks } from './packSources.ts';
import type { Accepted } from './setAside.ts';

/** The folder below a `touchstone.yaml` and what it sets; or the lack of one. */
export interface Pack {
  /** Undefined where no folder upward holds a `touchstone.yaml`. */
  readonly folder: string | undefined;
  readonly config: Config;
  readonly library: FrameworkLibrary;
  /** What is wrong with the pack's own files, by path. */
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
  /** The workbooks that `touchstone.yaml` names, as they were when the pack was loaded. */
  readonly workbooks: Workbooks;
  /** Where the figures of a document come from. */
  readonly sourcesOf: (path: string) => readonly Source[];
  /** The baseline that `touchstone.yaml` names, as it was then. */
  readonly baseline: PackBaseline | undefined;
  /** What is set aside of a document. */
  readonly acceptedIn: (path: string) => Accepted;
  /** The paths of the files that `touchstone.yaml` names, whether they could be read or not. */
  readonly namedFiles: readonly string[];
}

/** A document without a `touchstone.yaml` around it. */
export function noPack(library: FrameworkLibrary): Pack {
  return {
    folder: undefined,
    config: DEFAULT_CONFIG,
    library,
    problems: new Map(),
    workbooks: new Map(),
    sourcesOf: () => [],
    baseline: undefined,
    acceptedIn: () => [],
    namedFiles: [],
  };
}

const CONFIG_NAME = 'touchstone.yaml';

/** Whether a name is that of a framework file. */
export function isFrameworkFile(path: string): boolean {
  return /\.framework\.ya?ml$/i.test(path);
}

/** Whether a name is that of a pack's configuration. */
export function isConfigFile(path: string): boolean {
  return /(?:^|\/)touchstone\.yaml$/i.test(path);
}

/** Whether a name is that of one of a pack's own files. */
export function isPackFile(path: string): boolean {
  return isConfigFile(path) || isFrameworkFile(path);
}

/** The folder that holds a file: its path without the last part. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/**
 * Loads the pack that a folder belongs to: the nearest `touchstone.yaml` upward. Never fails: faults are problems.
 * @param known the shipped frameworks, or the library of an earlier time: what stayed the same is not read again
 * @param withBaseline whether what its baseline has is set aside; else the file is not looked at
 */
export async function loadPack(
  host: Host,
  folder: string,
  known: FrameworkLibrary,
  withBaseline = true,
): Promise<Pack> {
  for (let at = folder; ; at = folderOf(at)) {
    const path = `${at}/${CONFIG_NAME}`;
    const bytes = await host.read(path);
    if (bytes !== undefined) return readPack(host, at, { path, bytes, known, withBaseline });
    if (!at.includes('/') || at.endsWith('/')) break;
  }
  return noPack(known.with([]));
}

interface Found {
  /** The path of the `touchstone.yaml`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly known: FrameworkLibrary;
  readonly withBaseline: boolean;
}

async function readPack(
  host: Host,
  folder: string,
  { path, bytes, known, withBaseline }: Found,
): Promise<Pack> {
  const { config, problems } = readConfig(textOf(bytes));
  const excluded = excluder(config.exclude);
  const listed = await host.list(folder, isFrameworkFile);
  const paths = listed.filter((file) => !excluded(host.relative(folder, file)));
  const files = await Promise.all(paths.map((file) => readFramework(host, folder, file)));
  const library = known.with(files.flatMap((file) => file ?? []));
  const workbooks = await readWorkbooks(host, folder, config.sources);
  const read = readPackSources(config.sources, workbooks);
  const baseline = withBaseline ? await loadBaseline(host, folder, config.baseline) : undefined;
  const own = [...problems, ...read.problems, ...baselineProblems(config.baseline, baseline)];
  const found = new Map<string, readonly Problem[]>([[path, own]]);
  for (const file of paths) found.set(file, library.file(file)?.problems ?? []);
  const sourceFiles = [...workbooks.keys()].map((file) => host.resolve(folder, file));
  return {
    folder,
    config,
    library,
    problems: found,
    workbooks,
    sourcesOf: (file) =>
      read.sources.filter(({ isFor }) => isFor(host.relative(folder, file))).map(({ source }) => source),
    baseline,
    acceptedIn: baseline === undefined ? () => [] : acceptedBy(host, baseline),
    namedFiles: baseline === undefined ? sourceFiles : [...sourceFiles, baseline.file],
  };
}

async function readFramework(host: Host, folder: string, path: string): Promise<FrameworkFile | undefined> {
  const bytes = await host.read(path);
  return bytes === undefined ? undefined : { path, shown: host.relative(folder, path), text: textOf(bytes) };
}

/** A file that cannot be read as text counts as an empty one: whoever checks that file says what is wrong with it. */
function textOf(bytes: Uint8Array): string {
  const read = readText(bytes);
  return read.ok ? read.text : '';
}
