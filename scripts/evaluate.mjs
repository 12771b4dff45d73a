// Puts faults and harmless edits into real documents and counts what is found: `npm run evaluate -- --verbose`.
import { spawnSync } from 'node:child_process';
import { build } from 'esbuild';

const bundle = 'out/evaluate.mjs';
await build({
  entryPoints: ['test/evaluate/main.ts'],
  outfile: bundle,
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
const run = spawnSync(process.execPath, [bundle, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exitCode = run.status ?? 1;
