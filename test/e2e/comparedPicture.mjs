// The README's picture of two versions that are compared.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { author } from './author.mjs';

/**
 * How a plan differs from its draft in what it says.
 * @param {import('playwright-core').Page} page
 * @param {string} images the folder that the picture goes to
 * @param {string} pack the folder with the plan
 */
export async function takeComparedPicture(page, images, pack) {
  const { command, open, picture, press } = author(page, images);
  const draft = path.join(pack, 'draft-plan.md');
  writeFileSync(draft, draftOf(readFileSync(path.join(pack, 'improvement-plan.md'), 'utf8')));
  await command('View: Close All Editors');
  await command('View: Close Primary Side Bar');
  await open('improvement-plan.md');
  await command('Touchstone: Compare with another version');
  const input = page.locator('.quick-input-widget input:not([type=checkbox])').first();
  // The list comes with its folder in the box, over whatever was typed before.
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'draft-plan.md' }).waitFor();
  await input.fill(draft);
  await press('Enter');
  await page.locator('.tab.active', { hasText: '(compared)' }).waitFor();
  await page.locator('.view-line', { hasText: 'Changes from "draft-plan.md"' }).waitFor();
  await picture('compared');
  await command('View: Close All Editors');
  rmSync(draft);
  await command('Explorer: Focus on Outline View');
}

/** An earlier version of the plan: a status, a figure and two times were others. */
function draftOf(plan) {
  return [
    ['have been held. | On target | On target |', 'have been held. | On target | At risk |'],
    ['improve to 61%, which', 'improve to 58%, which'],
    ['By end of June 2020', 'By end of May 2020'],
    ['| Launched 1 July 2019', '| By 1 July 2019'],
  ].reduce((text, [now, then]) => text.replace(now, then), plan);
}
