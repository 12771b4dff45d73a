import * as vscode from 'vscode';
import type { CoverageNode } from '../../client/coverageView.ts';
import type { ReportNode } from '../../client/reportNodes.ts';
import type { Views } from '../../client/views.ts';
import { findings, findingsThat, inWorkspace, othersStarted, present, ruleOf } from './editor.ts';
import { equal, ok } from './expect.ts';

const FIRST = `---
framework: ofsted-safeguarding-2012
title: Inspection of safeguarding
date: 2012-03-05
---

# Inspection of safeguarding

## Safeguarding services

### Quality of provision

- **Judgement:** Adequate (Grade 2)

Of the 436 staff, 304 (63%) have been trained.

### Ambition and prioritisation

Leaders know what they want.
`;

const SECOND = `framework: improvement-plan-dashboard
title: Improvement plan
period: { from: 2020-05-01, to: 2020-05-31 }
sections:
  - heading: Front door
    fields: { actions-status: On target, impact-status: On target }
    body: |
      | Measure                       | Target/Actual | Mar | Apr | May |
      | ----------------------------- | ------------- | --: | --: | --: |
      | % of assessments held in time | Target        | 80% | 80% | 80% |
      |                               | Actual        | 71% | 66% | 53% |
`;

const FOLDER = 'views';
const first = () => inWorkspace(`${FOLDER}/a report.md`);
const second = () => inWorkspace(`${FOLDER}/plan.report.yaml`);

describe('the views of Touchstone', () => {
  let views: Views;

  before(async () => {
    await othersStarted();
    const extension = vscode.extensions.getExtension<{ views: Views }>(
      'touchstone-reports.touchstone-reports',
    );
    views = (await present(extension, 'the extension').activate()).views;
    const write = (uri: vscode.Uri, text: string) =>
      vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    await write(first(), FIRST);
    await write(second(), SECOND);
    await write(inWorkspace(`${FOLDER}/touchstone.yaml`), 'rules: { structure/missing-section: off }\n');
    await findingsThat(second(), (found) => found.length > 0);
    await vscode.commands.executeCommand('touchstone.showReports');
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(inWorkspace(FOLDER), { recursive: true });
  });

  /** The entries of the pack, each with its label, what stands behind it, and how it is read out. */
  async function entries(): Promise<readonly Entry[]> {
    const roots = await views.reports.getChildren();
    const pack = roots.find((node) => node.kind === 'pack' && node.pack.name === FOLDER);
    return entriesOf(views, pack === undefined ? [] : pack.children);
  }

  /** The same, as soon as they satisfy. */
  async function entriesThat(satisfy: (found: readonly Entry[]) => boolean): Promise<readonly Entry[]> {
    for (;;) {
      const changed = new Promise<void>((resolve) => {
        const subscription = views.reports.onDidChangeTreeData(() => {
          subscription.dispose();
          resolve();
        });
      });
      const found = await entries();
      if (satisfy(found)) return found;
      await changed;
    }
  }

  it('list the documents of a pack, with the judgement, status and findings of each section', async () => {
    const found = await entriesThat((all) => all.some(({ label }) => label === 'plan.report.yaml'));
    const labels = found.map(({ label }) => label);
    equal(labels[0], 'a report.md');
    ok(labels.includes('Quality of provision'), labels.join(', '));
    const judged = entryOf(found, 'Quality of provision');
    ok(judged.description.startsWith('Adequate (Grade 2) · '), judged.description);
    ok(judged.spoken.startsWith('Quality of provision, Adequate (Grade 2), 2 errors'), judged.spoken);
    const unjudged = entryOf(found, 'Ambition and prioritisation');
    ok(unjudged.description.startsWith('no judgement'), unjudged.description);
    const plan = entryOf(found, 'Front door');
    ok(plan.description.startsWith('On target · On target · 1 measure below target'), plan.description);
    const document = entryOf(found, 'a report.md');
    const count = findings(first()).length;
    ok(count > 0 && /\d+ errors?/.test(document.description), document.description);
    ok(document.spoken.includes('figures checked and held'), document.spoken);
  });

  it('show only what a filter leaves, and all again', async () => {
    await vscode.commands.executeCommand('touchstone.filterReports', 'belowTarget');
    equal((await entries()).map(({ label }) => label).join(), 'plan.report.yaml,Front door');
    await vscode.commands.executeCommand('touchstone.filterReports', 'unjudged');
    const unjudged = (await entries()).map(({ label }) => label);
    ok(
      unjudged.includes('Ambition and prioritisation') && !unjudged.includes('Quality of provision'),
      unjudged.join(),
    );
    await vscode.commands.executeCommand('touchstone.showAllReports');
    ok(
      (await entries()).some(({ label }) => label === 'Quality of provision'),
      'all sections',
    );
  });

  it('lead to a section', async () => {
    const { command } = entryOf(await entries(), 'Front door');
    await run(command);
    const { document, selection } = present(vscode.window.activeTextEditor, 'the editor');
    equal(document.uri.toString(), second().toString());
    ok(document.lineAt(selection.active.line).text.includes('Front door'), 'the line of its heading');
  });

  it('follow a document while it is written', async () => {
    const document = await vscode.workspace.openTextDocument(first());
    await vscode.window.showTextDocument(document);
    const edit = new vscode.WorkspaceEdit();
    const at = document.positionAt(document.getText().indexOf('Grade 2'));
    edit.replace(first(), new vscode.Range(at, at.translate(0, 'Grade 2'.length)), 'Grade 3');
    ok(await vscode.workspace.applyEdit(edit), 'the grade was changed');
    const found = await entriesThat((all) =>
      entryOf(all, 'Quality of provision').description.startsWith('Adequate (Grade 3) · 1 error'),
    );
    ok(found.length > 0, 'the tree');
  });

  it('say what was checked in the document in view, and what could not be', async () => {
    await vscode.window.showTextDocument(first());
    await vscode.commands.executeCommand('touchstone.showCoverage');
    await views.coverage.read();
    const groups = views.coverage.getChildren();
    const labels = groups.map(({ item }) => item.label);
    ok(
      ['Figures', 'Sections', 'Judgements', 'Rules'].every((label) => labels.includes(label)),
      labels.join(),
    );
    const figures = present(
      groups.find(({ item }) => item.label === 'Figures'),
      'the figures',
    );
    const [contradicted] = views.coverage.getChildren(figures);
    const [share] = views.coverage.getChildren(present(contradicted, 'what is contradicted'));
    const item = views.coverage.getTreeItem(present(share, 'the share'));
    const spoken = item.accessibilityInformation?.label ?? '';
    ok(spoken.startsWith('Does not hold, 304 of 436 is 69.7%, not 63%.'), spoken);
    await run(item.command);
    const { document, selection } = present(vscode.window.activeTextEditor, 'the editor');
    ok(document.lineAt(selection.active.line).text.includes('304 (63%)'), 'the line of the figure');
    ok(everyId(views, groups), 'each line has an id of its own');
  });

  it('keep what was checked beside a document that is none of ours', async () => {
    await vscode.window.showTextDocument(inWorkspace('plain.md'));
    await views.coverage.read();
    ok(views.coverage.getChildren().length > 0, 'what was shown before');
  });

  it('lead from finding to finding over all documents of a pack', async () => {
    await vscode.window.showTextDocument(first());
    const shown = [...findings(first()), ...findings(second())].filter(
      ({ severity }) => severity !== vscode.DiagnosticSeverity.Hint,
    );
    await vscode.commands.executeCommand('touchstone.startReview');
    ok(views.review.progress.endsWith(`Finding 1 of ${shown.length}`), views.review.progress);
    const seen = [place()];
    for (let step = 2; step <= shown.length; step += 1) {
      await vscode.commands.executeCommand('touchstone.nextFinding');
      ok(views.review.progress.endsWith(`Finding ${step} of ${shown.length}`), views.review.progress);
      seen.push(place());
    }
    ok(
      seen[0]?.startsWith(first().path) === true && seen.at(-1)?.startsWith(second().path) === true,
      seen.join(),
    );
    await vscode.commands.executeCommand('touchstone.previousFinding');
    equal(place(), seen.at(-2));
    await vscode.commands.executeCommand('touchstone.endReview');
  });

  it('go on behind a finding that has been mended', async () => {
    await vscode.window.showTextDocument(first());
    await vscode.commands.executeCommand('touchstone.startReview', first());
    const before = findings(first()).map(ruleOf);
    const wrong = findings(first()).find((one) => ruleOf(one) === 'number/share-mismatch');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(first(), present(wrong, 'the share').range, '69.7%');
    ok(await vscode.workspace.applyEdit(edit), 'the share was changed');
    await findingsThat(first(), (found) => found.length < before.length);
    await vscode.commands.executeCommand('touchstone.nextFinding');
    ok(views.review.progress.includes(` of ${before.length - 1}`), views.review.progress);
    await vscode.commands.executeCommand('touchstone.endReview');
  });

  it('open the walkthrough', async () => {
    await vscode.commands.executeCommand('touchstone.openWalkthrough');
  });
});

interface Entry {
  readonly label: string;
  readonly description: string;
  readonly spoken: string;
  readonly command: vscode.Command | undefined;
}

async function entriesOf(views: Views, nodes: readonly ReportNode[]): Promise<readonly Entry[]> {
  const found: Entry[] = [];
  for (const node of nodes) {
    const { label, description, accessibilityInformation, command } = views.reports.getTreeItem(node);
    found.push({
      label: String(label),
      description: String(description ?? ''),
      spoken: accessibilityInformation?.label ?? '',
      command,
    });
    found.push(...(await entriesOf(views, await views.reports.getChildren(node))));
  }
  return found;
}

function entryOf(all: readonly Entry[], label: string): Entry {
  return present(
    all.find((one) => one.label === label),
    `"${label}" among ${all.map((one) => one.label).join(', ')}`,
  );
}

async function run(command: vscode.Command | undefined): Promise<void> {
  const { command: name, arguments: given = [] } = present(command, 'where it leads');
  await vscode.commands.executeCommand(name, ...given);
}

/** Where the cursor is. */
function place(): string {
  const { document, selection } = present(vscode.window.activeTextEditor, 'the editor');
  return `${document.uri.path}:${selection.active.line + 1}:${selection.active.character + 1}`;
}

function everyId(views: Views, nodes: readonly CoverageNode[]): boolean {
  const all = (some: readonly CoverageNode[]): readonly string[] =>
    some.flatMap((node) => [node.id, ...all(views.coverage.getChildren(node))]);
  const ids = all(nodes);
  return ids.length > 10 && new Set(ids).size === ids.length;
}
