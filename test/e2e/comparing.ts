import * as vscode from 'vscode';
import { inWorkspace, othersStarted, present } from './editor.ts';
import { equal, ok } from './expect.ts';

const BEFORE = `---
framework: ofsted-safeguarding-2012
title: Inspection of safeguarding
date: 2012-03-05
---

# Inspection of safeguarding

## Safeguarding services

### Quality of provision

- **Judgement:** Adequate (Grade 3)

Of the 436 staff, 304 (63%) have been trained.
`;

const AFTER = BEFORE.replace('Adequate (Grade 3)', 'Good (Grade 2)').replace('436 staff', '438 staff');

const FOLDER = 'compared';
const earlier = () => inWorkspace(`${FOLDER}/before.md`);
const later = () => inWorkspace(`${FOLDER}/the report.md`);

describe('a report', () => {
  let shown: vscode.Uri;

  before(async () => {
    await othersStarted();
    await write(earlier(), BEFORE);
    await write(later(), AFTER);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(inWorkspace(FOLDER), { recursive: true });
  });

  it('says how it differs from another in what it says, with a way to both places', async () => {
    const wish = [later(), [earlier(), later()]];
    shown = await vscode.commands.executeCommand<vscode.Uri>('touchstone.compareVersions', ...wish);
    const document = await vscode.workspace.openTextDocument(shown);
    equal(document.languageId, 'touchstone-compared');
    const lines = document.getText().split('\n');
    equal(lines[0], 'Changes from "before.md" to "the report.md"');
    const judged = '13 → 13  Quality of provision: Adequate → Good (better)';
    ok(
      lines.some((line) => line.trim() === judged),
      document.getText(),
    );
    const at = lines.findIndex((line) => line.endsWith(': 436 → 438'));
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      shown,
    );
    const places = links.filter(({ range }) => range.start.line === at);
    equal(places.length, 2);
    await follow(places[0]);
    equal(lineInView(), `before.md: ${BEFORE.split('\n')[14]}`);
    await follow(places[1]);
    equal(lineInView(), `the report.md: ${AFTER.split('\n')[14]}`);
  });

  it('follows what is written in either', async () => {
    for (const [uri, words, by, line] of [
      [later(), '438', '440', ': 436 → 440'],
      [earlier(), '436', '437', ': 437 → 440'],
    ] as const) {
      const document = await vscode.workspace.openTextDocument(uri);
      const from = document.positionAt(document.getText().indexOf(words));
      const edit = new vscode.WorkspaceEdit();
      edit.replace(uri, new vscode.Range(from, from.translate(0, words.length)), by);
      const changed = textThat((text) => text.split('\n').some((one) => one.endsWith(line)));
      ok(await vscode.workspace.applyEdit(edit), 'it was changed');
      await changed;
      ok(await document.save(), 'it was saved');
    }
  });

  /** Resolves as soon as what is shown satisfies. */
  function textThat(satisfies: (text: string) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const subscription = vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.toString() !== shown.toString() || !satisfies(document.getText())) return;
        subscription.dispose();
        resolve();
      });
    });
  }
});

async function follow(link: vscode.DocumentLink | undefined): Promise<void> {
  const target = decodeURIComponent(present(link?.target, 'a link').query);
  await vscode.commands.executeCommand('touchstone.goTo', ...JSON.parse(target));
}

function lineInView(): string {
  const { document, selection } = present(vscode.window.activeTextEditor, 'an editor');
  const name = document.uri.path.split('/').at(-1);
  return `${name}: ${document.lineAt(selection.active.line).text}`;
}

function write(uri: vscode.Uri, text: string): Thenable<void> {
  return vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}
