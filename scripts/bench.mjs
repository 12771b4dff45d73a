// Measures the built server and command line as an editor and a shell see them, and their peers in the same run:
// `npm run bench`, with --quick for a short run, --pdfs for the part on PDFs alone, and --json for figures that a program
// can read.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { runBundled } from './bundled.mjs';
import { hostNode } from './embeddedCode.mjs';
import { isCurrent, npmCi, stampOf, writeStamp } from './install.mjs';

/** The peers are installed in a folder of their own when they are first measured; without them the bench goes on. */
function installPeers(folder) {
  const stampFile = path.join(folder, 'node_modules/.touchstone-setup');
  const stamp = stampOf([path.join(folder, 'package-lock.json')]);
  if (isCurrent(stampFile, stamp)) return;
  try {
    npmCi(folder);
    writeStamp(stampFile, stamp);
  } catch (error) {
    console.error(`The peers cannot be measured: ${error.message}`);
  }
}

if (!process.argv.includes('--pdfs')) installPeers('test/bench/peers');
const built = spawnSync(process.execPath, ['scripts/build.mjs', '--quiet'], { stdio: 'inherit' });
if (built.status !== 0) process.exit(1);
// What counts is the server in the editor, so the editor's Node runs it where it is installed.
const node = existsSync(hostNode) ? hostNode : process.execPath;
process.exit(await runBundled('test/bench/main.ts', 'out/bench/main.mjs', node));
