import * as vscode from 'vscode';
import { findings, findingsThat, inWorkspace, othersStarted } from './editor.ts';
import { equal, ok } from './expect.ts';

const MARKDOWN = `---
framework: ofsted-safeguarding-2012
title: Inspection of safeguarding
date: 2012-03-05
---

# Inspection of safeguarding

## Safeguarding services

### Quality of provision

Of the 436 staff, 304 (63%) have been trained.
`;

const YAML = `framework: ofsted-safeguarding-2012
title: Inspection of safeguarding
date: 2012-03-05
sections:
  - heading: Quality of provision
    body: Of the 436 staff, 304 (63%) have been trained.
`;

const FOLDER = 'set aside';
const CONFIG = 'rules: { structure/missing-section: off }\n';

const markdown = () => inWorkspace(`${FOLDER}/a report.md`);
const yaml = () => inWorkspace(`${FOLDER}/b.report.yaml`);
const config = () => inWorkspace(`${FOLDER}/touchstone.yaml`);
const baseline = () => inWorkspace(`${FOLDER}/old/what we know.json`);

describe('the baseline of a folder', () => {
  before(async () => {
    await othersStarted();
    await write(markdown(), MARKDOWN);
    await write(yaml(), YAML);
    await write(config(), CONFIG);
    await findingsThat(markdown(), (found) => found.length > 0);
    await findingsThat(yaml(), (found) => found.length > 0);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(inWorkspace(FOLDER), { recursive: true });
  });

  it('has all that is found set aside, and forgets what is mended', async () => {
    const open = await vscode.workspace.openTextDocument(markdown());
    await vscode.window.showTextDocument(open);
    const before = tabs();
    const answered = await run('setAside', { target: baseline(), agreed: 'named' });
    equal(answered?.toString(), baseline().toString());
    await findingsThat(markdown(), (found) => found.length === 0);
    await findingsThat(yaml(), (found) => found.length === 0);
    equal(await read(config()), `${CONFIG}baseline: old/what we know.json\n`);
    equal(tabs().join(), before.join());
    ok((await read(baseline())).includes('"../b.report.yaml": ['), 'what is found in data');

    await write(yaml(), YAML.replace('63%', '69.7%'));
    equal((await run('pruneBaseline'))?.toString(), baseline().toString());
    const left = await read(baseline());
    equal(left.match(/number\/share-mismatch/g)?.length, 1);
    ok(left.includes('"../a report.md": ['), left);
  });

  it('asks nothing where there is nothing to set aside', async () => {
    const before = await read(baseline());
    equal(await run('setAside'), undefined);
    equal(await read(baseline()), before);
    equal(findings(markdown()).length, 0);
  });
});

function run(command: string, wish: object = {}): Thenable<vscode.Uri | undefined> {
  const pack = { folder: inWorkspace(FOLDER).toString() };
  return vscode.commands.executeCommand(`touchstone.${command}`, { pack, ...wish });
}

function write(uri: vscode.Uri, text: string): Thenable<void> {
  return vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

async function read(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

function tabs(): readonly string[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs: own }) => own.map(({ label }) => label));
}
