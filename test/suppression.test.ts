import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { codeActions } from '../server/features/codeActions.ts';
import { readConfig } from '../server/rules/config.ts';
import { applyEdits } from '../server/text/edit.ts';
import type { Finding } from '../server/text/problem.ts';
import { analyseText, everyRule, type Setting, type TestDocument } from './harness/check.ts';
import { readFixtures } from './harness/fixture.ts';
import { libraryWith } from './harness/library.ts';
import { readMarks } from './harness/markers.ts';
import { someOf, THOROUGH } from './harness/thorough.ts';

const NEVER_IGNORED = /^(?:directive|syntax)\//;

/** How often each thing is found, whatever its place: a comment moves what stands below it. */
function counted(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, message } of findings) {
    const key = `${rule}: ${message}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** The first finding of each rule: what ignores it is the same for the others, where there is no time for all. */
function oneOfEachRule(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ rule }, index) => findings.findIndex((one) => one.rule === rule) === index);
}

function checkIgnoring(document: TestDocument, setting: Setting): void {
  const analysis = analyseText(document, setting);
  const before = counted(analysis.findings);
  for (const finding of THOROUGH ? analysis.findings : oneOfEachRule(analysis.findings)) {
    const { rule, message, span } = finding;
    const own = codeActions(analysis, span, false).filter((action) => action.title.startsWith('Ignore'));
    if (NEVER_IGNORED.test(rule)) {
      assert.ok(!own.some((action) => action.finding === finding));
      continue;
    }
    const ways = own.filter((one) => one.finding?.rule === rule);
    assert.ok(ways.length > 0, `"${message}" cannot be ignored in:\n${document.text}`);
    for (const { title, edits } of ways) checkWay(title, applyEdits(document.text, edits), rule, message);
  }

  function checkWay(title: string, text: string, rule: string, message: string): void {
    const context = `after "${title}" for "${message}", which gives:\n${text}`;
    const after = counted(analyseText({ ...document, text }, setting).findings);
    const key = `${rule}: ${message}`;
    assert.ok((after.get(key) ?? 0) < (before.get(key) ?? 0), `It is still found ${context}`);
    for (const [found, count] of after) {
      if (found.startsWith('directive/missing-reason')) continue;
      assert.ok(count <= (before.get(found) ?? 0), `"${found}" is new ${context}`);
    }
  }
}

/** Ignores what is found first, again and again, until nothing is left that can be ignored. */
function checkIgnoringAll(document: TestDocument, setting: Setting): void {
  const ignorable = (text: string) => {
    const analysis = analyseText({ ...document, text }, setting);
    return { analysis, findings: analysis.findings.filter(({ rule }) => !NEVER_IGNORED.test(rule)) };
  };
  let { text } = document;
  let left = ignorable(text);
  assert.ok(left.findings.length > 10);
  for (let [finding] = left.findings; finding !== undefined; [finding] = left.findings) {
    const { rule, span, message } = finding;
    const action = codeActions(left.analysis, span, false).find(
      (one) => one.title.startsWith('Ignore') && one.finding?.rule === rule,
    );
    assert.ok(action, `"${message}" cannot be ignored in:\n${text}`);
    text = applyEdits(text, action.edits);
    const after = ignorable(text);
    assert.ok(after.findings.length < left.findings.length, `"${message}" is still found in:\n${text}`);
    left = after;
  }
}

/** Every kind of block, each with something to ignore. */
const BLOCKS = `Setext XX%
==========

A paragraph of XX%
over two lines, and straight behind it
| Area | Share |
| --- | --- |
| North | XX% |

- Bullet
- Bullet of XX%
  - nested XX%
- Bullet of XX%
* Another list of XX%
* Another item of XX%

1.  Wide gap
2.  Item of XX%

    with a second passage of XX%

    \`\`\`
    code
    \`\`\`
3.  Item of XX%
4) Another list of XX%
10) Wider number of XX%

- [ ] Task
- [x] Task of XX%
-
- Behind nothing, XX%

  > quoted XX%
- > quoted XX%
- Behind a quotation of XX%

> Quoted XX%

   - Indented
   - Indented item of XX%
- Behind a tab of XX%
-	Tab of XX%
- Last of XX%

### Heading of XX% ###
XX% straight below it
`;

describe('ignoring a finding', () => {
  it('can be done until nothing is left of the example with contradictions', () => {
    const path = 'examples/safeguarding-2012/report-with-contradictions.md';
    const document: TestDocument = { path, syntax: 'markdown', text: readFileSync(path, 'utf8') };
    const setting = everyRule(libraryWith([]));
    checkIgnoring(document, setting);
    checkIgnoringAll(document, setting);
  });

  for (const [syntax, lead] of [
    ['markdown', '---\nframework: ofsted-safeguarding-2012\n---\n\n'],
    ['yaml', 'framework: ofsted-safeguarding-2012\nsections:\n  - heading: A\n    body: |\n'],
  ] as const) {
    it(`can be done in every kind of block in ${syntax}`, () => {
      const body = syntax === 'yaml' ? BLOCKS.replace(/^(?=.)/gm, '      ') : BLOCKS;
      const document: TestDocument = { path: 'a.report.md', syntax, text: lead + body };
      checkIgnoring(document, everyRule(libraryWith([])));
      checkIgnoringAll(document, everyRule(libraryWith([])));
    });
  }

  for (const { file, frameworks, cases } of readFixtures('rules')) {
    const library = libraryWith(frameworks);
    // The first case of each rule is always among them.
    for (const { name, config, documents } of someOf(cases)) {
      it(`brings nothing new in ${file.replace(/^.*rules./, '')}, "${name}"`, () => {
        const read = readConfig(config ?? '');
        const setting = { ...everyRule(library), config: read.config, inPack: config !== undefined };
        for (const { path, syntax, fence } of documents) {
          checkIgnoring({ path, syntax, text: `${readMarks(fence.text).text}\n` }, setting);
        }
      });
    }
  }
});
