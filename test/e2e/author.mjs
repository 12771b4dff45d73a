// What an author does at the keyboard of the embedded VS Code.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** What hears the keys in an editor. */
const EDITED = '.editor-instance :is(.native-edit-context, textarea.inputarea)';
/** Where the status bar says that the cursor is, and how much is selected. */
const PLACE = '#status\\.editor\\.selection';

/**
 * @param {import('playwright-core').Page} page
 * @param {string} pictures the folder that pictures go to
 */
export function author(page, pictures) {
  const press = (keys) => page.keyboard.press(keys);
  const input = page.locator('.quick-input-widget input:not([type=checkbox])').first();
  const title = page.locator('.quick-input-title');
  /** Goes down in a list at the cursor, and takes what begins so. */
  async function chooseIn(list, label) {
    const wanted = page.locator(`${list} .monaco-list-row[aria-label^=${JSON.stringify(label)}]`).first();
    await wanted.waitFor();
    const isThere = async () => /\bfocused\b/.test(await wanted.getAttribute('class'));
    for (let step = 0; step < 12 && !(await isThere()); step += 1) await press('ArrowDown');
    await press('Enter');
    await wanted.waitFor({ state: 'hidden' });
  }
  const hand = {
    press,
    /** Types, over what is selected if anything is, and waits until the window shows so. */
    async type(words) {
      if (words === '') await press('Delete');
      else await page.keyboard.type(words);
      await page.locator(`${PLACE}:not([aria-label*="selected"])`).waitFor();
    },
    async command(name) {
      // A command before may take the keys elsewhere in its own time, which closes the list: an author opens it again.
      const isOpen = async () => {
        await press('F1');
        return input.fill(`>${name}`, { timeout: 3000 }).then(
          () => true,
          () => false,
        );
      };
      for (let tries = 0; !(await isOpen()); tries += 1)
        if (tries === 3) throw new Error(`No list for ${name}.`);
      // Enter runs what is in focus, which is another command for as long as the list is being found.
      await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name }).waitFor();
      await press('Enter');
      // The key that opens the list closes it where it is still there.
      await page.waitForFunction(isListLeft);
    },
    /** Answers a box that asks. */
    async answer(asked, words) {
      await title.filter({ hasText: asked }).waitFor();
      await input.fill(words);
      await press('Enter');
    },
    /** Picks from a list that is open in the middle, by the beginning of what is wanted. */
    async pick(words) {
      await input.fill(words);
      await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: words }).waitFor();
      await press('Enter');
    },
    async open(name) {
      await press('Control+p');
      await hand.pick(name);
      await page.locator('.tab.active', { hasText: name }).waitFor();
    },
    /** Selects the first place of a text that stands once. */
    async goTo(text) {
      await page.locator(EDITED).first().focus();
      await press('Control+f');
      await page.locator('.find-widget.visible textarea').first().fill(text);
      await press('Enter');
      await press('Escape');
      await page.locator('.find-widget.visible').waitFor({ state: 'hidden' });
      await page.locator(EDITED).and(page.locator(':focus')).waitFor({ state: 'attached' });
      await hand.selected(text);
    },
    /** Waits until so much is selected, which tells where a key has led whose answer comes from the server. */
    async selected(text) {
      const words = new RegExp(`\\(${[...text].length} selected\\)`);
      await page.locator(PLACE, { hasText: words }).waitFor();
    },
    /** Takes what is offered at the cursor. */
    complete: (label) => chooseIn('.suggest-widget.visible', label),
    place: () => page.locator(PLACE).getAttribute('aria-label'),
    async isAt(line, column) {
      await page.locator(`${PLACE}[aria-label="Ln ${line}, Col ${column}"]`).waitFor();
    },
    /** Waits until the server has answered at the cursor, which keys of tables wait for and do not show. */
    async settle() {
      const list = page.locator('.suggest-widget.visible');
      await press('Control+Space');
      const none = list.locator('.message', { hasText: 'No suggestions' });
      await list.locator('.monaco-list-row').or(none).first().waitFor();
      await press('Escape');
      await list.waitFor({ state: 'hidden' });
    },
    /** Pastes what another program has copied, by its types. */
    async paste(copied) {
      await page.evaluate(async (given) => {
        const parts = Object.entries(given).map(([type, words]) => [type, new Blob([words], { type })]);
        await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(parts))]);
      }, copied);
      await press('Control+v');
    },
    /** Waits for a line of the text in sight. */
    async sees(words) {
      await page.locator('.editor-instance .view-line', { hasText: words }).first().waitFor();
    },
    /** Chooses what mends the finding at the cursor. */
    async fix(label) {
      await press('Control+.');
      await chooseIn('.action-widget', label);
    },
    /** Waits for what the status bar counts, such as `Errors: 1, Warnings: 2`. */
    async problems(words, timeout = 30_000) {
      await page.locator(`#status\\.problems[aria-label="${words}"]`).waitFor({ timeout });
    },
    /** Saves the document in view, which was changed, and answers what is on the disk then. */
    async save(file) {
      const tab = page.locator('.tab.active', { hasText: path.basename(file) });
      await tab.and(page.locator('.dirty')).waitFor();
      await press('Control+s');
      await tab.and(page.locator(':not(.dirty)')).waitFor();
      return readFileSync(file, 'utf8');
    },
    /** Saves a document that has no file yet. */
    async saveAs(file) {
      await press('Control+s');
      await title.filter({ hasText: 'Save As' }).waitFor();
      // The box names a file of its own accord once it has listed the folder.
      await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
      await input.fill(file);
      await press('Enter');
      await page.locator('.tab.active:not(.dirty)', { hasText: path.basename(file) }).waitFor();
    },
    async picture(name) {
      const file = path.join(pictures, `${name}.png`);
      await page.screenshot({ path: file });
      console.log(path.relative(root, file));
    },
  };
  return hand;
}

/** Runs in the window: whether the list of commands has gone, or asks for something else. */
function isListLeft() {
  const box = document.querySelector('.quick-input-widget');
  return box?.checkVisibility() !== true || !box.querySelector('input[type=text]')?.value.startsWith('>');
}
