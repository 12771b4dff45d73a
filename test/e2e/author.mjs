// What an author does at the keyboard of the embedded VS Code.
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * @param {import('playwright-core').Page} page
 * @param {string} pictures the folder that pictures go to
 */
export function author(page, pictures) {
  const press = (keys) => page.keyboard.press(keys);
  return {
    press,
    async command(name) {
      await press('F1');
      const input = page.locator('.quick-input-widget input');
      await input.fill(`>${name}`);
      // Enter runs what is in focus, which is another command for as long as the list is being found.
      await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name }).waitFor();
      await press('Enter');
    },
    async goTo(text) {
      await page.locator('.editor-instance :is(.native-edit-context, textarea.inputarea)').first().focus();
      await press('Control+f');
      await page.locator('.find-widget.visible textarea').first().fill(text);
      await press('Enter');
      await press('Escape');
    },
    async picture(name) {
      const file = path.join(pictures, `${name}.png`);
      await page.screenshot({ path: file });
      console.log(path.relative(root, file));
    },
  };
}
