import assert from 'node:assert/strict';
import { type Analysis, analyse } from '../server/features/analysis.ts';
import type { Change, Difference } from '../server/features/difference/change.ts';
import { difference } from '../server/features/difference/difference.ts';
import { changeText } from '../server/features/difference/words.ts';
import { formatting } from '../server/features/formatting.ts';
import type { Words } from '../server/report/contents.ts';
import { anchorSpan, type Section } from '../server/report/report.ts';
import { scaleOf } from '../server/report/sectionFields.ts';
import { applyEdits } from '../server/text/edit.ts';
import { SourceText } from '../server/text/sourceText.ts';
import type { Span } from '../server/text/span.ts';
import { processorTime } from './harness/growth.ts';
import { exampleSamples, type Sample } from './harness/samples.ts';
import { someOf } from './harness/thorough.ts';
import { authorEdit } from './incremental/authorEdits.ts';
import { Random } from './incremental/random.ts';

const EXAMPLES = exampleSamples();
const known = new Map<string, Analysis>();

/** What a document says; no rule has a part in it. */
function read({ document: { path, syntax }, setting: { library, config } }: Sample, text: string): Analysis {
  return analyse({ path, syntax, text: SourceText.of(text), library, config, inPack: false, rules: [] });
}

function analysisOf(sample: Sample): Analysis {
  const found = known.get(sample.name) ?? read(sample, sample.document.text);
  known.set(sample.name, found);
  return found;
}

/** All that differs, a line each. */
function told({ groups, passages }: Difference): readonly string[] {
  return [
    ...groups.flatMap(({ changes }) => changes.map(changeText)),
    ...passages.map(({ before, after }) => `${before?.text ?? '–'} => ${after?.text ?? '–'}`),
  ];
}

/** A change that an author may make, with what is to be told of it. */
interface Seed {
  readonly kind: Change['kind'];
  readonly span: Span;
  readonly words: string;
}

/** A few of many: the first, the last, and one from between. */
function some<T>(all: readonly T[]): readonly T[] {
  return [...new Set([0, Math.floor(all.length / 2), all.length - 1])].flatMap((index) => all[index] ?? []);
}

type Seeding = (section: Section, analysis: Analysis) => readonly Seed[];

const SEEDS: Readonly<Record<string, Seeding>> = {
  'a figure of a table': (section) => points(section, 'actual'),
  'a target': (section) => points(section, 'target'),
  'a judgement': (section) =>
    section.content.statements.flatMap(({ form, label, area, verb, ticked }) => {
      const other = area.scale.values.find((value) => value !== label?.value);
      if (form === 'prose' || label === undefined || other === undefined || verb || ticked) return [];
      return [{ kind: 'judgement', span: anchorSpan(section, label.at), words: other.label }];
    }),
  'a status': (section, { report }) =>
    section.content.fields.flatMap(({ def, status, value }) => {
      const scale = def && report.vocabulary && scaleOf(def, report.vocabulary.framework);
      const other = scale?.values.find((one) => one !== status);
      if (status === undefined || other === undefined || value.text !== status.label) return [];
      return [{ kind: 'status', span: anchorSpan(section, value.at), words: other.label }];
    }),
  'a due date': (section) => toldOf(section, 'due', 'date', '30 November 2031'),
  'an owner': (section) => toldOf(section, 'owner', 'action', 'Chief fire officer'),
};

function points(section: Section, role: 'actual' | 'target'): readonly Seed[] {
  return section.content.measures.flatMap(({ rows }) =>
    rows
      .filter((row) => row.role === role)
      .flatMap((row) => some(row.points.filter(({ cell }) => cell.kind === 'figure')))
      .map(({ text, at }): Seed => {
        const words = text.replace(/\d/, (digit) => `${(Number(digit) % 9) + 1}`);
        return { kind: role === 'target' ? 'target' : 'figure', span: anchorSpan(section, at), words };
      }),
  );
}

function toldOf(
  section: Section,
  part: 'due' | 'owner',
  kind: Change['kind'],
  words: string,
): readonly Seed[] {
  const places = section.content.actions.flatMap((action): Words[] =>
    action[part] === undefined ? [] : [action[part]],
  );
  return places
    .map((own): Seed => ({ kind, span: anchorSpan(section, own.at), words }))
    .filter(({ span }) => span.to > span.from);
}

describe('two versions of a document', () => {
  for (const sample of EXAMPLES) {
    const { name } = sample;
    it(`that are one do not differ: ${name}`, () => {
      const analysis = analysisOf(sample);
      assert.deepEqual(told(difference(analysis, analysis)), []);
    });

    it(`do not differ when one is put in order: ${name}`, () => {
      const analysis = analysisOf(sample);
      const formatted = applyEdits(sample.document.text, formatting(analysis));
      assert.deepEqual(told(difference(analysis, read(sample, formatted))), []);
    });
  }

  for (const sample of EXAMPLES) {
    const twin = EXAMPLES.find(({ name }) => name === `${sample.name} as data`);
    if (twin === undefined) continue;
    it(`do not differ when one is data: ${sample.name}`, () => {
      assert.deepEqual(told(difference(analysisOf(sample), analysisOf(twin))), []);
      assert.deepEqual(told(difference(analysisOf(twin), analysisOf(sample))), []);
    });
  }

  const tried = new Map<string, number>();
  for (const sample of EXAMPLES) {
    it(`differ in just what was changed: ${sample.name}`, () => {
      const before = analysisOf(sample);
      for (const [what, seeding] of Object.entries(SEEDS)) {
        const seeds = some(before.report.sections.flatMap((section) => seeding(section, before)));
        for (const seed of seeds) provesItself(before, seed, sample.document.text);
        tried.set(what, (tried.get(what) ?? 0) + seeds.length);
      }
    });
  }

  it('are told of at places in them, also where they are two documents', () => {
    EXAMPLES.forEach((sample, index) => {
      standsInBoth(analysisOf(sample), analysisOf(EXAMPLES[index + 1] ?? sample), sample.name);
    });
  });

  for (const sample of someOf(EXAMPLES)) {
    it(`are told of whatever is done to one: ${sample.name}`, () => {
      const random = new Random(sample.name.length);
      const before = analysisOf(sample);
      let { text } = sample.document;
      for (let edits = 1; edits <= 12; edits += 1) {
        text = applyEdits(text, [authorEdit(text, random)]);
        if (edits % 4 === 0) standsInBoth(before, read(sample, text), `${sample.name}, edit ${edits}`);
        if (text.length > 3 * sample.document.text.length) return;
      }
    });
  }

  it('are told of in time where thousands of sentences and rows are alike', function () {
    this.timeout(60_000);
    const [sample] = EXAMPLES;
    assert.ok(sample);
    const alike = (count: number, by: number) => {
      const numbers = [...Array(count).keys()];
      const rows = numbers.map(
        (index) => `| Review the plan again | Head of Service ${index + by} | May 2020 |`,
      );
      const sentences = numbers.map(
        (index) => `The team saw ${index + by} children and wrote to each of them.`,
      );
      return `---\nframework: ofsted-safeguarding-2012\n---\n\n## Actions\n\n| Action | Owner | Due |\n|---|---|---|\n${rows.join('\n')}\n\n${sentences.join('\n\n')}\n`;
    };
    const [before, after] = [read(sample, alike(3000, 0)), read(sample, alike(3000, 7))];
    assert.ok(processorTime(() => standsInBoth(before, after, 'alike')) < 20_000);
  });

  it('were changed in every way', () => {
    for (const what of Object.keys(SEEDS)) assert.ok((tried.get(what) ?? 0) > 5, what);
  });
});

/** What differs is told of at places that there are. */
function standsInBoth(before: Analysis, after: Analysis, name: string): void {
  const { groups, passages } = difference(before, after);
  for (const { before: was, after: is } of [...groups.flatMap(({ changes }) => changes), ...passages]) {
    assert.ok(was !== undefined || is !== undefined, name);
    for (const [said, { input }] of [[was, before] as const, [is, after] as const]) {
      const { from, to } = said?.span ?? { from: 0, to: 0 };
      assert.ok(from >= 0 && from <= to && to <= input.text.length, name);
    }
  }
}

/** One change to a text is told of as just that change, at its place in both versions. */
function provesItself(before: Analysis, { kind, span, words }: Seed, text: string): void {
  const changed = before.input.text.replace(span, words);
  const change = { old: span, now: { from: span.from, to: span.from + words.length } };
  const found = difference(before, analyse({ ...before.input, text: changed }, { analysis: before, change }));
  const changes = found.groups.flatMap((group) => group.changes);
  const where = `"${text.slice(span.from, span.to)}" → "${words}" at ${span.from}`;
  assert.deepEqual(
    changes.map((one) => one.kind),
    [kind],
    `${where}\n${told(found).join('\n')}`,
  );
  assert.deepEqual(found.passages, [], where);
  const [{ before: was, after: is } = assert.fail(where)] = changes;
  assert.ok(was !== undefined && contains(was.span, span), where);
  assert.ok(is !== undefined && contains(is.span, { from: span.from, to: span.from + words.length }), where);
  assert.ok(is.text.toLowerCase().includes(words.toLowerCase()), where);
}

function contains(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}
