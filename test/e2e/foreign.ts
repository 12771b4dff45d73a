import * as vscode from 'vscode';
import { findings, findingsThat, inWorkspace, othersStarted, present, ruleOf } from './editor.ts';
import { equal, ok } from './expect.ts';

const TEXT = `Pace of work

Slow

The work is slow. Of the 436 staff 304 (63%) agreed.
`;

describe('Files of other formats in VS Code', () => {
  before(othersStarted);

  it('imports a file beside it, and says how it was read', async () => {
    const file = await write('notes.txt', encoded(TEXT));
    const [written] = await run('touchstone.importDocument', file);
    equal(present(written, 'what was written').path, file.path.replace('.txt', '.md'));
    const { document } = present(vscode.window.activeTextEditor, 'an editor');
    equal(document.uri.toString(), written?.toString());
    ok(document.getText().includes('Of the 436 staff'), document.getText());
    await findingsThat(document.uri, (found) => found.some((one) => ruleOf(one) === 'number/share-mismatch'));
    await vscode.workspace.fs.delete(document.uri);
  });

  it('says why a file cannot be read, and writes nothing', async () => {
    const file = await write('empty.pdf', new Uint8Array());
    equal((await run('touchstone.importDocument', file)).length, 0);
    equal((await run('touchstone.checkDocument', file)).length, 0);
    const beside = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(file, '..'));
    ok(!beside.some(([name]) => name === 'empty.md'), 'nothing is written');
  });

  it('checks a file as it was read, without writing it', async () => {
    const file = await write('shown.txt', encoded(TEXT));
    const [shown] = await run('touchstone.checkDocument', file);
    const uri = present(shown, 'what is shown');
    equal(uri.path, `${file.path} (as read)`);
    const found = await findingsThat(uri, (all) => all.length > 0);
    ok(
      found.some((one) => ruleOf(one) === 'number/share-mismatch'),
      found.map(ruleOf).join(),
    );
    const document = await vscode.workspace.openTextDocument(uri);
    equal(document.languageId, 'markdown');
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      uri,
    );
    ok(
      lenses.some(({ command }) => command?.title === 'Import into Touchstone'),
      lenses.map(({ command }) => command?.title).join(),
    );
    const gone = findingsThat(uri, (all) => all.length === 0);
    await vscode.commands.executeCommand('touchstone.restart');
    await gone;
    await findingsThat(uri, (all) => all.some((one) => ruleOf(one) === 'number/share-mismatch'));
    equal(findings(file).length, 0);
  });
});

function run(command: string, file: vscode.Uri): Thenable<readonly vscode.Uri[]> {
  return vscode.commands.executeCommand(command, file, { framework: 'ofsted-safeguarding-2012' });
}

async function write(name: string, bytes: Uint8Array): Promise<vscode.Uri> {
  const uri = inWorkspace(`foreign/${name}`);
  await vscode.workspace.fs.writeFile(uri, bytes);
  return uri;
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
