import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openWorkbook } from '../server/convert/sheet/openWorkbook.ts';
import { writeCsv } from '../server/convert/sheet/writeCsv.ts';
import { writeXlsx } from '../server/convert/sheet/writeXlsx.ts';
import { textCell, type WrittenCell } from '../server/convert/sheet/written.ts';
import { cellName, type Sheet, type Workbook } from '../server/text/workbook.ts';
import { parseDecimal } from '../server/values/decimal.ts';
import { type ByHand, workbookByHand } from './convert/sheet/byHand.ts';
import { zipOf } from './harness/zipOf.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

async function opened(name: string, bytes: Uint8Array): Promise<Workbook> {
  const read = await openWorkbook(name, bytes);
  assert.ok(read.ok, read.ok ? '' : read.problem);
  return read.workbook;
}

async function byHand(made: ByHand): Promise<readonly Sheet[]> {
  return (await opened('a.xlsx', await workbookByHand(made))).sheets;
}

/** The cells of a sheet as they are shown, by their names; behind them the number or the day. */
function shown(sheet: Sheet | undefined): Readonly<Record<string, string>> {
  assert.ok(sheet);
  return Object.fromEntries(
    sheet.rows.flatMap(({ number, cells }) =>
      cells.map(({ column, text, number: value, date }) => {
        const behind = value ?? date;
        return [cellName(column, number), behind === undefined ? text : `${text} = ${behind}`];
      }),
    ),
  );
}

async function problemOf(name: string, bytes: Uint8Array): Promise<string> {
  const read = await openWorkbook(name, bytes);
  return read.ok ? 'It was read.' : read.problem;
}

const row = (number: number, cells: string) => `<row r="${number}">${cells}</row>`;
const sheetData = (...rows: readonly string[]) => `<sheetData>${rows.join('')}</sheetData>`;

describe('Reading Excel workbooks', () => {
  const NUMBERS: readonly (readonly [format: string | number, value: string, shown: string])[] = [
    [9, '0.84', '84% = 84'],
    [10, '0.84370000000000001', '84.37% = 84.37'],
    ['0%', '0.8437', '84% = 84.37'],
    ['0.0%;[Red]-0.0%', '-0.015', '-1.5% = -1.5'],
    [0, '0.30000000000000004', '0.3 = 0.3'],
    [3, '1025', '1,025 = 1025'],
    ['_-* #,##0_-;-* #,##0_-', '-1025.4', '-1,025 = -1025.4'],
    ['"£"#,##0.00', '12.5', '£12.50 = 12.5'],
    ['0" days"', '14.3', '14 days = 14.3'],
    [14, '43952', '01/05/2020 = 2020-05-01'],
    [17, '43952', 'May-20 = 2020-05-01'],
    ['[$-809]mmmm yyyy;@', '43982', 'May 2020 = 2020-05-31'],
    [0, '1E-7', '0.0000001 = 0.0000001'],
    [0, '1.5E+20', '1.5E+20 = 150000000000000000000'],
    ['#,##0"!"[', '7', '7 = 7'],
  ];
  for (const [format, value, expected] of NUMBERS) {
    it(`shows ${value} as ${expected} by the format ${format}`, async () => {
      const [sheet] = await byHand({
        sheets: { KPIs: sheetData(row(1, `<c r="A1" s="1"><v>${value}</v></c>`)) },
        formats: [typeof format === 'string' ? format.replaceAll('"', '&quot;') : format],
      });
      assert.deepEqual(shown(sheet), { A1: expected });
    });
  }

  it('counts days from 1904 where the workbook does', async () => {
    const [sheet] = await byHand({
      sheets: { KPIs: sheetData(row(1, '<c r="A1" s="1"><v>42490</v></c>')) },
      formats: [17],
      from1904: true,
    });
    assert.deepEqual(shown(sheet), { A1: 'May-20 = 2020-05-01' });
  });

  it('reads texts however they are kept, and the last value of a formula', async () => {
    const [sheet] = await byHand({
      sheets: {
        KPIs: sheetData(
          row(
            3,
            '<c r="B3" t="s"><v>0</v></c><c r="C3" t="inlineStr"><is><t>In </t><r><t>line</t></r></is></c><c t="str"><f>A1&amp;"x"</f><v>Made</v></c>',
          ),
          row(
            5,
            '<c r="AA5"><f>SUM(B1:B9)</f><v>12</v></c><c r="AB5" t="b"><v>1</v></c><c r="AC5" t="e"><v>#DIV/0!</v></c>',
          ),
          row(6, '<c r="A6"><f>WEBSERVICE("http://127.0.0.1:9")</f></c><c r="B6" s="1"/>'),
        ),
      },
      strings:
        '<si><r><t>Children </t></r><r><rPr><b/></rPr><t>seen_x000D_\n in time</t></r><rPh><t>no</t></rPh></si>',
    });
    assert.deepEqual(shown(sheet), {
      B3: 'Children seen in time',
      C3: 'In line',
      D3: 'Made',
      AA5: '12 = 12',
      AB5: 'TRUE',
      AC5: '#DIV/0!',
    });
  });

  it('shows what is merged in each of the cells that it covers', async () => {
    const [sheet] = await byHand({
      sheets: {
        KPIs: `${sheetData(
          row(1, '<c r="A1" t="inlineStr"><is><t>Visits</t></is></c><c r="B1"><v>1</v></c>'),
          row(2, '<c r="A2"/><c r="B2"><v>2</v></c>'),
        )}<mergeCells><mergeCell ref="A1:A3"/><mergeCell ref="C1:XFD1048576"/><mergeCell ref="nonsense"/></mergeCells>`,
      },
    });
    assert.deepEqual(shown(sheet), { A1: 'Visits', B1: '1 = 1', A2: 'Visits', B2: '2 = 2', A3: 'Visits' });
  });

  it('tells hidden sheets, and follows nothing that leads out of the file', async () => {
    const sheets = await byHand({
      sheets: { Lists: sheetData(), KPIs: sheetData(row(1, '<c r="A1"><v>1</v></c>')) },
      hidden: ['Lists'],
      relations:
        '<Relationship Id="rId1" Type="x/worksheet" Target="http://127.0.0.1:9/a.xml" TargetMode="External"/>',
      more: { 'xl/vbaProject.bin': 'macros', 'xl/externalLinks/externalLink1.xml': '<a/>' },
    });
    assert.deepEqual(
      sheets.map(({ name, isHidden }) => [name, isHidden]),
      [
        ['Lists', true],
        ['KPIs', false],
      ],
    );
  });

  it('reads no more rows than it says', async () => {
    const rows = Array.from({ length: 100_001 }, (_, index) => row(index + 1, '<c><v>1</v></c>'));
    const [sheet] = await byHand({ sheets: { KPIs: sheetData(...rows) } });
    assert.equal(sheet?.rows.length, 100_000);
    assert.equal(sheet?.isCut, true);
  }).timeout(30_000);
});

describe('Reading comma-separated values', () => {
  const TEXTS: readonly (readonly [
    name: string,
    bytes: Uint8Array,
    expected: Readonly<Record<string, string>>,
  ])[] = [
    [
      'commas, quotes and line breaks',
      utf8('a,"b ""c"", d"\r\n"two\nlines",\r\n'),
      { A1: 'a', B1: 'b "c", d', A2: 'two lines' },
    ],
    [
      'semicolons and a byte-order mark',
      utf8('\uFEFFa;1,5\nb;2,5\n'),
      { A1: 'a', B1: '1,5', A2: 'b', B2: '2,5' },
    ],
    ['tabs', utf8('a\tb, c\nd\te\n'), { A1: 'a', B1: 'b, c', A2: 'd', B2: 'e' }],
    ['a stated separator', utf8('sep=;\r\na;b,c,d\r\n'), { A2: 'a', B2: 'b,c,d' }],
    ['Windows-1252', new Uint8Array([0xa3, 0x35, 0x2c, 0x93, 0x61, 0x94]), { A1: '£5', B1: '“a”' }],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x61, 0, 0x09, 0, 0xa3, 0]), { A1: 'a', B1: '£' }],
    ['blank lines', utf8('\n\na,b\n'), { A3: 'a', B3: 'b' }],
  ];
  for (const [name, bytes, expected] of TEXTS) {
    it(`reads ${name}`, async () => {
      const { sheets } = await opened('a.csv', bytes);
      assert.deepEqual(shown(sheets[0]), expected);
    });
  }
});

describe('Files that are no workbooks', () => {
  const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]);
  const locked = new Uint8Array([...old, ...utf8([...'EncryptedPackage'].join('\0')), 0]);
  const BAD: readonly (readonly [
    name: string,
    bytes: () => Uint8Array | Promise<Uint8Array>,
    expected: RegExp,
  ])[] = [
    ['a.xlsx', () => new Uint8Array(), /empty/],
    ['a.xlsx', () => old, /before Excel 2007 \(\.xls\)\. Save it as \.xlsx/],
    ['a.xlsx', () => locked, /password/],
    ['a.xlsx', () => utf8('a,b\n'), /no Excel workbook/],
    ['a.xlsx', () => zipOf({ 'word/document.xml': '<a/>' }), /no Excel workbook/],
    ['a.xlsx', async () => (await workbookByHand({ sheets: { A: sheetData() } })).slice(0, 300), /damaged/],
    ['a.xlsx', () => zipOf({ 'xl/workbook.xml': ' '.repeat(40 << 20) }), /unpacks to far more/],
    ['a.csv', () => zipOf({ a: '' }), /Rename it to \.xlsx/],
    ['a.csv', () => new Uint8Array([97, 0, 0, 1]), /not a text file/],
    ['a.csv', () => new Uint8Array(10_000_001).fill(44), /too large: up to 10 MB/],
  ];
  BAD.forEach(([name, bytes, expected], index) => {
    it(`says of ${name}, case ${index + 1}, what is wrong`, async () => {
      assert.match(await problemOf(name, await bytes()), expected);
    });
  });

  it('survives every beginning and every changed byte of a small workbook', async () => {
    const whole = await workbookByHand({ sheets: { A: sheetData(row(1, '<c r="A1"><v>1</v></c>')) } });
    for (let at = 0; at < whole.length; at += 7) {
      await openWorkbook('a.xlsx', whole.slice(0, at));
      const changed = whole.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x55;
      await openWorkbook('a.xlsx', changed);
    }
  }).timeout(60_000);
});

describe('Writing sheets', () => {
  const number = (text: string, unit: 'number' | 'percent' = 'number'): WrittenCell => {
    const value = parseDecimal(text);
    assert.ok(value);
    return { kind: 'number', value, unit };
  };
  const rows: readonly (readonly WrittenCell[])[] = [
    ['Measure', 'Figure'].map(textCell),
    [textCell('Visits & "calls" <b>'), number('84.3', 'percent')],
    [textCell('=HYPERLINK("http://127.0.0.1")'), number('-1025')],
    [textCell('-5 fewer'), number('0.05', 'percent')],
    [textCell('@home'), { kind: 'date', date: { year: 2020, month: 5, day: 1 } }],
    [textCell('Two\nlines _x000D_ \u0001'), number('0.007')],
    [textCell('+44 20'), textCell('')],
  ];

  it('writes workbooks that read as they were', async () => {
    const bytes = await writeXlsx([
      { name: 'Measures: [all]', rows },
      { name: 'Measures: [all]', rows: [] },
    ]);
    const { sheets } = await opened('a.xlsx', bytes);
    assert.deepEqual(
      sheets.map(({ name }) => name),
      ['Measures   all', 'Sheet2'],
    );
    assert.deepEqual(shown(sheets[0]), {
      A1: 'Measure',
      B1: 'Figure',
      A2: 'Visits & "calls" <b>',
      B2: '84.3% = 84.3',
      A3: '=HYPERLINK("http://127.0.0.1")',
      B3: '-1,025 = -1025',
      A4: '-5 fewer',
      B4: '0.05% = 0.05',
      A5: '@home',
      B5: '01/05/2020 = 2020-05-01',
      A6: 'Two lines _x000D_ \u0001',
      B6: '0.007 = 0.007',
      A7: '+44 20',
    });
    assert.deepEqual(await writeXlsx([{ name: 'A', rows }]), await writeXlsx([{ name: 'A', rows }]));
  });

  it('writes comma-separated values in which nothing is a formula and numbers keep their minus', () => {
    assert.equal(
      writeCsv(rows),
      [
        'Measure,Figure',
        '"Visits & ""calls"" <b>",84.3%',
        `"'=HYPERLINK(""http://127.0.0.1"")",-1025`,
        "'-5 fewer,0.05%",
        "'@home,2020-05-01",
        '"Two\nlines _x000D_ \u0001",0.007',
        "'+44 20,",
        '',
      ].join('\r\n'),
    );
  });

  it('is read by LibreOffice, and reads what LibreOffice writes', async function () {
    const folder = mkdtempSync(path.join(tmpdir(), 'touchstone-sheet-'));
    const convert = (to: string, file: string, ...more: readonly string[]) =>
      execFileSync(
        'soffice',
        [
          `-env:UserInstallation=file://${folder}/profile`,
          '--headless',
          ...more,
          '--convert-to',
          to,
          '--outdir',
          folder,
          file,
        ],
        { stdio: 'pipe' },
      );
    try {
      execFileSync('soffice', ['--version'], { stdio: 'pipe' });
    } catch {
      console.log('      LibreOffice is not installed, so this was not tested.');
      this.skip();
    }
    try {
      writeFileSync(path.join(folder, 'ours.xlsx'), await writeXlsx([{ name: 'A', rows }]));
      convert('csv:Text - txt - csv (StarCalc):44,34,76,1,,2057,false,true', path.join(folder, 'ours.xlsx'));
      const csv = readFileSync(path.join(folder, 'ours.csv'), 'utf8').split('\n');

      assert.equal(csv[1], '"Visits & ""calls"" <b>",84.3%');
      assert.equal(csv[2], '"=HYPERLINK(""http://127.0.0.1"")","-1,025"');
      assert.equal(csv[4], '@home,01/05/2020');
      writeFileSync(path.join(folder, 'theirs.csv'), 'Measure,May 2020\nVisits,84%\nCases,-12\n');
      convert(
        'xlsx:Calc MS Excel 2007 XML',
        path.join(folder, 'theirs.csv'),
        '--infilter=CSV:44,34,76,1,,2057,false,true',
      );
      const { sheets } = await opened('a.xlsx', readFileSync(path.join(folder, 'theirs.xlsx')));
      const { A1, A2, B2, B3 } = shown(sheets[0]);
      assert.deepEqual([A1, A2, B2, B3], ['Measure', 'Visits', '84.00% = 84', '-12 = -12']);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }).timeout(120_000);
});
