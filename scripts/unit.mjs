// Bundles the tests and runs them with mocha: `npm run unit`, or `npm run unit -- rules --grep total` for some of them.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    grep: { type: 'string' },
    reporter: { type: 'string', default: 'dot' },
    bail: { type: 'boolean' },
  },
});

function bundle() {
  const built = spawnSync(process.execPath, ['scripts/build.mjs', '--tests', '--quiet'], {
    stdio: 'inherit',
  });
  return built.status === 0;
}

/** What takes long by itself: CI runs it in steps of its own. */
const LONG = new Set([
  'evaluate',
  'extending',
  'fuzz',
  'hostile',
  'hostileFiles',
  'incremental',
  'pdfFindings',
  'pdfImport',
  'pdfLayoutCorpus',
  'pdfPublished',
  'published',
  'wordImport',
]);

function wantedFiles() {
  const folder = path.resolve('out/test');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.test.mjs')) : [];
  const wanted = files.filter((name) => {
    const [subject] = name.split('.');
    return positionals.length === 0 ? !LONG.has(subject) : positionals.includes(subject);
  });
  return wanted.sort().map((name) => path.join(folder, name));
}

/** Runs the tests and answers how many passed and failed; a hook that fails counts as a test that failed. */
async function run(files) {
  const mocha = new Mocha({
    reporter: values.reporter,
    timeout: 20_000,
    bail: values.bail === true,
    parallel: true,
    jobs: availableParallelism(),
    require: [fileURLToPath(new URL('sourceMaps.cjs', import.meta.url))],
  });
  if (values.grep) mocha.grep(values.grep);
  for (const file of files) mocha.addFile(file);
  return new Promise((resolve) => {
    const runner = mocha.run(() => resolve({ passed: runner.stats.passes, failed: runner.stats.failures }));
  });
}

let totals = { passed: 0, failed: 1 };
if (bundle()) {
  try {
    totals = await run(wantedFiles());
  } catch (error) {
    console.error('The tests could not be loaded:', error);
  }
}
console.log(`${totals.passed} passed, ${totals.failed} failed`);
// A test may leave a timer or a child process behind; the result is known, so do not wait for it.
process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1);
