import type { NumbersArgs } from './args.ts';
import { absolute, checkFiles } from './check.ts';
import type { Io } from './io.ts';
import { loadNumbers } from './numberLoad.ts';
import { painter } from './output/colours.ts';
import { JsonOutput } from './output/json.ts';
import { NumbersOutput } from './output/numbers.ts';
import { Pool } from './pool.ts';

/** `touchstone numbers`: every figure of files, what ties them, and what came of it. */
export function numbers(args: NumbersArgs, io: Io): Promise<number> {
  const { framework, today, format, color, all } = args;
  const baseline = absolute(args.baseline, io);
  return checkFiles(args, io, {
    output: format === 'json' ? new JsonOutput(io, true) : new NumbersOutput(io, painter(color, io), all),
    load: loadNumbers,
    pool: (targets) =>
      Pool.for(targets, () => io.threads?.({ cwd: io.cwd, framework, today, numbers: 'only', baseline })),
  });
}
