// The packed extension in the embedded VS Code, for whoever works there as an author would.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installExtension, layOut, setUpHost, startCode } from '../../scripts/embeddedCode.mjs';
import { packageExtension } from '../../scripts/package.mjs';
import { openWindow } from './window.mjs';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * Opens a folder in a VS Code that has just been installed with the extension, and closes it behind what is done there.
 * @param {{
 *   name: string,
 *   settings: object,
 *   window?: import('playwright-core').BrowserContextOptions,
 *   prepare: (work: string) => { folder: string, file?: string },
 * }} wanted `prepare` lays out in a scratch folder what is opened
 * @param {(page: import('playwright-core').Page, work: string) => Promise<void>} act
 */
export async function inWorkbench({ name, settings, window, prepare }, act) {
  setUpHost();
  const work = mkdtempSync(path.join(tmpdir(), `touchstone-${name}-`));
  try {
    layOut(work, settings);
    const { folder, file } = prepare(work);
    installExtension(work, packageExtension(path.join(root, `out/${name}.vsix`)));
    const token = randomBytes(16).toString('hex');
    const code = await startCode(work, token);
    try {
      await inWindow({ name, window }, addressOf(code.port, token, folder, file), (page) => act(page, work));
    } finally {
      await code.stop();
    }
  } finally {
    rmSync(work, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

function addressOf(port, token, folder, file) {
  const opened = file === undefined ? [] : [['openFile', `vscode-remote://127.0.0.1:${port}${file}`]];
  const payload = JSON.stringify([['skipWelcome', 'true'], ...opened]);
  return `http://127.0.0.1:${port}/?${new URLSearchParams({ tkn: token, folder, payload })}`;
}

async function inWindow({ name, window }, address, act) {
  const { browser, page } = await openWindow(window);
  try {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(address);
    await act(page);
  } catch (error) {
    const picture = path.join(root, `out/${name}-failure.png`);
    await page.screenshot({ path: picture });
    console.error(`The window at the failure: ${path.relative(root, picture)}`);
    throw error;
  } finally {
    await browser.close();
  }
}
