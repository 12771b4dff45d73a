import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { dumpReport } from '../server/report/dump.ts';
import { analyseText, everyRule, findingsIn } from './harness/check.ts';
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

/** The clean plan of the pack, in Markdown and as data: fields, measures and actions as the format's own keys. */
describe('examples: the plan in two spellings', () => {
  const [prose, data] = ['improvement-plan.md', 'improvement-plan.report.yaml'].map((name) => {
    const text = readFileSync(path.join('examples/gloucestershire-2020/clean', name), 'utf8');
    return analyseText({ path: name, syntax: name.endsWith('.yaml') ? 'yaml' : 'markdown', text }, setting);
  });
  if (prose === undefined || data === undefined) throw new Error('The plan is not there.');

  it('says the same in both', () => {
    const dump = dumpReport(prose.report);
    assert.equal(dumpReport(data.report), dump);
    assert.equal(dump.match(/field actions-status: /g)?.length, 7);
    assert.ok((dump.match(/^ +- measure /gm)?.length ?? 0) > 25);
    assert.ok((dump.match(/^ +- action /gm)?.length ?? 0) > 30);
  });

  it('has no fault in either', () => {
    assert.deepEqual(prose.findings, []);
    assert.deepEqual(data.findings, []);
  });
});
