// What the day shows, in each kind of theme that VS Code has: looked through for faults of accessibility, and pictured where wanted.
import { deepEqual, ok } from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** One theme of each kind, with the class that the window has then. */
const THEMES = {
  'Light Modern': 'vs',
  'Dark Modern': 'vs-dark',
  'Default High Contrast': 'hc-black',
  'Default High Contrast Light': 'hc-light',
};

/** Nothing of VS Code's own, for which it answers itself: the lines of our views, our entries in the status bar, hovers. */
const OURS = [
  '.sidebar .pane-body',
  '[id^="touchstone-reports.touchstone-reports"]',
  '.monaco-hover:not(.hidden) .hover-contents:not(.marker)',
];
const STEPS = ['.getting-started-step .step-title', '.getting-started-step .step-description-container'];

/**
 * A review of the plan: its text with statuses and lenses, what was found, all reports, and what was checked.
 * @param {import('./daySteps.mjs').Day} day
 */
export async function seeReviewInThemes(day) {
  const { page, hand } = day;
  const row = (label) => page.locator(`.sidebar .monaco-list-row[aria-label^="${label}"]`);
  await hand.press('Escape');
  await hand.command('Touchstone: Show reports');
  await row('plan.report.md, 1 error, 2 warnings').locator('.monaco-tl-twistie').click();
  await row('Visits to children, On target').waitFor();
  await hand.command('Touchstone: Show coverage');
  await row('Wrong, Figures').or(row('Does not hold, Figures')).locator('.monaco-tl-twistie').click();
  await row('Does not hold, Contradicted').waitFor();
  await hand.goTo('63%');
  await inThemes(day, 'review', async () => {
    await hand.command('Show or Focus Hover');
    await page.locator('.monaco-hover', { hasText: '63%" stands for' }).first().waitFor();
    deepEqual(await faults(page, OURS), []);
    deepEqual(await page.evaluate(unnamedRows), []);
    deepEqual(await page.evaluate(paleWords, ['On target', 'At risk']), []);
  });
  await hand.press('Escape');
  await hand.goTo('63%');
}

/**
 * How to begin: the steps, and the picture of the first, which VS Code shows in a frame of its own.
 * @param {import('./daySteps.mjs').Day} day
 */
export async function seeWalkthroughInThemes(day) {
  const { page, hand } = day;
  // Beside the side bar there would be no room for the picture.
  await hand.press('Control+b');
  await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
  await hand.command('Touchstone: How to begin');
  await page.locator('.getting-started-step').first().waitFor();
  const frame = page.locator('iframe.webview').contentFrame().locator('iframe').contentFrame();
  const picture = frame.locator('svg[role="img"][aria-label]');
  await inThemes(day, 'walkthrough', async () => {
    deepEqual(await faults(page, STEPS), []);
    await picture.waitFor({ state: 'attached' });
    const fills = await picture
      .locator('rect, text')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).fill));
    // Where VS Code does not let its styles through, all of it is black.
    ok(new Set(fills).size > 2, `The picture has no colours but ${fills}.`);
  });
}

/** Shows the window in one theme after the other, and as it was at the end. */
async function inThemes({ page, hand, folder, pictures }, state, look) {
  const settings = path.join(folder, '.vscode');
  mkdirSync(settings);
  for (const [theme, kind] of Object.entries(THEMES)) {
    writeFileSync(path.join(settings, 'settings.json'), JSON.stringify({ 'workbench.colorTheme': theme }));
    await page.locator(`.monaco-workbench.${kind}`).waitFor();
    await look();
    if (pictures) await hand.picture(`day-${state}-${theme.toLowerCase().replaceAll(' ', '-')}`);
  }
  rmSync(settings, { recursive: true });
  await page.locator('.monaco-workbench.vs').waitFor();
}

/** What axe finds in places of a page. */
async function faults(frame, include) {
  await frame.evaluate(AXE);
  const found = await frame.evaluate(run, include);
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ failureSummary, html }) => `${id}: ${failureSummary}\n${html}`),
  );
}

/** Runs in the window. Words that stand side by side in a line of a view are one to axe: `unnamedRows` looks at these. */
function run(include) {
  const places = include.map((one) => [one]).filter(([one]) => document.querySelector(one) !== null);
  if (places.length !== include.length) throw new Error(`Not there: ${include}`);
  return globalThis.axe.run(
    { include: places },
    {
      // Neither frames nor style sheets are ours, and both are waited for.
      iframes: false,
      preload: false,
      rules: { 'label-content-name-mismatch': { enabled: false } },
    },
  );
}

/** Runs in the window: the lines of our views that are read out without what they show. */
function unnamedRows() {
  return [...document.querySelectorAll('.sidebar .pane-body .monaco-list-row')].flatMap((row) => {
    const shown = [...row.querySelectorAll('.label-name, .label-description')].map((one) => one.textContent);
    const name = row.getAttribute('aria-label') ?? '';
    return shown.length > 0 && shown.every((words) => name.includes(words)) ? [] : [`${shown}: ${name}`];
  });
}

/** Runs in the window: words of the text in sight that do not stand out enough from what is behind them, or are not there. */
function paleWords(words) {
  const { Color, getContrast } = globalThis.axe.commons.color;
  const colourOf = (element, property) => {
    const colour = new Color();
    colour.parseString(getComputedStyle(element)[property]);
    return colour;
  };
  const behind = colourOf(
    document.querySelector('.editor-instance .monaco-editor-background'),
    'backgroundColor',
  );
  const spans = [...document.querySelectorAll('.editor-instance .view-line span')];
  return words.flatMap((word) => {
    const found = spans.filter(
      (span) => span.children.length === 0 && span.textContent?.replaceAll('\u00a0', ' ').includes(word),
    );
    const pale = found
      .map((span) => getContrast(behind, colourOf(span, 'color')))
      .filter((ratio) => ratio < 4.5);
    return found.length === 0 ? [`${word} is not there`] : pale.map((ratio) => `${word}: ${ratio}`);
  });
}
