// Runs the end-to-end suite inside a real VS Code: on this folder, on the packaged extension (--vsix), or as a web extension (--web).
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { installExtension, layOut, setUpHost, startCode } from '../../scripts/embeddedCode.mjs';
import { packageExtension } from '../../scripts/package.mjs';
import { openWindow } from './window.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const { values: wanted } = parseArgs({
  options: {
    vsix: { type: 'boolean', default: false },
    web: { type: 'boolean', default: false },
    timeout: { type: 'string', default: '300' },
    verbose: { type: 'boolean', default: false },
  },
});
const work = mkdtempSync(path.join(tmpdir(), 'touchstone-e2e-'));
const at = (name) => path.join(work, name);
const log = [];
const cleanups = [() => rmSync(work, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })];

function build() {
  const args = [path.join(root, 'scripts/build.mjs'), '--e2e', '--quiet'];
  const done = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (done.status !== 0) throw new Error('The build failed.');
}

/** Lays out the scratch folder; answers the folder that VS Code takes for the extension under development. */
function prepare() {
  layOut(work, {
    // In a browser VS Code saves what has been written a second ago, which no test could take back then.
    'files.autoSave': 'off',
    // A manifest that has both runs beside the files, on Node, unless the user asks for the browser.
    ...(wanted.web ? { 'remote.extensionKind': { 'touchstone-reports.touchstone-reports': ['web'] } } : {}),
  });
  cpSync(path.join(root, 'test/e2e/workspace'), at('workspace'), { recursive: true });
  if (!wanted.vsix) return root;
  installExtension(work, packageExtension(path.join(root, 'out/e2e.vsix')));
  mkdirSync(at('stub'));
  const stub = { name: 'e2e-stub', publisher: 'e2e', version: '0.0.0', engines: { vscode: '*' } };
  writeFileSync(at('stub/package.json'), JSON.stringify(stub));
  // VS Code runs tests only beside an extension under development, even when it is empty.
  return at('stub');
}

function address(port, development) {
  const remote = (file) => `vscode-remote://127.0.0.1:${port}${file}`;
  const payload = [
    ['extensionDevelopmentPath', remote(development)],
    ['extensionTestsPath', remote(path.join(root, 'out/test/e2e/suite.cjs'))],
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
    ...(wanted.web ? [['extensionDevelopmentKind', 'web']] : []),
  ];
  return { folder: at('workspace'), payload: JSON.stringify(payload) };
}

/** Opens the workbench and resolves with what the tests said of themselves once VS Code says that it is done. */
async function runSuite({ port }, token, development) {
  const { browser, page } = await openWindow();
  cleanups.unshift(() => browser.close());
  let result;
  const hear = (type, parts) => {
    const text = [parts].flat().map(String).join(' ');
    const [, kind, rest] = /^e2e:(\w+):([\s\S]*)$/.exec(text) ?? [];
    if (kind === 'result') result = JSON.parse(rest);
    else if (kind === 'say') console.log(rest);
    // Tests run inside the extension host, which has neither a keyboard nor the window's clipboard.
    else if (kind === 'press') void page.keyboard.press(rest);
    else if (kind === 'paste') void page.evaluate(paste, JSON.parse(rest));
    else log.push(`${type}: ${text}\n`);
  };
  await page.exposeFunction('codeAutomationLog', hear);
  const code = await new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`No result after ${wanted.timeout} s.`)),
      wanted.timeout * 1000,
    );
    cleanups.unshift(() => clearTimeout(timer));
    page.on('crash', () => reject(new Error('The page crashed.')));
    const open = async () => {
      await page.exposeFunction('codeAutomationExit', resolve);
      const query = new URLSearchParams({ tkn: token, ...address(port, development) });
      await page.goto(`http://127.0.0.1:${port}/?${query}`);
    };
    open().catch(reject);
  }).finally(() => (result?.failed === 0 ? undefined : picture(page)));
  // An extension host that was killed leaves the code 0, so only the tests' own result counts.
  if (!result) throw new Error(`The tests did not run to their end (VS Code's exit code: ${code}).`);
  const tested = wanted.vsix ? at('extensions') : root;
  if (result.worker !== wanted.web)
    throw new Error(`The tests ran ${result.worker ? 'in a worker' : 'on Node'}.`);
  if (!result.extension?.startsWith(tested)) throw new Error(`The tests tried ${result.extension}.`);
  return result;
}

/** Runs in the window: pastes what is given by its types, as a browser does with what is on its clipboard. */
function paste(given) {
  const clipboardData = new DataTransfer();
  for (const [type, words] of Object.entries(given)) clipboardData.setData(type, words);
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  document.activeElement?.dispatchEvent(event);
}

async function picture(page) {
  const file = path.join(root, 'out/e2e-failure.png');
  await page.screenshot({ path: file }).then(
    () => console.log(`The window at the failure: ${path.relative(root, file)}`),
    () => {},
  );
}

async function main() {
  setUpHost();
  build();
  const development = prepare();
  const token = randomBytes(16).toString('hex');
  // Without the smoke-test driver a built VS Code ignores the tests.
  const code = await startCode(work, token, '--enable-smoke-test-driver');
  cleanups.unshift(code.stop);
  cleanups.unshift(() => log.push(...code.log));
  return runSuite(code, token, development);
}

let result = { passed: 0, failed: 1 };
try {
  result = await main();
} catch (error) {
  console.error(error.stack ?? error);
}
for (const cleanup of cleanups) {
  await Promise.resolve()
    .then(cleanup)
    .catch((error) => console.error(`Tidying up: ${error.message}`));
}
const good = result.failed === 0 && result.passed > 0;
if (!good || wanted.verbose) {
  const file = path.join(root, 'out/e2e.log');
  writeFileSync(file, log.join(''));
  console.log(`VS Code's log is in ${path.relative(root, file)}.`);
}
console.log(`${result.passed} passed, ${result.failed} failed`);
process.exit(good ? 0 : 1);
