import assert from 'node:assert/strict';
import { corpus, NO_CORPUS } from './evaluate/corpus/folder.ts';
import { JUDGED_CORPUS, listedFindings } from './evaluate/corpus/judged.ts';
import { readReport } from './evaluate/corpus/read.ts';
import { asEntries, type Listed, missingFrom, readJudged, VERDICTS } from './evaluate/judged.ts';

describe('findings on published PDFs', function () {
  this.timeout(240_000);
  const judged = readJudged(JUDGED_CORPUS);
  const findings: Listed[] = [];

  before(async function () {
    const names = corpus();
    if (names === undefined) {
      console.log(`      ${NO_CORPUS}`);
      return this.skip();
    }
    for (const name of names) {
      const report = await readReport(name);
      assert.ok(typeof report !== 'string', `${name}: ${String(report)}`);
      findings.push(...listedFindings(report));
    }
  });

  it('have all been judged', () => {
    assert.equal(asEntries(missingFrom(findings, judged)), '', `Judge these in ${JUDGED_CORPUS}.`);
  });

  it('are still made, once they have been judged', () => {
    assert.deepEqual(missingFrom(judged, findings), []);
  });
});

describe('judgements of findings on published PDFs', () => {
  for (const { file, where, message, verdict, reason } of readJudged(JUDGED_CORPUS)) {
    it(`${file}, ${where}: ${message}`, () => {
      assert.ok(
        VERDICTS.some((one) => one === verdict && one !== 'wrong'),
        verdict,
      );
      assert.match(reason, /\.$/);
    });
  }
});
