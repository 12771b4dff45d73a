import type { ImportArgs } from './args.ts';
import { collect, type Said } from './files.ts';
import { ImportRun } from './importRun.ts';
import { EXIT, type Io } from './io.ts';
import { visible } from './output/screen.ts';
import { count } from './output/summary.ts';
import { Packs } from './packs.ts';

/** `touchstone import`: turns documents from elsewhere into documents of ours, and says what it did beyond that. */
export async function importFile(args: ImportArgs, io: Io): Promise<number> {
  const packs = new Packs();
  const several = args.folder !== undefined;
  const foreign = several ? 'all' : 'none';
  const found = await collect(args.paths, { cwd: io.cwd, packs, stdinName: undefined, foreign });
  const fail = ({ shown, sentence }: Said) => io.err(`${visible(shown)}: ${visible(sentence)}\n`);
  found.problems.forEach(fail);
  const run = new ImportRun(args, io, packs);
  // Of a folder only what comes from elsewhere is meant; of what is named, all is.
  const targets = found.targets.filter((target) => target.named || (several && run.isForeign(target)));
  if (targets.length === 0) {
    if (found.problems.length === 0) {
      const what = several
        ? 'There is no file to import in it.'
        : 'This is a folder. Name one file, or say with --output-folder where to write.';
      fail({ shown: args.paths.join(', '), sentence: what });
    }
    return EXIT.notRun;
  }
  let imported = 0;
  for (const [done, target] of targets.entries()) {
    io.progress?.({ done, total: targets.length, name: target.shown });
    const fault = await run.import(target);
    if (fault === undefined) imported += 1;
    else fail(fault);
  }
  io.progress?.(undefined);
  if (several) io.err(`${count(imported, 'file')} of ${targets.length} imported.\n`);
  return imported === targets.length && found.problems.length === 0 ? EXIT.clean : EXIT.notRun;
}
