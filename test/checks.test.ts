import assert from 'node:assert/strict';
import path from 'node:path';
import { KINDS } from '../server/framework/checks.ts';
import { onlyRule } from './harness/check.ts';
import { readFixtures } from './harness/fixture.ts';
import { libraryWith } from './harness/library.ts';
import { readMarks } from './harness/markers.ts';
import { checkCase, type Outcome } from './harness/outcomes.ts';
import { UPDATING, updateFences } from './harness/update.ts';

/** Rules that frameworks declare: one fixture a kind, in which only such rules are on. */
describe('checks', () => {
  const fixtures = readFixtures('checks');
  for (const fixture of fixtures) {
    describe(path.basename(fixture.file, '.md'), () => {
      const library = libraryWith(fixture.frameworks);
      const wrong: Outcome[] = [];
      for (const one of fixture.cases) {
        it(one.name, () => {
          wrong.push(...checkCase(one, onlyRule('check', one, library)));
        });
      }
      after(() => {
        if (UPDATING) updateFences(fixture.file, wrong);
      });
    });
  }

  for (const kind of Object.keys(KINDS)) {
    it(`of the kind ${kind} are tested in both syntaxes`, () => {
      const fixture = fixtures.find(({ file }) => path.basename(file, '.md') === kind);
      assert.ok(fixture, `Write test/checks/${kind}.md.`);
      const documents = fixture.cases.flatMap((one) => one.documents);
      for (const syntax of ['markdown', 'yaml']) {
        const marks = documents
          .filter((document) => document.syntax === syntax)
          .map(({ fence }) => readMarks(fence.text).marks.length);
        assert.ok(
          marks.some((count) => count > 0),
          `A case in ${syntax} must fail.`,
        );
        assert.ok(syntax === 'yaml' || marks.includes(0), 'A case must be clean.');
      }
    });
  }
});
