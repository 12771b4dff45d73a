import assert from 'node:assert/strict';
import { documentAnswers } from '../server/features/answers.ts';
import { FACT_KINDS } from '../server/features/factHints.ts';
import { LENS_KINDS } from '../server/features/lenses.ts';
import { analyseText } from './harness/check.ts';
import { exampleSamples } from './harness/samples.ts';

/** Whoever cannot see what stands beside the text must find all of it in a list. */
describe('what stands beside the text of the examples', () => {
  let count = 0;

  for (const { name, document, setting } of exampleSamples()) {
    it(`${name} has all of it in a list`, () => {
      const answers = documentAnswers(analyseText(document, setting));
      const whole = { from: 0, to: document.text.length };
      const listed = new Set((answers.beside() ?? []).map(({ at, label }) => `${at} ${label}`));
      const shown = [
        ...answers.lenses(LENS_KINDS).map(({ at, title }) => `${at} ${title}`),
        ...answers.factHints(whole, FACT_KINDS).map(({ at, label }) => `${at} ${label}`),
      ];
      assert.deepEqual(
        shown.filter((one) => !listed.has(one)),
        [],
      );
      // Number checks have a list of their own.
      const rows = answers.numberList()?.groups.flatMap((group) => group.rows) ?? [];
      const unlisted = answers
        .numberHints(whole, 'on')
        .filter(({ at }) => !rows.some(({ span }) => span.from <= at && at <= span.to));
      assert.deepEqual(unlisted, []);
      count += shown.length;
    });
  }

  it('is something', () => assert.ok(count > 50, `${count} lenses and hints`));
});
