import assert from 'node:assert/strict';
import { RULES } from '../server/rules/registry.generated.ts';
import { JUDGED_CORPUS } from './evaluate/corpus/judged.ts';
import { evaluate } from './evaluate/evaluate.ts';
import {
  allFindings,
  documents,
  JUDGED,
  missingFrom,
  readJudged,
  unreadEntries,
  VERDICTS,
} from './evaluate/judged.ts';
import { textDocuments } from './evaluate/mutation/documents.ts';
import { rewritten } from './evaluate/mutation/harmless.ts';
import { LEAST_RECALL } from './evaluate/mutation/main.ts';
import { mutate } from './evaluate/mutation/mutate.ts';
import { describeEdit, mutationTable, recall } from './evaluate/mutation/tell.ts';
import { leftOut } from './evaluate/published.ts';
import { type Count, RECORDED, readRecord, seededRules } from './evaluate/recorded.ts';
import { type Subject, subject, subjects } from './evaluate/subject.ts';
import { describeOutcome, isGood, LEAST_FOUND, table, totals } from './evaluate/table.ts';
import { findings, mutateTies } from './evaluate/ties.ts';

const SEED = 1;
const TIMES = 40;
const ALL = subjects();

function published(): Subject | undefined {
  return ALL.find(({ form }) => form === 'text');
}

describe('evaluate: faults and harmless edits', () => {
  const missing = leftOut();
  if (missing !== undefined) console.log(`      ${missing}`);

  for (const document of ALL) {
    it(`${document.name}: finds ${100 * LEAST_FOUND}% of the faults and is silent on harmless edits`, () => {
      const outcomes = evaluate(document, SEED, TIMES);
      const bad = outcomes.filter(({ result }) => result !== 'found' && result !== 'silent');
      const told = [table(document.name, outcomes), ...bad.map(describeOutcome)].join('\n');
      assert.ok(isGood(totals(outcomes)), told);
    }).timeout(300_000);
  }
});

describe('evaluate: shares', () => {
  it('every figure that is changed beyond rounding is found, and right ones are left alone', () => {
    const { mutations, falseAlarms, missed } = mutateTies(SEED, 300);
    assert.deepEqual(falseAlarms, []);
    assert.deepEqual(missed, []);
    assert.ok(mutations > 3000);
  }).timeout(300_000);

  it('the share that an example states is right with its own figures and wrong with others', () => {
    assert.equal(findings('304 (69.7%) of the 436 organisations work with children.').length, 0);
    assert.equal(findings('304 (63%) of the 436 organisations work with children.').length, 1);
    assert.equal(findings('340 (69.7%) of the 436 organisations work with children.').length, 1);
    assert.equal(findings('304 (69.7%) of the 463 organisations work with children.').length, 1);
  });
});

describe('evaluate: wrong figures', () => {
  it(`of the figures that are mistyped where they break a tie, ${LEAST_RECALL}% are found at their place`, () => {
    const mutations = textDocuments('').flatMap(({ analysis }) => mutate(analysis, SEED, TIMES));
    assert.ok(mutations.length > 300);
    const told = mutationTable('Wrong figures', mutations);
    assert.ok(recall(mutations) >= LEAST_RECALL, told);
  }).timeout(300_000);

  it('of figures that are said otherwise, nothing is said', () => {
    const edits = textDocuments('').flatMap(({ analysis }) => rewritten(analysis, SEED, TIMES));
    assert.ok(edits.length > 200);
    assert.deepEqual(edits.filter(({ fresh }) => fresh.length > 0).map(describeEdit), []);
  }).timeout(300_000);
});

describe('evaluate: what is recorded', () => {
  const recorded = readRecord().rules;
  const known = new Set(RULES.map(({ id }) => id));

  it('counts no rule that is gone, and none is told to find a fault', () => {
    assert.deepEqual(
      [...Object.keys(recorded), ...seededRules()].filter((id) => !known.has(id)),
      [],
    );
  });

  it('counts every rule for which faults are made', () => {
    const missing = seededRules().filter((id) => recorded[id] === undefined);
    assert.deepEqual(missing, [], `Run "npm run evaluate -- --record", which writes ${RECORDED}.`);
  });

  it(`${100 * LEAST_FOUND}% of all faults were found at their place`, () => {
    const counts = Object.values(recorded);
    const sum = (of: (count: Count) => number) => counts.reduce((total, count) => total + of(count), 0);
    assert.ok(sum(({ found }) => found) >= LEAST_FOUND * sum(({ faults }) => faults));
    assert.ok(counts.every(({ faults, found }) => found <= faults));
  });
});

describe('evaluate: judged findings', () => {
  const judged = readJudged();
  // What is listed for a document that is not here cannot be held against it.
  const here = new Set(documents().map((file) => file.split('/').at(-1)));

  it('every finding on a real document has been read', () => {
    assert.equal(unreadEntries(), '', `Judge these in ${JUDGED}.`);
  }).timeout(300_000);

  it('every finding that was read is still made', () => {
    const stale = missingFrom(
      judged.filter(({ file }) => here.has(file)),
      allFindings(),
    );
    assert.deepEqual(stale, []);
  }).timeout(300_000);

  it('none is wrong, and each verdict has a reason', () => {
    for (const { verdict, reason, message } of judged) {
      assert.ok(
        VERDICTS.some((one) => one === verdict),
        `"${verdict}" is no verdict: ${message}`,
      );
      assert.match(reason, /\.$/, message);
      assert.notEqual(verdict, 'wrong', message);
    }
  });

  /** The least share, in per cent, of the findings of a severity that must be right: what is arguable is not. */
  for (const [severity, least] of Object.entries({ error: 100, warning: 95, info: 85 })) {
    it(`at least ${least}% of findings of severity ${severity} are right, those on published PDFs among them`, () => {
      const all = [...judged, ...readJudged(JUDGED_CORPUS)].filter((entry) => entry.severity === severity);
      const right = all.filter(({ verdict }) => verdict === 'right').length;
      assert.ok(all.length > 0 && 100 * right >= least * all.length, `${right} of ${all.length} are right`);
    });
  }

  it('the published report has no error, and one warning: on two dates of one inspection', function () {
    const document = published();
    if (document === undefined) return this.skip();
    const grave = document
      .check(document.text)
      .filter(({ severity }) => severity === 'error' || severity === 'warning');
    assert.deepEqual(
      grave.map(({ rule, severity }) => `${severity} ${rule}`),
      ['warning date/conflicting-date'],
    );
  });

  it('the examples that are right have no finding', () => {
    const right = documents().filter((name) => /\/clean\/|\/report(?:\.report)?\.(?:md|yaml)$/.test(name));
    assert.ok(right.length >= 6);
    for (const file of right) {
      const { check, text } = subject(file);
      assert.deepEqual(check(text), [], file);
    }
  });
});
