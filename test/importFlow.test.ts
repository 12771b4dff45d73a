import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { importSource, openSource } from '../server/convert/door.ts';
import { type Source, sourceText } from '../server/convert/source.ts';
import { coverageFaults, lostWords } from './convert/coverage.ts';
import { readImportCases } from './convert/fixtures.ts';
import { noteLines } from './convert/folders.ts';
import { libraryWith } from './harness/library.ts';
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
