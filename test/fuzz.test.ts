import assert from 'node:assert/strict';
import { readCorpus } from './fuzz/corpus.ts';
import { caseOf, described, failureOf, minimised } from './fuzz/fuzz.ts';
import { targets } from './fuzz/targets.ts';

const SEED = 2012;
const CASES = 800;

describe('Any text', () => {
  // The YAML parser makes an error for each fault, and what costs time in these is where they came from.
  const { stackTraceLimit } = Error;
  before(() => {
    Error.stackTraceLimit = 0;
  });
  after(() => {
    Error.stackTraceLimit = stackTraceLimit;
  });

  it(`comes to a good end, as ${CASES} changed texts of every kind do`, async () => {
    const corpus = readCorpus();
    const all = targets(corpus);
    for (let seed = SEED; seed < SEED + CASES; seed += 1) {
      const one = caseOf(seed, all, corpus);
      const reason = await failureOf(one);
      if (reason !== undefined) assert.fail(described(await minimised(one, reason)));
    }
  }).timeout(600_000);
});
