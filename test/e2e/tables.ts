import * as vscode from 'vscode';
import { asked, inWorkspace, open, othersStarted, paste, present, press } from './editor.ts';
import { equal, ok } from './expect.ts';

const TABLE = `| Staff | Count |
| ----- | ----- |
| All   | 304   |
`;

const MARKDOWN = `---
framework: ofsted-safeguarding-2012
---

## Safeguarding services

${TABLE}
Text.
`;

describe('Tables in VS Code', () => {
  before(othersStarted);

  it('goes from cell to cell, makes rows, and leaves the table', async () => {
    const editor = await written('tables.report.md', MARKDOWN);
    select(editor, 8, 3);
    await vscode.commands.executeCommand('touchstone.nextCell');
    equal(selected(editor), '304');
    await type('1,304,567');
    await vscode.commands.executeCommand('touchstone.nextCell');
    ok(editor.document.getText().includes('| All   | 1,304,567 |\n|       |           |\n'), text(editor));
    await type('Managers');
    await vscode.commands.executeCommand('touchstone.previousCell');
    equal(selected(editor), '1,304,567');
    ok(editor.document.getText().includes('| All      | 1,304,567 |\n| Managers |'), text(editor));
    select(editor, 9, 23);
    await vscode.commands.executeCommand('touchstone.newRow');
    await vscode.commands.executeCommand('touchstone.newRow');
    await type('Behind it.');
    ok(editor.document.getText().includes('| Managers |           |\n\nBehind it.\n'), text(editor));
  });

  it('binds Tab and Enter while the cursor is in a table', async () => {
    const editor = await written('keys.report.md', MARKDOWN);
    await moved(editor, 8, 10);
    await press('Tab', editor, (now) => now.includes('| All   | 304   |\n|       |       |\n'));
    await moved(editor, 9, 2);
    await press('Enter', editor, (now) => now.includes('| All   | 304   |\n\n'));
    // In documents of their own, since what a key selects comes behind what it changes.
    const other = await written('row.report.md', MARKDOWN);
    await moved(other, 8, 13);
    await press('Enter', other, (now) => now.includes('| All   | 304   |\n|       |       |\n'));
    const outside = await written('outside.report.md', MARKDOWN);
    await moved(outside, 10, 0);
    await press('Tab', outside, (now) => /\n\s+Text\./.test(now));
  });

  it('does what Tab and Enter do elsewhere', async () => {
    const editor = await written('elsewhere.report.md', MARKDOWN);
    select(editor, 10, 0);
    await vscode.commands.executeCommand('touchstone.nextCell');
    ok(/\n\s+Text\./.test(text(editor)), text(editor));
    select(editor, 10, 99);
    await vscode.commands.executeCommand('touchstone.newRow');
    ok(/Text\.\n\s*\n$/.test(text(editor)), text(editor));
  });

  it('writes a line break where Enter was pressed, however late it is known to be in no table', async () => {
    const editor = await written('late.report.md', MARKDOWN);
    select(editor, 10, 'Text.'.length);
    const late = vscode.commands.executeCommand('touchstone.newRow');
    await type('More.');
    await late;
    ok(text(editor).endsWith('\nText.\nMore.\n'), text(editor));
  });

  it('makes a table of what was copied from a spreadsheet, and copies one for it', async () => {
    const editor = await written('paste.report.md', MARKDOWN.replace(TABLE, ''));
    select(editor, 6, 0);
    const table = '| Month    | Seen |\n| -------- | ---- |\n| Apr 2020 | 92%  |\n| May 2020 | 95%  |\n';
    const copied = 'Month\tSeen\nApr 2020\t92%\nMay 2020\t95%\n';
    await paste({ 'text/plain': copied }, editor, (now) => now.includes(table));
    await vscode.commands.executeCommand('undo');
    ok(!text(editor).includes('|'), text(editor));
    select(editor, 6, 0);
    const rows = copied
      .trim()
      .split('\n')
      .map((row) => `<tr><td>${row.replace('\t', '</td><td>')}</td></tr>`);
    const html = `<html><body><table>${rows.join('')}</table></body></html>`;
    await paste({ 'text/plain': 'Month Seen', 'text/html': html }, editor, (now) => now.includes(table));
    select(editor, 9, 3);
    await vscode.commands.executeCommand('touchstone.copyTable');
    equal(await vscode.env.clipboard.readText(), 'Month\tSeen\nApr 2020\t92%\nMay 2020\t95%\n');
  });

  it('formats documents of ours, and no others', async () => {
    const editor = await written('format.report.md', MARKDOWN.replace(TABLE, '|A|B|\n|-|-|\n|long|x|\n'));
    await asked(
      () => formatting(editor),
      (edits) => (edits ?? []).length > 0,
    );
    await vscode.commands.executeCommand('editor.action.formatDocument');
    ok(text(editor).includes('| A    | B   |\n| ---- | --- |\n| long | x   |\n'), text(editor));
    const other = await written('notes.md', '|A|B|\n|-|-|\n|long|x|\n');
    equal(((await formatting(other)) ?? []).length, 0);
  });

  it('mends all that is safe when a document is saved', async () => {
    const wrong = MARKDOWN.replace('Text.', '1. First.\n\n2. Second.\n\n2. Third.\n\n4. Fourth.');
    const settings = vscode.workspace.getConfiguration('editor');
    await settings.update('codeActionsOnSave', { 'source.fixAll.touchstone': 'explicit' });
    try {
      const editor = await written('save.report.md', wrong);
      await editor.edit((builder) => builder.insert(new vscode.Position(6, 0), ' '));
      await editor.document.save();
      ok(text(editor).includes('3. Third.'), text(editor));
    } finally {
      await settings.update('codeActionsOnSave', undefined);
    }
  });

  it('mends all that is safe by its command, as soon as a document is there', async () => {
    const editor = await written(
      'mend.report.md',
      MARKDOWN.replace('Text.', '1. First.\n\n2. Second.\n\n2. Third.\n\n4. Fourth.'),
    );
    // Whoever registers a source of changes has VS Code give up asking for them.
    const asked = vscode.commands.executeCommand('touchstone.fixAll');
    vscode.languages.registerCodeActionsProvider('markdown', { provideCodeActions: () => [] }).dispose();
    await asked;
    ok(text(editor).includes('3. Third.'), text(editor));
  });
});

async function written(name: string, words: string): Promise<vscode.TextEditor> {
  const uri = inWorkspace(`tables/${name}`);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(words));
  await open(`tables/${name}`);
  return present(vscode.window.activeTextEditor, 'an editor');
}

function formatting({ document }: vscode.TextEditor): Thenable<vscode.TextEdit[] | undefined> {
  return vscode.commands.executeCommand('vscode.executeFormatDocumentProvider', document.uri, {
    tabSize: 2,
    insertSpaces: true,
  });
}

function select(editor: vscode.TextEditor, line: number, character: number): void {
  const place = new vscode.Position(line, character);
  editor.selection = new vscode.Selection(place, place);
}

/** Puts the cursor at a place. What the keys are told of it takes its turn behind an answer of the server. */
async function moved(editor: vscode.TextEditor, line: number, character: number): Promise<void> {
  select(editor, line, character);
  await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', editor.document.uri);
}

function selected({ document, selection }: vscode.TextEditor): string {
  return document.getText(selection);
}

function text({ document }: vscode.TextEditor): string {
  return document.getText();
}

async function type(words: string): Promise<void> {
  await vscode.commands.executeCommand('type', { text: words });
}
