import assert from 'node:assert/strict';
import { allFixes } from '../server/features/fixAll.ts';
import { applyEdits, overlapping } from '../server/text/edit.ts';
import { analyseText } from './harness/check.ts';
import { type Sample, samples } from './harness/samples.ts';
import { someOf } from './harness/thorough.ts';

/** Mends all that can be mended safely, twice; answers whether there was anything to mend. */
function mendTwice({ name, document, setting }: Sample): boolean {
  const edits = allFixes(analyseText(document, setting));
  assert.ok(!overlapping(edits), `One place is changed twice: ${name}`);
  const mended = analyseText({ ...document, text: applyEdits(document.text, edits) }, setting);
  assert.deepEqual(allFixes(mended), [], name);
  return edits.length > 0;
}

describe('to mend all that can be mended safely', () => {
  let count = 0;

  for (const [group, all] of samples()) {
    it(`leaves nothing to mend in ${group}`, () => {
      for (const sample of someOf(all)) if (mendTwice(sample)) count += 1;
    });
  }

  it('is something', () => assert.ok(count > 10, `${count} documents`));
});
