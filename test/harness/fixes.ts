import assert from 'node:assert/strict';
import { applyEdits, overlapping } from '../../server/text/edit.ts';
import type { Finding, Fix } from '../../server/text/problem.ts';
import { findingsIn, isFaultOfText, type Setting, type TestDocument } from './check.ts';

/** The document after a fix; where it asks for words, with tab stops for them. */
export function fixed(document: TestDocument, fix: Fix): string {
  const edits = fix.asks === true ? (fix.snippet?.() ?? []) : fix.edits();
  assert.ok(edits.length > 0, `The fix "${fix.title}" changes nothing.`);
  assert.ok(!overlapping(edits), `The fix "${fix.title}" changes one place twice.`);
  return applyEdits(document.text, edits);
}

/**
 * What holds of every fix: the document can still be read, and the finding is gone. A safe fix also leaves
 * nothing new to find.
 */
export function checkFix(document: TestDocument, finding: Finding, fix: Fix, setting: Setting): void {
  if (fix.asks !== true) {
    checkOutcome(document, finding, fix, fixed(document, fix), setting);
    return;
  }
  assert.deepEqual(fix.edits(), [], `Without tab stops there is nothing to "${fix.title}".`);
  assert.ok(!fix.safe, `"${fix.title}" cannot be safe: somebody has to write something.`);
  const texts = TYPED.map((words) => typed(document, fix, words));
  const done = texts.find((text) => {
    const after = findingsIn({ ...document, text }, setting);
    return !after.some(({ message }) => message === finding.message);
  });
  checkOutcome(document, finding, fix, done ?? texts[0] ?? '', setting);
}

/** What an author may write where a fix asks for words: one of them must do. */
const TYPED = ['5 March 2012', 'North Street team'];
const TAB_STOPS = /(?<!\\)\$(?:\d+|\{\d+(?::(?:[^}\\]|\\.)*)?\})/g;

/** The document after a fix, with words at all of its tab stops. */
function typed({ text }: TestDocument, fix: Fix, words: string): string {
  const edits = (fix.snippet?.() ?? []).map(({ span, insert }) => {
    assert.match(insert, TAB_STOPS, `"${fix.title}" asks for nothing.`);
    return { span, insert: insert.replace(TAB_STOPS, words).replace(/\\([\\$}])/g, '$1') };
  });
  assert.ok(
    edits.length > 0 && !overlapping(edits),
    `The fix "${fix.title}" changes nothing, or one place twice.`,
  );
  return applyEdits(text, edits);
}

function checkOutcome(
  document: TestDocument,
  finding: Finding,
  fix: Fix,
  text: string,
  setting: Setting,
): void {
  const before = findingsIn(document, setting);
  const after = findingsIn({ ...document, text }, setting);
  const context = `after the fix "${fix.title}", which gives:\n${text}`;
  for (const [message, count] of countMessages(after.filter(({ rule }) => isFaultOfText(rule)))) {
    assert.ok(
      count <= (countMessages(before).get(message) ?? 0),
      `The text is broken, "${message}", ${context}`,
    );
  }
  const remaining = countMessages(after).get(finding.message) ?? 0;
  const first = countMessages(before).get(finding.message) ?? 0;
  assert.ok(remaining < first, `"${finding.message}" is still found ${context}`);
  if (!fix.safe) return;
  for (const { message } of after) {
    assert.ok(countMessages(before).has(message), `A safe fix brings "${message}" ${context}`);
  }
}

function countMessages(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { message } of findings) counts.set(message, (counts.get(message) ?? 0) + 1);
  return counts;
}

/** Safe fixes can be applied one after the other without anybody looking, so they must come to an end. */
export function checkSafeFixes(document: TestDocument, setting: Setting): void {
  let text = document.text;
  for (let round = 0; round < 50; round += 1) {
    const findings = findingsIn({ ...document, text }, setting);
    const [safe] = findings.flatMap(({ fixes }) => fixes.filter((fix) => fix.safe));
    if (safe === undefined) return;
    text = fixed({ ...document, text }, safe);
  }
  assert.fail(`Safe fixes never come to an end: ${text}`);
}
