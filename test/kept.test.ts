import assert from 'node:assert/strict';
import path from 'node:path';
import type { Analysis } from '../server/features/analysis.ts';
import { RULES } from '../server/rules/registry.generated.ts';
import type { TextEdit } from '../server/text/edit.ts';
import { analyseText, onlyRule, type Setting } from './harness/check.ts';
import { type FixtureDocument, readFixtures } from './harness/fixture.ts';
import { libraryWith } from './harness/library.ts';
import { readMarks } from './harness/markers.ts';
import { runs, someOf } from './harness/thorough.ts';
import { Random } from './incremental/random.ts';
import { editedAnalysis } from './incremental/state.ts';

const SEED = Number(process.env.TOUCHSTONE_SEED ?? 2012);
/** So many edits of each document, one after the other. */
const EDITS = runs(20);

describe('What a rule for the whole document found before an edit', () => {
  for (const { file, cases, frameworks } of readFixtures('rules')) {
    const id = path.relative(path.resolve('test/rules'), file).replaceAll(path.sep, '/').replace(/\.md$/, '');
    if (RULES.find((entry) => entry.id === id)?.rule.scope !== 'document') continue;
    it(`is what it finds now: ${id}`, () => {
      const library = libraryWith(frameworks);
      for (const one of someOf(cases)) {
        const setting = onlyRule(id, one, library);
        for (const document of one.documents) checkEdits(document, setting);
      }
    }).timeout(60_000);
  }
});

function checkEdits({ path: name, syntax, fence }: FixtureDocument, setting: Setting): void {
  const random = new Random(SEED);
  const document = { path: name, syntax, text: readMarks(fence.text).text };
  const start = analyseText(document, setting);
  let analysis = start;
  let text = document.text;
  for (let step = 0; step < EDITS; step += 1) {
    // What was broken stays so; a document with a few slips is what rules are to be tried on.
    if (step % 6 === 0) [analysis, text] = [start, document.text];
    const edit = smallEdit(text, random);
    const before = text;
    text = text.slice(0, edit.span.from) + edit.insert + text.slice(edit.span.to);
    analysis = editedAnalysis(analysis, [edit]);
    const anew = analyseText({ ...document, text }, setting);
    assert.deepEqual(said(analysis), said(anew), `${JSON.stringify(edit)} in\n${before}`);
  }
}

/** What a typist does in a moment: a letter or figure more, less or another, or one word less. */
function smallEdit(text: string, random: Random): TextEdit {
  const from = random.below(text.length);
  const word = /^[\p{L}\p{N}]{0,12} ?/u.exec(text.slice(from))?.[0].length ?? 0;
  const insert = random.pick(['', 'e', '3', ' ', 'x ', '.', '']);
  const to = random.chance(0.5) ? from : from + (random.chance(0.5) ? 1 : word);
  return { span: { from, to }, insert };
}

function said({ findings }: Analysis): unknown {
  return findings.map(({ rule, severity, message, span, related, fixes }) => ({
    ...{ rule, severity, message, span, related },
    fixes: fixes.map(({ title, safe, edits, snippet }) => ({
      title,
      safe,
      edits: edits(),
      snippet: snippet?.(),
    })),
  }));
}
