import assert from 'node:assert/strict';
import { readCsv } from '../server/convert/sheet/readCsv.ts';
import { readPackSources, type Workbooks } from '../server/features/packSources.ts';
import { readConfig } from '../server/rules/config.ts';
import type { OpenedWorkbook, Sheet } from '../server/text/workbook.ts';

const HEAD = 'Indicator,Month,Target,Actual\n';

function sheetOf(name: string, csv: string): Sheet {
  const [sheet] = readCsv('a.csv', new TextEncoder().encode(csv)).sheets;
  assert.ok(sheet);
  return { ...sheet, name };
}

function workbook(...sheets: readonly Sheet[]): OpenedWorkbook {
  return { ok: true, workbook: { sheets } };
}

const BOOKS: Workbooks = new Map<string, OpenedWorkbook | undefined>([
  ['gone.xlsx', undefined],
  ['locked.xlsx', { ok: false, problem: 'The workbook is protected with a password. Save it without one.' }],
  [
    'kpis.xlsx',
    workbook(
      { ...sheetOf('Lists', 'a,b\n'), isHidden: true },
      sheetOf('KPIs', `${HEAD}Visits,May 2020,90%,84%\n`),
      sheetOf(
        'Twice',
        `${HEAD}Visits,May 2020,90%,84%\nVisits,2020-05,90%,86%\nVisits,Apr 2020,,1\nVisits,Apr 2020,,2\n`,
      ),
      sheetOf('Times', `${HEAD}Visits,Mayy,90%,84%\nVisits,sometime,90%,84%\nVisits,,1,2\n`),
      sheetOf('Empty', HEAD),
      sheetOf('Prose', 'Notes on the figures\n'),
      { ...sheetOf('Long', `${HEAD}Visits,May 2020,90%,84%\n`), isCut: true },
    ),
  ],
  ['plain.csv', workbook(sheetOf('', `${HEAD}Visits,May 2020,90%,84%\n`))],
]);

/** What is wrong with one item of `sources:`, each time with the words that it points at. */
function problemsOf(item: string): readonly string[] {
  const text = `sources:\n  - ${item}\n`;
  const { config, problems } = readConfig(text);
  const all = [...problems, ...readPackSources(config.sources, BOOKS).problems];
  return all.map(({ span, message }) => `${text.slice(span.from, span.to)}: ${message}`);
}

const CASES: readonly (readonly [item: string, expected: readonly string[]])[] = [
  ['{ file: kpis.xlsx }', []],
  [
    '{ file: kpis.xlsx, sheet: KPIs, header-row: 1, measure: Indicator, period: B, target: Target, actual: actual }',
    [],
  ],
  ['{ file: plain.csv }', []],
  ['{ file: not-read-yet.csv }', []],
  [
    '{ file: gone.xlsx }',
    [
      'gone.xlsx: There is no file "gone.xlsx" to be read. Write its path from the folder of touchstone.yaml.',
    ],
  ],
  [
    '{ file: locked.xlsx }',
    [
      'locked.xlsx: "locked.xlsx" cannot be read. The workbook is protected with a password. Save it without one.',
    ],
  ],
  [
    '{ file: kpis.ods }',
    [
      'kpis.ods: "kpis.ods" is no file that figures can be read from: its name must end in .xlsx, .xlsm, .csv or .tsv.',
    ],
  ],
  [
    '{ file: https://example.org/a.xlsx }',
    [
      'https://example.org/a.xlsx: "https://example.org/a.xlsx" is no path from the folder of touchstone.yaml: write one such as data/kpis.xlsx.',
    ],
  ],
  [
    '{ file: /etc/a.csv }',
    [
      '/etc/a.csv: "/etc/a.csv" is no path from the folder of touchstone.yaml: write one such as data/kpis.xlsx.',
    ],
  ],
  [
    '{ file: kpis.xlsx, sheet: KPI }',
    [
      'KPI: There is no sheet "KPI" in kpis.xlsx; there are: "Lists", "KPIs", "Twice", "Times", "Empty", "Prose" and "Long".',
    ],
  ],
  [
    '{ file: plain.csv, sheet: KPIs }',
    ['KPIs: "plain.csv" is a file of text and has no sheets: leave "sheet" out.'],
  ],
  [
    '{ file: kpis.xlsx, sheet: KPIs, actual: Actuals }',
    [
      'Actuals: There is no column "Actuals" in row 1 of sheet "KPIs" in kpis.xlsx; there are: "Indicator", "Month", "Target" and "Actual".',
    ],
  ],
  [
    '{ file: kpis.xlsx, sheet: KPIs, header-row: 9 }',
    [
      '9: Row 9 of sheet "KPIs" in kpis.xlsx is empty. Give the number of the row with the names of the columns.',
    ],
  ],
  [
    '{ file: kpis.xlsx, sheet: Twice }',
    [
      'Twice: In sheet "Twice" in kpis.xlsx "Visits" has two figures for one time: 84% in D2 and 86% in D3. Keep one of them. One more is like it.',
    ],
  ],
  [
    '{ file: kpis.xlsx, sheet: Times }',
    [
      'Times: In sheet "Times" in kpis.xlsx "Mayy" in B2 is no period that can be read: write it as in May 2020, 2020-05 or Q1 2020/21. One more is like it.',
    ],
  ],
  [
    '{ file: kpis.xlsx, sheet: Empty }',
    ['Empty: No row of sheet "Empty" in kpis.xlsx below row 1 has a measure with a figure.'],
  ],
  [
    '{ file: kpis.xlsx, sheet: Prose }',
    [
      'Prose: No row of sheet "Prose" in kpis.xlsx heads columns of measures and figures. Say which it is with "header-row", and what its columns are called with "measure", "period", "target" and "actual".',
    ],
  ],
  [
    '{ file: kpis.xlsx, sheet: Long }',
    [
      'Long: Not all of sheet "Long" in kpis.xlsx is read: it goes on behind row 2. Keep the figures that the documents need in a smaller sheet.',
    ],
  ],
];

describe('Sources in touchstone.yaml', () => {
  for (const [item, expected] of CASES) {
    it(`says what is wrong with ${item}`, () => assert.deepEqual(problemsOf(item), expected));
  }

  it('reads a sheet of very many columns in moderate time', () => {
    const months = Array.from({ length: 16_000 }, (_, index) => `${(index % 12) + 1}/${2000 + (index % 20)}`);
    const line = (first: string, rest: readonly string[]) => `${[first, ...rest].join(',')}\n`;
    const sheet = sheetOf('', line('Measure', months) + line('Visits', months).repeat(30));
    const { config } = readConfig('sources: [{ file: a.csv, periods: columns }]\n');
    const { sources } = readPackSources(config.sources, new Map([['a.csv', workbook(sheet)]]));
    assert.equal(sources.length, 1);
  }).timeout(10_000);

  it('asks for a file, and knows its keys', () => {
    assert.match(problemsOf('{ sheet: KPIs }').join('\n'), /file/);
    assert.match(problemsOf('{ file: plain.csv, colum: A }').join('\n'), /"colum"/);
    assert.match(problemsOf('{ file: plain.csv, header-row: top }').join('\n'), /header-row|"top"/);
  });
});
