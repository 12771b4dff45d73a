import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  CancellationTokenSource,
  type DocumentHighlight,
  type DocumentLink,
  type Location,
  LSPErrorCodes,
  ResponseError,
  type TextDocumentEdit,
  type WorkspaceEdit,
  type WorkspaceSymbol,
} from 'vscode-languageserver-protocol/node';
import { Editor } from './harness/editor.ts';
import { applyLspEdits } from './harness/lspEdits.ts';

const CONFIG = `measures:
  - { id: cp-visits, name: Children seen in time }
acronyms:
  MASH: multi-agency safeguarding hub
`;
const PLAN = `---
framework: ofsted-safeguarding-2012
---

## Visits

| Measure | Target | Actual |
| --- | --- | --- |
| Children seen in time | 90% | 84% |

The MASH is busy. See [the letter](letters/may.report.md#what-we-saw).
`;
const LETTER = `---
framework: ofsted-safeguarding-2012
---

## What we saw

The MASH is good, and Children seen in time are many. See [the plan](../plan.report.md#visits).
`;

describe('navigation over the protocol', () => {
  let editor: Editor;
  let folder: string;
  let plan: string;
  let letter: string;
  let config: string;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'touchstone-'));
    mkdirSync(path.join(folder, 'letters'));
    plan = uriOf('plan.report.md');
    letter = uriOf('letters/may.report.md');
    config = uriOf('touchstone.yaml');
    write('plan.report.md', PLAN);
    // As Windows writes it, and with a mark at its beginning.
    write('letters/may.report.md', `\uFEFF${LETTER.replaceAll('\n', '\r\n')}`);
    write('touchstone.yaml', CONFIG);
    write('notes.md', 'The MASH is mentioned in a file that is none of ours.\n');
    editor = new Editor();
    const root = pathToFileURL(folder).toString();
    await editor.initialize(
      {
        workspace: {
          workspaceFolders: true,
          didChangeWatchedFiles: { dynamicRegistration: true },
          workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
        },
      },
      { workspaceFolders: [{ uri: root, name: 'pack' }] },
    );
    editor.connection.onRequest('client/registerCapability', () => null);
    await editor.connection.sendNotification('initialized', {});
    await editor.open(plan, PLAN);
  });

  after(async () => {
    assert.equal(await editor.leave(), 0);
    rmSync(folder, { recursive: true });
  });

  it('finds definitions, references and highlights across the pack', async () => {
    const position = at(PLAN, 'MASH');
    const definition = await editor.request<Location>('textDocument/definition', plan, { position });
    assert.deepEqual([definition.uri, definition.range.start], [config, { line: 3, character: 2 }]);
    const context = { includeDeclaration: false };
    const uses = await editor.request<Location[]>('textDocument/references', plan, { position, context });
    assert.deepEqual(
      uses.map(({ uri, range }) => [uri, range.start]),
      [
        [plan, position],
        [letter, { line: 6, character: 4 }],
      ],
    );
    const found = await editor.request<DocumentHighlight[]>('textDocument/documentHighlight', plan, {
      position,
    });
    assert.deepEqual(
      found.map(({ range }) => range.start),
      [position],
    );
  });

  it('follows a link to a heading of a file that is not open', async () => {
    const position = at(PLAN, 'letters');
    const place = await editor.request<Location>('textDocument/definition', plan, { position });
    assert.deepEqual([place.uri, place.range.start], [letter, { line: 4, character: 3 }]);
  });

  it('looks for the place in another file when a link to it is followed', async () => {
    const links = await editor.request<DocumentLink[]>('textDocument/documentLink', plan);
    const [link] = links;
    assert.deepEqual([links.length, link?.target], [1, undefined]);
    const followed = await editor.connection.sendRequest<DocumentLink>('documentLink/resolve', link);
    assert.equal(followed.target, `${letter}#L5,1`);
  });

  it('renames in open files by their version, and in others as they are saved', async () => {
    await editor.change(plan, 2, [{ text: `${PLAN}\nUnsaved words on the MASH.\n` }]);
    const position = at(PLAN, 'Children');
    assert.deepEqual(await editor.request('textDocument/prepareRename', plan, { position }), {
      range: { start: position, end: { line: 8, character: 23 } },
      placeholder: 'Children seen in time',
    });
    const renamed = await rename(position, 'Visits on time');
    assert.deepEqual(
      renamed.map(({ textDocument }) => [textDocument.uri, textDocument.version]),
      [
        [plan, 2],
        [letter, null],
        [config, null],
      ],
    );
    assert.match(afterwards('letters/may.report.md', renamed), /and Visits on time are many/);
    assert.match(afterwards('touchstone.yaml', renamed), /name: Visits on time/);
    const ofAcronym = await rename(at(PLAN, 'MASH'), 'FRONT');
    assert.match(
      applyLspEdits(`${PLAN}\nUnsaved words on the MASH.\n`, editsOf(ofAcronym, plan)),
      /on the FRONT/,
    );
  });

  it('renames at once in other files too where nothing else can be meant', async () => {
    const position = at(PLAN, 'MASH');
    const edit = await editor.request<WorkspaceEdit>('textDocument/rename', plan, {
      position,
      newName: 'FRONT',
    });
    assert.deepEqual(
      documentEdits(edit).map(({ textDocument }) => textDocument.uri),
      [plan, letter, config],
    );
    assert.equal(edit.changeAnnotations, undefined);
  });

  it('wants words of running text to be looked at that only seem to speak of a measure', async () => {
    const uri = 'untitled:alone.report.md';
    const text = LETTER.replace('Children', 'children').replace(
      '[the plan](../plan.report.md#visits)',
      'below',
    );
    await editor.open(
      uri,
      `${text}\n| Measure | Target | Actual |\n| --- | --- | --- |\n| Children seen in time | 1 | 2 |\n`,
    );
    const params = { position: at(LETTER, 'Children'), newName: 'Visits on time' };
    const edit = await editor.request<WorkspaceEdit>('textDocument/rename', uri, params);
    const [change] = documentEdits(edit);
    assert.deepEqual(
      change?.edits.map((one) => [
        'newText' in one && one.newText,
        'annotationId' in one ? edit.changeAnnotations?.[one.annotationId] : undefined,
      ]),
      [
        [
          'visits on time',
          {
            label: 'Words that may speak of something else',
            needsConfirmation: true,
            description: 'Tick those that mean it.',
          },
        ],
        ['Visits on time', undefined],
      ],
    );
    await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  });

  it('takes links to a heading along', async () => {
    const renamed = await rename(at(PLAN, 'Visits'), 'What comes next');
    assert.match(afterwards('letters/may.report.md', renamed), /plan\.report\.md#what-comes-next/);
  });

  it('refuses names that cannot be, and what has none', async () => {
    const measure = at(PLAN, 'Children');
    for (const [position, newName, why] of [
      [measure, ' ', /cannot be empty/],
      [measure, 'a|b', /no upright stroke/],
      [at(PLAN, 'MASH'), 'front door', /is no acronym/],
      [at(PLAN, 'busy'), 'Busy', /Nothing here has a name/],
    ] as const) {
      await assert.rejects(editor.request('textDocument/rename', plan, { position, newName }), why);
    }
    const position = at(PLAN, 'ofsted');
    await assert.rejects(
      editor.request('textDocument/prepareRename', plan, { position }),
      /comes with Touchstone/,
    );
  });

  it('answers for the text that was asked about, or not at all', async () => {
    const position = at(PLAN, 'MASH');
    const asked = editor.request<WorkspaceEdit>('textDocument/rename', plan, { position, newName: 'FRONT' });
    await editor.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: plan, version: 3 },
      contentChanges: [{ text: `Another beginning.\n\n${PLAN}` }],
    });
    const outcome = await asked.catch((error: unknown) => error);
    if (outcome instanceof ResponseError) assert.equal(outcome.code, LSPErrorCodes.ContentModified);
    else assert.equal(documentEdits(outcome as WorkspaceEdit)[0]?.textDocument.version, 2);
    await editor.change(plan, 4, [{ text: PLAN }]);
  });

  it('stops when the request is cancelled', async () => {
    const source = new CancellationTokenSource();
    const params = { textDocument: { uri: plan }, position: at(PLAN, 'MASH'), newName: 'FRONT' };
    const asked = editor.connection.sendRequest('textDocument/rename', params, source.token);
    source.cancel();
    const outcome = await asked.catch((error: unknown) => error);
    assert.ok(
      outcome instanceof ResponseError && outcome.code === LSPErrorCodes.RequestCancelled,
      `${outcome}`,
    );
  });

  it('leaves out files that have gone, and documents that were closed', async () => {
    write('gone.report.md', LETTER);
    const position = at(PLAN, 'MASH');
    const uris = async () => (await rename(position, 'FRONT')).map(({ textDocument }) => textDocument.uri);
    assert.ok((await uris()).includes(uriOf('gone.report.md')));
    rmSync(path.join(folder, 'gone.report.md'));
    assert.ok(!(await uris()).includes(uriOf('gone.report.md')));
    const other = uriOf('closed.report.md');
    await editor.open(other, LETTER);
    await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri: other } });
    assert.equal(await editor.request('textDocument/definition', other, { position }), null);
  });

  it('finds symbols in all documents, open or not, as they change', async () => {
    const search = async (query: string) =>
      (await editor.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query })).map(
        ({ name, location }) => [name, location.uri],
      );
    assert.deepEqual(await search('what saw'), [['What we saw', letter]]);
    assert.deepEqual(await search('chseen'), [
      ['Children seen in time', plan],
      ['Children seen in time', config],
    ]);
    write('letters/may.report.md', LETTER.replace('What we saw', 'What was seen'));
    const changes = [{ uri: letter, type: 2 }];
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    assert.deepEqual(await search('what'), [['What was seen', letter]]);
  });

  it('says how links change before files move', async () => {
    const files = [{ oldUri: uriOf('letters'), newUri: uriOf('old letters') }];
    const edit = await editor.connection.sendRequest<WorkspaceEdit>('workspace/willRenameFiles', { files });
    const edits = documentEdits(edit);
    assert.match(applyLspEdits(PLAN, editsOf(edits, plan)), /\(old%20letters\/may\.report\.md#what-we-saw\)/);
    assert.deepEqual(
      edits.map(({ textDocument }) => textDocument.uri),
      [plan],
    );
    const nothing = [{ oldUri: uriOf('notes.md'), newUri: uriOf('other.md') }];
    assert.equal(await editor.connection.sendRequest('workspace/willRenameFiles', { files: nothing }), null);
  });

  async function rename(position: object, newName: string): Promise<readonly TextDocumentEdit[]> {
    return documentEdits(
      await editor.request<WorkspaceEdit>('textDocument/rename', plan, { position, newName }),
    );
  }

  /** A file on the disk after the edits, as an editor would save it. */
  function afterwards(name: string, edits: readonly TextDocumentEdit[]): string {
    const saved = readFileSync(path.join(folder, name), 'utf8').replaceAll('\r\n', '\n');
    const mark = saved.startsWith('\uFEFF') ? '\uFEFF' : '';
    return mark + applyLspEdits(saved.slice(mark.length), editsOf(edits, uriOf(name)));
  }

  function uriOf(name: string): string {
    return pathToFileURL(path.join(folder, name)).toString();
  }

  function write(name: string, text: string): void {
    writeFileSync(path.join(folder, name), text);
  }
});

function documentEdits({ documentChanges = [] }: WorkspaceEdit): readonly TextDocumentEdit[] {
  return documentChanges as readonly TextDocumentEdit[];
}

function editsOf(all: readonly TextDocumentEdit[], uri: string): readonly object[] {
  return all.find(({ textDocument }) => textDocument.uri === uri)?.edits ?? [];
}

/** Where words stand first in a text. */
function at(text: string, words: string) {
  const before = text.slice(0, text.indexOf(words)).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
