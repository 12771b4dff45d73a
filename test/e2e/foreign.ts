import * as vscode from 'vscode';
import { taggedPdf } from '../harness/taggedPdf.ts';
import { wordFile } from '../harness/wordFile.ts';
import { findings, findingsThat, inWorkspace, othersStarted, present, ruleOf } from './editor.ts';
import { equal, ok } from './expect.ts';

const SHARE = 'Of the 436 staff who were asked, 304 (63%) agreed with this.';

const PDF = taggedPdf([
  [
    { tag: 'H1', text: 'Inspection of safeguarding: Riverside' },
    { tag: 'H2', text: 'Safeguarding services' },
    { tag: 'P', text: 'Staff know what is expected of them.' },
  ],
  [{ tag: 'P', text: SHARE }],
]);

const TEXT = `Quality of provision

Good (Grade 3)

${SHARE}
`;

describe('Files of other formats in VS Code', () => {
  before(othersStarted);

  it('imports a PDF beside it, and says how it was read', async () => {
    const file = await write('report.pdf', PDF);
    const [written] = await run('touchstone.importDocument', file);
    const uri = present(written, 'what was written');
    equal(uri.path, file.path.replace('.pdf', '.md'));
    const document = await vscode.workspace.openTextDocument(uri);
    const { tabs } = vscode.window.tabGroups.all[0] ?? { tabs: [] };
    ok(
      tabs.some(({ label, isActive }) => label === 'report.md' && isActive),
      'it is in view',
    );
    ok(document.getText().includes('\n## Safeguarding services\n'), document.getText());
    await findingsThat(uri, (found) => found.some((one) => ruleOf(one) === 'number/share-mismatch'));
    await vscode.workspace.fs.delete(uri);
  });

  it('says why a file cannot be read, and writes nothing', async () => {
    const file = await write('empty.pdf', new Uint8Array());
    equal((await run('touchstone.importDocument', file)).length, 0);
    equal((await run('touchstone.checkDocument', file)).length, 0);
    const beside = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(file, '..'));
    ok(!beside.some(([name]) => name === 'empty.md'), 'nothing is written');
  });

  it('checks a PDF without writing it, and tells the pages', async () => {
    const file = await write('checked.pdf', PDF);
    const [shown] = await run('touchstone.checkDocument', file);
    const uri = present(shown, 'what is shown');
    equal(uri.path, `${file.path} (as read)`);
    const found = await findingsThat(uri, (all) => all.length > 0);
    const share = present(
      found.find((one) => ruleOf(one) === 'number/share-mismatch'),
      'the finding on a share',
    );
    ok(share.message.startsWith('Page 2: 304 of 436 is 69.7%'), share.message);
    const document = await vscode.workspace.openTextDocument(uri);
    equal(document.languageId, 'markdown');
    equal(document.getText(share.range), '63%');
    equal(findings(file).length, 0);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      uri,
    );
    ok(
      lenses.some(({ command }) => command?.title === 'Import into Touchstone'),
      lenses.map(({ command }) => command?.title).join(),
    );
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      uri,
      all,
    );
    const pages = hints.map(({ label, position }) => [label, document.lineAt(position.line).text]);
    equal(JSON.stringify(pages.at(-1)), JSON.stringify(['page 2', SHARE]));
    const gone = findingsThat(uri, (some) => some.length === 0);
    await vscode.commands.executeCommand('touchstone.restart');
    await gone;
    await findingsThat(uri, (some) => some.some(({ message }) => message.startsWith('Page 2: ')));
  });

  it('checks a Word document, and writes what it finds into a copy', async () => {
    const file = await write('letter.docx', await wordFile('Safeguarding services', [SHARE]));
    const [uri] = await run('touchstone.checkDocument', file);
    const found = await findingsThat(present(uri, 'what is shown'), (all) => all.length > 0);
    ok(
      found.some(({ message }) => message.startsWith('304 of 436 is 69.7%')),
      found.map(({ message }) => message).join('; '),
    );
    const target = inWorkspace('foreign/letter-comments.docx');
    const [copy] = await run('touchstone.writeComments', file, { target });
    equal(present(copy, 'what was written').toString(), target.toString());
    const { size } = await vscode.workspace.fs.stat(target);
    ok(size > (await vscode.workspace.fs.stat(file)).size, 'the copy has comments');
  });

  it('imports a text, and does not ask again for what it is told', async () => {
    const file = await write('notes.txt', new TextEncoder().encode(TEXT));
    const [uri] = await run('touchstone.importDocument', file);
    await findingsThat(present(uri, 'what was written'), (found) =>
      found.some((one) => ruleOf(one) === 'judgement/grade-label-mismatch'),
    );
  });
});

function run(command: string, file: vscode.Uri, more: object = {}): Thenable<readonly vscode.Uri[]> {
  return vscode.commands.executeCommand(command, file, { framework: 'ofsted-safeguarding-2012', ...more });
}

async function write(name: string, bytes: Uint8Array): Promise<vscode.Uri> {
  const uri = inWorkspace(`foreign/${name}`);
  await vscode.workspace.fs.writeFile(uri, bytes);
  return uri;
}
