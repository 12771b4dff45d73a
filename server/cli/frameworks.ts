import path from 'node:path';
import { frameworkChoices } from '../features/frameworkChoices.ts';
import type { LibraryEntry } from '../framework/library.ts';
import { nearest } from '../framework/name.ts';
import type { FrameworksArgs } from './args.ts';
import { slashes } from './disk.ts';
import { shownFrom } from './files.ts';
import { EXIT, type Io } from './io.ts';
import { frameworkLines } from './output/framework.ts';
import { groupLines, groupsJson } from './output/frameworkList.ts';
import { visible } from './output/screen.ts';
import { widthFor } from './output/wrap.ts';
import { type DiskPack, Packs } from './packs.ts';

/** `touchstone frameworks`: says which frameworks there are where one stands, or what one of them asks for. */
export async function frameworks({ id, format }: FrameworksArgs, io: Io): Promise<number> {
  const pack = await new Packs().of(slashes(path.join(io.cwd, 'any')));
  if (pack.file !== undefined && pack.unread !== undefined) {
    const file = shownFrom(io.cwd, pack.file);
    io.err(
      `${visible(file)} was passed over, with all that lies beside it. ${visible(pack.unread.problem)}\n`,
    );
  }
  const told = id === undefined ? list(format, pack, io) : one(id, pack, io);
  return told && pack.unread === undefined ? EXIT.clean : EXIT.notRun;
}

function list(format: FrameworksArgs['format'], { pack }: DiskPack, io: Io): boolean {
  const { library, problems } = pack;
  const groups = frameworkChoices(library);
  const from = (file: string) => shownFrom(io.cwd, file);
  io.out(
    format === 'json' ? groupsJson(groups, from) : `${groupLines(groups, from).map(visible).join('\n')}\n`,
  );
  const faulty = [...problems.keys()].flatMap((file) => faultOf(file, pack) ?? []);
  for (const { file, usable } of faulty) io.err(`${visible(faultSentence(file, usable, io))}\n`);
  return faulty.every(({ usable }) => usable);
}

function one(id: string, { pack }: DiskPack, io: Io): boolean {
  const { library, problems } = pack;
  const entry = library.get(id);
  if (entry === undefined) {
    const file = [...problems.keys()].find((path) => library.file(path)?.id === id);
    const meant = nearest(id, library.ids(), (known) => known)[0];
    const hint = meant === undefined ? '.' : `; did you mean "${meant}"?`;
    const sentence =
      file === undefined
        ? `There is no framework "${id}"${hint} "touchstone frameworks" lists them all.`
        : faultSentence(file, false, io);
    io.err(`${visible(sentence)}\n`);
    return false;
  }
  const lines = frameworkLines(entry.vocabulary.framework, origin(entry, io), widthFor(io));
  io.out(`${lines.map(visible).join('\n')}\n`);
  const fault = entry.path === undefined ? undefined : faultOf(entry.path, pack);
  if (fault !== undefined) io.err(`${visible(faultSentence(fault.file, true, io))}\n`);
  return true;
}

/** Whether a framework file has faults, and whether it gives a framework all the same. */
function faultOf(file: string, { library }: DiskPack['pack']) {
  const loaded = library.file(file);
  if (loaded === undefined || loaded.problems.length === 0) return undefined;
  return { file, usable: loaded.id !== undefined && library.get(loaded.id)?.path === file };
}

function faultSentence(file: string, usable: boolean, { cwd }: Io): string {
  const shown = shownFrom(cwd, file);
  const what = usable ? 'has faults' : 'cannot be used';
  return `The framework in ${shown} ${what}. "touchstone check ${shown}" says why.`;
}

function origin({ path: file }: LibraryEntry, { cwd }: Io): string {
  return file === undefined ? 'shipped' : shownFrom(cwd, file);
}
