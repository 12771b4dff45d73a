import * as vscode from 'vscode';
import {
  findingOf,
  findingsThat,
  inWorkspace,
  open,
  othersStarted,
  present,
  quickFixesOf,
} from './editor.ts';
import { equal, ok } from './expect.ts';

const TABLE = `| Team  | Staff |
| ----- | ----: |
| East  |    40 |
| West  |    30 |
| Total |    71 |
`;

const MARKDOWN = `---
framework: ofsted-safeguarding-2012
---

## Safeguarding services

Of the 436 staff who were asked, 304 (63%) agreed with this.

${TABLE}`;

const YAML = `framework: ofsted-safeguarding-2012
sections:
  - heading: Safeguarding services
    body: |
      Of the 436 staff who were asked, 304 (63%) agreed with this.
`;

describe('Numbers in VS Code', () => {
  before(othersStarted);

  after(() => vscode.workspace.getConfiguration('touchstone').update('numbers.hints', undefined));

  it('says beside the pointer what ties a figure, in Markdown and in data', async () => {
    for (const [name, text] of [
      ['numbers.report.md', MARKDOWN],
      ['numbers.report.yaml', YAML],
    ] as const) {
      const uri = await written(name, text);
      const { range } = await findingOf(uri, 'number/share-mismatch');
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        uri,
        range.start,
      );
      const words = hovers.flatMap(({ contents }) => contents.map((one) => textOf(one))).join('\n');
      ok(words.includes('"63%" stands for 62.5% to 63.5%; 304 of 436 comes to 69.7%.'), words);
    }
  });

  it('shows what figures come to, where that is wanted', async () => {
    const uri = await written('numbers.report.md', MARKDOWN);
    await findingOf(uri, 'number/share-mismatch');
    equal((await hintsOf(uri)).length, 0);
    const shown = new Promise<void>((resolve) => {
      const listener = vscode.workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration('touchstone.numbers.hints')) return;
        listener.dispose();
        resolve();
      });
    });
    await vscode.workspace.getConfiguration('touchstone').update('numbers.hints', 'problems');
    await shown;
    // The server asks for the setting, and then to be asked for hints: each answer takes its turn.
    let hints = await hintsOf(uri);
    while (hints.length === 0) hints = await hintsOf(uri);
    equal(hints.join(', '), '✗ 69.7%, ✗ 70');
  });

  it('offers a change for each way to mend a table, and to accept it', async () => {
    const uri = await written('numbers.report.md', MARKDOWN);
    const actions = await quickFixesOf(uri, 'number/total-mismatch');
    const titles = actions.map(({ title }) => title);
    for (const wanted of [
      'Change 71 to 70',
      'Change 40 to 41',
      'Ignore "number/total-mismatch" here, and say why',
    ])
      ok(titles.includes(wanted), titles.join(', '));
  });

  it('lists the number checks beside the document, and follows it', async () => {
    const uri = await written('numbers.report.md', MARKDOWN);
    await findingOf(uri, 'number/share-mismatch');
    const address = await vscode.commands.executeCommand<vscode.Uri>('touchstone.showNumberChecks', uri);
    const list = await vscode.workspace.openTextDocument(present(address, 'the address of the list'));
    equal(list.languageId, 'touchstone-numbers');
    ok(list.getText().includes('\nContradicted (2)\n  line 7 '), list.getText());
    ok(
      vscode.window.visibleTextEditors.some(({ document }) => document === list),
      'it is in view',
    );
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      list.uri,
    );
    const [first] = links;
    const { path, query } = present(first?.target, 'where the first link leads');
    await vscode.commands.executeCommand(path, ...JSON.parse(query));
    const active = present(vscode.window.activeTextEditor, 'the editor that it leads to');
    equal(active.document.uri.toString(), uri.toString());
    equal(active.selection.start.line, 6);
    const changed = new Promise<string>((resolve) => {
      const listener = vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document !== list) return;
        listener.dispose();
        resolve(document.getText());
      });
    });
    const edit = new vscode.WorkspaceEdit();
    const { range } = await findingOf(uri, 'number/total-mismatch');
    edit.replace(uri, range, '70');
    await vscode.workspace.applyEdit(edit);
    await findingsThat(uri, (found) => found.every(({ message }) => !message.includes('not 71')));
    const text = await changed;
    ok(text.includes('\nContradicted (1)\n') && text.includes('\nHeld (1)\n'), text);
    await active.document.save();
  });
});

async function written(name: string, text: string): Promise<vscode.Uri> {
  const uri = inWorkspace(`numbers/${name}`);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  await open(`numbers/${name}`);
  return uri;
}

async function hintsOf(uri: vscode.Uri): Promise<readonly string[]> {
  const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    uri,
    new vscode.Range(0, 0, 100, 0),
  );
  return hints.map(({ label }) =>
    typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
  );
}

function textOf(content: vscode.MarkdownString | vscode.MarkedString): string {
  return typeof content === 'string' ? content : content.value;
}
