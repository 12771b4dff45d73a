// What an author does in a day, in a real VS Code with the packed extension: `npm run test:day`.
// With `-- --pictures` it is also pictured, in every kind of theme, in out/.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { author } from './author.mjs';
import { layOutPack } from './dayFiles.mjs';
import {
  addFigures,
  beginPlan,
  fillPlan,
  lookAround,
  mend,
  renameMeasure,
  review,
  undoAll,
  writeActions,
} from './daySteps.mjs';
import { seeReviewInThemes, seeWalkthroughInThemes } from './dayThemes.mjs';
import { inWorkbench } from './workbench.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const { pictures } = parseArgs({ options: { pictures: { type: 'boolean', default: false } } }).values;
const STEPS = [
  ['begins a report of a framework', beginPlan],
  ['fills it by completion', fillPlan],
  ['goes through a table by its keys', writeActions],
  ['adds a section, and tables from a spreadsheet and from Word', addFigures],
  ['goes through what is found', review],
  ['can read it in every kind of theme', seeReviewInThemes],
  ['mends what is found', mend],
  ['renames a measure in three files', renameMeasure],
  ['sees all reports, what was checked, and what stands beside the text', lookAround],
  ['takes everything back', undoAll],
  ['can read how to begin in every kind of theme', seeWalkthroughInThemes],
];

const settings = {
  'workbench.layoutControl.enabled': false,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'editor.hover.delay': 100,
  'workbench.colorTheme': 'Light Modern',
  'workbench.reduceMotion': 'on',
  'files.autoSave': 'off',
  'files.simpleDialog.enable': true,
  'touchstone.inlayHints': { share: true, change: true, overdue: true },
};

let folder;
let passed = 0;

function prepare(work) {
  folder = path.join(work, 'Riverside');
  layOutPack(folder);
  return { folder };
}

async function live(page) {
  // Before it has read what the extension brings, VS Code knows none of its commands.
  await page.locator('.activitybar .action-label[aria-label="Touchstone"]').waitFor({ state: 'attached' });
  const hand = author(page, path.join(root, 'out'));
  const day = { page, hand, folder, plan: path.join(folder, 'plan.report.md'), pictures };
  for (const [name, step] of STEPS) {
    const began = performance.now();
    await step(day);
    passed += 1;
    console.log(`  ✔ ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  }
}

try {
  await inWorkbench({ name: 'day', settings, prepare }, live);
} catch (error) {
  console.error(`  ✘ ${STEPS[passed]?.[0] ?? 'ends'}\n${error.stack ?? error}`);
  process.exitCode = 1;
}
console.log(`${passed} passed, ${STEPS.length - passed} failed`);
