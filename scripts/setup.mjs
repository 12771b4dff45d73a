// Brings node_modules up to date with package-lock.json before npm start and npm test. Built-ins only.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { isCurrent, npmCi, stampOf, writeStamp } from './install.mjs';

const root = path.resolve(import.meta.dirname, '..');
const stampFile = path.join(root, 'node_modules/.touchstone-setup');
const [major, minor] = process.versions.node.split('.').map(Number);

try {
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`Touchstone needs Node 20.19 or newer; this is Node ${process.versions.node}.`);
  }
  const stamp = stampOf([path.join(root, 'package-lock.json')], process.version);
  if (!isCurrent(stampFile, stamp)) {
    const again = existsSync(stampFile) ? 'Something has changed since the last set-up' : 'First set-up';
    console.log(`${again}: installing what Touchstone is built with. This takes a few seconds.`);
    npmCi(root, '--include=dev');
    writeStamp(stampFile, stamp);
  }
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
