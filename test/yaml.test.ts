import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import {
  type DataNode,
  type DataReading,
  entryOf,
  plainValue,
  scalarOffsets,
} from '../server/syntax/data.ts';
import { splitFrontMatter } from '../server/syntax/frontMatter.ts';
import { readYaml } from '../server/syntax/yaml.ts';
import { parseLeaf } from '../server/syntax/yamlParse.ts';
import { readSimple } from '../server/syntax/yamlSimple.ts';
import { SourceText } from '../server/text/sourceText.ts';
import { runs } from './harness/thorough.ts';

const SAMPLE = `# A report.
framework: improvement-plan-2020 # the framework
title: 'The council''s plan'
period: { from: 2020-05-01, to: 2020-05-31 }
tags: [a, "b, c",
  d]
sections:
  # The first.
  - id: visits
    fields: { actions-status: On target, "impact": At risk }
    body: |
      Any *Markdown*: # no comment

      - a list
        90% of "visits"
    note: A long text
      in two lines
  - id: plans
    measures:
    - measure: Plans
      actual: { 2020-03: 84%, 2020-04: 92% }
    body: >-
      Folded
      lines.
author: "A \\"quoted\\" name\\n\\u00e9"
`;

const VALUES: readonly (readonly [source: string, value: unknown])[] = [
  ['', null],
  ['# only a comment\n', null],
  ['a: 3.10\nb: 22.05\nc: no\nd: 2020-05-01\n', { a: '3.10', b: '22.05', c: 'no', d: '2020-05-01' }],
  ['a: null\nb: ~\nc:\nd: ""\n', { a: 'null', b: '~', c: null, d: '' }],
  ['Due date: x\n2020-03: y\n"q: k": z\n', { 'Due date': 'x', '2020-03': 'y', 'q: k': 'z' }],
  ['a: x # c\nb: x#c\n', { a: 'x', b: 'x#c' }],
  ["a: 'it''s'\n", { a: "it's" }],
  ['a: "\\u00e9\\t\\\n  x"\n', { a: 'é\tx' }],
  ['a: one\n  two\n\n  three\n', { a: 'one two\nthree' }],
  ['a: |\n  one\n\n   two\n\nb: x\n', { a: 'one\n\n two\n', b: 'x' }],
  ['a: |-\n  one\n\nb: |+\n  two\n\n', { a: 'one', b: 'two\n\n' }],
  ['a: |2\n    one\n   two\n', { a: '  one\n two\n' }],
  ['a: >\n  one\n  two\n', { a: 'one\ntwo\n' }],
  ['- a\n-\n- - b\n  - c: d\n', ['a', null, ['b', { c: 'd' }]]],
  ['a:\n- b\n- c\nd:\n  - e\n', { a: ['b', 'c'], d: ['e'] }],
  ['a: {b, c: [d, e: f]}\n', { a: { b: null, c: ['d', { e: 'f' }] } }],
  ['{"a": 1,\n"b": 2}\n', { a: '1', b: '2' }],
  ['--- # c\na: 1\n...\n', { a: '1' }],
  ['%YAML 1.2\n---\na: !x 1\n', { a: '1' }],
  ['--- |\n text\n', 'text\n'],
  ['a: &x [1]\nb: *x\n', { a: ['1'], b: ['1'] }],
  ['a: &x {b: 1}\nc: {<<: *x, d: 2}\n', { a: { b: '1' }, c: { '<<': { b: '1' }, d: '2' } }],
  ['? a\n: b\nc: d\n', { a: 'b', c: 'd' }],
  ['a: Report: May 2020\nb: c\n', { a: 'Report: May 2020', b: 'c' }],
];

// The marks « and » show where the problem is; they are taken out before reading.
const PROBLEMS: readonly (readonly [marked: string, ...messages: string[]])[] = [
  ['a: «"open»\nb: 1\n', 'This quotation mark is never closed.'],
  ['a: «[1, 2»\nb: 1\n', 'This "[" is never closed with "]".'],
  ['a: [«{b: 1]»\n', 'This "{" is never closed with "}".'],
  ['«\t»a: 1\n', 'YAML does not allow tabs for indentation; use spaces.'],
  ['a:\n  b: 1\n«\t»c: 2\n', 'YAML does not allow tabs for indentation; use spaces.'],
  ['a:\n    b: 1\n  «c: 2»\nd: 3\n', 'This line does not fit the lines above it: check its indentation.'],
  ['a:\n  b: 1\n   «c: 2»\n', 'This line does not fit the lines above it: check its indentation.'],
  [
    'status: draft\n«status»: final\n',
    '"status" is given twice, first as "draft" and here as "final". Only the first one is read.',
  ],
  ['a: {b: [1], «b»: 2}\n', '"b" is given twice. Only the first one is read.'],
  [
    'a: 1\n«titel»\nb: 2\n',
    'This line needs a name and a colon, as in "title: …". If it continues the text above, indent it further.',
  ],
  ['a: 1\n«title:foo»\n', 'Put a space after the colon.'],
  [
    'a: «Report: May»\n',
    'There is one colon too many here. If it belongs to the text, put the whole value in quotation marks.',
  ],
  ['a: «@home»\n', 'A value cannot begin with "@": put the whole value in quotation marks.'],
  [
    'a: "x «\\d»"\n',
    '"\\d" means nothing between double quotation marks. Write "\\\\" for a backslash, or use single quotation marks.',
  ],
  [
    "a: 'it'«s'»\n",
    'The value ended before this. If all of it is one text, put the whole value in quotation marks.',
  ],
  ['a: {x: «1 y: 2»}\n', 'A comma is missing between the brackets.'],
  [
    'a: [b]«#c»\n',
    'Put a space in front of "#" to begin a comment. If it belongs to the text, put the whole value in quotation marks.',
  ],
  ['a: «- b»\n', 'A list begins on the line below its name, not beside it.'],
  [
    'a: «*b»\n',
    '"*b" refers to a place marked "&b", and there is none. If it is meant as text, put the whole value in quotation marks.',
  ],
  ['a: &x [«*x»]\n', '"*x" refers to "&x", which has to come before it.'],
  ['«[a]»: b\nc: d\n', 'A name in front of a colon has to be plain text; this entry is not read.'],
  ['«: b»\n', 'There is a colon here, but no name in front of it.'],
  ['a: 1\n«---»\nb: 2\n', 'Only the first document in this file is read.'],
  ['«%YAML»\na: 1\n', 'A line that begins with "%" has to be followed by a line "---".'],
  ['a: > «text»\n', 'The text begins on the line below "|" or ">", not beside it.'],
];

const MANY = 100_000;
const HOSTILE: Readonly<Record<string, string>> = {
  'open brackets': `a: ${'['.repeat(MANY)}`,
  'open braces': '{'.repeat(MANY),
  dashes: `${'- '.repeat(MANY)}a`,
  'question marks': `${'? '.repeat(MANY)}a`,
  'ever deeper lines': Array.from({ length: 1500 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
  'an alias bomb': Array.from(
    { length: 10 },
    (_, i) => `a${i}: &a${i} [${(i === 0 ? 'x,' : `*a${i - 1},`).repeat(9)}]`,
  ).join('\n'),
  'an open quotation mark': `a: "${'\n  x'.repeat(MANY)}`,
  backslashes: `a: "${'\\'.repeat(MANY + 1)}"`,
  'garbage lines': `a: 1\n${'some words\n'.repeat(10_000)}`,
  'tabs and keys': `${'\t'.repeat(MANY)}a: b`,
};

const FRONT: readonly (readonly [text: string, data: string | undefined, body: string, closed: boolean])[] = [
  ['# Title\n', undefined, '# Title\n', true],
  ['---\na: 1\n---\nText\n', 'a: 1\n', 'Text\n', true],
  ['---  \na: 1\n...\nText\n', 'a: 1\n', 'Text\n', true],
  ['---\n---\nText', '', 'Text', true],
  ['----\na: 1\n---\n', undefined, '----\na: 1\n---\n', true],
  ['---\na: 1\n\nb: 2\n\n# Title\n\nText\n', 'a: 1\n\nb: 2\n', '\n# Title\n\nText\n', false],
  ['---\na: 1\n\nSome text\n', 'a: 1\n', '\nSome text\n', false],
  ['---\na: 1\n\nb: 2\n', 'a: 1\n', '\nb: 2\n', false],
  ['---\na: 1', 'a: 1', '', false],
  ['---', '', '', false],
  [`---\na: ${'x'.repeat(5000)}\n---\nText`, `a: ${'x'.repeat(5000)}\n`, 'Text', true],
];

/** A seeded source of chance, so that a failure can be repeated. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const WORDS = ['visit', 'plan', '3.10', 'no', 'it’s', '5%', 'a-b', 'x:y', 'c#d', '🙂', '£20'];

/** A valid document, or a part of one, indented by `indent`. */
function randomMap(random: (below: number) => number, indent: string, depth: number): string {
  const words = (most: number) =>
    Array.from({ length: 1 + random(most) }, () => WORDS[random(WORDS.length)]).join(' ');
  const scalars = [
    () => ` ${words(9)}\n`,
    () => ` ${words(5)} # ${words(2)}\n`,
    () => ` "${words(5)} \\n\\" # \\u00e9"\n`,
    () => ` '${words(3)} '' x\n${indent}   y'\n`,
    () => ` ${words(5)}\n${indent}  ${words(5)}\n\n`,
    () => ` |${random(2) > 0 ? '-' : ''}\n${indent}  ${words(400)}\n\n${indent}   - key: # ${words(9)}\n`,
    () => ` |2+ # c\n${indent}     ${words(5)}\n${indent}  x\n\n`,
    () => ` { from: ${words(2)}, to: ["${words(2)}, x", y: z] }\n`,
    () => '\n',
  ];
  let text = '';
  for (let index = random(5); index >= 0; index -= 1) {
    text += `${random(6) > 0 ? '' : `\n${indent}# ${words(4)}\n`}${indent}${random(3) > 0 ? 'key' : '"a key'} ${index}`;
    text += text.slice(text.lastIndexOf('\n') + 1).includes('"') ? '":' : ':';
    const form = depth > 3 ? 0 : random(6);
    const deeper = `${indent}${' '.repeat(1 + random(3))}`;
    const item = () =>
      randomMap(random, `${deeper}  `, depth + 1).replace(/^(?:\s*#.*\n|\n)*\s*/, `${deeper}- `);
    if (form === 1) text += `\n${randomMap(random, deeper, depth + 1)}`;
    else if (form === 2) text += `\n${item()}${item()}`;
    else text += (scalars[random(scalars.length)] ?? scalars[0])?.();
  }
  return text;
}

const INSERTS = [
  '"',
  "'",
  ':',
  ': ',
  '\n',
  '- ',
  '#',
  ' #',
  '[',
  ']',
  '{',
  '}',
  ',',
  '&a ',
  '*a ',
  '|',
  '>',
  '\t',
  '%',
].concat([
  '@',
  '!t ',
  '? ',
  '  ',
  '\n\n',
  'x',
  '---\n',
  '...\n',
  'key 1: v\n',
  '\n  - a\n',
  '’',
  '🙂',
  '\\',
  '\r',
]);

function edited(random: (below: number) => number, text: string): string {
  const at = random(text.length + 1);
  const other = random(text.length + 1);
  const inserts = [
    INSERTS[random(INSERTS.length)],
    INSERTS[random(INSERTS.length)],
    '',
    text.slice(other, other + 300),
  ];
  const removed = [0, random(3), random(3), random(200)];
  const form = random(4);
  return text.slice(0, at) + inserts[form] + text.slice(at + (removed[form] ?? 0));
}

function withoutPieces({ root, at, problems, comments }: DataReading): unknown {
  return { root, at, problems, comments };
}

/** Calls `visit` with every node and where it starts in the text. */
function walk(node: DataNode, at: number, visit: (node: DataNode, at: number) => void): void {
  visit(node, at);
  if (node.kind === 'map') for (const entry of node.entries) walk(entry.value, at + entry.at, visit);
  if (node.kind === 'list') for (const item of node.items) walk(item.value, at + item.at, visit);
}

/** What holds of every reading of any text. */
function assertSound(text: string, reading: DataReading): void {
  for (const { span, text: words } of reading.comments) assert.equal(text.slice(span.from, span.to), words);
  for (const { span, message } of reading.problems) {
    assert.ok(span.from >= 0 && span.from < span.to && span.to <= text.length, message);
  }
  if (reading.root === undefined) return;
  walk(reading.root, reading.at, (node, at) => {
    assert.ok(at >= 0 && node.length >= 0 && at + node.length <= text.length);
    if (node.kind !== 'scalar') return;
    const end = scalarOffsets(node)(node.text.length);
    assert.ok(end >= 0 && end <= node.length);
  });
}

/** That every character of a scalar's text is found in the source, except where an escape or a fold stands for it. */
function assertPlaces(text: string, node: DataNode, at: number): void {
  if (node.kind === 'map') {
    for (const { key, keySpan } of node.entries)
      assert.ok(text.slice(at + keySpan.from, at + keySpan.to).includes(key));
  }
  if (node.kind !== 'scalar') return;
  const offsetOf = scalarOffsets(node);
  for (let index = 0; index < node.text.length; index += 1) {
    const found = text[at + offsetOf(index)];
    const wanted = node.text[index];
    if (found !== wanted)
      assert.ok(found === '\\' || found === '\n' || (wanted === '\n' && found === undefined), node.text);
  }
}

describe('yaml', function () {
  this.timeout(120_000);

  describe('values', () => {
    for (const [source, value] of VALUES) {
      it(JSON.stringify(source), () => {
        const reading = readYaml(source);
        assert.deepEqual(plainValue(reading.root), value);
        assertSound(source, reading);
      });
    }
  });

  describe('problems', () => {
    for (const [marked, ...messages] of PROBLEMS) {
      it(JSON.stringify(marked), () => {
        const source = marked.replace(/[«»]/g, '');
        const reading = readYaml(source);
        assert.deepEqual(
          reading.problems.map((problem) => problem.message),
          messages,
        );
        const span = reading.problems[0]?.span ?? { from: 0, to: 0 };
        const shown = `${source.slice(0, span.from)}«${source.slice(span.from, span.to)}»${source.slice(span.to)}`;
        assert.equal(shown, marked);
      });
    }

    it('stay in the section that has the fault', () => {
      const section = (id: number, fault = '') =>
        `  - id: s${id}\n    title: T${id}${fault}\n    body: |\n      Text.\n`;
      for (const fault of [
        ' "x',
        ': [1',
        '\n   y: 1',
        '\n  stray',
        '\n    "open',
        '\n\tz: 1',
        '\n    a: {b',
      ]) {
        const text = `title: x\nsections:\n${section(1)}${section(2, fault)}${section(3)}author: y\n`;
        const reading = readYaml(text);
        const plain = plainValue(reading.root) as { sections: readonly unknown[]; author: string };
        assert.deepEqual(plain.sections[0], { id: 's1', title: 'T1', body: 'Text.\n' });
        assert.deepEqual(plain.sections[2], { id: 's3', title: 'T3', body: 'Text.\n' });
        assert.equal(plain.author, 'y');
        assert.ok(reading.problems.length <= 1, fault);
      }
    });
  });

  it('finds comments, but not in texts', () => {
    const comments = readYaml(SAMPLE).comments.map((comment) => comment.text);
    assert.deepEqual(comments, ['# A report.', '# the framework', '# The first.']);
  });

  it('reads every prefix of a document', () => {
    for (let end = 0; end <= SAMPLE.length; end += 1) {
      const text = SAMPLE.slice(0, end);
      assertSound(text, readYaml(text));
    }
  });

  it('reads any characters', () => {
    const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...INSERTS, ...WORDS));
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        assertSound(text, readYaml(text));
      }),
      { numRuns: runs(2000) },
    );
  });

  it('reads valid documents as the parser does, and knows the place of every character', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const text = randomMap(chance(seed), '', 0);
      const reading = readYaml(text);
      const [parsed] = parseAllDocuments(text, { schema: 'failsafe' });
      assert.deepEqual(reading.problems, [], text);
      const emptied = JSON.parse(JSON.stringify(plainValue(reading.root)), (_key, value) => value ?? '');
      assert.deepEqual(emptied, parsed?.toJS(), text);
      assertSound(text, reading);
      if (reading.root !== undefined)
        walk(reading.root, reading.at, (node, at) => assertPlaces(text, node, at));
    }
  });

  it('reads an edited document as if it were new', () => {
    for (let seed = 1; seed <= runs(40); seed += 1) {
      const random = chance(seed);
      let text = randomMap(random, '', 0);
      let before = readYaml(text);
      for (let edit = 0; edit < 50; edit += 1) {
        text = edited(random, text);
        const after = readYaml(text, before.pieces);
        assert.deepEqual(withoutPieces(after), withoutPieces(readYaml(text)), text);
        assertSound(text, after);
        before = after;
      }
    }
  });

  it('reads a piece anew when only its column changed', () => {
    const before = readYaml('a: 1\nb: |1\n   x\n');
    const after = readYaml(' a: 1\n b: |1\n   x\n', before.pieces);
    assert.deepEqual(
      [plainValue(before.root), plainValue(after.root)],
      [
        { a: '1', b: '  x\n' },
        { a: '1', b: ' x\n' },
      ],
    );
  });

  it('reads simple lines as the parser does', () => {
    const part = fc.constantFrom(
      ...WORDS,
      ' ',
      '  ',
      '-',
      ':',
      ': ',
      '\n',
      '(',
      '?',
      '~',
      '/',
      '.',
      '|',
      ',',
      '[',
      '\u00a0',
    );
    const kinds = fc.constantFrom('entry' as const, 'item' as const);
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), kinds, fc.nat(5), (parts, kind, column) => {
        const source = (kind === 'item' ? '- ' : '') + parts.join('');
        const simple = readSimple(source, kind);
        if (simple !== undefined) assert.deepEqual(simple, parseLeaf(source, column, kind, 50));
      }),
      { numRuns: runs(3000) },
    );
  });

  it('keeps the nodes of what did not change', () => {
    const sections = Array.from(
      { length: 50 },
      (_, i) => `  - id: s${i}\n    body: |\n${'      Some words.\n'.repeat(i * 20)}`,
    );
    const text = `title: x\nsections:\n${sections.join('')}end: y\n`;
    const before = readYaml(text);
    const items = (reading: DataReading) => {
      const list = entryOf(reading.root, 'sections')?.value;
      return list?.kind === 'list' ? list.items.map((item) => item.value) : [];
    };
    const inside = readYaml(text.replace('id: s25', 'id: new'), before.pieces);
    const changed = items(inside).filter((node, index) => node !== items(before)[index]);
    assert.equal(changed.length, 1);
    assert.equal(entryOf(changed[0], 'body')?.value, entryOf(items(before)[25], 'body')?.value);
    const outside = readYaml(text.replace('title: x', 'title: longer'), before.pieces);
    assert.equal(entryOf(outside.root, 'sections')?.value, entryOf(before.root, 'sections')?.value);
    const without = readYaml(text.replace(sections[7] ?? '', ''), before.pieces);
    assert.ok(items(without).every((node) => items(before).includes(node)));
    assert.equal(readYaml(text, before.pieces).root, before.root);
  });

  describe('hostile texts are one problem', () => {
    for (const [name, text] of Object.entries(HOSTILE)) {
      it(name, () => assert.equal(readYaml(text).problems.length, 1));
    }

    it('but many keys are none', () => {
      const text = Array.from({ length: 40_000 }, (_, index) => `key ${index}: 1\n`).join('');
      assert.deepEqual(readYaml(text).problems, []);
    });
  });

  describe('front matter', () => {
    for (const [text, data, body, closed] of FRONT) {
      it(JSON.stringify(text.slice(0, 60)), () => {
        const front = splitFrontMatter(SourceText.of(text));
        assert.equal(front.data && text.slice(front.data.from, front.data.to), data);
        assert.equal(text.slice(front.whole.to), body);
        assert.equal(front.closed, closed);
      });
    }
  });
});
