// npm start: builds Touchstone, checks the examples, and opens them in VS Code with the extension.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { canEmbed, installExtension, layOut, setUpHost, startCode } from './embeddedCode.mjs';
import { packageExtension } from './package.mjs';

const root = path.resolve(import.meta.dirname, '..');
const examples = path.join(root, 'examples');
const { values: wanted } = parseArgs({
  options: {
    'no-open': { type: 'boolean', default: false },
    serve: { type: 'boolean', default: false },
  },
});

function run(program, args, options = {}) {
  return spawnSync(program, args, { cwd: root, stdio: 'inherit', ...options }).status;
}

function build() {
  console.log('Building Touchstone.');
  if (run(process.execPath, ['scripts/build.mjs', '--quiet']) !== 0) throw new Error('The build failed.');
}

function checkExamples() {
  console.log('\nChecking the examples, as `touchstone check examples` does:\n');
  const status = run(process.execPath, ['out/cli.cjs', 'check', 'examples']);
  // 1 means that there are findings, and one of the examples has its faults on purpose.
  if (status !== 0 && status !== 1) throw new Error('The examples could not be checked.');
  if (status === 1)
    console.log('\nThe findings are there on purpose: an example shows what Touchstone finds.');
}

const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

async function openEmbedded() {
  setUpHost();
  console.log('\nPacking the extension and starting VS Code.');
  const work = path.join(root, 'out/vscode');
  layOut(work);
  installExtension(work, packageExtension(path.join(root, 'out/start.vsix')));
  const token = randomBytes(16).toString('hex');
  const code = await startCode(work, token, '--default-folder', examples);
  const address = `http://127.0.0.1:${code.port}/?tkn=${token}`;
  console.log(`\nVS Code is open with the examples, in your browser, at\n\n    ${address}\n`);
  console.log('Press Ctrl+C to stop.');
  if (hasDisplay && !wanted.serve) run('xdg-open', [address], { stdio: 'ignore' });
  await stopped(code);
}

/** Resolves when VS Code has ended, by itself or because somebody asked for it. */
async function stopped(code) {
  const asked = new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(name, resolve);
  });
  await Promise.race([asked, code.ended]);
  await code.stop();
}

function openInstalled() {
  const onWindows = process.platform === 'win32';
  const args = [`--extensionDevelopmentPath=${root}`, examples];
  const quoted = onWindows ? args.map((arg) => `"${arg}"`) : args;
  if (run('code', ['--version'], { stdio: 'ignore', shell: onWindows }) === 0) {
    console.log('\nOpening the examples in your VS Code, with Touchstone.');
    run('code', quoted, { shell: onWindows });
    return;
  }
  console.log('\nTo use Touchstone in VS Code: run `npm run package`, and in VS Code choose');
  console.log('"Extensions: Install from VSIX…" from the command palette.');
}

async function main() {
  build();
  checkExamples();
  if (wanted['no-open']) return;
  if (!canEmbed) openInstalled();
  else if (hasDisplay || wanted.serve) await openEmbedded();
  else {
    console.log('\nThere is no screen to open a browser on. To have VS Code served all the same:');
    console.log('\n    npm start -- --serve');
  }
}

try {
  await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
