import { EXIT, type Io } from './io.ts';
import { visible } from './output/screen.ts';
import { readArgs } from './readArgs.ts';

/** Runs one command of the command line, and answers what the process is to end with. Never throws. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    io.err(`Touchstone stopped at a fault of its own, please report it to its makers: ${visible(reason)}\n`);
    return EXIT.notRun;
  }
}

async function dispatch(argv: readonly string[], io: Io): Promise<number> {
  const args = readArgs(argv);
  switch (args.command) {
    case 'check':
      return (await import('./check.ts')).check(args, io);
    case 'numbers':
      return (await import('./numbers.ts')).numbers(args, io);
    case 'fix':
      return (await import('./fix.ts')).fix(args, io);
    case 'diff':
      return (await import('./diff.ts')).diff(args, io);
    case 'import':
      return (await import('./import.ts')).importFile(args, io);
    case 'fill':
      return (await import('./fill.ts')).fill(args, io);
    case 'export':
      return (await import('./export.ts')).exportSheet(args, io);
    case 'explain':
      return (await import('./explain.ts')).explain(args, io);
    case 'frameworks':
      return (await import('./frameworks.ts')).frameworks(args, io);
    case 'new':
      return (await import('./new.ts')).newReport(args, io);
    case 'new-framework':
      return (await import('./newFramework.ts')).newFramework(args, io);
    case 'test-framework':
      return (await import('./testFramework.ts')).testFramework(args, io);
    case 'dump':
      return (await import('./dump.ts')).dump(args, io);
    case 'version':
      io.out(`${(await import('../../package.json')).version}\n`);
      return EXIT.clean;
    case 'help':
      io.out((await import('./help.ts')).help(args.of));
      return EXIT.clean;
    case 'wrong':
      io.err(`${visible(args.message)}\n`);
      return EXIT.notRun;
  }
}
