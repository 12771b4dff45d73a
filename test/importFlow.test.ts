import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { importSource, openSource } from '../server/convert/door.ts';
import { type Source, sourceText } from '../server/convert/source.ts';
import { coverageFaults, lostWords } from './convert/coverage.ts';
import { readImportCases } from './convert/fixtures.ts';
import { noteLines } from './convert/folders.ts';
import { libraryWith } from './harness/library.ts';
import { runs } from './harness/thorough.ts';
import { UPDATING, updateFences } from './harness/update.ts';

const library = libraryWith([readFileSync('test/convert/framework.yaml', 'utf8')]);
const vocabulary = library.get('early-help-review')?.vocabulary;

async function sourceOf(html: string): Promise<Source> {
  const opened = await openSource('one.html', new TextEncoder().encode(html));
  assert.ok(opened.ok, 'problem' in opened ? opened.problem : '');
  return opened.source;
}

describe('import: documents with a structure', () => {
  assert.ok(vocabulary);
  for (const name of readdirSync('test/flow')) {
    const file = path.join('test/flow', name);
    describe(name.replace('.md', ''), () => {
      const changes: Parameters<typeof updateFences>[1][number][] = [];
      for (const one of readImportCases(file)) {
        it(one.name, async () => {
          const source = await sourceOf(one.source);
          const imported = importSource(source, vocabulary);
          assert.deepEqual(lostWords(sourceText(source), imported), []);
          assert.deepEqual(coverageFaults(sourceText(source), imported), []);
          const notes = noteLines(imported, sourceText(source));
          if (UPDATING) {
            changes.push({ fence: one.markdown, text: imported.markdown.trimEnd() });
            if (one.notes !== undefined) changes.push({ fence: one.notes, text: notes });
            return;
          }
          assert.equal(imported.markdown.trimEnd(), one.markdown.text);
          if (one.notes !== undefined) assert.equal(notes, one.notes.text);
        });
      }
      after(() => updateFences(file, changes));
    });
  }
});

const TOKENS = [
  ...[
    'p',
    'div',
    'h1',
    'h2',
    'h3',
    'ul',
    'ol',
    'li',
    'table',
    'tr',
    'td',
    'th',
    'b',
    'i',
    'a',
    'nav',
    'br',
  ].flatMap((name) => [`<${name}>`, `</${name}>`]),
  '<td colspan=3 rowspan=2>',
  '<ol start=7 type=a>',
  '<a href="#_ftn1">',
  '<div id=ftn1>',
  '<a href="https://example.org">',
  '<h2>About this review</h2>',
  '<h2>Overall judgement: Secure</h2>',
  '<p>Review dates: 4 to 15 March 2024</p>',
  'Immediately:',
  '12. ',
  '(a) ',
  '**x** [y](z) | # - _q_ \\ ` <i ~~ &amp;lt; ',
  'words of it ',
  'Secure ',
  '\n',
  ' ',
];

describe('import: any page', () => {
  assert.ok(vocabulary);
  it('keeps every word, or says that it left it out, and knows where each came from', async () => {
    const page = fc.array(fc.constantFrom(...TOKENS), { maxLength: 60 }).map((tokens) => tokens.join(''));
    await fc.assert(
      fc.asyncProperty(page, async (html) => {
        const opened = await openSource('one.html', new TextEncoder().encode(html));
        if (!opened.ok) return;
        const text = sourceText(opened.source);
        const imported = importSource(opened.source, vocabulary);
        assert.deepEqual(lostWords(text, imported), []);
        assert.deepEqual(coverageFaults(text, imported), []);
      }),
      { numRuns: runs(1500) },
    );
  });

  it('reads a page soon, however deep it goes and whatever is left open or closed too often', async () => {
    const tags = ['div', 'ul><li', 'table><tr><td', 'b', 'h1', 'blockquote', 'div id=ftn1', 'a href=x'];
    const pages = [
      ...tags.map((tag) => `<${tag}>`.repeat(100_000)),
      `${'<div>'.repeat(50_000)}${'</span>'.repeat(300_000)}`,
      '<p><b><td><li>x'.repeat(50_000),
      `<table><tr>${'<td colspan=1000 rowspan=60000>x'.repeat(20_000)}</table>`,
    ];
    for (const page of pages) {
      const source = await sourceOf(`<p>begin</p>${page}end`);
      assert.match(sourceText(source), /^begin\s[\s\S]*end\s*$/, page.slice(0, 40));
    }
  });
});
