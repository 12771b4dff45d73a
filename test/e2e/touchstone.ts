import * as vscode from 'vscode';
import {
  endOfLine,
  findingOf,
  findings,
  findingsThat,
  inWorkspace,
  open,
  othersStarted,
  present,
  quickFixesOf,
  ruleOf,
} from './editor.ts';
import { equal, ok } from './expect.ts';

describe('Touchstone in VS Code', () => {
  before(othersStarted);

  it('leaves a Markdown file that is not ours alone', async () => {
    const plain = await open('plain.md');
    const report = await open('findings.report.md');
    await findingsThat(report.uri, (found) => found.length > 0);
    equal(findings(plain.uri).length, 0);
  });

  it('underlines a judgement that contradicts itself, and links its rule', async () => {
    const { uri } = await open('findings.report.md');
    const finding = await findingOf(uri, 'judgement/grade-label-mismatch');
    equal(finding.severity, vscode.DiagnosticSeverity.Error);
    ok(finding.message.includes('Grade 3'), finding.message);
    const link = typeof finding.code === 'object' ? finding.code.target.toString(true) : '';
    ok(link.includes('RULES.md'), `the link of the code: ${link}`);
  });

  it('shows the other place of a contradiction', async () => {
    const { uri } = await open('findings.report.md');
    const conflict = await findingOf(uri, 'judgement/judgement-conflict');
    const [other] = conflict.relatedInformation ?? [];
    const place = present(other, 'related information').location;
    equal(place.uri.toString(), uri.toString());
    ok(!place.range.isEqual(conflict.range), 'the other place is another place');
  });

  it('checks a report that is written as data', async () => {
    const { uri } = await open('data.report.yaml');
    await findingOf(uri, 'judgement/grade-label-mismatch');
  });

  it('shows the sections in the outline, each with its judgement', async () => {
    const { uri } = await open('findings.report.md');
    await findingsThat(uri, (found) => found.length > 0);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    const section = flat(symbols).find(
      ({ name, detail }) => name === 'Quality of provision' && detail !== '',
    );
    ok(
      present(section, 'the section with a detail').detail.includes('Adequate'),
      `the detail: ${section?.detail}`,
    );
  });

  it('completes a judgement and says what it means', async () => {
    const document = await open('findings.report.md');
    await findingsThat(document.uri, (found) => found.length > 0);
    const at = endOfLine(document, '### Ambition and prioritisation\n\n- **Judgement:** ');
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      at,
      undefined,
      20,
    );
    const good = list.items.find(({ label }) => textOf(label).startsWith('Good'));
    const meaning = `${present(good, 'Good').detail ?? ''} ${markdownOf(good?.documentation)}`;
    ok(meaning.includes('goes beyond minimum requirements'), `the meaning: ${meaning}`);
  });

  it('mends a contradiction by its quick fix', async () => {
    const { uri } = await open('findings.report.md');
    const actions = await quickFixesOf(uri, 'judgement/grade-label-mismatch');
    const fix = actions.find(({ title }) => title.includes('Adequate'));
    const edit = present(fix?.edit, `a fix among ${actions.map(({ title }) => title).join(', ')}`);
    ok(await vscode.workspace.applyEdit(edit), 'the fix was applied');
    await findingsThat(uri, (found) =>
      found.every((one) => ruleOf(one) !== 'judgement/grade-label-mismatch'),
    );
  });

  it('ignores what is right as it stands, and asks for the reason', async () => {
    const { uri } = await open('findings.report.md');
    const actions = await quickFixesOf(uri, 'judgement/judgement-conflict');
    const ignoring = actions.find(({ title }) => title.startsWith('Ignore "judgement/judgement-conflict"'));
    ok(
      await vscode.workspace.applyEdit(present(ignoring?.edit, 'a way to ignore it')),
      'the edit was applied',
    );
    await findingsThat(uri, (found) => found.some((one) => ruleOf(one) === 'directive/missing-reason'));
  });

  it('shows what is wrong in a framework while it is written, and what is in it', async () => {
    const framework = await open('own/visit.framework.yaml');
    await append(framework, '    requierd: true\n');
    const finding = await findingOf(framework.uri, 'syntax/framework');
    ok(finding.message.includes('did you mean "required"'), finding.message);
    const actions = await quickFixesOf(framework.uri, 'syntax/framework');
    ok(
      actions.some(({ title }) => title === 'Change to "required"'),
      `the fixes: ${actions.map(({ title }) => title).join(', ')}`,
    );
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await findingsThat(framework.uri, (found) => found.length === 0);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      framework.uri,
    );
    const section = present(
      flat(symbols).find(({ name }) => name === 'Summary'),
      'the section',
    );
    equal(section.detail, 'required, judgement: progress');
  });

  it('completes a framework by its schema and by what is in it', async () => {
    const framework = await open('own/visit.framework.yaml');
    const at = endOfLine(framework, '    judgement: { scale: ').translate(0, -', required: true }'.length);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      framework.uri,
      at,
      undefined,
      20,
    );
    const scale = present(
      list.items.find(({ label }) => textOf(label) === 'progress'),
      'the scale',
    );
    ok(markdownOf(scale.documentation).includes('is being done'), 'the documentation has the meanings');
  });

  it('checks an open report again when its framework is saved', async () => {
    const report = await open('own/visit.report.md');
    const before = await findingsThat(report.uri, (found) => found.length > 0);
    equal(before.map(ruleOf).join(), 'prose/placeholder');
    const framework = await open('own/visit.framework.yaml');
    await append(framework, '  - { id: complaints, heading: Complaints, required: true }\n');
    ok(await framework.save(), 'the framework was saved');
    await findingsThat(report.uri, (found) => found.some(({ message }) => message.includes('"Complaints"')));
  });

  it('checks an open report again when the settings are saved', async () => {
    const report = await open('own/visit.report.md');
    const { severity } = await findingOf(report.uri, 'prose/placeholder');
    equal(severity, vscode.DiagnosticSeverity.Warning);
    const settings = await open('own/touchstone.yaml');
    await append(settings, '  structure/missing-section: off\n');
    ok(await settings.save(), 'the settings were saved');
    await findingsThat(report.uri, (found) => found.map(ruleOf).join() === 'prose/placeholder');
  });

  it('checks an open report again when its framework is deleted', async () => {
    const report = await open('own/visit.report.md');
    await findingOf(report.uri, 'prose/placeholder');
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(report.uri, '../visit.framework.yaml'));
    await findingOf(report.uri, 'document/unknown-framework');
  });

  it('takes up a framework that is written anew, and explains and completes what it asks for', async () => {
    const report = await open('own/visit.report.md');
    await findingOf(report.uri, 'document/unknown-framework');
    const text = `id: visit-report
title: Visit note, written anew
scales:
  pace: { values: [{ label: Brisk, meaning: Ahead of the plan. }, { label: Slow, meaning: Behind it. }] }
sections:
  - { id: pace, heading: Pace of work, required: true, judgement: { scale: pace } }
`;
    const file = vscode.Uri.joinPath(report.uri, '../anew.framework.yaml');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    await findingsThat(report.uri, (found) => found.map(ruleOf).join() === 'prose/placeholder');
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      report.uri,
      report.positionAt(report.getText().indexOf('visit')),
    );
    const shown = present(hover, 'the hover').contents.map((one) =>
      typeof one === 'string' ? one : one.value,
    );
    ok(shown.join().includes('Visit note, written anew'), 'the hover names the framework');
    await append(report, '\n## Pace of work\n\n- **Judgement:** ');
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      report.uri,
      report.positionAt(report.getText().length),
      undefined,
      20,
    );
    ok(
      list.items.some(({ label }) => textOf(label) === 'Brisk'),
      'the label is offered',
    );
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('shows what is found in documents of a pack that nobody has opened, for as long as it holds', async () => {
    const uri = inWorkspace('pack/unopened.md');
    await findingOf(uri, 'judgement/grade-label-mismatch');
    const isOpen = vscode.workspace.textDocuments.some((document) => document.uri.path === uri.path);
    ok(!isOpen, 'the document is not open');
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    const mended = text.replace('Adequate (Grade 2)', 'Adequate (Grade 3)');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(mended));
    await findingsThat(uri, (found) =>
      found.every((one) => ruleOf(one) !== 'judgement/grade-label-mismatch'),
    );
    ok(findings(uri).length > 0, 'there are other findings');
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(uri, '..'), { recursive: true });
    await findingsThat(uri, (found) => found.length === 0);
  });

  it('checks a document when it is saved, where the user wants that', async () => {
    const settings = vscode.workspace.getConfiguration('touchstone');
    await settings.update('check', 'save', vscode.ConfigurationTarget.Workspace);
    const document = await open('data.report.yaml');
    await findingOf(document.uri, 'judgement/grade-label-mismatch');
    await heard(document.uri);
    const places = () => findings(document.uri).map(ruleOf).join();
    const before = places();
    const wrong = document.getText().indexOf('Grade 3');
    ok(wrong >= 0, 'the wrong grade');
    const edit = new vscode.WorkspaceEdit();
    const range = new vscode.Range(document.positionAt(wrong), document.positionAt(wrong + 'Grade 3'.length));
    edit.replace(document.uri, range, 'Grade 2');
    ok(await vscode.workspace.applyEdit(edit), 'the grade was changed');
    await heard(document.uri);
    equal(places(), before);
    ok(await document.save(), 'the document was saved');
    await findingsThat(document.uri, (found) =>
      found.every((one) => ruleOf(one) !== 'judgement/grade-label-mismatch'),
    );
    await settings.update('check', undefined, vscode.ConfigurationTarget.Workspace);
  });

  it('begins a report, with the cursor at what is to be filled in first', async () => {
    await vscode.commands.executeCommand('touchstone.newReport', {
      framework: 'ofsted-safeguarding-2012',
      answers: { title: 'Inspection of safeguarding: Riverside', published: '2012-03-05' },
    });
    const editor = present(vscode.window.activeTextEditor, 'the editor of the new report');
    const { document, selection } = editor;
    ok(document.isUntitled, 'nothing is saved yet');
    equal(document.languageId, 'markdown');
    const text = document.getText();
    ok(text.includes('\n# Inspection of safeguarding: Riverside\n'), text.slice(0, 400));
    ok(text.includes('\n10. To improve'), 'the paragraphs are numbered');
    equal(document.getText(selection), '[area inspected]');
    const found = await findingsThat(document.uri, (all) => all.length > 0);
    ok(
      found.every(({ message }) => message.includes('still to be filled in')),
      found.map(({ message }) => message).join('; '),
    );
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    equal(document.getText(editor.selection), '[inspection dates]');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('begins one of a framework of the workspace, as data', async () => {
    await vscode.commands.executeCommand('touchstone.newReport', {
      framework: 'visit-report',
      language: 'yaml',
      answers: {},
    });
    const { document } = present(vscode.window.activeTextEditor, 'the editor of the new report');
    equal(document.languageId, 'yaml');
    ok(document.isUntitled, 'nothing is saved yet');
    // The title of the framework names it; other tests write that anew.
    ok(/\/own\/[\w-]+\.report\.yaml$/.test(document.uri.path), document.uri.path);
    ok(document.getText().startsWith('framework: visit-report\n'), document.getText());
    const found = await findingsThat(document.uri, (all) => all.length > 0);
    equal(
      found
        .map(ruleOf)
        .filter((rule) => rule !== 'prose/placeholder')
        .join(),
      '',
    );
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('checks again after a restart', async () => {
    const { uri } = await open('findings.report.md');
    const gone = findingsThat(uri, (found) => found.length === 0);
    await vscode.commands.executeCommand('touchstone.restart');
    await gone;
    await findingsThat(uri, (found) => found.length > 0);
  });
});

/** Resolves when the server has read all that it was told, and the answers to what it has asked thereupon. */
async function heard(uri: vscode.Uri): Promise<void> {
  for (let time = 0; time < 2; time += 1) {
    await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', uri);
  }
}

async function append(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(document.lineCount, 0), text);
  ok(await vscode.workspace.applyEdit(edit), `the text was added to ${document.uri.path}`);
}

function flat(symbols: readonly vscode.DocumentSymbol[]): readonly vscode.DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...flat(symbol.children)]);
}

function textOf(label: string | vscode.CompletionItemLabel): string {
  return typeof label === 'string' ? label : label.label;
}

function markdownOf(text: string | vscode.MarkdownString | undefined): string {
  return typeof text === 'object' ? text.value : (text ?? '');
}
