import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { everyRule, findingsIn } from './harness/check.ts';
import { libraryWith } from './harness/library.ts';

const FOLDER = 'examples/safeguarding-2012';
const setting = everyRule(libraryWith([]));

function findings(name: string) {
  const text = readFileSync(path.join(FOLDER, name), 'utf8');
  return findingsIn({ path: name, syntax: name.endsWith('.yaml') ? 'yaml' : 'markdown', text }, setting);
}

describe('examples', () => {
  for (const name of ['report.md', 'report.report.yaml']) {
    it(`${name} is clean`, () => {
      assert.deepEqual(
        findings(name).map(({ rule, message }) => `${rule}: ${message}`),
        [],
      );
    });
  }

  it('the mistakes that the README lists are found, in its order, and no others', () => {
    const readme = readFileSync(path.join(FOLDER, 'README.md'), 'utf8');
    const planted = [...readme.matchAll(/^\|.*\| `([a-z-]+\/[a-z-]+)` \|$/gm)].map((row) => row[1]);
    assert.ok(planted.length >= 12);
    assert.deepEqual(
      findings('report-with-contradictions.md').map(({ rule }) => rule),
      planted,
    );
  });
});
