import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { analyse } from '../server/features/analysis.ts';
import { type Baseline, readBaseline, writeBaseline } from '../server/features/baseline.ts';
import { acceptedBy, loadBaseline } from '../server/features/packBaseline.ts';
import { type Accepted, entriesFor, setAside } from '../server/features/setAside.ts';
import { emptyHost } from '../server/lsp/remoteHost.ts';
import type { Finding } from '../server/text/problem.ts';
import { SourceText } from '../server/text/sourceText.ts';
import { analyseText, everyRule } from './harness/check.ts';
import { quickest } from './harness/growth.ts';
import { libraryWith } from './harness/library.ts';
import { runs } from './harness/thorough.ts';

const FRAMEWORK = `id: short
title: Short
numbering: none
sections: [{ id: aim, heading: Aim, required: true }]
`;
const setting = everyRule(libraryWith([FRAMEWORK]));
const HEAD = '---\nframework: short\n---\n\n';
const SHARE = 'Of 40 visits, 30 (80%) were in time.';
const LONG = 'It was a long and winding road, and [all that could be done';

const validate = new Ajv().compile(JSON.parse(readFileSync('schemas/baseline.schema.json', 'utf8')));

/** What is wrong with the text of a baseline; nothing where it is one. */
function problemOf(text: string): string | undefined {
  const read = readBaseline(text);
  return read.ok ? undefined : read.problem;
}

function analysed(text: string, accepted: Accepted = [], path = 'a.report.md') {
  const syntax = path.endsWith('.md') ? 'markdown' : 'yaml';
  return analyseText({ path, syntax, text }, { ...setting, accepted: new Map([[path, accepted]]) });
}

/** What a baseline has that was written of this text. */
function written(text: string, path?: string): Accepted {
  const analysis = analysed(text, 'everything', path);
  return entriesFor(analysis.setAside, analysis.input.text);
}

const messages = (findings: readonly Finding[]) => findings.map(({ message }) => message);

const SHAPES: readonly (readonly [text: string, problem: string | undefined])[] = [
  ['{ "version": 1, "files": {} }', undefined],
  ['{ "$schema": "s.json", "version": 1, "files": { "a.md": [] } }', undefined],
  [
    '{ "version": 1, "files": { "a.md": [{ "rule": "r", "message": "m", "words": "w", "count": 2 }] } }',
    undefined,
  ],
  ['{ "version": 1, "files": { "__proto__": [{ "rule": "r", "message": "m" }] } }', undefined],
  ['[]', 'It is no object, which is what stands between { and }.'],
  ['null', 'It is no object, which is what stands between { and }.'],
  ['"1"', 'It is no object, which is what stands between { and }.'],
  ['{}', 'It is no baseline: one has "version": 1 and "files".'],
  ['{ "version": 1 }', 'It is no baseline: one has "version": 1 and "files".'],
  ['{ "version": "1", "files": {} }', 'It is no baseline: one has "version": 1 and "files".'],
  [
    '{ "version": 2, "files": {} }',
    'It is of version 2, and this Touchstone knows version 1: use a newer Touchstone.',
  ],
  ['{ "version": 1, "files": [] }', 'Its "files" is no object, which is what stands between { and }.'],
  ['{ "version": 1, "files": {}, "note": 1 }', 'It has "note", which is no key there.'],
  ['{ "$schema": 1, "version": 1, "files": {} }', 'Its "$schema" is no address.'],
  ['{ "version": 1, "files": { "a.md": {} } }', 'What stands at "a.md" is no list of findings.'],
  [
    '{ "version": 1, "files": { "a.md": ["r"] } }',
    'Finding 1 of "a.md" is no object, which is what stands between { and }.',
  ],
  [
    '{ "version": 1, "files": { "a.md": [{ "rule": "r" }] } }',
    'The "message" of finding 1 of "a.md" is no text.',
  ],
  [
    '{ "version": 1, "files": { "a.md": [{ "rule": "r", "message": "m", "line": 3 }] } }',
    'Finding 1 of "a.md" has "line", which is no key there.',
  ],
  ...['0', '1.5', '"2"', 'null', '-1'].map(
    (count) =>
      [
        `{ "version": 1, "files": { "a.md": [{ "rule": "r", "message": "m", "count": ${count} }] } }`,
        'The "count" of finding 1 of "a.md" is no whole number from 1 on.',
      ] as const,
  ),
];

const NO_JSON = /^It is no JSON: open it in an editor/;

describe('baseline: the file', () => {
  for (const [text, problem] of SHAPES) {
    it(`says ${problem === undefined ? 'nothing' : 'what is wrong'} of ${text}, and so does its schema`, () => {
      assert.equal(problemOf(text), problem);
      assert.equal(validate(JSON.parse(text)), problem === undefined);
    });
  }

  it('says in plain words why a text is no JSON', () => {
    assert.equal(problemOf(' \n'), 'It is empty.');
    assert.match(problemOf('{ "version": 1,') ?? '', NO_JSON);
    assert.match(problemOf('framework: short\n') ?? '', NO_JSON);
    assert.match(problemOf('['.repeat(500_000)) ?? '', NO_JSON);
    const conflict = '{\r\n<<<<<<< HEAD\r\n"version": 1,\r\n=======\r\n>>>>>>> theirs\r\n"files": {} }';
    assert.match(problemOf(conflict) ?? '', /^In line 2 two versions of it are left unmerged/);
  });

  it('is read as it was written, and written in one order, each finding on its line', () => {
    const text = fc.string({ unit: 'binary' }).map((words) => Buffer.from(words).toString());
    const entry = fc.record({
      rule: text,
      message: text,
      words: text,
      count: fc.integer({ min: 1, max: 9 }),
    });
    const files = fc.array(fc.tuple(text, fc.array(entry, { minLength: 1 })));
    const key = (one: object) => JSON.stringify(one);
    fc.assert(
      fc.property(files, fc.option(text, { nil: undefined }), (documents, schema) => {
        const baseline: Baseline = { schema, files: new Map(documents) };
        const json = writeBaseline(baseline);
        assert.ok(validate(JSON.parse(json)), JSON.stringify(validate.errors));
        const read = readBaseline(json);
        assert.ok(read.ok);
        const sorted = ({ files: all }: Baseline) =>
          [...all].map(([path, entries]) => [path, ...entries.map(key).sort()].join('\n')).sort();
        assert.equal(read.baseline.schema, schema);
        assert.deepEqual(sorted(read.baseline), sorted(baseline));
        assert.equal(writeBaseline(read.baseline), json);
        const reversed = new Map(
          [...baseline.files].reverse().map(([path, list]) => [path, [...list].reverse()]),
        );
        const again = writeBaseline({ schema, files: reversed });
        assert.equal(again.split('\n').length, json.split('\n').length);
        assert.equal(again.length, json.length);
      }),
      { numRuns: runs(100) },
    );
  });

  it('is read and applied in time that grows with its length', () => {
    const entries = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        rule: 'number/share-mismatch',
        message: `Figure ${index} is wrong.`,
        words: '80%',
        count: 1,
      }));
    const text = SourceText.of('80% '.repeat(100));
    const act = (count: number) => () => {
      const json = writeBaseline({ schema: undefined, files: new Map([['a.md', entries(count)]]) });
      const read = readBaseline(json);
      assert.ok(read.ok);
      const span = { from: 0, to: 3 };
      const rest = { severity: 'error' as const, related: [], fixes: [] };
      const findings = entries(count).map(({ rule, message }) => ({ rule, message, span, ...rest }));
      const sorted = setAside(findings, read.baseline.files.get('a.md') ?? [], text);
      assert.equal(sorted.setAside.length, count);
      assert.equal(sorted.told.length + sorted.outdated.length, 0);
    };
    const most = 12 * Math.max(quickest(act(25_000), 2), 20);
    assert.ok(quickest(act(100_000), 2, most) < most);
  }).timeout(30_000);

  it('is found by the paths in it, however addresses are escaped', async () => {
    const json = JSON.stringify({
      version: 1,
      files: {
        '2018/a (final) é.md': [{ rule: 'r', message: 'm' }],
        '../b.md': [{ rule: 's', message: 'm' }],
      },
    });
    const host = { ...emptyHost, read: async () => new TextEncoder().encode(`\uFEFF${json}`) };
    const named = { text: 'old/touchstone-baseline.json', span: { from: 0, to: 1 } };
    const loaded = await loadBaseline(host, 'file:///c%3A/reports', named);
    assert.ok(loaded?.read?.ok);
    const rules = (path: string) => acceptedBy(host, loaded)(path).map(({ rule }) => rule);
    assert.deepEqual(rules('file:///C:/reports/old/2018/a%20%28final%29%20%C3%A9.md'), ['r']);
    assert.deepEqual(rules('file:///c%3A/reports/old/2018/a%20(final)%20é.md'), ['r']);
    assert.deepEqual(rules('file:///c%3A/reports/b.md'), ['s']);
    assert.deepEqual(rules('file:///c%3A/reports/old/b.md'), []);
  });
});

describe('baseline: what it sets aside', () => {
  for (const [syntax, path, before, moved, changed] of [
    [
      'Markdown',
      'a.report.md',
      `${HEAD}## Aim\n\n${SHARE}\n\n${LONG}\n`,
      `${HEAD}It begins.\n\n## Aim\n\nIt goes on. ${SHARE.replace(' (', '\n(')}\n\n${LONG.replaceAll(' ', '\n')}\n`,
      `${HEAD}## Aim\n\n${SHARE.replace('30', '31')}\n\n${LONG}\n`,
    ],
    [
      'YAML',
      'a.report.yaml',
      `framework: short\nsections:\n  - heading: Aim\n    body: |\n      ${SHARE}\n\n      ${LONG}\n`,
      `framework: short\nsections:\n- heading: Aim\n  body: |\n        It goes on. ${SHARE.replace(' (', '\n        (')}\n\n        ${LONG.replaceAll(' ', '\n        ')}\n`,
      `framework: short\nsections:\n  - heading: Aim\n    body: |\n      ${SHARE.replace('30', '31')}\n\n      ${LONG}\n`,
    ],
  ] as const) {
    it(`goes with the words as they move and are wrapped anew, in ${syntax}`, () => {
      const accepted = written(before, path);
      const found = analysed(before, [], path).findings;
      assert.equal(found.length, 2, messages(found).join('\n'));
      const { findings, setAside: aside, outdated } = analysed(moved, accepted, path);
      assert.deepEqual(messages(findings), []);
      assert.equal(aside.length, 2);
      assert.deepEqual(outdated, []);
    });

    it(`leaves what has changed, in ${syntax}`, () => {
      const { findings, outdated } = analysed(changed, written(before, path), path);
      assert.deepEqual(messages(findings), ['31 of 40 is 77.5%, not 80%. (80% of 40 is 32.)']);
      assert.deepEqual(messages(outdated as never), ['30 of 40 is 75%, not 80%. (80% of 40 is 32.)']);
    });
  }

  it('counts what is alike, and leaves the last', () => {
    const twice = `${HEAD}## Aim\n\n${SHARE}\n\nAgain. ${SHARE}\n`;
    const { findings } = analysed(`${twice}\nOnce more. ${SHARE}\n`, written(twice));
    assert.equal(findings.length, 1);
    assert.equal(twice.length < (findings[0]?.span.from ?? 0), true);
    const [lacking] = analysed(`${HEAD}## Aim\n\n${SHARE}\n`, written(twice)).outdated;
    assert.equal(lacking?.count, 1);
    const parted = [...written(twice)].flatMap((one) =>
      typeof one === 'string' ? [] : [{ ...one, count: 1 }],
    );
    assert.deepEqual(analysed(twice, [...parted, ...parted]).findings, []);
  });

  it('never has comments of no use, nor what was too much to check', () => {
    const unused = `${HEAD}## Aim\n\n<!-- touchstone-disable-next-line prose/placeholder -- so it was -->\n\n${SHARE}\n`;
    assert.deepEqual(
      analysed(unused, 'everything').findings.map(({ rule }) => rule),
      ['directive/unused-suppression'],
    );
    const large = analysed(
      `${HEAD}${'\n'.repeat(120_000)}${SHARE}\n`,
      written(`${HEAD}## Aim\n\n${SHARE}\n`),
    );
    assert.deepEqual(
      large.findings.map(({ rule }) => rule),
      ['syntax/limits'],
    );
    assert.deepEqual([large.setAside, large.outdated], [[], []]);
  });

  it('leaves a comment of use that switches off what it has', () => {
    const text = `${HEAD}## Aim\n\n<!-- touchstone-disable-next-line number/share-mismatch -- so it was -->\n\n${SHARE}\n`;
    const { findings, setAside: aside, outdated } = analysed(text, written(`${HEAD}## Aim\n\n${SHARE}\n`));
    assert.deepEqual([findings, aside], [[], []]);
    assert.equal(outdated.length, 1);
  });

  it('has more findings of one rule than are told', () => {
    const text = `${HEAD}## Aim\n\n${`${SHARE}\n\n`.repeat(1100)}`;
    assert.ok(analysed(text).findings.some(({ rule }) => rule === 'syntax/limits'));
    const { findings, setAside: aside } = analysed(text, written(text));
    assert.deepEqual(findings, []);
    assert.ok(aside.length >= 1100);
  });

  it('is the same after an edit as from scratch', () => {
    const text = `${HEAD}## Aim\n\n${SHARE}\n\nMore.\n`;
    const before = analysed(text, written(text));
    const at = text.indexOf('More.');
    const input = { ...before.input, text: before.input.text.replace({ from: at, to: at }, `${SHARE}\n\n`) };
    const change = { old: { from: at, to: at }, now: { from: at, to: at + SHARE.length + 2 } };
    const after = analyse(input, { analysis: before, change });
    const fresh = analyse(input);
    const told = ({ findings, setAside: aside, outdated }: typeof after) => [
      messages(findings),
      messages(aside),
      outdated,
    ];
    assert.deepEqual(told(after), told(fresh));
    assert.equal(after.findings.length, 1);
    assert.equal(after.setAside.length, 1);
  });
});
