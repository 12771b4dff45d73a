import assert from 'node:assert/strict';
import { KINDS } from '../server/framework/checks.ts';
import { FrameworkLibrary } from '../server/framework/library.ts';
import type { Syntax } from '../server/model/model.ts';
import { defineRule } from '../server/rules/rule.ts';
import type { TextEdit } from '../server/text/edit.ts';
import { SourceText } from '../server/text/sourceText.ts';
import { generate } from './bench/generate.ts';
import { CHECKED, CHECKED_DATA, CHECKED_FRAMEWORK } from './incremental/checked.ts';
import { DOCUMENTS, FLOODED, type StartDocument } from './incremental/documents.ts';
import { inverse, randomEdit } from './incremental/edits.ts';
import { Random } from './incremental/random.ts';
import { applied, type Case, differenceOf, shrunk } from './incremental/shrink.ts';
import { difference, editedAnalysis, fullAnalysis, stateOf } from './incremental/state.ts';

const EDITS = Number(process.env.TOUCHSTONE_EDITS ?? 4_000);
const SEED = Number(process.env.TOUCHSTONE_SEED ?? 2012);
/** So many edits one after the other; then the text is no report any more, and another begins. */
const RUN = 50;
const LONGEST = 6000;
const HOUR = 3_600_000;

/** What random edits once found: a text, and the edit after which its analysis was another. */
const ONCE_DIFFERENT: readonly (readonly [string, Syntax, string, TextEdit])[] = [
  [
    'a list item whose first line is blank',
    'markdown',
    '\n\n3. \n   |\n\n   |',
    { span: { from: 0, to: 0 }, insert: '* * *\n' },
  ],
  [
    'too much markup in front matter that is never closed',
    'markdown',
    '---\n ewo',
    { span: { from: 4, to: 4 }, insert: '[a]('.repeat(600) },
  ],
];

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
      checkRuns(
        DOCUMENTS.filter((document) => document.syntax === syntax),
        edits,
      );
    }).timeout(HOUR);
  }

  it(`equals an analysis made anew, after each of ${EDITS / 20} random edits of too much markup`, () => {
    checkRuns([FLOODED], EDITS / 20);
  }).timeout(HOUR);

  for (const syntax of ['markdown', 'yaml'] as const) {
    it(`looks at a handful of blocks for a key in 250 KB of ${syntax}`, () => checkCost(syntax)).timeout(
      60_000,
    );
  }

  for (const [what, syntax, before, edit] of ONCE_DIFFERENT) {
    it(`equals an analysis made anew: ${what}`, () => {
      const edited = editedAnalysis(fullAnalysis(SourceText.of(before), syntax), [edit]);
      const anew = fullAnalysis(edited.input.text, syntax);
      assert.equal(difference(stateOf(anew), stateOf(edited)), undefined);
    });
  }

  it('begins with checks of every kind that find something in it', () => {
    const library = FrameworkLibrary.builtin().with([{ path: 'c.framework.yaml', text: CHECKED_FRAMEWORK }]);
    assert.deepEqual(library.file('c.framework.yaml')?.problems, []);
    const declared = library.get('checked')?.vocabulary.framework.checks.map(({ kind }) => kind);
    assert.deepEqual([...new Set(declared)].sort(), Object.keys(KINDS).sort());
    for (const [text, syntax] of [
      [CHECKED, 'markdown'],
      [CHECKED_DATA, 'yaml'],
    ] as const) {
      const { findings } = fullAnalysis(SourceText.of(text), syntax);
      assert.ok(findings.filter(({ rule }) => rule.startsWith('check/')).length > 2);
    }
  });

  it('knows what follows a fence again when the fence is closed', checkFence).timeout(60_000);
});

function checkRuns(documents: readonly StartDocument[], edits: number): void {
  for (let seed = SEED; (seed - SEED) * RUN < edits; seed += 1) {
    const failing = failingRun(documents, seed);
    if (failing !== undefined) assert.fail(described(failing, seed));
  }
}

/** Counts how often rules look at blocks and sections: times differ from machine to machine, these do not. */
function counting() {
  const looked = { block: 0, section: 0 };
  const rules = (['block', 'section'] as const).map((scope) => ({
    id: `count/${scope}`,
    rule: defineRule({
      scope,
      summary: 'Nothing.',
      why: 'It counts.',
      severity: 'hint',
      check: () => {
        looked[scope] += 1;
        return [];
      },
    }),
  }));
  return { looked, rules };
}

function checkCost(syntax: Syntax): void {
  const { looked, rules } = counting();
  const text = generate(250_000, syntax);
  let analysis = fullAnalysis(SourceText.of(text), syntax, rules);
  const blocks = analysis.model.blocks.length;
  assert.ok(looked.block >= blocks && blocks > 500, `${looked.block} looks at ${blocks} blocks.`);
  // Behind so many characters on one line stands prose, never a heading.
  const words = [...text.matchAll(/(?<=.{80}) [a-z]{4,} /g)];
  const random = new Random(SEED);
  for (let key = 0; key < 50; key += 1) {
    const at = random.pick(words).index + 3;
    const known = new Set(analysis.model.blocks.map(({ block }) => block));
    Object.assign(looked, { block: 0, section: 0 });
    analysis = editedAnalysis(analysis, [{ span: { from: at, to: at }, insert: 'e' }]);
    const fresh = analysis.model.blocks.filter(({ block }) => !known.has(block)).length;
    assert.ok(fresh <= 3, `${fresh} blocks were read again for a key at ${at}.`);
    assert.ok(looked.block <= 3, `${looked.block} blocks were checked again for a key at ${at}.`);
    assert.ok(looked.section <= 1, `${looked.section} sections were checked again for a key at ${at}.`);
  }
}

function checkFence(): void {
  const { looked, rules } = counting();
  const text = generate(250_000, 'markdown');
  const from = text.indexOf('\n\n', text.length >> 1) + 2;
  const opened = editedAnalysis(fullAnalysis(SourceText.of(text), 'markdown', rules), [
    { span: { from, to: from }, insert: '```\n' },
  ]);
  const typed = editedAnalysis(opened, [{ span: { from: from + 4, to: from + 4 }, insert: 'x\n' }]);
  assert.ok(typed.model.blocks.length < 400, 'The fence takes in what follows.');
  looked.block = 0;
  const closed = editedAnalysis(typed, [{ span: { from: from + 6, to: from + 6 }, insert: '```\n\n' }]);
  assert.ok(closed.model.blocks.length > 500, 'The fence is closed again.');
  assert.ok(looked.block <= 3, `${looked.block} blocks were checked again.`);
}

/** Makes one run of edits. The case that fails, if any does. */
function failingRun(documents: readonly StartDocument[], seed: number): Case | undefined {
  const random = new Random(seed);
  const { text: start, syntax } = random.pick(documents);
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
