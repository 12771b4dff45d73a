import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver-protocol/node';
import {
  COMMENT_DOCUMENT_REQUEST,
  type CommentDocumentResult,
  READ_DOCUMENT_REQUEST,
  READ_SCHEME,
  type ReadDocumentResult,
} from '../server/protocol.ts';
import {
  COVERAGE_REQUEST,
  type CoverageResult,
  REPORT_REQUEST,
  type ReportResult,
} from '../server/protocolViews.ts';
import { writeFiles } from './cli/cases.ts';
import { VISIT, visitWord } from './cli/foreignFiles.ts';
import { BAD, FRAMEWORK } from './cli/pack.ts';
import { runIn } from './cli/runIn.ts';
import { Editor } from './harness/editor.ts';

const BASELINE = 'old (final)/touchstone-baseline.json';
const CONFIG = `baseline: ${BASELINE}\n`;
const MORE = '\nOf 40 visits, 30 (80%) were in time.\n';
const YAML = `framework: visit-report
title: Autumn
sections:
  - heading: Findings
    fields: { judgement: Good (Grade 3) }
`;
const MISMATCH = 'judgement/grade-label-mismatch';
const CREATED = 1;
const CHANGED = 2;
const DELETED = 3;

const codes = (found: readonly Diagnostic[]) => found.map(({ code }) => code);

describe('language server: a baseline', () => {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'touchstone-baseline-')));
  const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).toString();
  const editor = new Editor();
  const open = uriOf('2018/a (é).report.md');
  const closed = uriOf('2018/b.report.yaml');
  const config = uriOf('touchstone.yaml');

  before(async () => {
    writeFiles(folder, [
      ['touchstone.yaml', CONFIG],
      ['visit.framework.yaml', FRAMEWORK],
      ['2018/a (é).report.md', BAD],
      ['2018/b.report.yaml', YAML],
      ['old (final)/readme.txt', 'What was found before.\n'],
    ]);
    await editor.initialize({}, { workspaceFolders: [{ uri: uriOf('').replace(/\/$/, ''), name: 'all' }] });
    await editor.connection.sendNotification('initialized', {});
  });

  after(async () => {
    assert.equal(await editor.leave(), 0);
    rmSync(folder, { recursive: true });
  });

  const tell = (type: number) =>
    editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf(BASELINE), type }],
    });
  const command = (...argv: readonly string[]) => runIn(folder, argv);

  /** Rule and place of all that is found, as each of the two tells it. */
  async function told(name: string, found: readonly Diagnostic[]): Promise<void> {
    const { out } = await command('check', name, '--format', 'json');
    const [file] = JSON.parse(out).files.filter((one: { file: string }) => one.file === name);
    assert.deepEqual(
      found.map(({ code, message, range }) => [code, message, range.start.line + 1]),
      file.findings.map((one: { rule: string; message: string; start: { line: number } }) => [
        one.rule,
        one.message,
        one.start.line,
      ]),
    );
  }

  it('is missed where touchstone.yaml names it, and all is told meanwhile', async () => {
    assert.deepEqual(codes(await editor.open(open, BAD)), [MISMATCH]);
    const [fault] = await editor.shown(config, ({ length }) => length > 0);
    assert.match(String(fault?.message), /^There is no file "old \(final\)\/touchstone-baseline\.json"/);
    assert.deepEqual(codes(await editor.shown(closed, ({ length }) => length > 0)), [
      'judgement/grade-label-mismatch',
    ]);
  });

  it('sets aside what it has, in open files and in others, as soon as it is written', async () => {
    const { code } = await command('check', '--write-baseline', BASELINE, '--quiet');
    assert.equal(code, 0);
    const next = editor.nextDiagnostics(open);
    await tell(CREATED);
    assert.deepEqual(await next, []);
    assert.deepEqual(await editor.shown(closed, ({ length }) => length === 0), []);
    assert.deepEqual(await editor.shown(config, ({ length }) => length === 0), []);
    assert.equal((await command('check', '--quiet')).printed, '');
  });

  it('leaves what is new, the same as on the command line', async () => {
    const found = await editor.change(open, 2, [{ text: BAD + MORE }]);
    assert.deepEqual(codes(found), ['number/share-mismatch']);
    writeFiles(folder, [['2018/a (é).report.md', BAD + MORE]]);
    await told('2018/a (é).report.md', found);
    await told('2018/b.report.yaml', []);
  });

  it('is counted in no view, and listed in that of what was checked', async () => {
    const report = await editor.connection.sendRequest<ReportResult>(REPORT_REQUEST, { uri: closed });
    assert.deepEqual(report?.counts, { error: 0, warning: 0, info: 0, hint: 0 });
    const groups = await editor.connection.sendRequest<CoverageResult>(COVERAGE_REQUEST, { uri: open });
    const aside = groups?.find(({ label }) => label === 'Set aside in the baseline');
    assert.equal(aside?.detail, '1 finding');
    const [finding] = aside.items[0]?.items ?? [];
    assert.equal(finding?.detail, 'Good (Grade 3)');
    assert.equal(finding.place, 'line 8');
  });

  it('sets aside what is found in files of other formats that are read, and in the comments on them', async () => {
    const word = await visitWord('3');
    const pack = [
      ['other/touchstone.yaml', CONFIG],
      ['other/visit.framework.yaml', VISIT],
    ] as const;
    writeFiles(folder, [...pack, ['other/a (1).docx', word]]);
    const uri = uriOf('other/a (1).docx');
    const framework = 'northshire-visit';
    const shownAs = `${READ_SCHEME}:${new URL(uri).pathname}%20%28as%20read%29?${encodeURIComponent(uri)}`;
    const read = () =>
      editor.connection.sendRequest<ReadDocumentResult>(READ_DOCUMENT_REQUEST, { uri, framework, shownAs });
    const comments = () =>
      editor.connection.sendRequest<CommentDocumentResult>(COMMENT_DOCUMENT_REQUEST, { uri, framework });
    const result = await read();
    assert.ok('document' in result && result.document, JSON.stringify(result));
    assert.deepEqual(codes(await editor.open(shownAs, result.document.markdown)), [MISMATCH]);
    const before = await comments();
    assert.equal('comments' in before && before.comments, 1);
    const argv = ['check', 'other/a (1).docx', '--framework', framework];
    const { err } = await command(...argv, '--write-baseline', `other/${BASELINE}`);
    assert.match(err, /no such folder/);
    writeFiles(folder, [[`other/${BASELINE}`, '{ "version": 1, "files": {} }']]);
    assert.equal((await command(...argv, '--write-baseline', `other/${BASELINE}`)).code, 0);
    const next = editor.nextDiagnostics(shownAs);
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf(`other/${BASELINE}`), type: CREATED }],
    });
    assert.deepEqual(await next, []);
    const after = await comments();
    assert.equal('comments' in after && after.comments, 0);
  });

  it('tells again what is taken out of it', async () => {
    writeFiles(folder, [[BASELINE, '{ "version": 1, "files": {} }\n']]);
    const next = editor.nextDiagnostics(open);
    await tell(CHANGED);
    assert.deepEqual(codes(await next), [MISMATCH, 'number/share-mismatch']);
    await editor.shown(closed, ({ length }) => length === 1);
  });

  it('says what is wrong with it, and loses nothing', async () => {
    writeFiles(folder, [[BASELINE, '{ "version": 1 }\n']]);
    const next = editor.nextDiagnostics(open);
    await tell(CHANGED);
    assert.equal((await next).length, 2);
    const [fault] = await editor.shown(config, ({ length }) => length > 0);
    assert.match(
      String(fault?.message),
      /cannot be read as a baseline, so nothing is set aside\. It is no baseline/,
    );
    rmSync(path.join(folder, BASELINE));
    await tell(DELETED);
    await editor.shown(config, ([one]) => String(one?.message).startsWith('There is no file'));
    assert.equal(readFileSync(path.join(folder, 'touchstone.yaml'), 'utf8'), CONFIG);
  });
});
