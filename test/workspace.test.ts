import assert from 'node:assert/strict';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-protocol/node';
import { writeXlsx } from '../server/convert/sheet/writeXlsx.ts';
import { textCell } from '../server/convert/sheet/written.ts';
import { BAD, FRAMEWORK, GOOD } from './cli/pack.ts';
import { Workspace } from './harness/workspace.ts';

const MISMATCH = 'judgement/grade-label-mismatch';
const CREATED = 1;
const CHANGED = 2;
const DELETED = 3;

const mismatched = (found: readonly Diagnostic[]) => found.some(({ code }) => code === MISMATCH);
const differing = (found: readonly Diagnostic[]) =>
  found.some(({ code }) => code === 'measure/source-mismatch');
const clean = (found: readonly Diagnostic[]) => found.length === 0;

const PACK = { 'touchstone.yaml': 'exclude: [archive/**]\n', 'visit.framework.yaml': FRAMEWORK };
const KPIS = `---\nframework: visit-report\n---\n\n## Scope\n\n| Measure | May 2020 |\n| --- | --- |\n| Visits | 86% |\n`;
const MENDED = [{ range: at(7, 31, 32), text: '1' }];

describe('findings of documents that are not open', () => {
  let workspace: Workspace;

  describe('in packs', () => {
    before(async () => {
      workspace = new Workspace({
        ...prefixed('one', PACK),
        'one/archive/old.report.md': BAD,
        'one/archive/inner/touchstone.yaml': '{}\n',
        'one/archive/inner/old.report.md': BAD,
        'one/a (final) é.md': BAD,
        'one/broken.report.md': new Uint8Array([0x23, 0x20, 0xff, 0x0a]),
        'one/deep/er/b.md': BAD,
        'one/good.md': GOOD,
        'one/mild/touchstone.yaml': `rules: { ${MISMATCH}: hint }\n`,
        'one/mild/visit.framework.yaml': FRAMEWORK,
        'one/mild/c.md': BAD,
        'one/notes.md': '# Notes\n\nXX\n',
        'one/wrong/touchstone.yaml': 'exlcude: [a]\n',
        'two/loose.report.md': BAD,
        ...prefixed('two/pack', PACK),
        'two/pack/z.report.yaml': 'framework: visit-report\nsections: [\n',
      });
      await workspace.start(undefined, ['one', 'two']);
    });
    after(() => workspace.leave());

    it('are shown as they are when a document is opened', async () => {
      const files = ['one/a (final) é.md', 'one/deep/er/b.md', 'one/mild/c.md'];
      for (const name of files) {
        const found = await workspace.shown(name, mismatched);
        assert.deepEqual(await workspace.editor.open(workspace.uri(name), BAD), found);
        await workspace.close(name);
      }
      const severity = (found: readonly Diagnostic[]) => found.map((one) => one.severity);
      assert.deepEqual(severity(await workspace.shown('one/deep/er/b.md', mismatched)), [1]);
      assert.deepEqual(severity(await workspace.shown('one/mild/c.md', mismatched)), [4]);
    });

    it('are shown in every folder, of settings too, and what cannot be read stops nothing', async () => {
      await workspace.shown('two/pack/z.report.yaml', (found) => found.length > 0);
      const [fault] = await workspace.shown('one/wrong/touchstone.yaml', (found) => found.length > 0);
      assert.equal(fault?.code, 'syntax/configuration');
      const [unread] = await workspace.shown('one/broken.report.md', (found) => found.length > 0);
      assert.equal(
        unread?.message,
        'This file was not checked. The file is not UTF-8: the byte FF on line 1, at byte offset 2, is no character. Save it as UTF-8.',
      );
    });

    it('are not shown of what is left out, in no pack, not ours or right', async () => {
      // The last in order: whatever stands before it has been looked at.
      await workspace.shown('two/pack/z.report.yaml', (found) => found.length > 0);
      const silent = ['one/archive/old.report.md', 'one/archive/inner/old.report.md', 'two/loose.report.md'];
      for (const name of [...silent, 'one/good.md', 'one/notes.md', 'one/touchstone.yaml']) {
        assert.equal(workspace.times(name), 0, name);
      }
    });
  });

  describe('follow', () => {
    beforeEach(async () => {
      workspace = new Workspace({ ...PACK, 'a.md': BAD, 'b.md': BAD, 'sub/c.md': BAD });
      await workspace.start();
      for (const name of ['a.md', 'b.md', 'sub/c.md']) await workspace.shown(name, mismatched);
    });
    afterEach(() => workspace.leave());

    it('the open text while a document is open, and what is saved when it is closed', async () => {
      const { editor } = workspace;
      const uri = workspace.uri('a.md');
      await editor.open(uri, BAD);
      assert.deepEqual(await editor.change(uri, 2, MENDED), []);
      // A file that changes behind the editor's back does not count until then.
      workspace.write('a.md', BAD.replace('title: Autumn', 'title: Spring'));
      await workspace.tell([['a.md', CHANGED]]);
      await editor.request('textDocument/documentSymbol', uri);
      assert.deepEqual(editor.said(uri).at(-1)?.diagnostics, []);
      await workspace.close('a.md');
      await workspace.shown('a.md', mismatched);
    });

    it('an editor that spells the address in its own way', async () => {
      const uri = workspace.uri('a.md').replace('/a.md', '/%61.md');
      await workspace.editor.open(uri, BAD);
      await workspace.shown('a.md', clean);
    });

    it('files that change, come and go', async () => {
      workspace.write('a.md', GOOD);
      workspace.write('new.md', BAD);
      rmSync(path.join(workspace.folder, 'b.md'));
      await workspace.tell([
        ['a.md', CHANGED],
        ['new.md', CREATED],
        ['b.md', DELETED],
      ]);
      await workspace.shown('a.md', clean);
      await workspace.shown('b.md', clean);
      await workspace.shown('new.md', mismatched);
    });

    it('the figures of a spreadsheet', async () => {
      const sheet = 'data sheets/kpis é.csv';
      workspace.write('touchstone.yaml', "sources: [{ file: 'data sheets/kpis é.csv' }]\n");
      workspace.write(sheet, 'Measure,Month,Actual\nVisits,May 2020,84%\n');
      workspace.write('kpi.report.md', KPIS);
      await workspace.tell([
        ['touchstone.yaml', CHANGED],
        ['kpi.report.md', CREATED],
      ]);
      const [found] = await workspace.shown('kpi.report.md', differing);
      assert.match(String(found?.message), /says 84% in cell C2 of data sheets\/kpis é\.csv/);
      workspace.write(sheet, 'Measure,Month,Actual\nVisits,May 2020,86%\n');
      await workspace.tell([[sheet, CHANGED]]);
      await workspace.shown('kpi.report.md', (now) => !differing(now));
    });

    it('the figures of a workbook, which fill an empty cell', async () => {
      const uri = workspace.uri('kpi.report.md');
      const empty = KPIS.replace('86%', '   ');
      workspace.write('touchstone.yaml', 'sources: [{ file: data/kpis.xlsx, sheet: KPIs }]\n');
      const rows = [
        ['Measure', 'May 2020'],
        ['Visits', '84%'],
      ].map((row) => row.map(textCell));
      workspace.write('data/kpis.xlsx', await writeXlsx([{ name: 'KPIs', rows }]));
      workspace.write('kpi.report.md', KPIS);
      await workspace.tell([
        ['touchstone.yaml', CHANGED],
        ['kpi.report.md', CREATED],
      ]);
      const [found] = await workspace.shown('kpi.report.md', differing);
      assert.match(String(found?.message), /says 84% in cell B2 of sheet "KPIs" in data\/kpis\.xlsx/);
      await workspace.editor.open(uri, empty);
      const actions = await workspace.editor.request<CodeAction[]>('textDocument/codeAction', uri, {
        range: at(8, 4, 4),
        context: { diagnostics: [] },
      });
      const fill = actions.find(({ title }) => title === 'Fill one empty cell from kpis.xlsx');
      assert.deepEqual(
        fill?.edit?.changes?.[uri]?.map(({ newText }) => newText.trim()),
        ['84%'],
      );
    });

    it('folders that come and go, of which editors tell without the files in them', async () => {
      rmSync(path.join(workspace.folder, 'sub'), { recursive: true });
      workspace.write('more/d.md', BAD);
      await workspace.tell([
        ['sub', DELETED],
        ['more', CREATED],
      ]);
      await workspace.shown('sub/c.md', clean);
      await workspace.shown('more/d.md', mismatched);
    });

    it('what the pack says', async () => {
      workspace.write('touchstone.yaml', `rules: { ${MISMATCH}: off }\nexclude: [sub]\n`);
      await workspace.tell([['touchstone.yaml', CHANGED]]);
      for (const name of ['a.md', 'b.md', 'sub/c.md']) await workspace.shown(name, clean);
    });

    it('no keystroke in another document', async () => {
      const { editor } = workspace;
      const uri = workspace.uri('a.md');
      await editor.open(uri, BAD);
      for (let version = 2; version < 30; version += 1) {
        await editor.change(uri, version, [{ range: at(6, 0, 0), text: 'x' }]);
      }
      assert.equal(workspace.times('b.md'), 1);
    });

    it('folders that are opened and closed in the editor', async () => {
      mkdirSync(path.join(workspace.folder, 'other'));
      const change = (added: readonly string[], removed: readonly string[]) =>
        workspace.editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
          event: {
            added: added.map((name) => ({ uri: workspace.uri(name), name })),
            removed: removed.map((name) => ({ uri: workspace.uri(name).replace(/\/$/, ''), name })),
          },
        });
      await change(['sub'], ['']);
      await workspace.shown('a.md', clean);
      assert.ok(mismatched(await workspace.shown('sub/c.md', mismatched)));
    });
  });

  it('are those of the pack around a document where no folder is open', async () => {
    workspace = new Workspace({ ...PACK, 'a.md': GOOD, 'b.md': BAD, 'sub/c.md': BAD });
    await workspace.start(undefined, null);
    await workspace.editor.open(workspace.uri('a.md'), GOOD);
    await workspace.shown('b.md', mismatched);
    await workspace.shown('sub/c.md', mismatched);
    await workspace.leave();
  });
});

describe('settings', () => {
  let workspace: Workspace;

  beforeEach(() => {
    workspace = new Workspace({ ...PACK, 'a.md': BAD, 'b.md': BAD });
  });
  afterEach(() => workspace.leave());

  it('turn findings of documents that are not open off and on', async () => {
    let workspaceFindings = true;
    await workspace.start(() => ({ workspaceFindings }));
    await workspace.shown('b.md', mismatched);
    await workspace.editor.open(workspace.uri('a.md'), BAD);
    workspaceFindings = false;
    await workspace.configure(null);
    await workspace.shown('b.md', clean);
    assert.ok(mismatched(workspace.editor.said(workspace.uri('a.md')).at(-1)?.diagnostics ?? []));
    await workspace.close('a.md');
    await workspace.shown('a.md', clean);
    workspaceFindings = true;
    await workspace.configure(null);
    await workspace.shown('a.md', mismatched);
    await workspace.shown('b.md', mismatched);
  });

  it('are taken from an editor that cannot be asked', async () => {
    await workspace.start();
    await workspace.shown('b.md', mismatched);
    await workspace.configure({ touchstone: { workspaceFindings: false } });
    await workspace.shown('b.md', clean);
    await workspace.configure({ touchstone: { workspaceFindings: 'what?' } });
    await workspace.shown('b.md', mismatched);
    await workspace.configure({});
    await workspace.shown('b.md', mismatched);
  });

  it('let documents be checked when they are saved', async () => {
    const { editor } = workspace;
    let check = 'save';
    const asked = new Promise<void>((resolve) => {
      workspace.start(() => {
        resolve();
        return { check };
      });
    });
    await asked;
    const uri = workspace.uri('a.md');
    assert.ok(mismatched(await editor.open(uri, BAD)));
    const change = (version: number, contentChanges: readonly object[]) =>
      editor.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges,
      });
    await change(2, MENDED);
    // Whoever asks gets an answer for the text as it is; nothing is shown of it yet.
    await editor.request('textDocument/documentSymbol', uri);
    assert.deepEqual(
      editor
        .said(uri)
        .map(({ version }) => version)
        .filter((version) => version !== undefined),
      [1],
    );
    await workspace.save('a.md');
    assert.deepEqual(await editor.diagnostics(uri, 2), []);
    await change(3, [{ text: BAD }]);
    await workspace.save('a.md');
    assert.deepEqual(await editor.diagnostics(uri, 3), await workspace.shown('b.md', mismatched));
    await change(4, MENDED);
    check = 'type';
    await workspace.configure(null);
    assert.deepEqual(await editor.diagnostics(uri, 4), []);
    await change(5, [{ text: BAD }]);
    assert.ok(mismatched(await editor.diagnostics(uri, 5)));
  });
});

function prefixed<T>(folder: string, files: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));
}

function at(line: number, from: number, to: number) {
  return { start: { line, character: from }, end: { line, character: to } };
}
