import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { flowOf } from './convert/pdf/flowOf.ts';

const CORPUS = path.resolve('../shared/corpus');

describe('published PDFs', () => {
  const files = existsSync(CORPUS) ? readdirSync(CORPUS).filter((name) => name.endsWith('.pdf')) : [];
  if (files.length === 0) it.skip('are not here');

  for (const file of files) {
    it(`keeps every word of ${file}, in its order`, async function () {
      this.timeout(60_000);
      const name = path.join(CORPUS, file);
      const flow = await flowOf(new Uint8Array(readFileSync(name)));
      const labels = flow.blocks.flatMap((block) =>
        block.kind === 'paragraph' && block.list?.ordered === true && block.list.depth === 0
          ? [Number.parseInt(block.list.label, 10)]
          : [],
      );
      const jumps = labels.filter((label, index) => label !== 1 && label !== (labels[index - 1] ?? 0) + 1);
      assert.deepEqual(jumps, [], 'Numbered paragraphs follow each other.');
      const peer = pdftotext(name);
      if (peer === undefined) return this.skip();
      assert.deepEqual(differences(peer, flow.text), []);
    });
  }
});

function pdftotext(name: string): string | undefined {
  try {
    return execFileSync('pdftotext', ['-layout', '-enc', 'UTF-8', name, '-'], {
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
  } catch {
    return undefined;
  }
}

/** Words that one text has more often; a word is what stands between blanks and hyphens, since lines are cut there. */
function differences(a: string, b: string): readonly string[] {
  const counts = new Map<string, number>();
  const count = (text: string, by: number): void => {
    // The signs of symbol fonts are the bullets that one program tells and another does not.
    for (const word of text
      .normalize('NFKC')
      .replace(/[\uF000-\uF0FF]/g, ' ')
      .split(/[\s\-‐‑]+/))
      if (word !== '') counts.set(word, (counts.get(word) ?? 0) + by);
  };
  count(a, 1);
  count(b, -1);
  return [...counts].flatMap(([word, times]) => (times === 0 ? [] : [`${word} ${times}`]));
}
