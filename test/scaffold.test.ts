import assert from 'node:assert/strict';
import { type Scaffold, scaffold } from '../server/features/scaffold.ts';
import type { FrameworkLibrary } from '../server/framework/library.ts';
import type { Syntax } from '../server/model/model.ts';
import type { Finding } from '../server/text/problem.ts';
import { analyseText, everyRule } from './harness/check.ts';
import { libraryWith } from './harness/library.ts';
import { OWN_FRAMEWORKS } from './scaffold/frameworks.ts';

type Answers = Readonly<Record<string, string | readonly string[]>>;

const SYNTAXES: readonly Syntax[] = ['markdown', 'yaml'];
const LIBRARY = libraryWith([...OWN_FRAMEWORKS.values()]);

function made(
  id: string,
  syntax: Syntax,
  answers: Answers = {},
  library: FrameworkLibrary = LIBRARY,
): Scaffold {
  const entry = library.get(id);
  assert.ok(entry, `the framework ${id}`);
  const given = Object.entries(answers).map(([key, value]) => [key, [value].flat()] as const);
  return scaffold({ entry, syntax, answers: new Map(given) });
}

function findingsOf(text: string, syntax: Syntax): readonly Finding[] {
  const path = `new.report.${syntax === 'yaml' ? 'yaml' : 'md'}`;
  return analyseText({ path, syntax, text }, everyRule(LIBRARY)).findings;
}

/** Whether a finding says of a gap that it is one: at the gap, or at the name of the field that it stands in. */
function tellsOf({ rule, span, message }: Finding, gap: Scaffold['gaps'][number], text: string): boolean {
  if (rule === 'prose/placeholder') return span.from < gap.to && gap.from < span.to;
  if (rule !== 'document/missing-field' || !message.includes('is still to be filled in')) return false;
  const between = text.slice(span.to, gap.from);
  return span.to <= gap.from && /^:\s*(?:- )?"?$/.test(between);
}

/** What is amiss in a new document: findings that tell of no gap, and gaps that not exactly one finding tells of. */
function amiss({ text, gaps }: Scaffold, syntax: Syntax): readonly string[] {
  const findings = findingsOf(text, syntax);
  const others = findings.filter((finding) => !gaps.some((gap) => tellsOf(finding, gap, text)));
  const odd = gaps.filter((gap) => findings.filter((finding) => tellsOf(finding, gap, text)).length !== 1);
  return [
    ...others.map(({ rule, message }) => `${rule}: ${message}`),
    ...odd.map(({ from, to }) => `${text.slice(from, to)} is not one finding`),
  ];
}

describe('scaffold', () => {
  for (const id of LIBRARY.ids()) {
    for (const syntax of SYNTAXES) {
      it(`of ${id} in ${syntax} lacks nothing but what is to be filled in`, () => {
        const document = made(id, syntax);
        assert.deepEqual(amiss(document, syntax), []);
        assert.ok(document.gaps.length > 0);
      });
    }
  }

  it('keeps the parts that close a letter behind its sections', () => {
    const { text } = made('note', 'markdown');
    assert.ok(text.indexOf('Dear') < text.indexOf('## Strengths'));
    assert.ok(text.indexOf('Yours sincerely') > text.indexOf('## Strengths'));
  });

  it('of any letter does not close it before it has begun', () => {
    for (const id of LIBRARY.ids()) {
      const parts = LIBRARY.get(id)?.vocabulary.framework.parts ?? [];
      const closing = parts.filter(({ begins }) => begins.some((words) => words.startsWith('Yours')));
      assert.deepEqual(
        closing.map(({ place }) => place),
        closing.map(() => 'end'),
        id,
      );
    }
  });

  it('numbers paragraphs through the document', () => {
    const { text } = made('judged', 'markdown');
    assert.deepEqual(text.match(/^\d+\./gm), ['1.', '2.', '3.']);
  });

  it('numbers paragraphs by their sections, which are as many as there must be', () => {
    const { text } = made('numbered', 'markdown');
    assert.deepEqual(text.match(/^(?:## )?\d[\d.]*/gm), [
      '## 1.',
      '1.1',
      '1.2',
      '## 2.',
      '2.1',
      '## 3.',
      '3.1',
    ]);
    assert.match(made('numbered', 'yaml').text, /number: "2"\n {4}body: \|\n {6}2\.1 /);
  });

  it('puts answers where they belong, whatever characters they hold', () => {
    const answers = {
      title: 'Review: "North" [draft]',
      reviewed: '3 to 5 March 2025',
      members: ['Team manager', 'Social worker'],
      author: 'Head of service',
    };
    for (const syntax of SYNTAXES) {
      const document = made('judged', syntax, answers);
      assert.deepEqual(amiss(document, syntax), []);
      const { report } = analyseText({ path: 'a.md', syntax, text: document.text }, everyRule(LIBRARY));
      assert.equal(report.title, answers.title);
      assert.match(document.text, /^members:\n {2}- Team manager\n {2}- Social worker\n/m);
      assert.match(document.text, /^reviewed: 3 to 5 March 2025\n/m);
      assert.match(document.text, /^author: Head of service\n/m);
    }
  });

  it('has the sections that were in force on the day of the document', () => {
    const headings = (answers: Answers) => made('dated', 'markdown', answers).text.match(/^## .*/gm);
    assert.deepEqual(headings({ date: '2019-05-01' }), ['## Before']);
    assert.deepEqual(headings({ date: '2021-05-01' }), ['## Since']);
    assert.deepEqual(headings({}), ['## Since']);
  });

  it('aligns tables by what stands in them', () => {
    const { text } = made('plan', 'markdown');
    const rows = text.split('\n').filter((line) => line.startsWith('|'));
    assert.deepEqual(new Set(rows.map((row) => row.length)).size, 1);
  });
});
