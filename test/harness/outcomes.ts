import assert from 'node:assert/strict';
import { findingsIn, type Setting, type TestDocument } from './check.ts';
import { checkFix, checkSafeFixes, fixed } from './fixes.ts';
import type { Fence, FixtureCase, FixtureDocument } from './fixture.ts';
import { readMarks, writeMarks } from './markers.ts';
import { UPDATING } from './update.ts';

/** What a fence should hold. */
export interface Outcome {
  readonly fence: Fence;
  readonly text: string;
}

/** The fences that differ from what they should hold; unless fixtures are being written, there may be none. */
export function checkCase({ documents }: FixtureCase, setting: Setting): readonly Outcome[] {
  const wrong = documents
    .flatMap((document) => outcomes(document, setting))
    .filter(({ fence, text }) => fence.text !== text);
  if (UPDATING) return wrong;
  for (const { fence, text } of wrong) assert.equal(text, fence.text, `The fence "${fence.info}" differs.`);
  return [];
}

/** What the fences of a document should hold. */
function outcomes(
  { fence, fixed: expected, syntax, path: name }: FixtureDocument,
  setting: Setting,
): readonly Outcome[] {
  const { text, marks } = readMarks(fence.text);
  const document: TestDocument = { path: name, syntax, text: `${text}\n` };
  const findings = findingsIn(document, setting);
  const shown = new Set<object>();
  const fixes = findings.flatMap((finding) => finding.fixes.map((fix) => ({ finding, fix })));
  const mended = expected.map(({ title, fence: target }) => {
    const found = fixes.find(({ fix }) => !shown.has(fix) && (title === undefined || fix.title === title));
    assert.ok(
      found,
      `No finding offers the fix "${title}". There are:\n${fixes.map(({ fix }) => fix.title).join('\n')}`,
    );
    shown.add(found.fix);
    return { fence: target, text: fixed(document, found.fix).replace(/\n$/, '') };
  });
  for (const { finding, fix } of fixes) checkFix(document, finding, fix, setting);
  checkSafeFixes(document, setting);
  return [{ fence, text: writeMarks(text, findings, marks) }, ...mended];
}
