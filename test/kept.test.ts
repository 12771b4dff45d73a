import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Analysis } from '../server/features/analysis.ts';
import { RULES } from '../server/rules/registry.generated.ts';
import type { TextEdit } from '../server/text/edit.ts';
import { analyseText, everyRule, onlyRule, type Setting, type TestDocument } from './harness/check.ts';
import { readFixtures } from './harness/fixture.ts';
import { libraryWith } from './harness/library.ts';
import { readMarks } from './harness/markers.ts';
import { runs, someOf } from './harness/thorough.ts';
import { authorEdit } from './incremental/authorEdits.ts';
import { KEPT_TOO_LONG, type KeptTooLong } from './incremental/keptTooLong.ts';
import { Random } from './incremental/random.ts';
import { applied } from './incremental/shrink.ts';
import { editedAnalysis } from './incremental/state.ts';

const SEED = Number(process.env.TOUCHSTONE_SEED ?? 2012);
/** So many edits of each document, one after the other. */
const EDITS = runs(10);
/** What was broken stays so; a document with a few slips is what rules are to be tried on. */
const RUN = 6;

describe('What a rule for the whole document found before an edit', () => {
  let mended = 0;

  for (const { file, cases, frameworks } of readFixtures('rules')) {
    const id = path.relative(path.resolve('test/rules'), file).replaceAll(path.sep, '/').replace(/\.md$/, '');
    if (!isKept(id)) continue;
    it(`is what it finds now: ${id}`, () => {
      const library = libraryWith(frameworks);
      for (const one of someOf(cases)) {
        const setting = onlyRule(id, one, library);
        for (const { path: name, syntax, fence } of one.documents)
          mended += checkEdits({ path: name, syntax, text: readMarks(fence.text).text }, setting, EDITS);
      }
    }).timeout(60_000);
  }

  it('is what it finds now, of all rules in whole documents', () => {
    for (const document of someOf(examples()))
      mended += checkEdits(document, everyRule(libraryWith([])), EDITS);
  }).timeout(120_000);

  for (const one of KEPT_TOO_LONG) it(`is looked for again: ${one.what}`, () => checkAgain(one));

  it('would be mended as now: some of it can be', () => {
    assert.ok(mended > 100, `Only ${mended} findings had changes to compare.`);
  });
});

function checkAgain({ syntax, text, edit: [old, now], finds }: KeptTooLong): void {
  const document = { path: syntax === 'yaml' ? 'a.report.yaml' : 'a.report.md', syntax, text };
  const setting = everyRule(libraryWith([]));
  const from = text.indexOf(old);
  const edit = { span: { from, to: from + old.length }, insert: now };
  const before = analyseText(document, setting);
  const anew = analyseText({ ...document, text: applied(text, edit) }, setting);
  const count = ({ findings }: Analysis) => findings.filter(({ rule }) => rule === finds.rule).length;
  assert.deepEqual([count(before), count(anew)], [finds.before, finds.after]);
  assert.deepEqual(comparable(editedAnalysis(before, [edit])), comparable(anew));
}

/** Whether what a rule found may be kept. */
function isKept(id: string): boolean {
  const rule = RULES.find((entry) => entry.id === id)?.rule;
  return rule?.scope === 'document' && rule.reads !== undefined;
}

/** The examples that are read at once. */
function examples(): readonly TestDocument[] {
  return readdirSync('examples', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|yaml)$/.test(name) && !/README|touchstone\.yaml/.test(name))
    .sort()
    .map((name) => ({
      path: name.replaceAll(path.sep, '/'),
      syntax: name.endsWith('.md') ? ('markdown' as const) : ('yaml' as const),
      text: readFileSync(path.join('examples', name), 'utf8'),
    }));
}

/** @returns how many findings after an edit could be mended */
function checkEdits(document: TestDocument, setting: Setting, edits: number): number {
  const random = new Random(SEED);
  const start = analyseText(document, setting);
  let [analysis, text, mended] = [start, document.text, 0];
  for (let step = 0; step < edits; step += 1) {
    if (step % RUN === 0 || text === '') [analysis, text] = [start, document.text];
    const edit: TextEdit = authorEdit(text, random);
    const before = text;
    text = applied(text, edit);
    analysis = editedAnalysis(analysis, [edit]);
    const anew = comparable(analyseText({ ...document, text }, setting));
    assert.deepEqual(comparable(analysis), anew, `${JSON.stringify(edit)} in\n${before}`);
    mended += anew.filter(({ fixes }) => fixes.some(({ edits: own }) => own.length > 0)).length;
  }
  return mended;
}

function comparable({ findings }: Analysis) {
  return findings.map(({ fixes, ...finding }) => ({
    ...finding,
    fixes: fixes.map(({ edits, snippet, ...fix }) => ({ ...fix, edits: edits(), snippet: snippet?.() })),
  }));
}
