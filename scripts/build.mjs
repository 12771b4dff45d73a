// Bundles everything that is shipped into out/; with --tests also what mocha runs, with --e2e what VS Code runs, with --watch again at every change.
import { readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build, context } from 'esbuild';
import { pdfLimits } from './pdfLimits.mjs';
import { shippedData } from './shippedData.mjs';

const node = { platform: 'node', target: 'node20', format: 'cjs' };
const web = { platform: 'browser', target: 'es2022' };
const executable = { banner: { js: '#!/usr/bin/env node' } };

const shipped = [
  { ...node, in: 'client/extension.ts', out: 'client.cjs', external: ['vscode'] },
  { ...web, in: 'client/browser.ts', out: 'client.browser.cjs', format: 'cjs', external: ['vscode'] },
  { ...node, in: 'server/lsp/node.ts', out: 'server.cjs', ...executable },
  { ...web, in: 'server/lsp/browser.ts', out: 'server.browser.js', format: 'iife' },
  { ...node, in: 'server/cli/main.ts', out: 'cli.cjs', ...executable },
  { ...node, in: 'server/convert/door.ts', out: 'convert.cjs' },
];

/**
 * What reads documents from elsewhere is large and seldom wanted: it is a bundle of its own, loaded on first use.
 * It is required, since Node looks through all that is imported for what it exports before it compiles it.
 */
const apart = {
  name: 'apart',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/convert\/door\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: 'convert', namespace: 'apart' } : undefined,
    );
    onResolve({ filter: /^\.\/convert\.cjs$/ }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /^convert$/, namespace: 'apart' }, () => ({
      contents: "module.exports = require('./convert.cjs');",
    }));
  },
};

/** In a browser the same bundle is put before the server's (server/lsp/browserReading.ts), and leaves its exports there. */
const apartInBrowser = {
  name: 'apart',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/convert\/door\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: 'convert', namespace: 'apart' } : undefined,
    );
    onLoad({ filter: /^convert$/, namespace: 'apart' }, () => ({
      contents: 'module.exports = globalThis.touchstoneConvert;',
    }));
  },
};

const common = {
  bundle: true,
  loader: { '.yaml': 'text', '.md': 'text' },
  logLevel: 'warning',
  legalComments: 'none',
  // The library that reads PDFs looks for a canvas of Node's unless it takes itself to be in a browser.
  define: { 'process.versions.nw': '"1"' },
  plugins: [pdfLimits, shippedData],
};

function shippedOptions() {
  return shipped.map(({ in: entry, out, ...rest }) => ({
    ...common,
    ...rest,
    entryPoints: [entry],
    outfile: path.join('out', out),
    plugins: [...common.plugins, rest.platform === 'node' ? apart : apartInBrowser],
    minify: true,
    sourcemap: false,
  }));
}

/** The tests that mocha runs on Node: modules that share chunks, so that the server is bundled once for all of them. */
function unitTestOptions() {
  const entryPoints = testFiles('test');
  if (entryPoints.length === 0) return [];
  return [
    {
      ...common,
      entryPoints,
      outdir: 'out/test',
      outExtension: { '.js': '.mjs' },
      platform: 'node',
      target: 'node20',
      format: 'esm',
      splitting: true,
      chunkNames: 'chunks/[name]-[hash]',
      sourcemap: 'linked',
      external: ['mocha', 'esbuild', 'typescript'],
      // Bundled CommonJS packages call require, which a module does not have by itself.
      banner: {
        js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
      },
    },
  ];
}

/** The tests that run inside VS Code. One bundle, without Node, serves the extension host and a browser's worker. */
function hostTestOptions() {
  return {
    ...common,
    ...web,
    entryPoints: ['test/e2e/suite.ts'],
    outfile: 'out/test/e2e/suite.cjs',
    format: 'cjs',
    sourcemap: 'inline',
    external: ['vscode'],
  };
}

function testFiles(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => path.join(folder, name));
}

async function watch(all) {
  const contexts = await Promise.all(all.map((options) => context({ ...options, logLevel: 'info' })));
  await Promise.all(contexts.map((one) => one.watch()));
  console.log('Watching for changes. Press Ctrl+C to stop.');
}

function report(all) {
  for (const { outfile } of all) {
    if (outfile) console.log(`${outfile}  ${(statSync(outfile).size / 1024).toFixed(0)} KB`);
  }
}

const { values: wanted } = parseArgs({
  options: {
    tests: { type: 'boolean', default: false },
    e2e: { type: 'boolean', default: false },
    watch: { type: 'boolean', default: false },
    quiet: { type: 'boolean', default: false },
  },
});
const product = shippedOptions();
const tests = [
  ...(wanted.tests ? unitTestOptions() : []),
  ...(wanted.tests || wanted.e2e ? [hostTestOptions()] : []),
];
// A test that was renamed must not go on running from an old bundle.
if (wanted.tests) rmSync('out/test', { recursive: true, force: true });
try {
  if (wanted.watch) await watch([...product, ...tests]);
  else {
    await Promise.all([...product, ...tests].map((options) => build(options)));
    if (!wanted.quiet) report(product);
  }
} catch (error) {
  // esbuild has printed the reasons already.
  if (!error.errors) console.error(error);
  process.exitCode = 1;
}
