import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { Imported } from '../server/convert/text/imported.ts';
import { importText } from '../server/convert/text/importText.ts';
import type { Section } from '../server/report/report.ts';
import { metricTables, statusTable } from './convert/catalogue.ts';
import { coverageFaults, lostWords } from './convert/coverage.ts';
import { LAYOUTS } from './convert/planLayouts.ts';
import { read } from './convert/reports.ts';
import { analyseText, everyRule, reportOf, type TestDocument } from './harness/check.ts';
import { assertGrowsAsText } from './harness/growth.ts';
import { libraryWith } from './harness/library.ts';
import { runs, THOROUGH } from './harness/thorough.ts';

const SHARED = path.resolve('../shared');
const PLAN = path.join(SHARED, 'seeds', 'scrutiny-pack-2020-improvement-plan.txt');
const CATALOGUE = path.join(SHARED, 'catalogue.md');
// The catalogue counts the lines of the pack that the plan was cut out of.
const LINES_BEFORE = 2051;

const PIECES = [
  'Rationale',
  'Objectives',
  'Actions status Impact Status',
  'Actions status',
  'Dashboard',
  'D A S H B O A R D',
  'Priority Progress made Actions Status Impact Status',
  'Key Actions',
  'Key Actions Owners Impact on Objective Timescale',
  'Metrics',
  'April May June',
  'Jan 20 Feb',
  'Target Actual',
  ' On target X  On target ',
  'At risk',
  'X',
  '☒ Completed ☐ At risk',
  'Progress made',
  'this period:',
  'Reporting period: 1 May 2020 to 31 May 2020',
  'Visits in time',
  '12/',
  ' 80% 75% ',
  '8 8 8',
  '%',
  'tbc',
  'Head of Service',
  'Completed by 30th June',
  'Page 3',
  'P',
  'age 4',
  's t',
  '31',
  ' M a y  2 0 2 0',
  'a) one',
  '1. two',
  '• three',
  '- four',
  'self-',
  'esteem',
  '|',
  '*',
  '\\',
  '\t',
  '\f',
  '\n',
  '\n',
  '\n',
  '\n\n',
  ' ',
  '  ',
  '.',
  ':',
];

const HOSTILE = [
  'Rationale\n',
  'Comments\n',
  'Actions status Impact Status\n',
  ' On target X  On target \n',
  ' 80% 75% \n',
  'Visits  80% \n',
  'self-\n',
  'April May June\n',
  'Metrics\nApril May\nTarget Actual\nVisits\n1 2 3 4\n',
  'Key Actions Owners Timescale\n',
  'a) one\n',
  '31\n',
  'P\n',
];

/** The characters of a text; another is four times as long. */
const SIZE = THOROUGH ? 15_000 : 6_000;

const library = libraryWith([]);
const plan = library.get('improvement-plan-dashboard') ?? assert.fail('There is no framework for plans.');

describe('import: any text', () => {
  const piece = fc.constantFrom(
    ...PIECES,
    ...[
      'Dear Ms Hill',
      'Yours sincerely',
      'Copy: Sam',
      '8 June 2021',
      'Re: visit',
      'Overview',
      'I am copying this letter',
    ],
  );
  const text = fc.array(fc.oneof({ weight: 5, arbitrary: piece }, fc.string({ unit: 'grapheme' })), {
    maxLength: 60,
  });

  it('is imported in a time that grows as the text does', function () {
    this.timeout(60_000);
    for (const unit of HOSTILE) {
      assertGrowsAsText((source) => importText(source, plan.vocabulary), unit, SIZE);
    }
  });

  for (const id of ['improvement-plan-dashboard', 'ofsted-monitoring-visit']) {
    it(`loses nothing and maps exactly as ${id}`, () => {
      const entry = library.get(id);
      assert.ok(entry);
      fc.assert(
        fc.property(text, (pieces) => {
          const source = pieces.join('').replace(/\r\n?/g, '\n');
          const imported = importText(source, entry.vocabulary);
          assert.deepEqual(lostWords(source, imported), []);
          assert.deepEqual(coverageFaults(source, imported), []);
        }),
        { numRuns: runs(700) },
      );
    });
  }
});

/** The document that a text is imported as. */
function documentOf({ markdown }: Imported): TestDocument {
  return { path: 'plan.report.md', syntax: 'markdown', text: markdown };
}

/** The sections of a text imported as a plan. */
function sectionsOf(source: string): { readonly imported: Imported; readonly sections: readonly Section[] } {
  const imported = importText(source, plan.vocabulary);
  return { imported, sections: reportOf(documentOf(imported), library).sections };
}

function pagesOf(sections: readonly Section[]): readonly Section[] {
  return sections.filter(({ content }) => content.role?.def.repeated === true);
}

function statusesOf({ content }: Section): readonly string[] {
  return content.fields.flatMap(({ status }) => status?.label ?? []);
}

describe('import: the published plan', () => {
  let whole: unknown;
  before(function () {
    if (existsSync(PLAN) && existsSync(CATALOGUE)) {
      whole = essence(read(PLAN));
      return;
    }
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

  it('has the actions whose date has gone by told, and no others', () => {
    const imported = importText(read(PLAN), plan.vocabulary);
    const { findings } = analyseText(documentOf(imported), everyRule(library));
    const late = findings.filter(({ rule }) => rule === 'action/overdue');
    assert.deepEqual(
      late.map(({ message, span }) => [
        /^"([^"]{1,18})/.exec(message)?.[1],
        imported.markdown.slice(span.from, span.to),
      ]),
      [
        ['Thematic champions', 'January 2020'],
        ['Apprenticeships an', 'January 2020'],
        ['Implement new path', 'September 2019'],
        ['Review Health Pass', 'By end of January 2020'],
      ],
    );
    const others = findings.filter(({ rule }) => /^action\/(?:missing-due|vague-due)$|^date\//.test(rule));
    assert.deepEqual(others, []);
  });

  it('loses no word of any part of the plan', () => {
    const source = read(PLAN);
    fc.assert(
      fc.property(fc.nat(source.length), fc.nat(source.length), (a, b) => {
        const part = source.slice(Math.min(a, b), Math.max(a, b));
        const imported = importText(part, plan.vocabulary);
        assert.deepEqual(lostWords(part, imported), []);
        assert.deepEqual(coverageFaults(part, imported), []);
      }),
      { numRuns: runs(40) },
    );
  });

  for (const [name, layOut] of Object.entries(LAYOUTS)) {
    it(`reads the same plan with ${name}`, () => {
      const source = read(PLAN);
      const changed = layOut(source);
      assert.notEqual(changed, source);
      assert.deepEqual(essence(changed), whole);
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
