import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { documentAnswers } from '../server/features/answers.ts';
import { FACT_KINDS } from '../server/features/factHints.ts';
import { LENS_KINDS } from '../server/features/lenses.ts';
import { analyseText, everyRule } from './harness/check.ts';
import { libraryWith } from './harness/library.ts';

const FOLDER = 'examples';
const setting = everyRule(libraryWith([]));

function documents(): readonly string[] {
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|report\.yaml)$/.test(name) && path.basename(name) !== 'README.md')
    .sort();
}

/** Whoever cannot see what stands beside the text must find all of it in a list. */
describe('what stands beside the text of the examples', () => {
  let count = 0;

  for (const name of documents()) {
    it(`${name} has all of it in a list`, () => {
      const text = readFileSync(path.join(FOLDER, name), 'utf8');
      const syntax = name.endsWith('.yaml') ? 'yaml' : 'markdown';
      const answers = documentAnswers(analyseText({ path: name, syntax, text }, setting));
      const whole = { from: 0, to: text.length };
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
