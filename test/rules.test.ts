import assert from 'node:assert/strict';
import path from 'node:path';
import { RULES } from '../server/rules/registry.generated.ts';
import { SEVERITIES } from '../server/text/problem.ts';
import { everyRule, findingsIn, onlyRule, type TestDocument } from './harness/check.ts';
import { type Fixture, readFixtures } from './harness/fixture.ts';
import { libraryWith } from './harness/library.ts';
import { readMarks } from './harness/markers.ts';
import { checkCase, type Outcome } from './harness/outcomes.ts';
import { MARKDOWN_SAMPLE, YAML_SAMPLE } from './harness/sample.ts';
import { STRIDE } from './harness/thorough.ts';
import { UPDATING, updateFences } from './harness/update.ts';

const FIXTURES = readFixtures('rules');

for (const fixture of FIXTURES) {
  const id = ruleOf(fixture);
  describe(id, () => {
    const library = libraryWith(fixture.frameworks);
    const wrong: Outcome[] = [];
    for (const one of fixture.cases) {
      it(one.name, () => {
        assert.ok(
          RULES.some((entry) => entry.id === id),
          `There is no rule ${id}; has "npm run generate" been run?`,
        );
        wrong.push(...checkCase(one, onlyRule(id, one, library)));
      });
    }
    // Fences are known by their lines, so all of a file are written at once.
    after(() => {
      if (UPDATING) updateFences(fixture.file, wrong);
    });
  });
}

function ruleOf({ file }: Fixture): string {
  return path.relative(path.resolve('test/rules'), file).replaceAll(path.sep, '/').replace(/\.md$/, '');
}

describe('Every rule', () => {
  const library = libraryWith([]);

  for (const { id, rule } of RULES) {
    it(`${id} is documented and tested`, () => {
      assert.match(id, /^[a-z]+(?:-[a-z]+)*\/[a-z]+(?:-[a-z]+)*$/);
      assert.match(rule.summary, /^\p{Lu}[^\n]*[^.\n]\.$/u, 'The summary is one sentence.');
      assert.doesNotMatch(rule.summary, /[.!?]\s+\p{Lu}/u, 'The summary is one sentence.');
      assert.match(rule.why, /\.$/, 'The reason is a sentence.');
      assert.ok(SEVERITIES.includes(rule.severity));
      for (const option of Object.values(rule.options ?? {})) assert.match(option.description, /\.$/);
      const fixture = FIXTURES.find((one) => ruleOf(one) === id);
      assert.ok(fixture, `Write test/rules/${id}.md.`);
      const marks = fixture.cases.flatMap(({ documents }) =>
        documents.map(({ fence }) => readMarks(fence.text).marks.filter((mark) => mark.rule === id).length),
      );
      assert.ok(
        marks.some((count) => count > 0),
        'A case must fail.',
      );
      assert.ok(marks.includes(0), 'A case must be clean.');
    });
  }

  it('says nothing about an empty file', () => {
    for (const [name, syntax] of [
      ['a.report.md', 'markdown'],
      ['a.report.yaml', 'yaml'],
    ] as const) {
      const findings = findingsIn({ path: name, syntax, text: '' }, everyRule(library));
      assert.deepEqual(
        findings.filter(({ rule }) => !rule.startsWith('syntax/')),
        [],
      );
    }
  });

  it('runs on every beginning of a document', () => {
    checkBeginnings({ path: 'a.report.md', syntax: 'markdown', text: MARKDOWN_SAMPLE });
    checkBeginnings({ path: 'a.report.yaml', syntax: 'yaml', text: YAML_SAMPLE });
  }).timeout(300_000);

  function checkBeginnings(document: TestDocument): void {
    const setting = everyRule(library);
    for (let length = 0; length <= document.text.length; length += STRIDE) {
      const text = document.text.slice(0, length);
      for (const { message, span, rule } of findingsIn({ ...document, text }, setting)) {
        assert.ok(!message.includes('could not be run'), `${rule}: ${message} After ${length} characters.`);
        assert.ok(
          span.from >= 0 && span.from <= span.to && span.to <= length,
          `${rule} points outside of the text.`,
        );
      }
    }
  }
});
