import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Hover, Position } from 'vscode-languageserver-protocol/node';
import { Editor } from './harness/editor.ts';

const PLAN = `---
framework: ofsted-safeguarding-2012
---

## Visits

| Measure | Role | March 2020 | April 2020 |
| --- | --- | --- | --- |
| Children (all) seen in time | Actual | 84% | 92% |

See [the letter](may.report.md#what-we-saw), and [its end](may.report.md#no-such-end).

<!-- touchstone-disable-next-line prose/undefined-acronym -- All know it -->
The QZX was told.
`;
const LETTER = '---\nframework: ofsted-safeguarding-2012\n---\n\n## What we saw\n\nChildren are seen.\n';
const NAME: Position = { line: 8, character: 5 };
const LINK: Position = { line: 10, character: 8 };
const RULE: Position = { line: 12, character: 40 };

describe('hovers over the protocol', () => {
  let folder: string;
  let uri: string;

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'touchstone-'));
    writeFileSync(path.join(folder, 'may.report.md'), LETTER);
    writeFileSync(path.join(folder, 'plan.report.md'), PLAN);
    uri = pathToFileURL(path.join(folder, 'plan.report.md')).toString();
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it('shows a picture where the client does, the page of a rule, and what stands in other files', async () => {
    const rulesPage = 'file:///pages/RULES.md';
    const editor = await opened({ hoverImages: true, rulesPage });
    const measure = await hovered(editor, NAME);
    const address =
      /!\[Children \(all\) seen in time: 2 figures[^\]]*\]\((data:image\/svg\+xml,[^()' ]+)\)/.exec(measure);
    const svg = decodeURIComponent(address?.[1]?.slice('data:image/svg+xml,'.length) ?? '');
    assert.match(svg, /^<svg xmlns=[^>]+><title>Children \(all\) seen in time: .*<\/svg>$/);
    assert.match(measure, /Actual: 84% in March 2020, 92% in April 2020/);
    assert.match(await hovered(editor, RULE), /\[All about this rule\]\(file:\/\/\/pages\/RULES\.md#L\d+\)/);
    assert.equal(await hovered(editor, LINK), '**What we saw**\n\nChildren are seen.');
    // A document that is open counts as it is typed.
    const letter = uri.replace('plan.', 'may.');
    await editor.open(letter, LETTER.replace('are seen', 'were seen again'));
    assert.equal(await hovered(editor, LINK), '**What we saw**\n\nChildren were seen again.');
    rmSync(path.join(folder, 'may.report.md'));
    await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri: letter } });
    assert.equal(await hovered(editor, LINK), '');
    assert.equal(await editor.leave(), 0);
  });

  it('shows the same in words where it does not', async () => {
    const editor = await opened({});
    const measure = await hovered(editor, NAME);
    assert.match(measure, /Actual: 84% in March 2020, 92% in April 2020/);
    assert.doesNotMatch(measure, /svg/);
    assert.equal(await editor.leave(), 0);
  });

  it('leads from where a rule is set to its page', async () => {
    const rulesPage = 'file:///pages/RULES.md';
    const editor = await opened({ rulesPage });
    const set = PLAN.replace('---\n\n##', 'rules: { prose/cut-off-sentence: off }\n---\n\n##');
    await editor.change(uri, 2, [{ text: set }]);
    assert.match(await hovered(editor, { line: 2, character: 20 }), /RULES\.md#L\d+\)/);
    const pack = uri.replace('plan.report.md', 'touchstone.yaml');
    await editor.open(pack, 'rules:\n  prose/cut-off-sentence: off\n', 'yaml');
    assert.match(await hovered(editor, { line: 1, character: 9 }, pack), /RULES\.md#L\d+\)/);
    assert.equal(await editor.leave(), 0);
  });

  async function opened(initializationOptions: object): Promise<Editor> {
    const editor = new Editor();
    await editor.initialize({}, { initializationOptions });
    await editor.connection.sendNotification('initialized', {});
    await editor.open(uri, PLAN);
    return editor;
  }

  async function hovered(editor: Editor, position: Position, file = uri): Promise<string> {
    const found = await editor.request<Hover | null>('textDocument/hover', file, { position });
    return found === null || typeof found.contents !== 'object' || !('value' in found.contents)
      ? ''
      : found.contents.value;
  }
});
