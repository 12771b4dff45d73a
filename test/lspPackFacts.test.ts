import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeLens, CompletionItem } from 'vscode-languageserver-protocol/node';
import { BESIDE_REQUEST, type BesideResult, LENS_REQUEST, type LensResult } from '../server/protocolViews.ts';
import { writeFiles } from './cli/cases.ts';
import { Editor } from './harness/editor.ts';

const PLAN = `framework: short-plan
organisation: Rivershire
period: April 2020
sections:
  - heading: Visits
    actions:
      - { action: Write, owner: Head of service, due: Monthly }
  - heading: Notes
    body: See [the visits of May](may.md#visits) and [those here](#visits).
`;
const MAY = '---\nframework: short-plan\n---\n\n# Plan\n\n## Visits\n\n';
const FRAMEWORK = `id: short-plan
title: Short plan
fields: { period: { type: period, label: Reporting period } }
sections:
  - { id: visits, heading: Visits }
  - { id: notes, heading: Notes }
`;

describe('language server: what other documents of the pack say', () => {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'touchstone-facts-')));
  const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).toString();
  const editor = new Editor();
  const may = uriOf('pack/may.md');
  let version = 1;
  let refreshed = () => {};

  before(async () => {
    writeFiles(folder, [
      ['pack/touchstone.yaml', 'exclude: [old/**]\n'],
      ['pack/short.framework.yaml', FRAMEWORK],
      ['pack/april.report.yaml', PLAN],
      ['pack/old/march.report.yaml', PLAN.replace('Rivershire', 'Elsewhere')],
      ['other/june.report.yaml', PLAN.replace('Rivershire', 'Far away')],
    ]);
    const later = { dynamicRegistration: true };
    editor.connection.onRequest('client/registerCapability', () => null);
    editor.connection.onRequest('workspace/codeLens/refresh', () => {
      refreshed();
      return null;
    });
    await editor.initialize(
      {
        workspace: { didChangeWatchedFiles: later, codeLens: { refreshSupport: true } },
        textDocument: { codeLens: later },
      },
      {
        workspaceFolders: [{ uri: uriOf('').replace(/\/$/, ''), name: 'all' }],
        initializationOptions: { clientCommands: true },
      },
    );
    await editor.connection.sendNotification('initialized', {});
    await editor.open(may, MAY);
  });

  after(async () => {
    assert.equal(await editor.leave(), 0);
    rmSync(folder, { recursive: true });
  });

  /** What is offered behind a field of the front matter. */
  async function offered(uri: string, key: string): Promise<readonly string[]> {
    version += 1;
    const text = MAY.replace('---\n\n', `${key}: \n---\n\n`);
    await editor.change(uri, version, [{ text }]);
    const position = { line: 2, character: key.length + 2 };
    const items = await editor.request<CompletionItem[]>('textDocument/completion', uri, { position });
    return items.map(({ label }) => label);
  }

  async function references(): Promise<CodeLens | undefined> {
    const all = await editor.request<CodeLens[]>('textDocument/codeLens', may);
    return all.find(({ command }) => command?.title.includes('reference'));
  }

  /** Until the server asks for the lenses to be seen again. */
  function again(): Promise<void> {
    return new Promise((resolve) => {
      refreshed = resolve;
    });
  }

  it('counts the links of other documents once these are read, and leads to them', async () => {
    const read = again();
    assert.equal(await references(), undefined);
    await read;
    const lens = await references();
    assert.equal(lens?.command?.title, '1 reference in another document');
    const [params] = lens?.command?.arguments ?? [];
    const found = await editor.connection.sendRequest<LensResult>(LENS_REQUEST, params);
    assert.deepEqual(
      found?.places.map(({ uri, range }) => [uri, range.start.line]),
      [[uriOf('pack/april.report.yaml'), 8]],
    );
    const beside = await editor.request<BesideResult>(BESIDE_REQUEST, may, { uri: may });
    assert.deepEqual(
      beside?.map(({ label }) => label),
      ['1 reference in another document'],
    );
  });

  it('offers what the pack says, but not what it leaves out or what another says', async () => {
    assert.deepEqual(await offered(may, 'organisation'), ['Rivershire']);
    assert.deepEqual(await offered(may, 'period'), ['May 2020', 'April 2020']);
  });

  it('offers it in a document that will be saved there', async () => {
    const untitled = `untitled:${path.join(folder, 'pack/new.report.md')}`;
    await editor.open(untitled, MAY);
    assert.deepEqual(await offered(untitled, 'organisation'), ['Rivershire']);
  });

  it('goes by what is typed elsewhere, and by files as they change', async () => {
    const april = uriOf('pack/april.report.yaml');
    await editor.open(april, PLAN.replace('Rivershire', 'Lakeshire'), 'yaml');
    assert.deepEqual(await offered(may, 'organisation'), ['Lakeshire']);
    await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri: april } });
    writeFileSync(path.join(folder, 'pack/april.report.yaml'), PLAN.replace('Rivershire', 'Hillshire'));
    const read = again();
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: april, type: 2 }],
    });
    await read;
    assert.deepEqual(await offered(may, 'organisation'), ['Hillshire']);
  });
});
