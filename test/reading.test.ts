import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource, type CodeAction, LSPErrorCodes } from 'vscode-languageserver-protocol/node';
import {
  type DocumentRead,
  READ_DOCUMENT_REQUEST,
  READ_SCHEME,
  type ReadDocumentParams,
  type ReadDocumentResult,
} from '../server/protocol.ts';
import { buildServer, Editor } from './harness/editor.ts';

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

describe('files of other formats in the editor', () => {
  let editor: Editor;
  let folder: string;

  before(async () => {
    await buildServer();
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

  it('stops reading when it is called off', async () => {
    const uri = write('long.txt', TEXT.repeat(20_000));
    const source = new CancellationTokenSource();
    const params: ReadDocumentParams = { uri, framework: 'mine' };
    const answer = editor.connection.sendRequest(READ_DOCUMENT_REQUEST, params, source.token);
    source.cancel();
    await assert.rejects(answer, ({ code }: { code: number }) => code === LSPErrorCodes.RequestCancelled);
  });
});
