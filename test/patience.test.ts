import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver-protocol/node';
import { Editor } from './harness/editor.ts';

const MARKDOWN = `---
framework: ofsted-safeguarding-2012
title: Inspection of safeguarding
---

## Safeguarding services

### Quality of provision

- **Judgement:** Adequate (Grade 3)

Of the 436 staff, 304 (69.7%) have been trained.

| Team  | Staff |
| ----- | ----: |
| East  |    40 |
| West  |    30 |
| Total |    70 |
`;

/** The same as data, in as many lines: a place in one is the place in the other, but for the indentation. */
const DATA = `framework: ofsted-safeguarding-2012
title: Inspection of safeguarding
sections:
  - heading: Safeguarding services
    sections:
      - heading: Quality of provision
        fields:
          judgement: Adequate (Grade 3)
        body: |

          .

          Of the 436 staff, 304 (69.7%) have been trained.

          | Team  | Staff |
          | ----- | ----: |
          | East  |    40 |
          | West  |    30 |
          | Total |    70 |
`;

const SHARE = 'number/share-mismatch';
const TOTAL = 'number/total-mismatch';
const GRADE = 'judgement/grade-label-mismatch';

/** A document that somebody writes in, found by the words that are there. */
class Writer {
  readonly editor: Editor;
  readonly uri: string;
  #text: string;
  #version = 1;

  constructor(editor: Editor, uri: string, text: string) {
    this.editor = editor;
    this.uri = uri;
    this.#text = text;
  }

  async open(): Promise<void> {
    await this.editor.open(this.uri, this.#text, this.uri.endsWith('.yaml') ? 'yaml' : 'markdown');
  }

  /** Writes something in the place of words, and answers the rules that are told of thereupon. */
  async write(words: string, insert: string): Promise<readonly string[]> {
    const from = this.#text.indexOf(words);
    assert.ok(from >= 0, `"${words}" is not there`);
    const range = { start: this.#position(from), end: this.#position(from + words.length) };
    this.#text = this.#text.replace(words, () => insert);
    this.#version += 1;
    return rulesOf(await this.editor.change(this.uri, this.#version, [{ range, text: insert }]));
  }

  /** Types behind words that are there. */
  async type(words: string, insert: string): Promise<readonly string[]> {
    const from = this.#text.indexOf(words) + words.length;
    assert.ok(from >= words.length, `"${words}" is not there`);
    const start = this.#position(from);
    this.#text = this.#text.slice(0, from) + insert + this.#text.slice(from);
    this.#version += 1;
    const range = { start, end: start };
    return rulesOf(await this.editor.change(this.uri, this.#version, [{ range, text: insert }]));
  }

  async told(rule: string): Promise<readonly string[]> {
    return rulesOf(await this.editor.shown(this.uri, (found) => rulesOf(found).includes(rule)));
  }

  save(): Promise<void> {
    return this.editor.connection.sendNotification('textDocument/didSave', {
      textDocument: { uri: this.uri },
    });
  }

  #position(offset: number): { line: number; character: number } {
    const before = this.#text.slice(0, offset).split('\n');
    return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  }
}

/** Those that the tests are about. */
function rulesOf(found: readonly Diagnostic[]): readonly string[] {
  return found.map(({ code }) => String(code)).filter((code) => [SHARE, TOTAL, GRADE].includes(code));
}

for (const [name, ending, text] of [
  ['Markdown', 'md', MARKDOWN],
  ['YAML', 'yaml', DATA],
] as const) {
  describe(`while a report in ${name} is written`, () => {
    let editor: Editor;
    let [uri, count] = ['', 0];
    let writer: Writer;

    before(() => {
      editor = new Editor();
      return editor.initialize();
    });
    beforeEach(async () => {
      count += 1;
      uri = `untitled:${count}.report.${ending}`;
      writer = new Writer(editor, uri, text);
      await writer.open();
    });
    after(async () => {
      assert.equal(await editor.leave(), 0);
    });

    it('a row that is not finished is not told of before its author pauses', async () => {
      assert.deepEqual(await writer.write('70', '71'), []);
      assert.deepEqual(await writer.told(TOTAL), [TOTAL]);
    });

    it('what stands there is told of as soon as its author goes on elsewhere', async () => {
      assert.deepEqual(await writer.write('304', '30'), []);
      assert.deepEqual(await writer.type('Inspection of safeguarding', 's'), [SHARE]);
    });

    it('or saves', async () => {
      assert.deepEqual(await writer.write('304', '30'), []);
      const next = writer.editor.nextDiagnostics(uri);
      await writer.save();
      assert.deepEqual(rulesOf(await next), [SHARE]);
    });

    it('what is pasted is told of at once', async () => {
      assert.deepEqual(await writer.write('436 staff, 304', '436 staff, 300'), [SHARE]);
    });

    it('what was told before stays, and what is mended goes at once', async () => {
      assert.deepEqual(await writer.write('Adequate (Grade 3)', 'Adequate (Grade 2)'), [GRADE]);
      assert.deepEqual(await writer.type('Adequate', ' '), [GRADE]);
      assert.deepEqual(await writer.write('Grade 2', 'Grade 3'), []);
    });

    it('the counts say what is told', async () => {
      const { counts } = await writer.editor.status(uri);
      assert.deepEqual(await writer.write('304', '30'), []);
      assert.deepEqual((await writer.editor.status(uri)).counts, counts);
      const status = await writer.editor.statusThat(uri, (one) => one.counts.error > counts.error);
      assert.equal(status.counts.error, counts.error + 1);
    });
  });
}
