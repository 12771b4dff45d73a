import { dumpModel } from '../model/dump.ts';
import { dumpReport } from '../report/dump.ts';
import type { DumpArgs } from './args.ts';
import { collect } from './files.ts';
import { EXIT, type Io } from './io.ts';
import { load } from './load.ts';
import { visible } from './output/screen.ts';
import { Packs } from './packs.ts';

/** `touchstone dump`: shows what is read in one document. */
export async function dump({ path, stdinName, framework, what }: DumpArgs, io: Io): Promise<number> {
  const packs = new Packs();
  const { targets, problems } = await collect([path], { cwd: io.cwd, packs, stdinName, foreign: 'none' });
  const [target] = targets;
  const fail = (shown: string, sentence: string) => {
    io.err(`${visible(shown)}: ${visible(sentence)}\n`);
    return EXIT.notRun;
  };
  if (problems[0] !== undefined) return fail(problems[0].shown, problems[0].sentence);
  if (target?.named !== true) return fail(path, 'This is a folder. Name one file.');
  const loaded = await load(target, { io, packs, framework, today: undefined });
  switch (loaded.kind) {
    case 'problem':
      return fail(target.shown, loaded.problem);
    case 'other':
    case 'unknown':
      return fail(target.shown, loaded.sentence);
    case 'pack file':
      return fail(target.shown, 'This configures Touchstone and is no report.');
    case 'document': {
      const { report, model } = loaded.analysis;
      const lines = (what === 'model' ? dumpModel(model) : dumpReport(report)).split('\n');
      io.out(lines.map(visible).join('\n'));
      return EXIT.clean;
    }
  }
}
