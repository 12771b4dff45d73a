// Bundles a program of the tests' and runs it with the arguments of this one.
import { spawnSync } from 'node:child_process';
import { build } from 'esbuild';
import { pdfLimits } from './pdfLimits.mjs';
import { shippedData } from './shippedData.mjs';

/**
 * @param node the Node that runs it
 * @returns what the program ended with
 */
export async function runBundled(entry, bundle, node = process.execPath) {
  await build({
    entryPoints: [entry],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    loader: { '.yaml': 'text', '.md': 'text' },
    logLevel: 'warning',
    // As in what is shipped (scripts/build.mjs).
    define: { 'process.versions.nw': '"1"' },
    plugins: [pdfLimits, shippedData],
    // Bundled CommonJS packages call require, which a module does not have by itself.
    banner: {
      js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
    },
  });
  const { status } = spawnSync(node, [bundle, ...process.argv.slice(2)], { stdio: 'inherit' });
  return status ?? 1;
}
