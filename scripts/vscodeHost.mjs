// Installs the embedded VS Code: its server build, the Node that runs it, and VS Code's own packages, all from committed locks.
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { isCurrent, npmCi, stampOf, writeStamp } from './install.mjs';

const host = path.resolve(import.meta.dirname, '../vscode-host');
const code = path.join(host, 'node_modules/code-server/lib/vscode');
const ownLock = path.join(host, 'vscode.lock.json');
const stampFile = path.join(host, 'node_modules/.touchstone-setup');

try {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('The embedded VS Code runs on Linux x64 only.');
  }
  // Not the Node in use: VS Code runs on its own, and npm puts that one first once it is installed.
  const stamp = stampOf([path.join(host, 'package-lock.json'), ownLock]);
  if (!isCurrent(stampFile, stamp)) {
    console.log('Setting up the embedded VS Code (about 750 MB). This takes half a minute or so, once.');
    npmCi(host, '--omit=dev');
    // The lock that comes with VS Code's build does not fit its own package.json, so npm ci refuses it. Ours does.
    copyFileSync(ownLock, path.join(code, 'npm-shrinkwrap.json'));
    npmCi(code, '--omit=dev');
    writeStamp(stampFile, stamp);
  }
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
