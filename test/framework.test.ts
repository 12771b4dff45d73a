import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { runExample } from '../server/features/examples.ts';
import { BUILTIN } from '../server/framework/builtin.generated.ts';
import { readExamples } from '../server/framework/examples.ts';
import type { SectionDef } from '../server/framework/framework.ts';
import { FrameworkLibrary } from '../server/framework/library.ts';
import { loadFramework, loadReading } from '../server/framework/load.ts';
import {
  findingsFaults,
  type SchemaKind,
  type SchemaMemo,
  schemaProblems,
} from '../server/framework/schema.ts';
import { type DataNode, type DataPieces, plainValue } from '../server/syntax/data.ts';
import { readYaml } from '../server/syntax/yaml.ts';
import type { Problem } from '../server/text/problem.ts';
import { BASE, FRAMEWORK_FAULTS } from './framework.cases.ts';
import { expectProblems, nameOf, unmarked } from './framework.marks.ts';
import { CONFIG_FAULTS, REPORT_FAULTS } from './framework.schemaCases.ts';
import { runs, STRIDE } from './harness/thorough.ts';

describe('shipped frameworks', () => {
  const library = FrameworkLibrary.builtin();
  const written = [...BUILTIN.keys()].map((id) => {
    const path = `schemas/frameworks/${id}.yaml`;
    return { path, text: readFileSync(path, 'utf8') };
  });
  const asFiles = FrameworkLibrary.builtin(new Map()).with(written);
  for (const [id, shipped] of BUILTIN) {
    const { text } = asFiles.written(id) ?? { text: '' };

    it(`${id} loads clean`, () => {
      const entry = library.get(id);
      deepEqual(entry?.problems, []);
      deepEqual(asFiles.get(id)?.problems, []);
      equal(entry?.vocabulary.framework.id, id, 'the file is named after the id');
      ok(entry?.vocabulary.roles.length);
    });

    it(`${id} is shipped as it is written`, () => {
      deepEqual(JSON.parse(shipped), plainValue(readYaml(text).root));
      deepEqual(library.get(id)?.vocabulary.framework, asFiles.get(id)?.vocabulary.framework);
    });

    it(`${id} holds what its own examples say`, () => {
      const examples = readExamples(library.written(id)?.root);
      const failures = examples.flatMap((example) => {
        ok(example.text !== undefined, 'what is shipped has its documents in the framework file');
        return runExample(example, example.text.text, { library, id }).failures.map(
          ({ message }) => `${example.name}: ${message}`,
        );
      });
      deepEqual(failures, []);
      ok(examples.length >= 2, 'a framework has at least two examples');
      ok(
        examples.some(({ findings }) => findings.length > 0),
        'and one of them shows something wrong',
      );
    });

    it(`${id} can be cut off anywhere`, () => {
      // Each reading reuses the one before it, since a prefix differs from the next by its end alone.
      let pieces: DataPieces | undefined;
      const step = Math.ceil(text.length / runs(200));
      for (let end = 0; end <= text.length; end += step) {
        const reading = readYaml(text.slice(0, end), pieces);
        pieces = reading.pieces;
        checkSpans(loadReading(reading, () => undefined, []).problems, end);
      }
    });
  }
});

describe('framework files', () => {
  const base = sound('base', { base: BASE });
  const load = (text: string, previous?: DataPieces) =>
    loadReading(readYaml(text, previous), (id) => (id === 'base' ? base : undefined), ['small', 'x'])
      .problems;
  for (const marked of FRAMEWORK_FAULTS) {
    it(nameOf(marked), () => expectProblems(marked, (text) => load(text)));
  }

  it('are read however broken they are', () => {
    // What a break leaves whole is not read again.
    const whole = readYaml(BASE).pieces;
    for (let end = 0; end < BASE.length; end += 1) checkSpans(load(BASE.slice(0, end), whole), end);
    // Where there is no time for every place, each text is broken at others.
    for (const [index, marked] of FRAMEWORK_FAULTS.entries()) {
      const { text } = unmarked(marked);
      const { pieces } = readYaml(text);
      for (let end = index % STRIDE; end < text.length; end += 7 * STRIDE) {
        checkSpans(load(text.slice(0, end), pieces), end);
      }
      for (const hole of ['', ': ', '- ', '{', '"', '\t', '*', '&a ']) {
        for (let at = 37 * (index % STRIDE); at < text.length; at += 37 * STRIDE) {
          const broken = text.slice(0, at) + hole + text.slice(at + 2);
          checkSpans(load(broken, pieces), broken.length);
        }
      }
    }
  });

  it('give what can be made of them', () => {
    const { framework } = loadFramework(
      'id: odd\nsections:\n  - heading: Early help & support\n  - id: plans\n  - 5\n  - { required: maybe }\n',
      () => undefined,
    );
    deepEqual(
      framework?.sections.map(({ id, heading, required }) => [id, heading, required]),
      [
        ['early-help-support', 'Early help & support', false],
        ['plans', 'Plans', false],
      ],
    );
  });

  it('give nothing without an id', () => {
    equal(loadFramework('title: Nameless\n', () => undefined).framework, undefined);
    deepEqual(
      loadFramework('# Later\n', () => undefined),
      {
        framework: undefined,
        problems: [
          {
            span: { from: 0, to: 0 },
            message: 'This framework is empty: it needs at least an "id" and a "title".',
          },
        ],
      },
    );
  });
});

describe('reports and configurations', () => {
  for (const [kind, cases] of [
    ['report', REPORT_FAULTS],
    ['config', CONFIG_FAULTS],
  ] as const) {
    for (const marked of cases) {
      it(`${kind}: ${nameOf(marked)}`, () => expectProblems(marked, (text) => schema(kind, text)));
    }
  }

  it('are checked again only where they changed', () => {
    const sections = ['a', 'b', 'c'].map(
      (name) => `  - heading: ${name}\n    number: 3.1\n    body: Text.\n`,
    );
    const before = `framework: x\nsections:\n${sections.join('')}`;
    const memo: SchemaMemo = new WeakMap();
    const first = readYaml(before);
    equal(schemaProblems('report', first.root, first.at, memo).length, 3);
    for (const [from, to] of [
      ['framework: x', '# Longer\nframework: longer'],
      ['heading: b', 'headings: b'],
      ['    body: Text.\n  - heading: c', '    sections:\n      - number: 10.10\n  - heading: c'],
    ] as const) {
      const after = readYaml(before.replace(from, to), first.pieces);
      const fresh = schemaProblems('report', after.root, after.at);
      deepEqual(schemaProblems('report', after.root, after.at, memo), fresh);
    }
  });

  it('may be wrong in very many places', () => {
    const scalar = { kind: 'scalar', text: 'x', style: 'plain', length: 1, lead: 0 } as const;
    const list: DataNode = {
      kind: 'list',
      length: 1,
      items: Array.from({ length: 50_000 }, () => ({ at: 0, value: { ...scalar } })),
    };
    const entry = { key: 'sections', keySpan: { from: 0, to: 8 }, at: 0, value: list };
    const root: DataNode = { kind: 'map', length: 1, entries: [entry] };
    equal(schemaProblems('framework', root, 0).length, 200);
  }).timeout(5_000);

  it('know the form of the findings', () => {
    const summary = { files: 0, errors: 0, warnings: 0, infos: 0, hints: 0 };
    deepEqual(findingsFaults({ version: 1, files: [], summary }), []);
    equal(findingsFaults({ version: 2, files: [{}], summary }).length, 4);
  });
});

describe('extends', () => {
  const child = `
id: child
extends: base
sections:
  - { id: opening, heading: Opening }
  - id: findings
    guidance: Say more.
    sections:
      - { id: safety, required: true }
      - { id: safety-online, heading: Safety online }
  - { id: annex, heading: Annex }
fields:
  author: { required: false }
  reviewer: { type: person }
scales:
  colours: { better: earlier }
acronyms: { CP: Child protection plan }
terms: [{ use: child we care for, instead-of: [looked after child] }]
rules: { structure/empty-section: off }
`;
  const framework = sound('child', { 'base.framework.yaml': BASE, 'child.framework.yaml': child });

  it('merges sections by id and keeps their order', () => {
    deepEqual(framework.sections.flatMap(outline), [
      'introduction',
      'opening',
      'findings',
      'findings/safety',
      'findings/safety-online',
      'findings/health',
      'annex',
      'appendix',
    ]);
  });

  it('lets what is said here win and inherits the rest', () => {
    const findings = framework.sections.find((section) => section.id === 'findings');
    deepEqual([findings?.heading, findings?.guidance, findings?.required], ['Findings', 'Say more.', true]);
    deepEqual(findings?.sections[0]?.judgement, {
      scale: 'colours',
      required: true,
      inSummary: true,
    });
    equal(findings?.sections[0]?.required, true);
    deepEqual([framework.title, framework.numbering], ['Base', 'section']);
  });

  it('merges fields, scales, acronyms and rules by name', () => {
    deepEqual(
      framework.fields.map(({ id, type, label, required }) => [id, type, label, required]),
      [
        ['author', 'person', 'Author', false],
        ['reviewer', 'person', 'Reviewer', false],
      ],
    );
    deepEqual(
      framework.scales.get('colours')?.values.map((value) => value.label),
      ['Green', 'Red'],
    );
    deepEqual([...framework.acronyms], [['CP', 'Child protection plan']]);
    deepEqual([...framework.rules.keys()], ['structure/missing-section', 'structure/empty-section']);
  });

  it('lets a term say anew what to write instead of a word', () => {
    deepEqual(
      framework.terms.map(({ use, insteadOf }) => [use, ...insteadOf]),
      [
        ['child in care', 'LAC'],
        ['child we care for', 'looked after child'],
      ],
    );
  });

  it('reports a cycle in each of its files and follows none', () => {
    const library = FrameworkLibrary.builtin(new Map()).with([
      { path: 'a', text: 'id: a\ntitle: A\nextends: b\n' },
      { path: 'b', text: 'id: b\ntitle: B\nextends: a\n' },
      { path: 'c', text: 'id: c\ntitle: C\nextends: a\n' },
    ]);
    deepEqual(messages(library.get('a')?.problems), [
      'A framework cannot extend itself, not even through others: "a" extends "b", which extends "a".',
    ]);
    deepEqual(messages(library.get('b')?.problems), [
      'A framework cannot extend itself, not even through others: "b" extends "a", which extends "b".',
    ]);
    deepEqual(library.get('c')?.problems, []);
  });
});

describe('the library', () => {
  const base = { path: 'base.framework.yaml', text: BASE };
  const small = { path: 'small.framework.yaml', text: 'id: small\ntitle: Small\nextends: base\n' };

  it('lists shipped frameworks and a workspace’s own', () => {
    const library = FrameworkLibrary.builtin().with([base, small]);
    deepEqual(library.ids(), [...BUILTIN.keys(), 'base', 'small'].sort());
    equal(library.get('small')?.path, 'small.framework.yaml');
    equal(library.get('unheard-of'), undefined);
  });

  it('keeps a vocabulary for as long as its file and what it extends stay the same', () => {
    const before = FrameworkLibrary.builtin().with([base, small]);
    const first = before.get('small')?.vocabulary;
    const same = before.with([base, small, { path: 'x', text: 'id: x\ntitle: X\n' }]);
    equal(same.get('small')?.vocabulary, first);
    const changed = same.with([{ ...base, text: BASE.replace('Findings', 'What we found') }, small]);
    equal(changed.get('small')?.vocabulary.framework.sections[1]?.heading, 'What we found');
    equal(before.get('small')?.vocabulary, first, 'the old library stays as it was');
  });

  it('lets a workspace’s framework take the place of a shipped one', () => {
    const shipped = JSON.stringify(plainValue(readYaml(BASE).root));
    const library = FrameworkLibrary.builtin(new Map([['base', shipped]])).with([
      { path: 'mine', text: 'id: base\ntitle: Mine\n' },
    ]);
    equal(library.get('base')?.vocabulary.framework.title, 'Mine');
    equal(library.with([]).get('base')?.vocabulary.framework.title, 'Base');
  });

  it('finds a framework that is added later', () => {
    const lonely = FrameworkLibrary.builtin().with([small]);
    deepEqual(messages(lonely.get('small')?.problems), ['There is no framework "base".']);
    deepEqual(lonely.with([base, small]).get('small')?.problems, []);
  });

  it('tells the second of two files with one id', () => {
    const library = FrameworkLibrary.builtin().with([
      { path: 'b.yaml', text: 'id: twin\ntitle: B\n' },
      { path: 'a.yaml', text: 'id: twin\ntitle: A\n' },
      { path: 'nameless.yaml', text: 'title: X\n' },
    ]);
    equal(library.get('twin')?.vocabulary.framework.title, 'A');
    deepEqual(library.file('a.yaml'), { id: 'twin', problems: [] });
    deepEqual(messages(library.file('b.yaml')?.problems), [
      '"twin" is already the id of the framework in a.yaml.',
    ]);
    deepEqual(messages(library.file('nameless.yaml')?.problems), ['This framework has no "id".']);
    equal(library.file('elsewhere.yaml'), undefined);
  });
});

/** Holds every problem to the bounds of a text of that length. */
function checkSpans(problems: readonly Problem[], length: number): void {
  for (const { span } of problems)
    ok(0 <= span.from && span.from <= span.to && span.to <= length, JSON.stringify(span));
}

function schema(kind: SchemaKind, text: string): readonly Problem[] {
  const { root, at, problems } = readYaml(text);
  return [...problems, ...schemaProblems(kind, root, at)];
}

function sound(id: string, files: Readonly<Record<string, string>>) {
  const library = FrameworkLibrary.builtin(new Map()).with(
    Object.entries(files).map(([path, text]) => ({ path, text })),
  );
  const entry = library.get(id);
  ok(entry);
  deepEqual(entry.problems, []);
  return entry.vocabulary.framework;
}

function outline(section: SectionDef): readonly string[] {
  return [section.id, ...section.sections.flatMap(outline).map((id) => `${section.id}/${id}`)];
}

function messages(problems: readonly Problem[] | undefined): readonly string[] {
  return (problems ?? []).map((problem) => problem.message);
}
