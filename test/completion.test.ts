import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Analysis } from '../server/features/analysis.ts';
import { documentAnswers } from '../server/features/answers.ts';
import type { CompletionItem } from '../server/features/completion.ts';
import { withoutTabStops } from '../server/model/editing.ts';
import { readOnly } from './harness/check.ts';
import { libraryWith } from './harness/library.ts';
import { MARKDOWN_SAMPLE, YAML_SAMPLE } from './harness/sample.ts';
import { STRIDE } from './harness/thorough.ts';

const library = libraryWith([]);

/** What is offered does not depend on what is found. */
function analysisOf(name: string, text: string): Analysis {
  return readOnly({ path: name, syntax: name.endsWith('.yaml') ? 'yaml' : 'markdown', text }, library);
}

function documents(): readonly (readonly [name: string, text: string])[] {
  const examples = [
    'gloucestershire-2020/clean/monitoring-visit-letter.md',
    'gloucestershire-2020/clean/improvement-plan.md',
    'gloucestershire-2020/clean/improvement-plan.report.yaml',
  ];
  return [
    ['sample.report.md', MARKDOWN_SAMPLE],
    ['sample.report.yaml', YAML_SAMPLE],
    ...examples.map((name) => [name, readFileSync(path.join('examples', name), 'utf8')] as const),
  ];
}

/** The document with an item taken, without what an author would still fill in. */
function taken(text: string, { span, insert, snippet }: CompletionItem): string {
  return text.slice(0, span.from) + (snippet ? withoutTabStops(insert) : insert) + text.slice(span.to);
}

/** The headings on other lines than that. */
function otherHeadings({ model, input: { text } }: Analysis, line: number): readonly string[] {
  return model.blocks
    .filter(({ block, from }) => block.kind === 'heading' && text.lineAt(from).number !== line)
    .map(({ block }) => block.source);
}

describe('completion', () => {
  for (const [name, text] of documents()) {
    it(`replaces nothing but words on the line, at the cursor: ${name}`, () => {
      const analysis = analysisOf(name, text);
      const { completion } = documentAnswers(analysis);
      const source = analysis.input.text;
      const step = STRIDE * (text.length > 10_000 ? 29 : 7);
      for (let offset = 0; offset <= source.length; offset += step) {
        const line = source.lineAt(offset);
        for (const { label, span } of completion(offset)) {
          const what = `"${label}" for "${source.slice(span.from, span.to)}" at ${line.number}:${offset - line.from}`;
          assert.ok(span.from <= offset && offset <= span.to, `the cursor is not in it: ${what}`);
          assert.ok(line.from <= span.from && span.to <= line.to, `more than a line: ${what}`);
        }
      }
    }).timeout(60_000);

    it(`leaves the other sections as they are: ${name}`, () => {
      const analysis = analysisOf(name, text);
      const { completion } = documentAnswers(analysis);
      const source = analysis.input.text;
      const tried = new Set<string>();
      for (let offset = 0; offset <= source.length; offset += 1 + Math.floor(source.length / 300)) {
        const { number } = source.lineAt(offset);
        if (tried.size > 25) break;
        for (const item of completion(offset)) {
          // Who chooses another key wants another; one of a kind is enough for a line.
          const key = `${number} ${item.kind} ${item.span.from}`;
          if (tried.has(key) || item.kind === 'field') continue;
          tried.add(key);
          const after = analysisOf(name, taken(source.toString(), item));
          const headings = otherHeadings(after, 0);
          for (const heading of otherHeadings(analysis, number)) {
            assert.ok(
              headings.includes(heading),
              `"${item.label}" in line ${number} takes "${heading}" away`,
            );
          }
        }
      }
    }).timeout(60_000);

    it(`offers no list to those who only write: ${name}`, () => {
      const analysis = analysisOf(name, text);
      const { completion } = documentAnswers(analysis);
      for (const { block, from } of analysis.model.blocks) {
        if (block.kind !== 'paragraph' || block.labels.length > 0 || block.lineStarts !== undefined) continue;
        for (const match of block.source.matchAll(/(?<=\p{L})[ ,:]/gu)) {
          const offset = from + match.index + 1;
          const found = completion(offset, { explicit: false, character: match[0] });
          const others = found.filter(({ kind }) => kind !== 'reference');
          assert.deepEqual(others, [], block.source.slice(0, match.index + 1));
        }
      }
    });
  }

  for (const [name, text] of documents().slice(0, 2)) {
    it(`holds in every beginning of a document: ${name}`, () => {
      for (let end = 0; end <= text.length; end += STRIDE) {
        const analysis = analysisOf(name, text.slice(0, end));
        for (const { label, span } of documentAnswers(analysis).completion(analysis.input.text.length)) {
          assert.equal(span.to, analysis.input.text.length, label);
          assert.ok(span.from >= analysis.input.text.lineAt(span.to).from, label);
        }
      }
    }).timeout(60_000);
  }
});
