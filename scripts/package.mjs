// Packs the extension into a .vsix: `npm run package`, or `npm run package -- FILE`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { canEmbed, hostNode, setUpHost } from './embeddedCode.mjs';

const root = path.resolve(import.meta.dirname, '..');

/** Builds and packs; answers the file that was written. */
export function packageExtension(file) {
  mkdirSync(path.dirname(file), { recursive: true });
  const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');
  const args = [
    vsce,
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
    '--out',
    file,
  ];
  const done = spawnSync(nodeForVsce(), args, { cwd: root, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`The extension could not be packed:\n${done.stdout}${done.stderr}`);
  return file;
}

/** The packager asks for Node 22, while Touchstone itself is content with 20. */
function nodeForVsce() {
  if (Number(process.versions.node.split('.')[0]) >= 22 || !canEmbed) return process.execPath;
  if (!existsSync(hostNode)) setUpHost();
  return hostNode;
}

if (process.argv[1] === import.meta.filename) {
  const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  try {
    const file = packageExtension(path.resolve(process.argv[2] ?? `${name}-${version}.vsix`));
    console.log(`${path.relative(root, file)}  ${(statSync(file).size / 1024).toFixed(0)} KB`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
