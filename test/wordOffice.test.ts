import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runIn, temporaryFolder } from './cli/runIn.ts';
import { htmlOf } from './convert/word/htmlOf.ts';
import { byOffice, docxByOffice, hasOffice } from './convert/word/office.ts';
import { partTexts } from './convert/word/parts.ts';
import { zipOf } from './harness/zipOf.ts';

const EXAMPLE = 'examples/gloucestershire-2020/clean/practice-update.md';

/** What is right in the example, and what stands there instead. */
const FAULTS = [
  ['304 (69.9%)', '304 (63.9%)'],
  ['| 304           | 42 ', '| 304           | 43 '],
  ['| 452                | 65.9%', '| 452                | 56.9%'],
] as const;

/** The words that LibreOffice shows a comment at, and what the comment says. */
function annotations(fodt: string): readonly { readonly words: string; readonly says: string }[] {
  const plain = (xml: string) =>
    xml.replace(/<office:annotation .*?<\/office:annotation>/gs, '').replace(/<[^>]*>/g, '');
  return [...fodt.matchAll(/<office:annotation [^>]*office:name="([^"]*)".*?<\/office:annotation>/gs)].map(
    (match) => {
      const from = match.index + match[0].length;
      const to = fodt.indexOf(`<office:annotation-end office:name="${match[1]}"`, from);
      const says = match[0]
        .replace(/<dc:\w+>.*?<\/dc:\w+>/g, '')
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim();
      return { words: plain(fodt.slice(from, to)), says };
    },
  );
}

describe('word: findings in a document of LibreOffice', function () {
  this.timeout(180_000);
  const folder = temporaryFolder();
  const inFolder = (name: string) => path.join(folder.path, name);
  const check = (...argv: readonly string[]) =>
    runIn(folder.path, ['check', ...argv, '--quiet', '--framework', 'practice-improvement-update']);

  before(function () {
    if (!hasOffice()) this.skip();
    const right = readFileSync(EXAMPLE, 'utf8');
    const wrong = FAULTS.reduce((text, [from, to]) => {
      assert.ok(text.includes(from), `"${from}" is not in the example.`);
      return text.replace(from, to);
    }, right);
    const label = () => undefined;
    const made = docxByOffice(
      { 'right.html': htmlOf(right, label), 'wrong.html': htmlOf(wrong, label) },
      '--infilter=HTML (StarWriter)',
    );
    for (const [name, bytes] of made) writeFileSync(inFolder(name.replace('html', 'docx')), bytes);
  });
  after(() => folder.remove());

  it('is right as it stands in the example', async () => {
    const { printed } = await check('right.docx');
    assert.equal(printed, '');
  });

  it('has its comments where LibreOffice shows them, and once it is mended only what is left', async () => {
    const { out, err } = await check('wrong.docx', '--comments', 'y.docx');
    assert.equal(err, 'y.docx is written, with 3 comments.\n', out);
    const shown = byOffice({ 'y.docx': readFileSync(inFolder('y.docx')) }, 'fodt').get('y.docx');
    assert.deepEqual(
      annotations(new TextDecoder().decode(shown)).map(({ words, says }) => [
        words,
        /Rule: (\S+)/.exec(says)?.[1],
      ]),
      [
        ['63.9%', 'number/share-mismatch'],
        ['43', 'number/total-mismatch'],
        ['56.9%', 'number/share-mismatch'],
      ],
    );
    const parts = await partTexts(readFileSync(inFolder('y.docx')));
    const mended = (parts.get('word/document.xml') ?? '')
      .replace('>63.9%<', '>69.9%<')
      .replace('>43<', '>42<');
    writeFileSync(
      inFolder('y.docx'),
      await zipOf({ ...Object.fromEntries(parts), 'word/document.xml': mended }),
    );
    const again = await check('y.docx', '--comments', 'y2.docx');
    assert.match(
      again.out,
      /^y\.docx, paragraph \d+ {2}warning {2}number\/share-mismatch .*\[56\.9%\]\n1 finding in 1 file: 1 warning\.\n$/,
    );
    assert.equal(again.err, 'y2.docx is written, with 1 comment.\n');
  });
});
