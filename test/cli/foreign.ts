import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findingsFaults } from '../../server/framework/schema.ts';
import { taggedPdf } from '../harness/taggedPdf.ts';
import { writeFiles } from './cases.ts';
import {
  menuPdf,
  VISIT_LINES,
  VISIT_PACK,
  visitHtml,
  visitPdf,
  visitText,
  visitWord,
} from './foreignFiles.ts';
import { type RunOptions, runIn, temporaryFolder } from './runIn.ts';

const OWN = '---\nframework: northshire-visit\n---\n';
const MENU =
  'It has no title, heading or label of any framework that is known. Say which it follows with --framework, as in --framework northshire-visit.';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Runs a command over files that lie beside a framework. */
async function inFolder(files: Files, argv: readonly string[], options?: RunOptions) {
  const folder = temporaryFolder();
  try {
    writeFiles(folder.path, [...VISIT_PACK, ...Object.entries(files)]);
    return await runIn(folder.path, argv, options);
  } finally {
    folder.remove();
  }
}

/** The files that a check looks at, by the rows that it writes for documents. */
async function looked(files: Files, argv: readonly string[]): Promise<readonly string[]> {
  const { out } = await inFolder(files, ['check', ...argv, '--format', 'csv', '--what', 'documents']);
  const rows = out.trimEnd().split('\r\n').slice(1);
  return rows.map((row) => row.split(',')[0] ?? '').filter((file) => !file.endsWith('.yaml'));
}

/** Documents from elsewhere: which of them are checked, and how what is found in them is told. */
export function testForeign(): void {
  describe('in folders', testFolders);
  describe('that follow no known framework', testUnknown);
  describe('told of', testTelling);
  describe('imported', testImported);
}

function testFolders(): void {
  const stray = { 'pack/own.md': OWN, 'pack/stray.pdf': visitPdf(), 'pack/notes.txt': visitText() };

  it('are left alone beside documents of ours', async () => {
    assert.deepEqual(await looked(stray, ['pack']), ['pack/own.md']);
  });

  it('are checked when all formats are asked for', async () => {
    const all = ['pack/notes.txt', 'pack/own.md', 'pack/stray.pdf'];
    assert.deepEqual(await looked(stray, ['pack', '--all-formats']), all);
  });

  it('are checked where touchstone.yaml says so', async () => {
    const config = { 'touchstone.yaml': 'import: ["*.pdf"]\nexclude: [old]\n', 'pack/old/a.pdf': visitPdf() };
    assert.deepEqual(await looked({ ...stray, ...config }, ['pack']), ['pack/own.md', 'pack/stray.pdf']);
  });

  it('are checked where there is nothing of ours, but no text and no page of HTML', async () => {
    const files = {
      'all/a.pdf': visitPdf(),
      'all/below/b.docx': await visitWord(),
      'all/~$b.docx': 'who has it open',
      'all/README.md': '# Reports\n',
      'all/c.txt': visitText(),
      'all/d.html': visitHtml(),
    };
    assert.deepEqual(await looked(files, ['all']), ['all/a.pdf', 'all/below/b.docx']);
  });

  it('are found by a pattern that no shell has read', async () => {
    const files = { 'a.pdf': visitPdf(), 'b.pdf': visitPdf(), 'b.txt': visitText(), 'c/d/e.pdf': visitPdf() };
    assert.deepEqual(await looked(files, ['*.pdf']), ['a.pdf', 'b.pdf']);
    assert.deepEqual(await looked(files, ['b.*', 'c/**/*.pdf']), ['b.pdf', 'b.txt', 'c/d/e.pdf']);
    const { err, code } = await inFolder(files, ['check', '*.docx']);
    assert.equal(err, '*.docx  not checked\n  No file that Touchstone reads has a name of that pattern.\n\n');
    assert.equal(code, 2);
  });

  it('are never fixed', async () => {
    const { out, code } = await inFolder({ 'all/a.pdf': visitPdf('3') }, ['fix', 'all']);
    assert.deepEqual({ out, code }, { out: '', code: 2 });
  });
}

function testUnknown(): void {
  const files = { 'all/menu.pdf': menuPdf(), 'all/good.pdf': visitPdf() };

  it('are told of in a folder, and the check passes', async () => {
    const { err, out, code } = await inFolder(files, ['check', 'all']);
    assert.equal(err, `all/menu.pdf  not checked\n  ${MENU}\n\n`);
    assert.match(out, /\n1 file checked, nothing found\. 1 file follows no framework that is known\.\n$/);
    assert.equal(code, 0);
  });

  it('could not be checked when they are named, and the others are', async () => {
    const { err, out, code } = await inFolder(files, ['check', 'all/menu.pdf', 'all/good.pdf']);
    assert.equal(err, `all/menu.pdf  not checked\n  ${MENU}\n\n`);
    assert.match(out, /\n1 file checked, nothing found\. 1 file could not be checked\.\n$/);
    assert.equal(code, 2);
  });

  it('are read by the framework that is named', async () => {
    const named = await inFolder(files, ['check', 'all/menu.pdf', '--framework', 'northshire-visit', '-q']);
    assert.match(named.out, /structure\/missing-section/);
    const auto = await inFolder(files, ['check', 'all/menu.pdf', '--framework', 'auto', '-q']);
    assert.equal(auto.code, 2);
  });
}

function testTelling(): void {
  const bad = { 'bad.pdf': visitPdf('3') };
  const message = '"Good (Grade 3)" contradicts itself: Grade 3 is "Poor", and "Good" is Grade 1.';

  it('with the framework that was guessed, the page and the words', async () => {
    const { printed, code } = await inFolder(bad, ['check', 'bad.pdf']);
    assert.equal(
      printed,
      [
        'bad.pdf  read as northshire-visit: Its title is "Northshire visit report". It has 4 of the 4 sections of this framework, such as "Summary of the visit", "Practice with families" and "Management of the teams".',
        '',
        'bad.pdf, page 2  error  judgement/grade-label-mismatch',
        `  ${message}`,
        '   | Judgement: Good (Grade 3)',
        '   |            ^^^^^^^^^^^^^^',
        '',
        '1 finding in 1 file: 1 error.',
        '',
      ].join('\n'),
    );
    assert.equal(code, 1);
  });

  it('on one line, with the words where there are no lines', async () => {
    const files = {
      ...bad,
      'bad.docx': await visitWord('3'),
      'bad.html': visitHtml('3'),
      'bad.txt': visitText('3'),
    };
    const { out } = await inFolder(files, ['check', '-q', ...Object.keys(files)]);
    const what = `error  judgement/grade-label-mismatch  ${message}`;
    assert.deepEqual(out.split('\n'), [
      `bad.pdf, page 2  ${what}  [Good (Grade 3)]`,
      `bad.docx, paragraph 6  ${what}  [Good (Grade 3)]`,
      `bad.html  ${what}  [Good (Grade 3)]`,
      `bad.txt:11:12  ${what}`,
      '4 findings in 4 of 4 files: 4 errors.',
      '',
    ]);
  });

  it('in JSON, with pages, paragraphs, words, judgements and why the framework', async () => {
    const files = { ...bad, 'bad.docx': await visitWord('3') };
    const { out } = await inFolder(files, ['check', ...Object.keys(files), '--format', 'json']);
    const printed = JSON.parse(out);
    assert.deepEqual(findingsFaults(printed), []);
    const [pdf, word] = printed.files;
    const { guessed, ...imported } = pdf.imported;
    assert.equal(guessed[0], 'Its title is "Northshire visit report".');
    assert.deepEqual(imported, {
      format: 'pdf',
      pages: 2,
      judgements: [
        { area: 'Summary of the visit', judgement: 'Good' },
        { area: 'Practice with families', judgement: 'Good' },
      ],
    });
    const { page, quote } = pdf.findings[0];
    assert.deepEqual({ page, quote }, { page: 2, quote: 'Good (Grade 3)' });
    assert.equal(word.findings[0].paragraph, 6);
  });

  it('as rows for a spreadsheet, none of which is a formula', async () => {
    const files = { ...bad, '=1+1.pdf': menuPdf() };
    const { out } = await inFolder(files, ['check', '*.pdf', '--format', 'csv']);
    assert.equal(
      out,
      [
        '\uFEFFfile,framework,page,paragraph,line,rule,severity,message,quote',
        `'=1+1.pdf,,,,,,not checked,"${MENU}",`,
        `bad.pdf,northshire-visit,2,,,judgement/grade-label-mismatch,error,"${message.replaceAll('"', '""')}",Good (Grade 3)`,
        '',
      ].join('\r\n'),
    );
  });

  it('as documents for a spreadsheet, with a column for each judgement', async () => {
    const files = { 'bad.pdf': visitPdf('3'), 'menu.pdf': menuPdf() };
    const { out } = await inFolder(files, ['check', '*.pdf', '--format', 'csv', '--what', 'documents']);
    assert.equal(
      out,
      [
        '\uFEFFfile,framework,pages,errors,warnings,infos,hints,problem,Summary of the visit,Practice with families',
        'bad.pdf,northshire-visit,2,1,0,0,0,,Good,Good',
        `menu.pdf,,,,,,,"${MENU}",,`,
        '',
      ].join('\r\n'),
    );
  });

  it('in a table of all documents, cut to the width of the terminal', async () => {
    const files = { 'bad.pdf': visitPdf('3'), 'good.pdf': visitPdf(), 'menu.pdf': menuPdf() };
    const { out } = await inFolder(files, ['check', '*.pdf']);
    assert.ok(
      out.endsWith(
        [
          '',
          'Document  Framework         Judgements  Pages  Errors',
          'bad.pdf   northshire-visit  G, G            2       1',
          'good.pdf  northshire-visit  G, G            2       0',
          'menu.pdf  not known',
          '',
          '1 finding in 1 of 2 files: 1 error. 1 file could not be checked.',
          '',
        ].join('\n'),
      ),
      out,
    );
    const narrow = await inFolder(files, ['check', '*.pdf', '--color', 'never'], { columns: 46 });
    assert.match(narrow.out, /\nbad\.pdf {3}northshir… {2}G, G {12}2 {7}1\n/);
  });
}

function testImported(): void {
  it('into a folder, whatever else is among them', async () => {
    const folder = temporaryFolder();
    try {
      writeFiles(folder.path, [
        ...VISIT_PACK,
        ['all/a.pdf', visitPdf()],
        ['all/a.docx', await visitWord()],
        ['all/broken.pdf', '%PDF-1.7 and no more'],
        ['all/own.md', OWN],
      ]);
      const { err, code } = await runIn(folder.path, ['import', 'all', '--output-folder', 'out/new']);
      assert.equal(code, 2);
      assert.match(err, /^all\/broken\.pdf: /m);
      assert.match(err, /^out\/new\/a\.md is written/m);
      assert.match(err, /\n2 files of 3 imported\.\n$/);
      const read = (name: string) => readFileSync(path.join(folder.path, 'out/new', name), 'utf8');
      assert.match(read('a.md'), /^---\nframework: northshire-visit\n/);
      assert.equal(read('a.pdf.md').length > 0, true);
      assert.equal(existsSync(path.join(folder.path, 'out/new/own.md')), false);
      const again = await runIn(folder.path, ['import', 'all/a.pdf', '--output-folder', 'out/new']);
      assert.match(again.err, /^out\/new\/a\.md: There is a file of that name already/);
    } finally {
      folder.remove();
    }
  });

  it('as data, which says the same', async () => {
    const folder = temporaryFolder();
    try {
      writeFiles(folder.path, [...VISIT_PACK, ['a.pdf', visitPdf()]]);
      assert.equal((await runIn(folder.path, ['import', 'a.pdf', '-o', 'a.report.md'])).code, 0);
      assert.equal((await runIn(folder.path, ['import', 'a.pdf', '-o', 'a.report.yaml'])).code, 0);
      const dump = async (name: string) => (await runIn(folder.path, ['dump', name])).out;
      assert.equal(await dump('a.report.yaml'), await dump('a.report.md'));
      assert.match(await dump('a.report.md'), /2 judged/);
      const { err } = await runIn(folder.path, ['import', 'a.pdf', '--yaml', '-o', 'a.md']);
      assert.equal(err, 'a.md: With --yaml the name of the file ends in .yaml.\n');
    } finally {
      folder.remove();
    }
  });

  it('with what was left out, by pages and with its words', async () => {
    const header = { tag: 'P', text: 'Northshire visit report, May' } as const;
    const [first = [], second = []] = VISIT_LINES;
    const pages = [[header, ...first], [header, ...second], [header], [header]];
    const { err } = await inFolder({ 'a.pdf': taggedPdf(pages) }, ['import', 'a.pdf']);
    const what = 'A header or footer of the page was left out.\n  Left out: "Northshire visit report, May"';
    assert.ok(err.startsWith(`a.pdf, pages 1–4\n  ${what}\n\nImported, with 4 notes`), err);
  });

  it('only one at a time without a folder to write to', async () => {
    const { err } = await inFolder({}, ['import', 'a.pdf', 'b.pdf']);
    assert.match(err, /^Say where to write what several files are turned into/);
  });
}
