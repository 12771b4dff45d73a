// Measures the built server and command line as an editor and a shell see them: `npm run bench`, with --quick for a
// short run and --json for figures that a program can read.
import { spawnSync } from 'node:child_process';
import { runBundled } from './bundled.mjs';

const built = spawnSync(process.execPath, ['scripts/build.mjs', '--quiet'], { stdio: 'inherit' });
if (built.status !== 0) process.exit(1);
process.exit(await runBundled('test/bench/main.ts', 'out/bench/main.mjs'));
