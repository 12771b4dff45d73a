import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type CodeAction, type InlayHint, LSPErrorCodes } from 'vscode-languageserver-protocol/node';
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
});
