import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readXml } from '../server/convert/office/xml.ts';
import { type WordComment, withComments, withoutComments } from '../server/convert/word/comments.ts';
import { readWord } from '../server/convert/word/readWord.ts';
import { anyBody, anyPlaces } from './convert/word/anyDocument.ts';
import { partsOf } from './convert/word/byHand.ts';
import { partTexts } from './convert/word/parts.ts';
import { zipOf } from './harness/zipOf.ts';

const BY = { author: 'Touchstone', initials: 'T', date: undefined };
const MAIN = 'word/document.xml';

async function opened(bytes: Uint8Array) {
  const read = await readWord(bytes);
  assert.ok(read.ok, read.ok ? '' : read.problem);
  assert.ok(read.source.format === 'word');
  return read.source;
}

/** The words of Word's text elements, in order, with what stands for others left out, and without white space. */
function bare(xml: string): string {
  const inside = [...xml.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>/g)].map(([, words = '']) => words).join('');
  return inside
    .replace(/<!\[CDATA\[(.*?)\]\]>/g, '$1')
    .replaceAll('&#x1F600;', '\u{1F600}')
    .replaceAll('&amp;', '&')
    .replace(/\s/g, '');
}

/** What stands between the marks of a comment. */
function between(xml: string, id: number): string {
  const start = xml.indexOf(`<w:commentRangeStart w:id="${id}"/>`);
  const end = xml.indexOf(`<w:commentRangeEnd w:id="${id}"/>`);
  assert.ok(start >= 0 && start < end, `The marks of comment ${id} are not in order.`);
  return bare(xml.slice(start, end));
}

/** Words that stand elsewhere are not between the marks. */
const ELSEWHERE = /txbxContent|footnote/;
const WHOLE = /<w:text\/>|CDATA|&#|<w:t>\s|\s<\/w:t>/;

describe('word: comments on any document', () => {
  it('alters no word, stands around its own, and can be taken out again without a trace', async function () {
    this.timeout(300_000);
    await fc.assert(
      fc.asyncProperty(anyBody, anyPlaces, async (body, places) => {
        const bytes = await zipOf(partsOf(body));
        const { flow, word } = await opened(bytes);
        const comments = places.map(([from, length], index): WordComment => {
          const at = Math.round(from * flow.text.length);
          const to = Math.min(flow.text.length, at + Math.round(length * flow.text.length));
          return {
            span: { from: at, to },
            lines: [{ text: `Number ${index}.` }],
            elsewhere: { text: 'Near:' },
          };
        });
        const answer = await withComments(word, comments, BY);
        assert.ok(answer.ok);
        assert.deepEqual(answer.unplaced, word.pieces.length === 0 ? comments : answer.unplaced);
        const after = await opened(answer.bytes);
        assert.equal(after.flow.text, flow.text);
        const parts = await partTexts(answer.bytes);
        for (const [name, text] of parts) if (/xml|rels/.test(name)) assert.ok(readXml(text).ok, name);
        const main = parts.get(MAIN) ?? '';
        const said = parts.get('word/comments.xml') ?? '';
        const placed = comments.filter((comment) => !answer.unplaced.includes(comment));
        for (const [id, { span }] of placed.entries()) {
          const own = said.slice(said.indexOf(`<w:comment w:id="${id}"`)).split('</w:comment>')[0] ?? '';
          const words = between(main, id).replaceAll('-', '');
          const meant = flow.text.slice(span.from, span.to).replace(/[\s\u00ad-]/g, '');
          if (meant === '' || /Near:/.test(own) || ELSEWHERE.test(body)) continue;
          // A control of plain words is not opened, nor words cut whose outer blanks do not count.
          if (WHOLE.test(body)) assert.ok(words.includes(meant), `"${meant}" is not in "${words}".`);
          else assert.equal(words, meant);
        }
        const again = await withComments(after.word, comments, BY);
        assert.ok(again.ok);
        assert.deepEqual(await partTexts(again.bytes), parts);
        const clean = await withoutComments(after.word, BY.author);
        assert.ok(clean.ok);
        assert.deepEqual(await partTexts(clean.word.bytes), await partTexts(bytes));
      }),
      { numRuns: Number(process.env.RUNS ?? 25) },
    );
  });
});

describe('word: comments where Word allows none', () => {
  const BOX =
    '<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Of 50 plans</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>';
  const NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>';
  for (const [where, words, run] of [
    ['a text box', 'Of 50 plans', BOX],
    ['a footnote', 'Of all 20.', NOTE],
  ] as const) {
    it(`stand at what holds or marks ${where}, and quote its words`, async () => {
      const { flow, word } = await opened(
        await zipOf(
          partsOf(`<w:p><w:r><w:t>Before.</w:t></w:r>${run}</w:p><w:p><w:r><w:t>After.</w:t></w:r></w:p>`),
        ),
      );
      const from = flow.text.indexOf(words);
      assert.ok(from >= 0, flow.text);
      const said: WordComment = {
        span: { from, to: from + words.length },
        lines: [{ text: 'Is it?' }],
        elsewhere: { text: `On "${words}":` },
      };
      const answer = await withComments(word, [said], BY);
      assert.ok(answer.ok);
      const parts = await partTexts(answer.bytes);
      assert.ok(
        parts.get(MAIN)?.includes(`<w:commentRangeStart w:id="0"/>${run}<w:commentRangeEnd w:id="0"/>`),
        parts.get(MAIN),
      );
      assert.match(parts.get('word/comments.xml') ?? '', new RegExp(`On &quot;${words}&quot;:<`));
    });
  }
});
