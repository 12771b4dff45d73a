import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Imported } from '../server/convert/text/imported.ts';
import { importText } from '../server/convert/text/importText.ts';
import type { Section } from '../server/report/report.ts';
import { metricTables, statusTable } from './convert/catalogue.ts';
import { coverageFaults, lostWords } from './convert/coverage.ts';
import { LAYOUTS } from './convert/planLayouts.ts';
import { read } from './convert/reports.ts';
import { analyseText, everyRule } from './harness/check.ts';
import { libraryWith } from './harness/library.ts';

const SHARED = path.resolve('../shared');
const PLAN = path.join(SHARED, 'seeds', 'scrutiny-pack-2020-improvement-plan.txt');
const CATALOGUE = path.join(SHARED, 'catalogue.md');
// The catalogue counts the lines of the pack that the plan was cut out of.
const LINES_BEFORE = 2051;

const library = libraryWith([]);

/** The sections of a text imported as a plan. */
function sectionsOf(source: string): { readonly imported: Imported; readonly sections: readonly Section[] } {
  const entry = library.get('improvement-plan-dashboard');
  assert.ok(entry);
  const imported = importText(source, entry.vocabulary);
  const document = { path: 'plan.report.md', syntax: 'markdown' as const, text: imported.markdown };
  return { imported, sections: analyseText(document, everyRule(library)).report.sections };
}

function pagesOf(sections: readonly Section[]): readonly Section[] {
  return sections.filter(({ content }) => content.role?.def.repeated === true);
}

function statusesOf({ content }: Section): readonly string[] {
  return content.fields.flatMap(({ status }) => status?.label ?? []);
}

describe('import: the published plan', () => {
  before(function () {
    if (existsSync(PLAN) && existsSync(CATALOGUE)) return;
    console.log(`      There is no ${SHARED}: the published plan is not tested.`);
    this.skip();
  });

  it('has every word of the plan, each at its place', () => {
    const source = read(PLAN);
    const { imported } = sectionsOf(source);
    assert.deepEqual(lostWords(source, imported), []);
    assert.deepEqual(coverageFaults(source, imported), []);
  });

  it('has the statuses that a reader sees on the dashboard and on the pages', () => {
    const { sections } = sectionsOf(read(PLAN));
    const expected = statusTable(read(CATALOGUE));
    assert.equal(expected.length, 7);
    const dashboard = sections.find(({ content }) => content.statusRows.length > 0);
    const rows = dashboard?.content.statusRows.map(({ statuses }) =>
      statuses.map(({ status }) => status?.label),
    );
    assert.deepEqual(
      rows,
      expected.map(({ row }) => row),
    );
    assert.deepEqual(
      pagesOf(sections).map(statusesOf),
      expected.map(({ page }) => page),
    );
  });

  it('has the tables of measures that a reader sees, cell for cell and at their lines', () => {
    const source = read(PLAN);
    const { imported, sections } = sectionsOf(source);
    const tables = metricTables(read(CATALOGUE));
    assert.equal(tables.length, 6);
    const measures = new Map(
      sections.flatMap(({ content, own }) =>
        content.measures.map((measure) => {
          const block = own[measure.name.at.block];
          const from = (block?.from ?? 0) + measure.name.at.span.from;
          const place = imported.places.toSource({ from, to: from + 1 }).from;
          return [source.slice(0, place).split('\n').length, measure] as const;
        }),
      ),
    );
    for (const { name, rows } of tables) {
      for (const { line, targets, actuals } of rows) {
        const measure = measures.get(line - LINES_BEFORE);
        assert.ok(measure, `${name}: there is no measure on line ${line}.`);
        const cells = (role: string) =>
          measure.rows.find((row) => row.role === role)?.points.map(({ text }) => text) ?? [];
        assert.deepEqual(withDoubt(cells('target'), targets), targets, `${name}, line ${line}`);
        assert.deepEqual(withDoubt(cells('actual'), actuals), actuals, `${name}, line ${line}`);
        const months = measure.rows[0]?.points.map(({ period }) => period?.start);
        assert.deepEqual(
          months?.map((start) => `${start?.year}-${start?.month}`),
          MONTHS,
        );
      }
    }
  });

  for (const [name, layOut] of Object.entries(LAYOUTS)) {
    it(`reads the same plan with ${name}`, () => {
      const source = read(PLAN);
      const changed = layOut(source);
      assert.notEqual(changed, source);
      assert.deepEqual(essence(changed), essence(source));
    });
  }
});

/** What must stay the same however a plan is laid out: its statuses and its figures. */
function essence(source: string): unknown {
  const { sections } = sectionsOf(source);
  return {
    rows: sections.flatMap(({ content }) =>
      content.statusRows.map(({ statuses }) =>
        Object.fromEntries(statuses.map(({ field, status }) => [field.id, status?.label])),
      ),
    ),
    pages: pagesOf(sections).map(({ content }) => ({
      statuses: Object.fromEntries(content.fields.map(({ def, status }) => [def?.id, status?.label])),
    })),
    blocks: sections.flatMap(({ binding }) => binding.block?.id ?? []),
    measures: sections.flatMap(({ content }) =>
      content.measures.map(({ name, rows }) => [
        name.text,
        ...rows.map(({ role, points }) => [role, ...points.map(({ text }) => text)].join(' | ')),
      ]),
    ),
  };
}

const MONTHS = Array.from(
  { length: 14 },
  (_, index) => `${2019 + Math.floor((index + 3) / 12)}-${((index + 3) % 12) + 1}`,
);

/** The cells with those set aside of which the reader of the plan was not sure. */
function withDoubt(cells: readonly string[], expected: readonly string[]): readonly string[] {
  return cells.map((cell, index) => (expected[index]?.endsWith('?') ? (expected[index] ?? '') : cell));
}
