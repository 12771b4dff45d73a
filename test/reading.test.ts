import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  CancellationTokenSource,
  type CodeAction,
  type InlayHint,
  LSPErrorCodes,
} from 'vscode-languageserver-protocol/node';
import {
  COMMENT_DOCUMENT_REQUEST,
  type CommentDocumentResult,
  type DocumentRead,
  READ_DOCUMENT_REQUEST,
  READ_SCHEME,
  type ReadDocumentParams,
  type ReadDocumentResult,
} from '../server/protocol.ts';
import { Editor } from './harness/editor.ts';
import { taggedPdf } from './harness/taggedPdf.ts';
import { wordFile } from './harness/wordFile.ts';

const MINE = `id: mine
title: "Visit: notes"
kind: committee-report
scales:
  pace: { values: [{ label: Brisk, grade: 1 }, { label: Slow, grade: 2 }] }
sections:
  - { id: pace, heading: Pace of work, required: true, judgement: { scale: pace } }
  - { id: staff, heading: Staff, required: true }
`;

const TEXT = `Pace of work

Slow

The work is slow. Of the 436 staff 304 (63%) agreed.
`;

const PDF = taggedPdf([
  [
    { tag: 'H1', text: 'Visit: notes' },
    { tag: 'H2', text: 'Pace of work' },
    { tag: 'P', text: 'The pace is slow, as it was at the last visit.' },
  ],
  [
    { tag: 'H2', text: 'Staff' },
    { tag: 'P', text: 'Of the 436 staff who were asked, 304 (63%) agreed with this.' },
  ],
]);

describe('files of other formats in the editor', () => {
  let editor: Editor;
  let folder: string;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'touchstone-'));
    write('touchstone.yaml', '{}\n');
    write('mine.framework.yaml', MINE);
    editor = new Editor();
    await editor.initialize();
    await editor.connection.sendNotification('initialized', {});
  });

  after(async () => {
    assert.equal(await editor.leave(), 0);
    rmSync(folder, { recursive: true });
  });

  const write = (name: string, content: string | Uint8Array): string => {
    writeFileSync(path.join(folder, name), content);
    return pathToFileURL(path.join(folder, name)).toString();
  };
  const read = (params: ReadDocumentParams): Promise<ReadDocumentResult> =>
    editor.connection.sendRequest(READ_DOCUMENT_REQUEST, params);
  const documentOf = async (params: ReadDocumentParams): Promise<DocumentRead> => {
    const result = await read(params);
    assert.ok('document' in result && result.document, JSON.stringify(result));
    return result.document;
  };

  it('reads a text by a framework of its own folder', async () => {
    const document = await documentOf({ uri: write('visit notes.txt', TEXT), framework: 'mine' });
    assert.deepEqual(document.framework, { id: 'mine', title: 'Visit: notes' });
    assert.match(document.markdown, /^---\nframework: mine\n/);
    assert.match(document.markdown, /^## Pace of work$/m);
    assert.match(document.report, /^# How "visit notes.txt" was read$/m);
    assert.deepEqual(document.pictures, []);
  });

  it('says in one sentence why a file cannot be read', async () => {
    const problemOf = async (params: ReadDocumentParams): Promise<string> => {
      const result = await read({ framework: 'mine', ...params });
      return 'problem' in result ? result.problem : 'It was read.';
    };
    assert.match(await problemOf({ uri: write('empty.txt', '') }), /^The file is empty/);
    assert.match(await problemOf({ uri: write('notes.doc', 'x') }), /^Only text \(\.txt\), Word/);
    assert.match(await problemOf({ uri: write('letter.docx', TEXT) }), /^This is not a Word document/);
    assert.match(await problemOf({ uri: write('cut.pdf', PDF.slice(0, 300)) }), /PDF/);
    assert.match(await problemOf({ uri: `${write('gone.txt', TEXT)}x.txt` }), /is there no longer/);
    const large = await problemOf({ uri: write('large.txt', TEXT), size: 250_000_001 });
    assert.match(large, /it has 251 MB, and up to 100 MB can be/);
  });

  it('finds in a text that is only shown what is wrong with it, and offers no change to it', async () => {
    const uri = write('shown.txt', TEXT);
    const shownAs = `${READ_SCHEME}:${new URL(uri).pathname}%20%28as%20read%29?${encodeURIComponent(uri)}`;
    const { markdown } = await documentOf({ uri, framework: 'mine', shownAs });
    const diagnostics = await editor.open(shownAs, markdown);
    const codes = diagnostics.map(({ code }) => code);
    assert.ok(codes.includes('number/share-mismatch'), codes.join());
    assert.ok(codes.includes('structure/missing-section'), codes.join());
    assert.equal((await editor.status(shownAs)).framework?.id, 'mine');
    for (const { range } of diagnostics) {
      const context = { diagnostics: [] };
      const actions = await editor.request<CodeAction[]>('textDocument/codeAction', shownAs, {
        range,
        context,
      });
      assert.deepEqual(actions, []);
    }
  });

  it('tells on which page of a PDF something is found, and where its pages begin', async () => {
    const uri = write('visit.pdf', PDF);
    const shownAs = `${READ_SCHEME}:${new URL(uri).pathname}%20%28as%20read%29?${encodeURIComponent(uri)}`;
    const { markdown } = await documentOf({ uri, framework: 'mine', shownAs });
    const diagnostics = await editor.open(shownAs, markdown);
    const share = diagnostics.find(({ code }) => code === 'number/share-mismatch');
    assert.match(String(share?.message), /^Page 2: 304 of 436 is 69\.7%, not 63%\./);
    const lines = markdown.split('\n');
    const range = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
    const hints = await editor.request<InlayHint[]>('textDocument/inlayHint', shownAs, { range });
    assert.deepEqual(
      hints.map(({ label, position }) => [label, lines[position.line]?.slice(position.character)]),
      [
        ['page 1', '# Visit: notes'],
        ['page 2', '## Staff'],
      ],
    );
  });

  it('writes what it finds in a Word document into a copy, and again only what is found then', async () => {
    const share = 'Of the 436 staff who were asked, 304 (63%) agreed with this.';
    const uri = write('visit.docx', await wordFile('Staff', ['The pace is brisk.', share]));
    const commented = async (of: string): Promise<Exclude<CommentDocumentResult, { problem: string }>> => {
      const params = { uri: of, framework: 'mine', date: '2026-03-31T09:00:00Z' };
      const result = await editor.connection.sendRequest<CommentDocumentResult>(
        COMMENT_DOCUMENT_REQUEST,
        params,
      );
      assert.ok(!('problem' in result), JSON.stringify(result));
      return result;
    };
    const first = await commented(uri);
    assert.equal(first.comments, 2);
    const copy = write('visit-comments.docx', Buffer.from(first.bytes, 'base64'));
    const { markdown } = await documentOf({ uri: copy, framework: 'mine' });
    assert.equal(markdown, (await documentOf({ uri, framework: 'mine' })).markdown);
    const second = await commented(copy);
    assert.deepEqual([second.comments, second.bytes.length], [2, first.bytes.length]);
    const other = { uri: write('comments.txt', TEXT), framework: 'mine' };
    assert.match(
      JSON.stringify(await editor.connection.sendRequest(COMMENT_DOCUMENT_REQUEST, other)),
      /into Word documents \(\.docx\) only/,
    );
  });

  it('stops reading when it is called off', async () => {
    const uri = write('long.txt', TEXT.repeat(20_000));
    const source = new CancellationTokenSource();
    const params: ReadDocumentParams = { uri, framework: 'mine' };
    const answer = editor.connection.sendRequest(READ_DOCUMENT_REQUEST, params, source.token);
    source.cancel();
    await assert.rejects(answer, ({ code }: { code: number }) => code === LSPErrorCodes.RequestCancelled);
  });
});
