import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Measure, Role } from '../server/report/contents.ts';
import { isPending } from '../server/report/series.ts';
import { type CatalogueRow, metricTables } from './convert/catalogue.ts';
import { read } from './convert/reports.ts';
import { reportOf } from './harness/check.ts';
import { libraryWith } from './harness/library.ts';

const CATALOGUE = path.resolve('../shared/catalogue.md');
const CLEAN = path.resolve('examples/gloucestershire-2020/clean');
const MONTHS = [
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
];
const ROLES = ['target', 'actual'] as const;
const library = libraryWith([]);

/** Every figure of every measure: `name | role | 2019-04` and what stands there. What is empty is left out. */
function figuresOf(text: string, syntax: 'markdown' | 'yaml'): ReadonlyMap<string, string> {
  const name = syntax === 'yaml' ? 'plan.report.yaml' : 'plan.report.md';
  const { sections } = reportOf({ path: name, syntax, text }, library);
  return new Map(
    sections.flatMap(({ content }) => content.measures.flatMap((measure) => ROLES.flatMap(cells(measure)))),
  );
}

function cells({ name, steps }: Measure): (role: (typeof ROLES)[number] & Role) => [string, string][] {
  return (role) =>
    steps.flatMap(({ [role]: point }): [string, string][] => {
      if (point === undefined || (point.cell.kind === 'blank' && !isPending(point))) return [];
      const start = point.period?.start;
      return [[`${name.text} | ${role} | ${start?.year}-${start?.month}`, point.text]];
    });
}

/** What the catalogue says that stands there. */
function expected(rows: readonly CatalogueRow[]): ReadonlyMap<string, string> {
  return new Map(
    rows.flatMap(({ name, targets, actuals }) =>
      [targets, actuals].flatMap((own, role) =>
        own.flatMap((text, at): [string, string][] => {
          const month = ((at + 3) % 12) + 1;
          const key = `${name} | ${ROLES[role]} | ${at < 9 ? 2019 : 2020}-${month}`;
          return text === '' || text === 'N/A' ? [] : [[key, text]];
        }),
      ),
    ),
  );
}

const HEAD = '# Plan\n\n## Timeliness of visits\n\n### Metrics\n\n';
const year = (at: number) => (at === 0 ? ' 2019' : at === 9 ? ' 2020' : '');
const line = (texts: readonly string[]) => `| ${texts.join(' | ')} |\n`;
const rule = (width: number) => line(Array.from({ length: width }, () => '---'));
const heading = (at: number) => `${MONTHS[at]}${year(at)}`;
const inPairs = (texts: (at: number) => readonly string[]) => MONTHS.flatMap((_, at) => texts(at));

/** The layouts in which such a table is found. */
const LAYOUTS: Readonly<Record<string, (rows: readonly CatalogueRow[]) => string>> = {
  'a row a role': (rows) =>
    line(['Measure', 'Role', ...MONTHS.map((_, at) => heading(at))]) +
    rule(16) +
    rows
      .map(
        ({ name, targets, actuals }) =>
          line([name, 'Target', ...targets]) + line([name, 'Actual', ...actuals]),
      )
      .join(''),
  'months over Target and Actual': (rows) =>
    line(['Measure', ...inPairs((at) => [heading(at), ''])]) +
    rule(29) +
    line(['', ...inPairs(() => ['Target', 'Actual'])]) +
    paired(rows),
  'months written over each, below one name for all': (rows) =>
    line(['Improving & embedding', ...Array.from({ length: 28 }, () => '')]) +
    rule(29) +
    line(['Measure', ...inPairs((at) => [heading(at), heading(at)])]) +
    line(['', ...inPairs(() => ['Target', 'Actual'])]) +
    paired(rows),
  'Target and Actual over months': (rows) =>
    line(['', 'Target', ...MONTHS.slice(1).map(() => ''), 'Actual', ...MONTHS.slice(1).map(() => '')]) +
    rule(29) +
    line(['Measure', ...[0, 1].flatMap(() => MONTHS.map((_, at) => heading(at)))]) +
    rows.map(({ name, targets, actuals }) => line([name, ...targets, ...actuals])).join(''),
  'one header': (rows) =>
    line(['Measure', ...inPairs((at) => [`${heading(at)} target`, `${heading(at)} actual`])]) +
    rule(29) +
    paired(rows),
};

function paired(rows: readonly CatalogueRow[]): string {
  return rows
    .map(({ name, targets, actuals }) =>
      line([name, ...inPairs((at) => [targets[at] ?? '', actuals[at] ?? ''])]),
    )
    .join('');
}

function yamlOf(rows: readonly CatalogueRow[]): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
  const months = (texts: readonly string[]) =>
    texts.flatMap((text, at) => {
      const month = String(((at + 3) % 12) + 1).padStart(2, '0');
      return text === '' ? [] : [`${at < 9 ? 2019 : 2020}-${month}: ${quoted(text)}`];
    });
  const measures = rows.map(
    ({ name, targets, actuals }) =>
      `          - measure: ${quoted(name)}\n` +
      `            target: { ${months(targets).join(', ')} }\n` +
      `            actual: { ${months(actuals).join(', ')} }\n`,
  );
  return `framework: improvement-plan-dashboard\nsections:\n  - heading: Timeliness of visits\n    sections:\n      - heading: Metrics\n        measures:\n${measures.join('')}`;
}

describe('tables of measures', () => {
  it('say the same in the clean example plan and in its twin as data, cell for cell', () => {
    const markdown = figuresOf(read(path.join(CLEAN, 'improvement-plan.md')), 'markdown');
    const data = figuresOf(read(path.join(CLEAN, 'improvement-plan.report.yaml')), 'yaml');
    assert.ok(markdown.size > 400, `Only ${markdown.size} figures are read.`);
    assert.deepEqual(markdown, data);
  });

  describe('of the published plan', () => {
    before(function () {
      if (existsSync(CATALOGUE)) return;
      console.log(`      There is no ${CATALOGUE}: the tables of the published plan are not tested.`);
      this.skip();
    });

    it('are equal as data to what a person has read off them', () => {
      for (const { name, rows } of metricTables(read(CATALOGUE))) {
        assert.deepEqual(figuresOf(yamlOf(rows), 'yaml'), expected(rows), name);
      }
    });

    for (const [layout, write] of Object.entries(LAYOUTS)) {
      it(`are read cell for cell with ${layout}`, () => {
        const tables = metricTables(read(CATALOGUE));
        assert.ok(tables.length > 0);
        for (const { name, rows } of tables) {
          const found = figuresOf(
            `---\nframework: improvement-plan-dashboard\n---\n${HEAD}${write(rows)}`,
            'markdown',
          );
          assert.deepEqual(found, expected(rows), name);
        }
      });
    }
  });
});
