import assert from 'node:assert/strict';
import type {
  MoveInTableResult,
  PasteTableResult,
  TablePlaceResult,
  TableValuesResult,
} from '../server/protocolViews.ts';
import { Editor } from './harness/editor.ts';
import { applyLspEdits } from './harness/lspEdits.ts';

const uri = 'file:///reports/tables.md';

const REPORT = `---
framework: ofsted-safeguarding-2012
---

# Inspection of safeguarding

| Staff | Count |
| ----- | ----- |
| All   | 304   |

Text.
`;

const EXCEL = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset=windows-1252>
<style>td{mso-number-format:"0%"}</style></head><body>
<!--StartFragment--><table border=0><colgroup><col width=64></colgroup>
<tr height=20><td class=xl65>Month</td><td>Seen<br>in time</td></tr>
<tr><td align=right>Apr 2020</td><td x:num="0.92">92%</td></tr>
<tr><td>£ &amp; | *</td><td></td></tr>
</table><!--EndFragment--></body></html>`;

describe('language server: tables', () => {
  let editor: Editor;

  before(async () => {
    editor = new Editor();
    await editor.initialize();
    await editor.connection.sendNotification('initialized', {});
    await editor.open(uri, REPORT);
  });

  after(async () => assert.equal(await editor.leave(), 0));

  const ask = <T>(method: string, params: object): Promise<T> =>
    editor.connection.sendRequest(`touchstone/${method}`, { uri, ...params });
  const at = (line: number, character: number) => ({ line, character });
  const paste = (line: number, character: number, clipboard: object) =>
    ask<PasteTableResult>('pasteTable', {
      range: { start: at(line, character), end: at(line, character) },
      ...clipboard,
    });
  function pasted(result: PasteTableResult): string {
    assert.ok(result !== null && 'edits' in result, JSON.stringify(result));
    return applyLspEdits(REPORT, result.edits);
  }

  it('says where a table is, and where its rows end', async () => {
    const place = (line: number, character: number) =>
      ask<TablePlaceResult>('tablePlace', { position: at(line, character) });
    assert.deepEqual(await place(8, 3), { atEnd: false });
    assert.deepEqual(await place(8, 14), { atEnd: true });
    assert.equal(await place(10, 2), null);
    const other = { uri: 'file:///not/open.md', position: at(0, 0) };
    assert.equal(await editor.connection.sendRequest('touchstone/tablePlace', other), null);
  });

  it('goes to the next cell, and into a new row behind the last', async () => {
    const move = (character: number) =>
      ask<MoveInTableResult>('moveInTable', { position: at(8, character), step: 'next' });
    const next = await move(3);
    assert.deepEqual(next, { version: 1, edits: [], selection: { start: at(8, 10), end: at(8, 13) } });
    const last = await move(12);
    assert.ok(last !== null);
    const after = applyLspEdits(REPORT, last.edits);
    assert.equal(after, REPORT.replace('| 304   |\n', '| 304   |\n|       |       |\n'));
    assert.deepEqual(last.selection, { start: at(9, 2), end: at(9, 2) });
  });

  it('gives a table as a spreadsheet takes it', async () => {
    const found = await ask<TableValuesResult>('tableValues', { position: at(6, 3) });
    assert.deepEqual(found, { text: 'Staff\tCount\nAll\t304\n', rows: 2 });
    assert.equal(await ask('tableValues', { position: at(10, 2) }), null);
  });

  it('makes a table of what was copied from a spreadsheet', async () => {
    const result = await paste(9, 0, { text: 'Month\tSeen\r\nApr 2020\t92%\r\n', html: EXCEL });
    const table = '| Month    | Seen |\n| -------- | ---- |\n| Apr 2020 | 92%  |\n';
    assert.ok(result !== null && 'title' in result && result.title === 'Paste as a table');
    assert.ok(pasted(result).includes(`| 304   |\n\n${table}\nText.`), pasted(result));
  });

  it('makes a table of HTML where the text alone does not tell its cells', async () => {
    const result = await paste(9, 0, { text: 'Month\tSeen\nin time\nApr 2020\t92%\n', html: EXCEL });
    const rows = [
      '| Month    | Seen<br>in time |',
      '| -------- | --------------- |',
      '| Apr 2020 | 92%             |',
      '| £ & \\| * |                 |',
    ];
    assert.ok(pasted(result).includes(rows.join('\n')), pasted(result));
  });

  it('fills the cells of a table', async () => {
    const result = await paste(8, 3, { text: 'Social workers\t1,304\r\nManagers\t43\r\n' });
    const table = ['| Staff          | Count |', '| -------------- | ----- |'];
    const rows = ['| Social workers | 1,304 |', '| Managers       | 43    |'];
    assert.ok(pasted(result).includes([...table, ...rows].join('\n')), pasted(result));
    const wide = await paste(8, 9, { text: 'Social workers\t1,304\r\nManagers\t43\r\n' });
    assert.match(JSON.stringify(wide), /has 2 columns, and the table has 1 column from here on/);
  });

  it('leaves other text alone', async () => {
    for (const text of ['Some words.', '\tindented\n\tcode', 'a\tb\nc', '42']) {
      assert.equal(await paste(9, 0, { text }), null, text);
    }
    const prose = '<p>Some words.</p><table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>';
    assert.equal(await paste(9, 0, { text: 'Some words.', html: prose }), null);
    assert.equal(await paste(1, 3, { text: 'a\tb\nc\td\n' }), null);
  });

  it('refuses a hundred thousand cells with a sentence, and goes on', async () => {
    const text = `${Array<string>(20).fill('100,000.00').join('\t')}\r\n`.repeat(5000);
    const result = await paste(9, 0, { text });
    assert.match(
      JSON.stringify(result),
      /What is pasted has 100,000 cells, and up to 20,000 become a table\./,
    );
    assert.equal(await paste(1, 3, { text }), null);
    const cells = '<td>1</td>'.repeat(20);
    const html = `<table>${`<tr>${cells}</tr>`.repeat(5000)}</table>`;
    assert.match(JSON.stringify(await paste(9, 0, { html })), /100,000 cells/);
    const most = `${Array<string>(20).fill('1').join('\t')}\r\n`.repeat(1000);
    assert.ok(pasted(await paste(9, 0, { text: most })).includes('| 1   | 1   |'));
  });
});
