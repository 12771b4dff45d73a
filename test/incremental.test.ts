import assert from 'node:assert/strict';
import type { Syntax } from '../server/model/model.ts';
import type { TextEdit } from '../server/text/edit.ts';
import { SourceText } from '../server/text/sourceText.ts';
import { DOCUMENTS } from './incremental/documents.ts';
import { inverse, randomEdit } from './incremental/edits.ts';
import { Random } from './incremental/random.ts';
import { applied, type Case, differenceOf, shrunk } from './incremental/shrink.ts';
import { difference, editedAnalysis, fullAnalysis, stateOf } from './incremental/state.ts';

const EDITS = Number(process.env.TOUCHSTONE_EDITS ?? 20_000);
const SEED = Number(process.env.TOUCHSTONE_SEED ?? 2012);
/** So many edits one after the other; then the text is no report any more, and another begins. */
const RUN = 50;
const LONGEST = 6000;

describe('An analysis made from the one before', () => {
  // The YAML parser makes an error for each fault, and what costs time in these is where they came from.
  const { stackTraceLimit } = Error;
  before(() => {
    Error.stackTraceLimit = 0;
  });
  after(() => {
    Error.stackTraceLimit = stackTraceLimit;
  });

  for (const syntax of ['markdown', 'yaml'] as const) {
    const edits = Math.ceil(EDITS / 2);
    it(`equals an analysis made anew, after each of ${edits} random edits of ${syntax}`, () => {
      const failures: string[] = [];
      for (let run = 0; run * RUN < edits && failures.length < 1; run += 1) {
        const seed = SEED + run;
        const failing = failingRun(syntax, seed);
        if (failing !== undefined) failures.push(described(failing, seed));
      }
      assert.ok(failures.length === 0, failures.join('\n'));
    }).timeout(3_600_000);
  }
});

/** Makes one run of edits. The case that fails, if any does. */
function failingRun(syntax: Syntax, seed: number): Case | undefined {
  const random = new Random(seed);
  const start = random.pick(DOCUMENTS.filter((document) => document.syntax === syntax)).text;
  const steps: TextEdit[][] = [];
  const undo: TextEdit[] = [];
  let text = start;
  let analysis = fullAnalysis(SourceText.of(text), syntax);
  for (let step = 0; step < RUN && text.length < LONGEST; step += 1) {
    const edits: TextEdit[] = [];
    // Editors send what was typed in a hurry together.
    const count = random.chance(0.1) ? 1 + random.below(3) : 1;
    for (let index = 0; index < count; index += 1) {
      const back = random.chance(0.15) ? undo.pop() : undefined;
      const edit = back ?? randomEdit(text, random, syntax);
      if (back === undefined) undo.push(inverse(text, edit));
      edits.push(edit);
      text = applied(text, edit);
    }
    steps.push(edits);
    analysis = editedAnalysis(analysis, edits);
    const full = fullAnalysis(SourceText.of(text), syntax);
    if (difference(stateOf(full), stateOf(analysis)) !== undefined) return { syntax, text: start, steps };
  }
  return undefined;
}

function described(failing: Case, seed: number): string {
  const small = shrunk(failing);
  return [
    `Seed ${seed}, ${small.syntax}. The text`,
    JSON.stringify(small.text),
    ...small.steps.map((edits) => `changed by ${JSON.stringify(edits)}`),
    differenceOf(small) ?? '',
  ].join('\n');
}
