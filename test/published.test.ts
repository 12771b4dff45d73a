import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { guessFramework, importSource, openSource } from '../server/convert/door.ts';
import { outline, plain } from './convert/outline.ts';
import { libraryWith } from './harness/library.ts';

const CORPUS = path.resolve('../shared/corpus');
/** What published reports are made of, written down by eye from pictures of their pages. */
const KEYS = 'test/published';
const library = libraryWith([]);

describe('published reports, imported', () => {
  for (const key of readdirSync(KEYS)) {
    const file = path.join(CORPUS, key.replace(/\.txt$/, '.pdf'));
    if (!existsSync(file)) {
      it.skip(`${path.basename(file)} is not here`);
      continue;
    }
    it(`${path.basename(file)} is what can be seen on its pages`, async function () {
      this.timeout(60_000);
      const opened = await openSource(file, readFileSync(file));
      assert.ok(opened.ok, 'problem' in opened ? opened.problem : '');
      const guess = guessFramework(opened.source, library);
      const vocabulary = library.get(guess.framework ?? '')?.vocabulary;
      assert.ok(vocabulary, guess.reasons.join(' '));
      const { markdown } = importSource(opened.source, vocabulary);
      const found = outline(markdown, vocabulary.framework.fields);
      const seen = readFileSync(path.join(KEYS, key), 'utf8').trim().split('\n').map(plain);
      assert.deepEqual(named(found, seen), seen);
    });
  }
});

/** Keys name nobody: `[name]` stands for a first and a last name. A line that is so but for names is the key's. */
function named(found: readonly string[], seen: readonly string[]): readonly string[] {
  const keys = seen
    .filter((line) => line.includes('[name]'))
    .map((line) => ({ line, pattern: new RegExp(`^${line.split('[name]').map(escaped).join(NAME)}$`, 'u') }));
  return found.map((line) => keys.find(({ pattern }) => pattern.test(line))?.line ?? line);
}

const NAME = String.raw`\p{Lu}\S* \p{Lu}[^\s,]*`;

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
