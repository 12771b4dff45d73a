// The day of an author, step by step. What is asserted is read from the disk, the count of problems and the window.
import { equal, match, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FIGURES, FILES, VISITS_FROM_WORD, written } from './dayFiles.mjs';

const ACTIONS = `
| Key action               | Owner           | Impact on objective   | Timescale |
| ------------------------ | --------------- | --------------------- | --------- |
| Look at every late visit | Head of Service | Fewer visits are late | June 2020 |

`;

const METRICS = `
### Metrics

| Measure               | Role   | Mar 2020 | Apr 2020 | May 2020 |
| --------------------- | ------ | -------- | -------- | -------- |
| Children seen in time | Target | 95%      | 95%      | 95%      |
| Children seen in time | Actual | 89%      | 92%      | 93%      |`;

const VISITS = `- Managers see every late visit on the day.

| Team  | Children | Seen in time |
| ----- | -------- | ------------ |
| North | 200      | 150          |
| South | 236      | 154          |
| All   | 436      | 304          |

`;

/** What an author works with: the window, the keyboard, the folder, and the file of the plan that is begun. */
/** @typedef {{ page: import('playwright-core').Page, hand: ReturnType<import('./author.mjs').author>, folder: string, plan: string, begun?: string, pictures: boolean }} Day */

/** @param {Day} day */
export async function beginPlan(day) {
  const { page, hand, plan } = day;
  await hand.command('Touchstone: New report');
  await page.locator('.quick-input-title', { hasText: 'New report' }).waitFor();
  await hand.pick('Improvement plan');
  const answers = ['Improvement plan for May', 'Riverside Council', 'May 2020'];
  for (const [index, answer] of answers.entries()) await hand.answer(`(${index + 1} of 3)`, answer);
  await hand.problems('Warnings: 15');
  await hand.saveAs(plan);
  await hand.press('Control+Home');
  day.begun = readFileSync(plan, 'utf8');
  match(day.begun, /^---\nframework: improvement-plan-dashboard\ntitle: Improvement plan for May\n/);
  ok(day.begun.includes('| [priority] | [progress] '), day.begun);
}

/** @param {Day} day */
export async function fillPlan({ hand, plan }) {
  await hand.goTo('[priority]');
  await hand.type('Visits to children');
  await nextCell(hand, '[progress]', 'More children are seen in time.');
  await nextCell(hand, '[status]', '');
  await hand.press('Control+Space');
  await hand.complete('On target');
  await nextCell(hand, '[status]', '');
  await hand.press('Control+Space');
  await hand.complete('At risk');
  await fill(hand, '[workstream]', 'Visits to children');
  for (const [field, status] of [
    ['Actions', 'On target'],
    ['Impact', 'At risk'],
  ]) {
    await hand.goTo(`**${field} status:** [status]`);
    await hand.press('ArrowRight');
    for (const _ of '[status]') await hand.press('Backspace');
    await hand.press('Control+Space');
    await hand.complete(status);
  }
  await fill(
    hand,
    '[why this is a priority]',
    'Of the 436 children with a plan, 304 (63%) were seen in time in March.',
  );
  await fill(
    hand,
    '[what is to be reached, in a figure and by a date]',
    '95% of children are seen in time by June 2020.',
  );
  await fill(hand, '- [progress]', '- Managers see every late visit on the day.');
  await fill(hand, '- [action]', '- Team managers are trained.');
  const text = await hand.save(plan);
  match(text, /\| Visits to children \| More children are seen in time\. \| On target +\| At risk +\|\n/);
  ok(text.includes('- **Actions status:** On target\n- **Impact status:** At risk\n'), text);
}

/**
 * Goes from cell to cell of the actions, makes a row that nothing is written in, and leaves the table.
 * @param {Day} day
 */
export async function writeActions({ hand }) {
  await fill(hand, '[post]', 'Head of Service');
  await hand.settle();
  await hand.press('Shift+Tab');
  await hand.selected('[action]');
  await hand.type('Look at every late visit');
  await nextCell(hand, 'Head of Service');
  await nextCell(hand, '[impact]', 'Fewer visits are late');
  await nextCell(hand, '[timescale]', 'June 2020');
  await hand.press('End');
  await hand.settle();
  await hand.press('Enter');
  await hand.isAt(42, 3);
  await hand.settle();
  await hand.press('Enter');
  await hand.isAt(43, 1);
  await hand.settle();
}

/** @param {Day} day */
export async function addFigures({ hand, plan }) {
  await hand.type('### ');
  await hand.complete('Metrics');
  await hand.selected('[month]');
  await hand.press('Escape');
  await hand.press('Home');
  await hand.press('Control+Shift+End');
  await hand.paste({ 'text/plain': FIGURES });
  await hand.sees('| Children seen in time | Actual');
  await hand.goTo('- Managers see every late visit on the day.');
  await hand.press('ArrowRight');
  await hand.settle();
  await hand.type('\n\n');
  await hand.paste(VISITS_FROM_WORD);
  await hand.sees('| North | 200');
  const text = await hand.save(plan);
  ok(text.includes(ACTIONS), text);
  ok(text.includes(METRICS), text);
  ok(text.includes(VISITS), text);
}

/**
 * Writes two fields wrongly, and goes through what is found.
 * @param {Day} day
 */
export async function review({ page, hand }) {
  await hand.goTo('period: May 2020');
  await hand.press('End');
  await hand.settle();
  await hand.type('\nauthr: Director of Services\nverson: 2');
  await hand.problems('Errors: 1, Warnings: 2');
  const progress = (words) => page.locator('.statusbar-item', { hasText: words }).waitFor();
  await hand.command('Touchstone: Start review');
  await progress('Finding 1 of 3');
  await page.locator('.monaco-hover', { hasText: '"authr"' }).first().waitFor();
  await hand.press('F8');
  await progress('Finding 2 of 3');
  await hand.press('F8');
  await progress('Finding 3 of 3');
  await page.locator('.monaco-hover', { hasText: '304 of 436 is 69.7%, not 63%.' }).first().waitFor();
}

/**
 * Mends one finding on the way, one by the light bulb, and the rest at once.
 * @param {Day} day
 */
export async function mend({ page, hand, plan }) {
  await hand.press('Control+F8');
  await hand.pick('Change 63% to 69.7%');
  await hand.problems('Warnings: 2');
  await page.locator('.notification-toast .monaco-button', { hasText: 'End the review' }).click();
  await page.locator('.statusbar-item', { hasText: 'Finding' }).waitFor({ state: 'detached' });
  await hand.goTo('authr');
  await hand.fix('Change "authr" to "author"');
  await hand.problems('Warnings: 1');
  await hand.command('Touchstone: Mend all that can be mended safely');
  await hand.problems('No Problems');
  const text = await hand.save(plan);
  ok(text.includes('304 (69.7%) were seen'), text);
  ok(text.includes('\nauthor: Director of Services\nversion: 2\n---\n'), text);
}

/**
 * Renames a measure in all files that have it, at once: nothing else can be meant.
 * @param {Day} day
 */
export async function renameMeasure({ page, hand, folder, plan }) {
  await hand.goTo('| Children seen in time | Target');
  await hand.press('ArrowLeft');
  for (const _ of '| C') await hand.press('ArrowRight');
  await hand.press('F2');
  await page.locator('.rename-box input').fill('Visits made in time');
  await hand.press('Enter');
  const isRenamed = (text) => text.includes('Visits made in time') && !text.includes('Children seen in time');
  await written(plan, isRenamed);
  for (const name of OTHERS) {
    const text = await written(path.join(folder, name), isRenamed);
    equal(text.replaceAll('Visits made in time', 'Children seen in time'), FILES[name]);
  }
  await hand.problems('No Problems');
}

/**
 * Looks at what is shown of the plan: all reports, what was checked, what stands beside the text and where it leads.
 * @param {Day} day
 */
export async function lookAround({ page, hand }) {
  const row = (label) => page.locator(`.sidebar .monaco-list-row[aria-label^="${label}"]`);
  await hand.command('Touchstone: Show reports');
  await row(
    'plan.report.md, No findings, Improvement plan for May, 9 of 17 figures checked and held',
  ).waitFor();
  await row('last-plan.report.yaml, No findings').waitFor();
  await hand.command('Touchstone: Show coverage');
  await row('Checked and held, Measures, 1 of 1 held against target').waitFor();
  await row('Not checkable, Not checkable, 8 figures').waitFor();
  await hand.command('Touchstone: List what stands beside the text');
  await page.locator('.quick-input-title', { hasText: 'What stands beside the text' }).waitFor();
  await hand.pick('+1 point, better');
  await hand.isAt(56, 59);
  const lens = page.locator('.codelens-decoration a', { hasText: '1 measure off target' });
  await lens.click();
  await hand.isAt(56, 56);
}

/**
 * Takes everything back, of which nothing is lost: neither in the plan nor in the files that were changed with it.
 * @param {Day} day
 */
export async function undoAll({ page, hand, folder, plan, begun }) {
  await hand.goTo('### Metrics');
  await hand.press('Control+z');
  await page.locator('.tab.dirty').nth(OTHERS.length).waitFor();
  await hand.command('File: Save All');
  for (const name of OTHERS) await written(path.join(folder, name), (text) => text === FILES[name]);
  await page.locator('.tab.dirty').first().waitFor({ state: 'hidden' });
  const first = page.locator('.view-line', { hasText: '| [priority]' });
  for (let steps = 0; (await first.count()) === 0; steps += 1) {
    ok(steps < 300, 'The beginning is not reached.');
    await hand.press('Control+z');
    // A frame later the window shows what is in the text now.
    await page.evaluate(
      () => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown))),
    );
  }
  equal(await hand.save(plan), begun);
  await hand.problems('Warnings: 15');
}

/** The files besides the plan that have the measure. */
const OTHERS = ['last-plan.report.yaml', 'practice-update.md'];

async function fill(hand, placeholder, words) {
  await hand.goTo(placeholder);
  await hand.type(words);
}

/** Goes to the next cell, in which a text is selected, and writes another in its place. */
async function nextCell(hand, held, words) {
  await hand.press('Tab');
  await hand.selected(held);
  if (words !== undefined) await hand.type(words);
}
