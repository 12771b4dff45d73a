// Takes the README's pictures: installs the packed extension, opens an example, and works as an author would.
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { author } from './author.mjs';
import { takeComparedPicture } from './comparedPicture.mjs';
import { takeWordPicture } from './wordPicture.mjs';
import { inWorkbench } from './workbench.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const images = path.join(root, 'docs/images');
const window = { viewport: { width: 1320, height: 825 }, deviceScaleFactor: 1.5 };
/** The folder that is open, and the pack in it. */
let workspace;
let pack;

const settings = {
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'editor.wordWrap': 'on',
  'editor.hover.delay': 100,
  'outline.showVariables': true,
  'breadcrumbs.enabled': true,
};

function prepare(work) {
  workspace = path.join(work, 'Riverside');
  pack = path.join(workspace, 'committee-july-2020');
  cpSync(path.join(root, 'examples/safeguarding-2012'), workspace, { recursive: true });
  return { folder: workspace, file: path.join(workspace, 'report-with-contradictions.md') };
}

async function takePictures(page) {
  const { command, goTo, picture, press } = author(page, images);
  await page.locator('.monaco-editor .view-line').first().click();
  // The status bar counts the findings before any of them is in sight.
  await page.locator('#status\\.problems[aria-label*="Error"]').waitFor();
  await command('Problems: Focus on Problems View');
  await page.locator('.markers-panel .monaco-list-row').first().waitFor();
  await makeRoomForOutline(page);
  await command('Explorer: Focus on Outline View');
  await page.locator('.outline-pane .monaco-list-row').first().click();
  await goTo('63%');
  await page.locator('.squiggly-error').first().waitFor();
  await picture('report');
  await command('View: Hide Panel');

  await goTo('- **Judgement:** Good (Grade 3)');
  await press('End');
  await press('ArrowLeft');
  await press('Control+.');
  await page.locator('.action-widget .monaco-list-row').first().waitFor();
  await picture('quick-fix');
  await press('Escape');

  await goTo('| Capacity for improvement');
  await press('Home');
  await press('F8');
  await page.locator('.marker-widget', { hasText: 'below its heading' }).waitFor();
  await picture('related');
  await press('Escape');

  // The box beside the list is cut short where there is no room for both on one side of the cursor.
  await command('View: Close Primary Side Bar');
  await goTo('- **Judgement:** Good (Grade 3)');
  await press('End');
  for (const _ of 'Good (Grade 3)') await press('Backspace');
  await press('Control+Space');
  await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
  // Once more opens the box beside the list, in which a meaning has room.
  await press('Control+Space');
  await lengthen(page, page.locator('.suggest-details-container'), 40);
  await picture('completion');
  await press('Escape');
  await command('Explorer: Focus on Outline View');
}

/** A plan of the committee's pack: what is wrong in it, and the statuses in its outline. */
async function takePlanPicture(page) {
  const { command, goTo, picture, press } = author(page, images);
  await command('View: Close All Editors');
  cpSync(path.join(root, 'examples/gloucestershire-2020'), pack, {
    recursive: true,
    filter: (file) => path.basename(file) !== 'clean',
  });
  await press('Control+p');
  await page.locator('.quick-input-widget input').fill('improvement-plan.md');
  await page
    .locator('.quick-input-list .monaco-list-row', { hasText: 'improvement-plan.md' })
    .first()
    .waitFor();
  await press('Enter');
  await page.locator('.tab.active', { hasText: 'improvement-plan.md' }).waitFor();
  await page.locator('.outline-pane .monaco-list-row', { hasText: 'On target' }).first().waitFor();
  await command('Problems: Focus on Problems View');
  await page.locator('.markers-panel .monaco-list-row', { hasText: '304, 43 and 26' }).waitFor();
  await goTo('with 304 (63%)');
  await page.locator('.squiggly-error').first().waitFor();
  await picture('plan');
}

/** What the figures of the plan come to: beside the pointer, behind the figures, in fixes and in a list of all. */
async function takeNumberPictures(page) {
  const { command, goTo, picture, press } = author(page, images);
  await command('View: Hide Panel');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await goTo('63%');
  await command('Show or Focus Hover');
  await page.locator('.monaco-hover', { hasText: 'stands for 62.5% to 63.5%' }).first().waitFor();
  await picture('number-hover');
  await press('Escape');

  await press('Control+.');
  await page.locator('.action-widget .monaco-list-row', { hasText: 'Change 63% to 69.7%' }).waitFor();
  await picture('number-fixes');
  await press('Escape');

  await goTo('| Children in care accommodated');
  // From the selection's start over the pipe, into the name.
  await press('ArrowLeft');
  for (const _ of '| C') await press('ArrowRight');
  await command('Show or Focus Hover');
  await page.locator('.monaco-hover img[src^="data:image/svg"]').first().waitFor();
  await picture('measure-hover');
  await press('Escape');
  await goTo('with 304 (63%)');

  mkdirSync(path.join(workspace, '.vscode'));
  writeFileSync(path.join(workspace, '.vscode/settings.json'), '{ "touchstone.numbers.hints": "on" }\n');
  await page.locator('.view-line', { hasText: '✗ 69.7%' }).first().waitFor();
  await picture('number-hints');

  await command('Touchstone: Show number checks');
  await page.locator('.tab.active', { hasText: 'number checks' }).first().waitFor({ state: 'attached' });
  await page.locator('.view-line', { hasText: 'Contradicted' }).first().waitFor();
  await picture('number-checks');
  rmSync(path.join(workspace, '.vscode'), { recursive: true });
}

/** All reports of the pack, what was checked in the plan, and a review that steps through what was found. */
async function takeReviewPicture(page) {
  const { command, picture, press } = author(page, images);
  await command('View: Close All Editors');
  await command('Touchstone: Show reports');
  const reports = page.locator('[id="touchstone.reports"], .pane', { hasText: 'Reports' });
  await reports.locator('.monaco-list-row', { hasText: 'improvement-plan' }).first().waitFor();
  await command('Touchstone: Start review');
  await page.locator('.statusbar-item', { hasText: 'Finding 1 of' }).waitFor();
  await page.locator('.monaco-hover').first().waitFor();
  await picture('review');
  await press('Escape');
  await command('Touchstone: End the review');
  await command('Explorer: Focus on Outline View');
}

/** What a new report may follow, and one that has been begun. */
async function takeNewReportPicture(page) {
  const { command, picture, press } = author(page, images);
  await command('View: Close All Editors');
  await command('Touchstone: New report');
  const input = page.locator('.quick-input-widget input:not([type=checkbox])').first();
  const title = page.locator('.quick-input-title');
  await title.filter({ hasText: 'New report' }).waitFor();
  await input.fill('Ofsted');
  await page.locator('.quick-input-list .monaco-highlighted-label .highlight').nth(3).waitFor();
  await picture('new-report');
  await input.fill('ofsted-safeguarding');
  await press('Enter');
  const answers = [
    'Inspection of safeguarding: Riverside',
    'Riverside',
    '6 to 10 February 2012',
    '5 March 2012',
  ];
  for (const [index, answer] of answers.entries()) {
    await title.filter({ hasText: `(${index + 1} of ${answers.length})` }).waitFor();
    await input.fill(answer);
    await press('Enter');
  }
  await page.locator('.squiggly-error, .squiggly-warning').first().waitFor();
  await page.locator('.outline-pane .monaco-list-row').first().waitFor();
  await picture('new-report-begun');
  await command('View: Revert and Close Editor');
}

/** A PDF that somebody was sent: what is found in it, and on which page. */
async function takePdfPicture(page) {
  const { command, picture, press } = author(page, images);
  const pdf = path.join(workspace, 'inspection-report.pdf');
  await printExample(page.context().browser(), pdf);
  // Nothing but what is found in the PDF is to be in sight, and VS Code keeps for minutes what a review has opened.
  rmSync(pack, { recursive: true });
  await page.reload();
  await page.locator('.tab', { hasText: 'report-with-contradictions.md' }).waitFor();
  await command('View: Close All Editors');
  await command('Explorer: Focus on Folders View');
  await page
    .locator('.explorer-folders-view .monaco-list-row', { hasText: 'inspection-report.pdf' })
    .waitFor();
  await command('Touchstone: Check a Word or PDF document');
  const input = page.locator('.quick-input-widget input:not([type=checkbox])').first();
  await input.fill(pdf);
  await press('Enter');
  await page.locator('.tab.active', { hasText: 'inspection-report.pdf (as read)' }).waitFor();
  await page.locator('.codelens-decoration', { hasText: 'Import into Touchstone' }).waitFor();
  await command('Problems: Focus on Problems View');
  await page.locator('.markers-panel .monaco-list-row', { hasText: 'Page 2' }).first().waitFor();
  await page.locator('.squiggly-error').first().waitFor();
  await lowerPanel(page);
  await page.locator('.view-line', { hasText: 'page 2' }).first().waitFor();
  await picture('check-pdf');
}

/** Draws the lower edge of a box further down, which VS Code makes too short for what is in it. */
async function lengthen(page, box, by) {
  await box.waitFor();
  const { x, y, width, height } = await box.boundingBox();
  await page.mouse.move(x + width / 2, y + height);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y + height + by, { steps: 5 });
  await page.mouse.up();
  await page.mouse.move(x + width / 2, 0);
}

/** Leaves the editor the room in which a second page begins. */
async function lowerPanel(page) {
  const { x, y, width } = await page.locator('.part.panel').boundingBox();
  // The edge that can be dragged lies between the two.
  await page.mouse.move(x + width / 2, y - 4);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y + 120, { steps: 5 });
  await page.mouse.up();
  // The edge stays coloured for as long as the pointer is on it.
  await page.mouse.move(x + width / 2, 0);
  await page.locator('.monaco-sash.hover').waitFor({ state: 'detached' });
}

/** Prints an example of ours as a word processor would, with its headings and tables marked as such. */
async function printExample(browser, pdf) {
  const sheet = await browser.newPage();
  await sheet.goto(pathToFileURL(path.join(root, 'test/e2e/riverside.html')).toString());
  const edge = '2cm';
  const margin = { top: edge, left: edge, right: edge, bottom: edge };
  await sheet.pdf({ path: pdf, format: 'A4', tagged: true, margin });
  await sheet.close();
}

/** Widens the side bar and folds the list of files, so that the sections and their judgements can be read. */
async function makeRoomForOutline(page) {
  const { x, y, width, height } = await page.locator('.part.sidebar').boundingBox();
  await page.mouse.move(x + width, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width + 90, y + height / 2, { steps: 5 });
  await page.mouse.up();
  await page.locator('.explorer-viewlet .pane-header', { hasText: 'Riverside' }).click();
}

mkdirSync(images, { recursive: true });
try {
  await inWorkbench({ name: 'pictures', settings, window, prepare }, async (page) => {
    await takePictures(page);
    await takePlanPicture(page);
    await takeNumberPictures(page);
    await takeReviewPicture(page);
    await takeComparedPicture(page, images, pack);
    await takeNewReportPicture(page);
    await takePdfPicture(page);
  });
  takeWordPicture(images);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
