import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  PRUNE_BASELINE_REQUEST,
  type PruneBaselineResult,
  type PrunedFile,
  SET_ASIDE_REQUEST,
  type SetAside,
  type SetAsideResult,
} from '../server/protocolBaseline.ts';
import { writeFiles } from './cli/cases.ts';
import { BAD, FRAMEWORK, GOOD } from './cli/pack.ts';
import { runIn } from './cli/runIn.ts';
import { Editor } from './harness/editor.ts';
import { applyLspEdits } from './harness/lspEdits.ts';

const SHARE = '\nOf 40 visits, 30 (80%) were in time.\n';
const YAML = `framework: visit-report
title: Autumn
sections:
  - heading: Findings
    fields: { judgement: Good (Grade 3) }
    body: Of 40 visits, 30 (80%) were in time.
`;

describe('language server: what is set aside', () => {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'touchstone-aside-')));
  const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).toString();
  const root = uriOf('').replace(/\/$/, '');
  const editor = new Editor();

  before(async () => {
    await editor.initialize({}, { workspaceFolders: [{ uri: root, name: 'all' }] });
    await editor.connection.sendNotification('initialized', {});
  });

  after(async () => {
    assert.equal(await editor.leave(), 0);
    rmSync(folder, { recursive: true });
  });

  /** A folder of its own with these files, and a `touchstone.yaml`. */
  function pack(name: string, config: string, files: readonly (readonly [string, string])[] = []): string {
    const all = [['touchstone.yaml', config], ['visit.framework.yaml', FRAMEWORK], ...files] as const;
    writeFiles(
      folder,
      all.map(([file, text]) => [`${name}/${file}`, text] as const),
    );
    return uriOf(name);
  }

  const reports = [
    ['2018/a (é).report.md', BAD],
    ['2018/b.report.yaml', YAML],
    ['2018/good.report.md', GOOD],
  ] as const;

  async function setAside(at: string, file?: string): Promise<SetAside> {
    const result = await editor.connection.sendRequest<SetAsideResult>(SET_ASIDE_REQUEST, {
      folder: at,
      ...(file === undefined ? {} : { file }),
    });
    assert.ok(!('problem' in result), JSON.stringify(result));
    return result;
  }

  async function prune(at: string): Promise<PrunedFile> {
    const result = await editor.connection.sendRequest<PruneBaselineResult>(PRUNE_BASELINE_REQUEST, {
      folder: at,
    });
    assert.ok(!('problem' in result), JSON.stringify(result));
    return result;
  }

  async function problem(method: string, params: object): Promise<string> {
    const result = await editor.connection.sendRequest<SetAsideResult | PruneBaselineResult>(method, params);
    assert.ok('problem' in result, JSON.stringify(result));
    return result.problem;
  }

  /** What the command line writes of the same pack. */
  async function writtenBy(name: string, ...argv: readonly string[]): Promise<string> {
    await runIn(path.join(folder, name), ['check', '--quiet', ...argv]);
    return readFileSync(path.join(folder, name, 'old.json'), 'utf8');
  }

  it('is the same as the command line writes, of documents that are open and of others', async () => {
    const at = pack('same', 'baseline: old.json\n', reports);
    await editor.open(`${at}/2018/a (é).report.md`, `${BAD}${SHARE}`);
    const { findings, documents, fresh, written, naming } = await setAside(at);
    assert.deepEqual([findings, documents, fresh, naming], [3, 2, 3, undefined]);
    assert.equal(written?.file, `${at}/old.json`);
    assert.equal(written.text, await writtenBy('same', '--write-baseline', 'old.json'));
    // Once it is written nothing more is to be done.
    assert.equal((await setAside(at)).fresh, 0);
  });

  it('keeps what it has of documents elsewhere, and nothing of those that are gone', async () => {
    const entry = '[\n      { "rule": "a/b", "message": "Old." }\n    ]';
    const files = `{\n  "version": 1,\n  "files": {\n    "../x.md": ${entry},\n    "gone.md": ${entry}\n  }\n}\n`;
    const at = pack('kept', 'baseline: old.json\n', [
      ['a.report.md', BAD],
      ['old.json', files],
    ]);
    writeFiles(folder, [['x.md', 'Not ours.\n']]);
    const { written } = await setAside(at);
    assert.deepEqual(Object.keys(JSON.parse(written?.text ?? '').files), ['../x.md', 'a.report.md']);
    assert.equal(written?.text, await writtenBy('kept', '--write-baseline', 'old.json'));
  });

  it('asks for a place where touchstone.yaml names none, and says how it comes to name it', async () => {
    const config = 'rules: { structure/missing-section: off }';
    const at = pack('asked', config, reports);
    const counts = await setAside(at);
    assert.deepEqual(counts, { findings: 3, documents: 2, fresh: 3 });
    const { written, naming } = await setAside(at, `${at}/data/old%20%231.json`);
    assert.deepEqual(Object.keys(JSON.parse(written?.text ?? '').files), [
      '../2018/a (é).report.md',
      '../2018/b.report.yaml',
    ]);
    assert.equal(naming?.line, 'baseline: "data/old #1.json"');
    assert.equal(naming.configuration, `${at}/touchstone.yaml`);
    assert.equal(applyLspEdits(config, naming.edits?.edits ?? []), `${config}\n${naming.line}\n`);
    writeFiles(folder, [
      ['asked/touchstone.yaml', `${config}\n${naming.line}\n`],
      ['asked/data/old #1.json', written?.text ?? ''],
    ]);
    const { printed } = await runIn(path.join(folder, 'asked'), ['check']);
    assert.match(printed, /nothing found that is new; 3 findings stand in the baseline\./);
  });

  it('leaves a touchstone.yaml to its author where no line can be added to it', async () => {
    const at = pack('flow', '{ exclude: [old] }\n', reports);
    const { naming } = await setAside(at, `${at}/old.json`);
    assert.deepEqual(naming, { configuration: `${at}/touchstone.yaml`, line: 'baseline: old.json' });
  });

  it('takes out what is mended and what is gone, as the command line does', async () => {
    const at = pack('pruned', 'baseline: old.json\n', reports);
    const old = await writtenBy('pruned', '--write-baseline', 'old.json');
    assert.deepEqual(await prune(at), { file: `${at}/old.json`, text: old, taken: 0, left: 3 });
    writeFiles(folder, [['pruned/2018/b.report.yaml', YAML.replace('80%', '75%')]]);
    rmSync(path.join(folder, 'pruned/2018/a (é).report.md'));
    const { text, taken, left } = await prune(at);
    assert.deepEqual([taken, left], [2, 1]);
    assert.equal(text, await writtenBy('pruned', '--prune-baseline'));
  });

  it('says what stands in the way, and why', async () => {
    const none = pack('none', '', reports);
    assert.match(
      await problem(PRUNE_BASELINE_REQUEST, { folder: none }),
      /touchstone\.yaml names no baseline/,
    );
    const bad = pack('bad', 'baseline: old.txt\n', reports);
    assert.equal(
      await problem(SET_ASIDE_REQUEST, { folder: bad }),
      'Its touchstone.yaml has to be mended first. "old.txt" is no baseline: the name of one ends in .json, such as touchstone-baseline.json.',
    );
    const torn = pack('torn', 'baseline: old.json\n', [...reports, ['old.json', '{ "mine": 1 }']]);
    for (const method of [SET_ASIDE_REQUEST, PRUNE_BASELINE_REQUEST]) {
      assert.match(
        await problem(method, { folder: torn }),
        /^"old\.json" is there and is no baseline, so it was left as it is\. /,
      );
    }
    assert.match(
      await problem(SET_ASIDE_REQUEST, { folder: none, file: `${none}/old.txt` }),
      /^"old\.txt" is no name for a baseline/,
    );
    assert.match(
      await problem(SET_ASIDE_REQUEST, { folder: uriOf('2018') }),
      /^There is no touchstone\.yaml in "2018"/,
    );
    assert.match(
      await problem(SET_ASIDE_REQUEST, { folder: none, file: 'vscode-vfs://elsewhere/old.json' }),
      /^No path leads there/,
    );
  });
});
