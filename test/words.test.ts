import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { QuantityWord } from '../server/framework/framework.ts';
import { wordPack } from '../server/numbers/word/quantityWords.ts';
import { readWordTies } from '../server/numbers/word/wordForms.ts';
import { explainWord, judgeWord } from '../server/numbers/word/wordTie.ts';
import { PUBLISHED_FOUND, PUBLISHED_SILENT, WORDS_FOUND, WORDS_SILENT } from './numbers/quantityWords.ts';

const word = (text: string, from?: number, to?: number, aliases: readonly string[] = []): QuantityWord => ({
  word: text,
  aliases,
  from,
  to,
});

/** As the inspectorate of Wales explains its words. */
const ESTYN: readonly QuantityWord[] = [
  word('nearly all', 90),
  word('most', 90),
  word('many', 70),
  word('a majority', 60, undefined, ['the majority']),
  word('around half', 40, 60, ['about half']),
  word('a minority', undefined, 40, ['the minority']),
  word('few', undefined, 20, ['a few']),
  word('very few', undefined, 10),
];

function said(text: string, published: readonly QuantityWord[]): readonly string[] {
  return readWordTies(text, wordPack(published))
    .filter((tie) => judgeWord(tie) === 'contradiction')
    .map((tie) => explainWord(tie, 'Estyn'));
}

function cases(
  published: readonly QuantityWord[],
  found: typeof WORDS_FOUND,
  silent: readonly string[],
): void {
  for (const [right, wrong, message] of found) {
    it(`found in: ${wrong}`, () => {
      const all = said(wrong, published);
      assert.equal(all.length, 1, all.join(' '));
      assert.ok(all[0]?.startsWith(message), all[0]);
    });
    it(`holds in: ${right}`, () => {
      assert.deepEqual(said(right, published), []);
      assert.equal(readWordTies(right, wordPack(published)).length, 1);
    });
  }
  for (const text of silent) it(`silent on: ${text}`, () => assert.deepEqual(said(text, published), []));
}

describe('words of quantity', () => cases([], WORDS_FOUND, WORDS_SILENT));
describe('words of quantity that an inspectorate has published', () => {
  cases(ESTYN, PUBLISHED_FOUND, PUBLISHED_SILENT);
  it('says nothing of a word that has no bounds', () => {
    assert.deepEqual(said('Several pupils (2%) are late.', [word('several')]), []);
  });
});
