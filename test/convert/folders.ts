import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Imported } from '../../server/convert/text/imported.ts';
import { importText } from '../../server/convert/text/importText.ts';
import type { Vocabulary } from '../../server/framework/vocabulary.ts';
import { UPDATING, updateFences } from '../harness/update.ts';
import { coverageFaults, lostWords } from './coverage.ts';
import { readImportCases } from './fixtures.ts';

/** The literate cases of a folder's files, or of some of them, each a text and the whole document that it becomes. */
export function testFolder(
  folder: string,
  vocabulary: Vocabulary,
  isMeant: (file: string) => boolean = () => true,
): void {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.md') && isMeant(name))) {
    describe(file.replace('.md', ''), () => {
      const changes: Parameters<typeof updateFences>[1][number][] = [];
      for (const { name, source, markdown, notes } of readImportCases(path.join(folder, file))) {
        it(name, () => {
          const imported = importText(source, vocabulary);
          assert.deepEqual(lostWords(source, imported), []);
          assert.deepEqual(coverageFaults(source, imported), []);
          if (UPDATING) {
            changes.push({ fence: markdown, text: imported.markdown.trimEnd() });
            if (notes !== undefined) changes.push({ fence: notes, text: noteLines(imported, source) });
            return;
          }
          assert.equal(imported.markdown.trimEnd(), markdown.text);
          if (notes !== undefined) assert.equal(noteLines(imported, source), notes.text);
        });
      }
      after(() => updateFences(path.join(folder, file), changes));
    });
  }
}

/** What the importer says, a line each, with the words that it speaks of. */
export function noteLines({ notes }: Imported, source: string): string {
  return notes
    .map(({ kind, message, span }) => {
      const [first = ''] = source.slice(span.from, span.to).split('\n');
      return `${kind} "${first.slice(0, 30)}": ${message}`;
    })
    .join('\n');
}
