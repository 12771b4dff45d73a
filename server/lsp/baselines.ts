import type { CancellationToken, Connection } from 'vscode-languageserver';
import { mayBeOurs } from '../detect.ts';
import type { Analysis } from '../features/analysis.ts';
import { type Baseline, EMPTY_BASELINE, writeBaseline } from '../features/baseline.ts';
import {
  type BaselineDocument,
  documentsOf,
  prunedBaseline,
  writtenBaseline,
} from '../features/changedBaseline.ts';
import { isPackFile, type Pack } from '../features/pack.ts';
import {
  acceptedBy,
  BASELINE_NAME,
  baselineProblems,
  isBaselineName,
  namingEdits,
  readBaselineBytes,
} from '../features/packBaseline.ts';
import { type Accepted, entriesFor, setAside } from '../features/setAside.ts';
import {
  type BaselineProblem,
  type Naming,
  PRUNE_BASELINE_REQUEST,
  type PruneBaselineParams,
  type PruneBaselineResult,
  SET_ASIDE_REQUEST,
  type SetAsideParams,
  type SetAsideResult,
} from '../protocolBaseline.ts';
import { RULES } from '../rules/registry.generated.ts';
import { linkBetween, sameAddress, unescaped } from '../text/address.ts';
import type { Host } from '../text/host.ts';
import { readClosed } from './closedDocument.ts';
import type { OpenDocument } from './document.ts';
import type { Packs } from './packs.ts';
import { cancelled } from './refusals.ts';

interface Surroundings {
  readonly connection: Connection;
  readonly host: Host;
  readonly packs: Packs;
  /** The documents that are open, by their addresses as the editor writes them. */
  readonly documents: ReadonlyMap<string, OpenDocument>;
}

/** A pack with a `touchstone.yaml`. */
interface Found {
  readonly pack: Pack;
  readonly folder: string;
}

/** Answers what a baseline is to be, by what is found in the saved documents of its pack. */
export function answerBaselines(around: Surroundings): void {
  around.connection.onRequest(
    SET_ASIDE_REQUEST,
    (params: SetAsideParams, token: CancellationToken): Promise<SetAsideResult> =>
      setAllAside(params, around, token),
  );
  around.connection.onRequest(
    PRUNE_BASELINE_REQUEST,
    ({ folder }: PruneBaselineParams, token: CancellationToken): Promise<PruneBaselineResult> =>
      prune(folder, around, token),
  );
}

async function setAllAside(
  { folder, file }: SetAsideParams,
  around: Surroundings,
  token: CancellationToken,
): Promise<SetAsideResult> {
  const { host } = around;
  const found = await packAt(folder, around);
  if ('problem' in found) return found;
  const named = found.pack.baseline?.file;
  const at = named ?? file;
  const old = at === undefined ? EMPTY_BASELINE : await baselineAt(at, host);
  if ('problem' in old) return old;
  const accepted = acceptedFrom(host, at, old);
  const checked = await look(
    accepting(found, () => 'everything'),
    around,
    token,
    (path, analysis) => {
      const { text } = analysis.input;
      const entries = entriesFor(analysis.setAside, text);
      const fresh = setAside(analysis.setAside, accepted(path), text).told.length;
      return { path, named: at === undefined ? '' : writtenFrom(at, path), entries, fresh };
    },
  );
  const there = at === undefined ? [] : await stillThere(at, old, host);
  const { baseline, findings, documents } = writtenBaseline(old, there, checked);
  const counts = { findings, documents, fresh: checked.reduce((sum, { fresh }) => sum + fresh, 0) };
  if (at === undefined) return counts;
  const written = { file: at, text: writeBaseline(baseline) };
  if (named !== undefined) return { ...counts, written };
  const how = await naming(found, at, around);
  return 'problem' in how ? how : { ...counts, written, naming: how };
}

async function prune(
  folder: string,
  around: Surroundings,
  token: CancellationToken,
): Promise<PruneBaselineResult> {
  const { host } = around;
  const found = await packAt(folder, around);
  if ('problem' in found) return found;
  const file = found.pack.baseline?.file;
  if (file === undefined) {
    return {
      problem: 'Its touchstone.yaml names no baseline, so nothing is set aside, and nothing to be taken out.',
    };
  }
  const old = await baselineAt(file, host);
  if ('problem' in old) return old;
  const known = accepting(found, acceptedFrom(host, file, old));
  const checked = await look(known, around, token, (path, { outdated }) => [path, outdated] as const);
  const { baseline, taken, left } = prunedBaseline(old, await stillThere(file, old, host), new Map(checked));
  return { file, text: writeBaseline(baseline), taken, left };
}

async function packAt(folder: string, { packs }: Surroundings): Promise<Found | BaselineProblem> {
  const pack = await packs.of(`${folder}/touchstone.yaml`);
  if (pack.folder === undefined || sameAddress(pack.folder) !== sameAddress(folder)) {
    return { problem: `There is no touchstone.yaml in "${nameOf(folder)}" that can be read.` };
  }
  const { config, baseline } = pack;
  // A name that is none for a baseline is told of in the file itself, and its author's to change.
  const [fault] = baseline === undefined ? baselineProblems(config.baseline, undefined) : [];
  return fault === undefined
    ? { pack, folder: pack.folder }
    : { problem: `Its touchstone.yaml has to be mended first. ${fault.message}` };
}

/** The baseline at an address as it is now; one that sets nothing aside where there is no such file. */
async function baselineAt(file: string, host: Host): Promise<Baseline | BaselineProblem> {
  const name = nameOf(file);
  if (!isBaselineName(name)) {
    return { problem: `"${name}" is no name for a baseline: one ends in .json, such as ${BASELINE_NAME}.` };
  }
  const bytes = await host.read(file);
  if (bytes === undefined) return EMPTY_BASELINE;
  const read = readBaselineBytes(bytes);
  if (read.ok) return read.baseline;
  return { problem: `"${name}" is there and is no baseline, so it was left as it is. ${read.problem}` };
}

function acceptedFrom(host: Host, file: string | undefined, baseline: Baseline): (path: string) => Accepted {
  return file === undefined ? () => [] : acceptedBy(host, { file, read: { ok: true, baseline } });
}

/** A pack of whose documents other things are set aside. */
function accepting({ pack, folder }: Found, acceptedIn: (path: string) => Accepted): Found {
  return { pack: { ...pack, acceptedIn }, folder };
}

/** What is to be known of each saved document of a pack, of which one at a time is kept. */
async function look<T>(
  { folder, pack }: Found,
  { host, packs }: Surroundings,
  token: CancellationToken,
  of: (path: string, analysis: Analysis) => T,
): Promise<readonly T[]> {
  const known: T[] = [];
  for (const path of await host.list(folder, (name) => mayBeOurs(name) && !isPackFile(name))) {
    // Between two documents others have their turn.
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (token.isCancellationRequested) throw cancelled();
    const isOfPack = (await packs.of(path)).folder === folder && !(await packs.excludes(path));
    const read = isOfPack ? await readClosed(host, path) : undefined;
    if (read === undefined || 'problem' in read) continue;
    const analysis = read.document.check(pack, RULES);
    if (analysis.ours) known.push(of(path, analysis));
  }
  return known;
}

/** What a baseline has of documents, but for those that are gone. */
async function stillThere(
  file: string,
  baseline: Baseline,
  host: Host,
): Promise<readonly BaselineDocument[]> {
  const there: BaselineDocument[] = [];
  for (const document of documentsOf(host, file, baseline)) {
    if ((await host.read(document.path)) !== undefined) there.push(document);
  }
  return there;
}

/** How a `touchstone.yaml` is made to name a baseline. */
async function naming(
  { folder }: Found,
  file: string,
  { host, documents }: Surroundings,
): Promise<Naming | BaselineProblem> {
  const configuration = `${folder}/touchstone.yaml`;
  const named = writtenFrom(configuration, file);
  if (sameAddress(host.resolve(folder, named)) !== sameAddress(file)) {
    return {
      problem: 'No path leads there from the folder of touchstone.yaml: choose a place in that folder.',
    };
  }
  const open = [...documents.values()].find(({ uri }) => sameAddress(uri) === sameAddress(configuration));
  const read = open === undefined ? await readClosed(host, configuration) : undefined;
  const document = open ?? (read !== undefined && 'document' in read ? read.document : undefined);
  const { line, edits } = namingEdits(document?.text.toString() ?? '', named);
  if (document === undefined || edits === undefined) return { configuration, line };
  const { positions, version } = document;
  const placed = edits.map(({ span, insert }) => ({ range: positions.range(span), newText: insert }));
  return { configuration, line, edits: { version, edits: placed } };
}

/** The path of a file as people write it from the folder of another. */
function writtenFrom(file: string, other: string): string {
  return linkBetween(file, other).split('/').map(unescaped).join('/');
}

function nameOf(address: string): string {
  return unescaped(address.slice(address.lastIndexOf('/') + 1));
}
