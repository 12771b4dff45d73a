import { deepEqual, equal } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { SCALES } from '../server/framework/builtin.generated.ts';
import { loadFramework } from '../server/framework/load.ts';
import { ScaleLibrary } from '../server/framework/scales.ts';
import type { Vocabulary } from '../server/framework/vocabulary.ts';
import { plainValue } from '../server/syntax/data.ts';
import { readYaml } from '../server/syntax/yaml.ts';
import { libraryWith } from './harness/library.ts';

const TEXT = `
id: areas
title: Areas
patterns:
  questions:
    sections:
      - { id: know, heading: What do we know?, required: true }
      - { id: plans, heading: What are our plans? }
sections:
  - id: overall
    heading: Overall effectiveness
    judgement: { scale: ofsted-four-point-2013, required: true }
    in-force: { until: 2026-03-31 }
  - id: care
    heading: Care
    pattern: questions
    sections: [{ id: fostering, heading: Fostering }]
  - { id: care-leavers, heading: Care leavers, in-force: { from: 2023-01 } }
`;

function headings(vocabulary: Vocabulary | undefined): readonly string[] {
  return (vocabulary?.roles ?? []).map(({ def, depth }) => '  '.repeat(depth) + def.heading);
}

describe('frameworks through time', () => {
  const library = libraryWith([TEXT]);
  const entry = library.get('areas');
  const care = ['Care', '  What do we know?', '  What are our plans?', '  Fostering'];

  it('load clean', () => deepEqual(entry?.problems, []));

  for (const [day, expected] of [
    [{ year: 2022, month: 12, day: 31 }, ['Overall effectiveness', ...care]],
    [{ year: 2023, month: 1, day: 1 }, ['Overall effectiveness', ...care, 'Care leavers']],
    [{ year: 2026, month: 4, day: 1 }, [...care, 'Care leavers']],
    [undefined, [...care, 'Care leavers']],
  ] as const) {
    const name = day === undefined ? 'a document without a day' : `${day.year}-${day.month}-${day.day}`;
    it(`ask of ${name} what was in force`, () => deepEqual(headings(entry?.on(day)), expected));
  }

  it('have one vocabulary for all days on which the same holds', () => {
    const may = entry?.on({ year: 2026, month: 5, day: 1 });
    equal(entry?.on({ year: 2027, month: 5, day: 1 }), may);
    deepEqual(
      may?.atOtherTimes.map(({ id }) => id),
      ['overall'],
    );
  });

  it('give what a pattern repeats an id of its own, and say where it comes from', () => {
    deepEqual(entry?.vocabulary.roles.map(({ def }) => [def.id, def.ofPattern]).slice(1, 5), [
      ['care', undefined],
      ['care-know', 'questions'],
      ['care-plans', 'questions'],
      ['fostering', undefined],
    ]);
  });

  it('repeat a pattern once, however often they are extended', () => {
    const own = `id: mine\nextends: areas\nsections:\n  - { id: care, heading: Our care }\n`;
    const mine = libraryWith([TEXT, own]).get('mine');
    deepEqual(headings(mine?.vocabulary).slice(1, 5), ['Our care', ...care.slice(1)]);
  });
});

describe('shipped scales', () => {
  const scales = new ScaleLibrary();
  for (const [id, shipped] of SCALES) {
    const text = readFileSync(`schemas/scales/${id}.yaml`, 'utf8');

    it(`${id} is shipped as it is written`, () => {
      deepEqual(JSON.parse(shipped), plainValue(readYaml(text).root));
    });

    it(`${id} is sound, and says where it comes from`, () => {
      const indented = text.replaceAll(/^(?=.)/gm, '    ');
      const wrapped = `id: wrapped\ntitle: Wrapped\nscales:\n  ${id}:\n${indented}`;
      deepEqual(loadFramework(wrapped, () => undefined).problems, []);
      const scale = scales.get(id);
      equal(scale?.id, id);
      equal(typeof scale?.source?.title, 'string');
      equal(typeof scale?.inspectorate, 'string');
    });
  }
});
