import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { BUILTIN } from '../server/framework/builtin.generated.ts';
import {
  ANSWER_FAULT_REQUEST,
  FRAMEWORKS_REQUEST,
  type FrameworksResult,
  NEW_DOCUMENT_REQUEST,
  type NewDocumentResult,
} from '../server/protocol.ts';
import { Editor } from './harness/editor.ts';

const MINE = `id: mine
title: "Visit: notes"
inspectorate: Riverside
kind: committee-report
fields:
  title: { type: text, required: true, label: Title }
  visited: { type: date-range, required: true, label: Visited }
sections:
  - { id: findings, heading: Findings, required: true, guidance: Say what you saw. }
`;

describe('a new report in the editor', () => {
  let editor: Editor;
  let folder: string;
  let pack: string;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'touchstone-'));
    mkdirSync(path.join(folder, 'pack'));
    writeFileSync(path.join(folder, 'pack/touchstone.yaml'), '{}\n');
    writeFileSync(path.join(folder, 'pack/mine.framework.yaml'), MINE);
    pack = pathToFileURL(path.join(folder, 'pack')).toString();
    editor = new Editor();
    const workspaceFolders = [{ uri: pathToFileURL(folder).toString(), name: 'work' }];
    await editor.initialize({ workspace: { workspaceFolders: true } }, { workspaceFolders });
    await editor.connection.sendNotification('initialized', {});
  });

  after(async () => {
    assert.equal(await editor.leave(), 0);
    rmSync(folder, { recursive: true });
  });

  const frameworks = (folders: readonly string[]): Promise<FrameworksResult> =>
    editor.connection.sendRequest(FRAMEWORKS_REQUEST, { folders });
  const made = (params: object): Promise<NewDocumentResult> =>
    editor.connection.sendRequest(NEW_DOCUMENT_REQUEST, params);

  it('can follow every framework that is shipped, those of one group together', async () => {
    const offered = await frameworks([]);
    assert.deepEqual(offered.map(({ id }) => id).sort(), [...BUILTIN.keys()].sort());
    const groups = offered.map(({ inspectorate = '' }) => inspectorate);
    const turns = groups.filter((group, index) => group !== groups[index - 1]);
    assert.equal(turns.length, new Set(groups).size);
  });

  it('can follow the frameworks of the folders, too, and asks for what each must have', async () => {
    const offered = await frameworks([pack, pathToFileURL(folder).toString()]);
    assert.equal(offered.length, BUILTIN.size + 1);
    const mine = offered.find(({ id }) => id === 'mine');
    assert.equal(mine?.inspectorate, 'Riverside');
    assert.equal(mine?.kind, 'committee report');
    assert.equal(mine?.folder, pack);
    assert.deepEqual(
      mine?.questions.map(({ key, suggestion, example }) => [key, suggestion, example]),
      [
        ['title', 'Visit: notes', undefined],
        ['organisation', undefined, undefined],
        ['visited', undefined, '2 to 6 March 2026'],
      ],
    );
  });

  it('says what is wrong with an answer', async () => {
    const ask = (answer: string) =>
      editor.connection.sendRequest(ANSWER_FAULT_REQUEST, {
        framework: 'mine',
        folder: pack,
        key: 'visited',
        answer,
      });
    assert.equal(await ask('2 to 6 March 2026'), null);
    assert.equal(await ask(''), null);
    assert.match(String(await ask('30 February 2026')), /February 2026 has only 28 days/);
    assert.match(String(await ask('6 to 2 March 2026')), /"visited"/);
  });

  it('gives the text in pieces, every second of which is to be filled in', async () => {
    const document = await made({
      framework: 'mine',
      folder: pack,
      language: 'markdown',
      answers: { title: 'Visit to the North: team 2', organisation: ' ' },
    });
    assert.equal(document?.name, 'visit-to-the-north-team-2.report.md');
    assert.deepEqual(
      document?.pieces.filter((_, index) => index % 2 === 1),
      ['[visited]', '[Say what you saw]'],
    );
    assert.equal(
      document?.pieces.join(''),
      `---
framework: mine
title: "Visit to the North: team 2"
visited: "[visited]"
---

# Visit to the North: team 2

## Findings

[Say what you saw]
`,
    );
    assert.equal(await made({ framework: 'none', language: 'yaml', answers: {} }), null);
  });

  it('checks the document by the framework of the folder in which it will be saved', async () => {
    const document = await made({ framework: 'mine', folder: pack, language: 'yaml', answers: {} });
    const uri = `untitled:${path.join(folder, 'pack', document?.name ?? '')}`;
    const found = await editor.open(uri, document?.pieces.join('') ?? '', 'yaml');
    assert.deepEqual([...new Set(found.map(({ code }) => code))].sort(), [
      'document/missing-field',
      'prose/placeholder',
    ]);
    assert.equal((await editor.status(uri)).framework?.id, 'mine');
  });
});
