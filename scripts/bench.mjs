// Measures the built server and command line as an editor and a shell see them: `npm run bench`, with --quick for a
// short run and --json for figures that a program can read.
import { spawnSync } from 'node:child_process';
import { build } from 'esbuild';

const built = spawnSync(process.execPath, ['scripts/build.mjs', '--quiet'], { stdio: 'inherit' });
if (built.status !== 0) process.exit(1);
await build({
  entryPoints: ['test/bench/main.ts'],
  outfile: 'out/bench/main.mjs',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  loader: { '.yaml': 'text' },
  logLevel: 'warning',
  // Bundled CommonJS packages call require, which a module does not have by itself.
  banner: {
    js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
  },
});
const { status } = spawnSync(process.execPath, ['out/bench/main.mjs', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
