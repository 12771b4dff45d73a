import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  COVERAGE_REQUEST,
  type CoverageResult,
  REPORT_REQUEST,
  REPORTS_CHANGED_NOTIFICATION,
  REPORTS_REQUEST,
  type ReportResult,
  type ReportsChangedParams,
  type ReportsResult,
} from '../server/protocolViews.ts';
import { writeFiles } from './cli/cases.ts';
import { BAD, FRAMEWORK, GOOD } from './cli/pack.ts';
import { Editor } from './harness/editor.ts';

const CHANGED = 2;

const PACK = { 'touchstone.yaml': 'exclude: [archive/**]\n', 'visit.framework.yaml': FRAMEWORK };

/** A server, a folder that is open in its editor, and what the server says of the reports in it. */
class Folder {
  readonly editor = new Editor();
  readonly folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'touchstone-')));
  readonly #told: ReportsChangedParams[] = [];
  #wake: () => void = () => {};

  constructor(files: Readonly<Record<string, string | Uint8Array>>) {
    writeFiles(this.folder, Object.entries(files));
  }

  async start(roots: readonly string[] | null = ['']): Promise<void> {
    this.editor.connection.onNotification(REPORTS_CHANGED_NOTIFICATION, (params: ReportsChangedParams) => {
      this.#told.push(params);
      this.#wake();
    });
    const workspaceFolders = roots?.map((name) => ({ uri: this.uri(name).replace(/\/$/, ''), name })) ?? null;
    await this.editor.initialize({ workspace: { workspaceFolders: true } }, { workspaceFolders });
    await this.editor.connection.sendNotification('initialized', {});
  }

  uri(name: string): string {
    return pathToFileURL(path.join(this.folder, name)).toString();
  }

  write(name: string, text: string): void {
    writeFiles(this.folder, [[name, text]]);
  }

  /** The documents by pack, as their names. */
  async list(): Promise<readonly (readonly [pack: string, ...names: string[]])[]> {
    const packs = await this.editor.connection.sendRequest<ReportsResult>(REPORTS_REQUEST);
    return packs.map(({ name, documents }) => [name, ...documents.map((document) => document.name)] as const);
  }

  report(uri: string): Promise<ReportResult> {
    return this.editor.connection.sendRequest(REPORT_REQUEST, { uri });
  }

  coverage(uri: string): Promise<CoverageResult> {
    return this.editor.connection.sendRequest(COVERAGE_REQUEST, { uri });
  }

  /** What the server says next of documents that are others now. */
  async next(tell: () => Promise<void>): Promise<ReportsChangedParams | undefined> {
    const before = this.#told.length;
    const told = new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    await tell();
    await told;
    return this.#told[before];
  }

  tell(name: string): Promise<void> {
    const changes = [{ uri: this.uri(name), type: CHANGED }];
    return this.editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  async leave(): Promise<void> {
    assert.equal(await this.editor.leave(), 0);
    rmSync(this.folder, { recursive: true });
  }
}

describe('the reports of a workspace', () => {
  let folder: Folder;

  before(async () => {
    const pack = Object.fromEntries(
      Object.entries(PACK).map(([name, text]) => [`autumn 2020/${name}`, text]),
    );
    folder = new Folder({
      ...pack,
      'autumn 2020/visit é.md': BAD,
      'autumn 2020/visit 10.md': GOOD,
      'autumn 2020/visit 9.md': GOOD,
      'autumn 2020/notes.md': '# Notes\n',
      'autumn 2020/archive/old.md': BAD,
      'autumn 2020/broken.report.md': new Uint8Array([0x23, 0x20, 0xff, 0x0a]),
      'loose.report.md': BAD,
      'loose.md': BAD,
    });
    await folder.start();
  });
  after(() => folder.leave());

  it('are listed by pack, without what is left out and what is in none by name', async () => {
    assert.deepEqual(await folder.list(), [
      ['autumn 2020', 'broken.report.md', 'notes.md', 'visit 9.md', 'visit 10.md', 'visit é.md'],
      ['', 'loose.report.md'],
    ]);
  });

  it('say what is in them whether they are open or not', async () => {
    const uri = folder.uri('autumn 2020/visit é.md');
    const closed = await folder.report(uri);
    assert.equal(closed?.counts.error, 1);
    assert.ok(closed.framework && closed.sections.length > 0);
    const { length } = await folder.editor.open(uri, BAD);
    assert.deepEqual(await folder.report(uri), closed);
    assert.equal(
      Object.values(closed.counts).reduce((sum, count) => sum + count),
      length,
    );
    assert.deepEqual(await folder.editor.change(uri, 2, [{ text: GOOD }]), []);
    assert.equal((await folder.report(uri))?.counts.error, 0);
  });

  it('are nothing where nothing of ours is, and say so where they cannot be read', async () => {
    assert.equal(await folder.report(folder.uri('autumn 2020/notes.md')), null);
    assert.equal(await folder.report(folder.uri('autumn 2020/gone.md')), null);
    assert.equal(await folder.report(folder.uri('autumn 2020/touchstone.yaml')), null);
    const unread = await folder.report(folder.uri('autumn 2020/broken.report.md'));
    assert.match(unread?.trouble ?? '', /^This file was not checked\. The file is not UTF-8/);
    assert.equal(unread?.counts.error, 1);
  });

  it('are told of when they change, come or go', async () => {
    assert.deepEqual(await folder.next(() => folder.tell('autumn 2020/visit 9.md')), {
      uris: [folder.uri('autumn 2020/visit 9.md')],
    });
    folder.write('autumn 2020/new.md', GOOD);
    assert.deepEqual(await folder.next(() => folder.tell('autumn 2020/new.md')), {});
    assert.ok((await folder.list())[0]?.includes('new.md'));
    assert.deepEqual(await folder.next(() => folder.tell('autumn 2020/touchstone.yaml')), {});
  });

  it('have those that are open and lie in no folder among them', async () => {
    const uri = 'untitled:Untitled-1';
    const opened = await folder.next(async () => {
      await folder.editor.open(uri, GOOD.replace(/^framework:.*/m, 'framework: ofsted-safeguarding-2012'));
    });
    assert.deepEqual(opened, {});
    assert.deepEqual((await folder.list()).at(-1), ['', 'loose.report.md', 'Untitled-1']);
    assert.ok((await folder.report(uri))?.framework);
  });

  it('tell what was checked in one that is open', async () => {
    const uri = folder.uri('autumn 2020/visit é.md');
    const covered = await folder.coverage(uri);
    const rules = covered?.find(({ label }) => label === 'Rules');
    assert.equal(rules?.state, 'held');
    const judged = covered?.find(({ label }) => label === 'Judgements');
    assert.deepEqual(
      judged?.items.map(({ state, place, start }) => [state, place === `line ${(start?.line ?? 0) + 1}`]),
      [['held', true]],
    );
    assert.equal(await folder.coverage(folder.uri('autumn 2020/visit 10.md')), null);
  });
});

describe('the reports of an editor without a folder', () => {
  it('are those of the packs of its open documents', async () => {
    const folder = new Folder({ ...PACK, 'a.md': BAD, 'b.md': GOOD });
    await folder.start(null);
    assert.deepEqual(await folder.list(), []);
    await folder.editor.open(folder.uri('a.md'), BAD);
    assert.deepEqual(
      (await folder.list()).map(([, ...names]) => names),
      [['a.md', 'b.md']],
    );
    await folder.leave();
  });
});
