// Runs the end-to-end suite in the desktop's VS Code, which @vscode/test-electron downloads.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';

const root = path.resolve(import.meta.dirname, '../..');
const workspace = mkdtempSync(path.join(tmpdir(), 'touchstone-desktop-'));

try {
  const built = spawnSync(process.execPath, ['scripts/build.mjs', '--e2e', '--quiet'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (built.status !== 0) throw new Error('The build failed.');
  cpSync(path.join(root, 'test/e2e/workspace'), workspace, { recursive: true });
  await runTests({
    // The oldest version that the manifest promises; set VSCODE_VERSION to try another.
    version: process.env.VSCODE_VERSION ?? '1.99.0',
    extensionDevelopmentPath: root,
    extensionTestsPath: path.join(root, 'out/test/e2e/suite.cjs'),
    launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust'],
  });
} catch (error) {
  console.error(`The tests in the desktop's VS Code did not pass: ${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(workspace, { recursive: true, force: true });
}
