import assert from 'node:assert/strict';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js/lib/zip-core-native.js';
import { rewriteZip } from '../server/convert/office/rewrite.ts';
import { readXml } from '../server/convert/office/xml.ts';
import { readBody } from '../server/convert/word/bodyRuns.ts';
import { withComments } from '../server/convert/word/comments.ts';
import { Draft } from '../server/convert/word/draft.ts';
import { dropComments } from '../server/convert/word/ownComments.ts';
import { openWordPackage } from '../server/convert/word/package.ts';
import { withoutMarks } from '../server/convert/word/unmark.ts';
import { readCases } from './convert/fixtures.ts';
import {
  commentsXml,
  mainPart,
  marked,
  partsOf,
  relationshipsXml,
  spanOf,
  wordsOf,
} from './convert/word/byHand.ts';
import { UPDATING, updateFences } from './harness/update.ts';
import { zipOf } from './harness/zipOf.ts';

const FIXTURES = 'test/convert/word/comments.md';

/** Marks as they are easy to read: «0 and 0». */
function shown(xml: string): string {
  return xml
    .replace(/<w:commentRangeStart w:id="(\d+)"\/>/g, '«$1')
    .replace(
      /<w:commentRangeEnd w:id="(\d+)"\/><w:r><w:rPr><w:sz w:val="16"\/><w:szCs w:val="16"\/><\/w:rPr><w:commentReference w:id="\1"\/><\/w:r>/g,
      '$1»',
    );
}

function bodyOf(xml: string): string {
  return xml.slice(mainPart('').indexOf('</w:body>'), xml.indexOf('</w:body>'));
}

describe('word: marks of comments', () => {
  const changes: Parameters<typeof updateFences>[1][number][] = [];
  for (const { name, fences } of readCases(FIXTURES)) {
    const fence = (info: string) => {
      const found = fences.find((one) => one.info === info);
      assert.ok(found, `"${name}" has no ${info}.`);
      return found;
    };
    it(name, () => {
      const xml = mainPart(fence('xml').text);
      const { text } = wordsOf(readBody(xml));
      const lines = fence('words').text.split('\n');
      const after = marked(
        xml,
        lines.map((line) => spanOf(text, line)),
      );
      if (UPDATING) changes.push({ fence: fence('after'), text: shown(bodyOf(after)) });
      else assert.equal(shown(bodyOf(after)), fence('after').text);
      assert.equal(wordsOf(readBody(after)).text, text);
      assert.equal(withoutMarks(after, new Set(lines.keys())), xml);
    });
  }
  after(() => updateFences(FIXTURES, changes));
});

const BY = { author: 'Touchstone', initials: 'T', date: '2026-03-31T09:00:00Z' };
const MAIN = 'word/document.xml';
const BODY =
  '<w:p><w:r><w:t>Leaders are good.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p><w:p><w:r><w:t>Care is poor.</w:t></w:r></w:p><w:sectPr/>';

/** The bytes of every part as they are packed, and unpacked, in their order. */
async function partsIn(bytes: Uint8Array) {
  const entries = await new ZipReader(new Uint8ArrayReader(bytes)).getEntries();
  const parts = new Map<string, { packed: Uint8Array; text: string; rest: readonly unknown[] }>();
  for (const entry of entries) {
    if (entry.directory) continue;
    const packed = await entry.getData(new Uint8ArrayWriter(), { passThrough: true });
    const text = new TextDecoder().decode(await entry.getData(new Uint8ArrayWriter()));
    const { rawLastModDate, rawBitFlag, compressionMethod, versionMadeBy, externalFileAttributes } = entry;
    const rest = [rawLastModDate, rawBitFlag, compressionMethod, versionMadeBy, externalFileAttributes];
    parts.set(entry.filename, { packed, text, rest });
  }
  return parts;
}

/** Writes comments at words of the main part. */
async function comment(bytes: Uint8Array, lines: readonly string[], ...texts: readonly string[]) {
  const parts = await partsIn(bytes);
  const { text, pieces } = wordsOf(readBody(parts.get(MAIN)?.text ?? ''));
  const comments = lines.map((line) => ({
    span: spanOf(text, line),
    lines: (texts.length === 0 ? [`On ${line}.`] : texts).map((one) => ({ text: one })),
    elsewhere: { text: `On "${line}":` },
  }));
  return withComments({ bytes, pieces, changes: [] }, comments, BY);
}

async function written(...args: Parameters<typeof comment>) {
  const answer = await comment(...args);
  assert.ok(answer.ok, answer.ok ? '' : answer.problem);
  const parts = await partsIn(answer.bytes);
  for (const [name, { text }] of parts) {
    if (/\.(?:xml|rels)$/.test(name)) assert.ok(readXml(text).ok, name);
  }
  return { ...answer, parts };
}

async function dropped(bytes: Uint8Array) {
  const opened = await openWordPackage(bytes);
  assert.ok(opened.ok);
  const draft = new Draft(opened.word);
  await dropComments(draft, 'Touchstone');
  return partsIn(await rewriteZip(bytes, draft.changes));
}

describe('word: files with comments', () => {
  it('carries all other parts over byte for byte, in their order', async () => {
    const bytes = await zipOf(partsOf(BODY));
    const before = await partsIn(bytes);
    const { parts } = await written(bytes, ['good']);
    const changed = ['[Content_Types].xml', MAIN, 'word/_rels/document.xml.rels'];
    assert.deepEqual([...parts.keys()], [...before.keys(), 'word/comments.xml']);
    for (const [name, part] of before) {
      if (changed.includes(name)) assert.deepEqual(parts.get(name)?.rest[0], part.rest[0], name);
      else assert.deepEqual(parts.get(name), part, name);
    }
  });

  it('makes a part for the comments, and says what it is', async () => {
    const { parts } = await written(await zipOf(partsOf(BODY)), ['good'], 'First.', 'Second.');
    assert.match(
      parts.get('[Content_Types].xml')?.text ?? '',
      /<Override PartName="\/word\/comments\.xml" ContentType="[^"]*\.comments\+xml"\/><\/Types>$/,
    );
    assert.match(
      parts.get('word/_rels/document.xml.rels')?.text ?? '',
      /<Relationship Id="rId3" Type="[^"]*\/relationships\/comments" Target="comments.xml"\/><\/Relationships>$/,
    );
    assert.equal(
      parts.get('word/comments.xml')?.text.split('\n')[1],
      '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0" w:author="Touchstone" w:date="2026-03-31T09:00:00Z" w:initials="T"><w:p><w:r><w:annotationRef/></w:r><w:r><w:t xml:space="preserve">First.</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">Second.</w:t></w:r></w:p></w:comment></w:comments>',
    );
  });

  it('changes nothing at all where there is nothing to say', async () => {
    const bytes = await zipOf(partsOf(BODY));
    const answer = await comment(bytes, []);
    assert.deepEqual(answer.ok && answer.bytes, bytes);
  });

  it('keeps the comments of others, and gives its own other numbers', async () => {
    const marks = '<w:commentRangeStart w:id="4"/><w:r><w:t>Care</w:t></w:r><w:commentRangeEnd w:id="4"/>';
    const parts = partsOf(`<w:p>${marks}</w:p>`);
    parts['word/comments.xml'] = commentsXml([{ id: 4, author: 'Head of Service' }]);
    parts['word/_rels/document.xml.rels'] = relationshipsXml({ comments: 'comments.xml' });
    const bytes = await zipOf(parts);
    const after = await written(bytes, ['Care']);
    const text = after.parts.get('word/comments.xml')?.text ?? '';
    assert.deepEqual(
      [...text.matchAll(/w:id="(\d+)" w:author="([^"]*)"/g)].map(([, id, author]) => [id, author]),
      [
        ['4', 'Head of Service'],
        ['5', 'Touchstone'],
      ],
    );
    assert.deepEqual(await dropped(after.bytes), await dropped(bytes));
  });

  it('takes its own comments out again, and what was made for them', async () => {
    const bytes = await zipOf(partsOf(BODY));
    const { bytes: after } = await written(bytes, ['good', 'are good', 'Care … poor']);
    const texts = (parts: Awaited<ReturnType<typeof partsIn>>) =>
      [...parts].map(([name, { text }]) => [name, text]);
    assert.deepEqual(texts(await dropped(after)), texts(await partsIn(bytes)));
  });

  it('forgets what Word kept of its own comments, and lets go of answers to them', async () => {
    const parts = partsOf(
      '<w:p><w:commentRangeStart w:id="1"/><w:r><w:t>Care</w:t></w:r><w:commentRangeEnd w:id="1"/></w:p>',
    );
    parts['word/comments.xml'] = commentsXml([
      { id: 1, author: 'Touchstone' },
      { id: 2, author: 'Head of Service' },
    ]);
    parts['word/commentsExtended.xml'] =
      '<w15:commentsEx xmlns:w15="x"><w15:commentEx w15:paraId="00000001" w15:done="0"/><w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="0"/></w15:commentsEx>';
    parts['word/commentsExtensible.xml'] =
      '<w16cex:commentsExtensible xmlns:w16cex="x"><w16cex:commentExtensible w16cex:durableId="AA"/><w16cex:commentExtensible w16cex:durableId="BB"/></w16cex:commentsExtensible>';
    parts['word/commentsIds.xml'] =
      '<w16cid:commentsIds xmlns:w16cid="x"><w16cid:commentId w16cid:paraId="00000001" w16cid:durableId="AA"/><w16cid:commentId w16cid:paraId="00000002" w16cid:durableId="BB"/></w16cid:commentsIds>';
    parts['word/_rels/document.xml.rels'] = relationshipsXml({
      comments: 'comments.xml',
      commentsExtended: 'commentsExtended.xml',
      commentsExtensible: 'commentsExtensible.xml',
      commentsIds: 'commentsIds.xml',
    });
    const left = await dropped(await zipOf(parts));
    assert.equal(left.get(MAIN)?.text, mainPart('<w:p><w:r><w:t>Care</w:t></w:r></w:p>'));
    assert.equal(left.get('word/comments.xml')?.text, commentsXml([{ id: 2, author: 'Head of Service' }]));
    assert.equal(
      left.get('word/commentsExtended.xml')?.text,
      '<w15:commentsEx xmlns:w15="x"><w15:commentEx w15:paraId="00000002" w15:done="0"/></w15:commentsEx>',
    );
    assert.equal(
      left.get('word/commentsExtensible.xml')?.text,
      '<w16cex:commentsExtensible xmlns:w16cex="x"><w16cex:commentExtensible w16cex:durableId="BB"/></w16cex:commentsExtensible>',
    );
    assert.equal(
      left.get('word/commentsIds.xml')?.text,
      '<w16cid:commentsIds xmlns:w16cid="x"><w16cid:commentId w16cid:paraId="00000002" w16cid:durableId="BB"/></w16cid:commentsIds>',
    );
  });

  it('writes into files in the strict form of the standard, with other prefixes, and in other encodings', async () => {
    const strict = (text: string) =>
      text
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006',
          'http://purl.oclc.org/ooxml/officeDocument',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
          'http://purl.oclc.org/ooxml/wordprocessingml/main',
        );
    const parts = Object.fromEntries(
      Object.entries(partsOf(BODY)).map(([name, part]) => [
        name,
        typeof part === 'string' ? strict(part) : part,
      ]),
    );
    const main = String(parts[MAIN]).replaceAll('w:', 'ns0:').replace('xmlns:w=', 'xmlns:ns0=');
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${main}`, 'utf16le'));
    const after = await comment(await zipOf({ ...parts, [MAIN]: utf16 }), []);
    assert.ok(after.ok);
    const { text, pieces } = wordsOf(readBody(main));
    const bytes = await zipOf({ ...parts, [MAIN]: utf16 });
    const said = { span: spanOf(text, 'good'), lines: [{ text: 'Is it?' }], elsewhere: { text: '' } };
    const answer = await withComments({ bytes, pieces, changes: [] }, [said], BY);
    assert.ok(answer.ok);
    const opened = await openWordPackage(answer.bytes);
    assert.ok(opened.ok);
    assert.match(opened.word.mainText, /<ns0:commentRangeStart ns0:id="0"\/>/);
    const relations = (await partsIn(answer.bytes)).get('word/_rels/document.xml.rels')?.text ?? '';
    assert.match(
      relations,
      /Type="http:\/\/purl\.oclc\.org\/ooxml\/officeDocument\/relationships\/comments"/,
    );
    const comments = (await partsIn(answer.bytes)).get('word/comments.xml')?.text ?? '';
    assert.match(comments, /xmlns:w="http:\/\/purl\.oclc\.org\/ooxml\/wordprocessingml\/main"/);
  });

  it('comments on the words of a footnote at its mark, and says which words', async () => {
    const parts = partsOf(BODY);
    const bytes = await zipOf(parts);
    const { pieces, text } = wordsOf(readBody(String(parts[MAIN])));
    const note = readBody(String(parts['word/footnotes.xml'])).runs[0];
    assert.ok(note);
    const piece = {
      at: text.length + 1,
      length: 10,
      before: 0,
      paragraph: 1,
      part: 'word/footnotes.xml',
      run: { from: note.from, to: note.to },
    };
    const said = {
      span: { from: piece.at + 3, to: piece.at + 9 },
      lines: [{ text: 'It is 21.' }],
      elsewhere: { text: 'On "all 20":' },
    };
    const answer = await withComments({ bytes, pieces: [...pieces, piece], changes: [] }, [said], BY);
    assert.ok(answer.ok);
    const after = await partsIn(answer.bytes);
    assert.equal(
      shown(bodyOf(after.get(MAIN)?.text ?? '')),
      BODY.replace(
        '<w:r><w:footnoteReference w:id="2"/></w:r>',
        '«0<w:r><w:footnoteReference w:id="2"/></w:r>0»',
      ),
    );
    assert.match(after.get('word/comments.xml')?.text ?? '', /On &quot;all 20&quot;:<.*It is 21\./);
  });

  it('writes what XML has no place for without it', async () => {
    const { parts } = await written(await zipOf(partsOf(BODY)), ['good'], 'A\u0000 <b> & "c"\ud800\ufffe');
    assert.match(parts.get('word/comments.xml')?.text ?? '', />A &lt;b&gt; &amp; &quot;c&quot;</);
  });

  it('refuses a signed document, and says how one is protected', async () => {
    const signed = await comment(await zipOf({ ...partsOf(BODY), '_xmlsignatures/sig1.xml': '<a/>' }), [
      'good',
    ]);
    assert.match(signed.ok ? '' : signed.problem, /is signed/);
    const settings = (inside: string) =>
      `<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${inside}</w:settings>`;
    const cases: readonly (readonly [string, RegExp])[] = [
      ['<w:documentProtection w:edit="readOnly" w:enforcement="1"/>', /against editing/],
      ['<w:documentProtection w:edit="trackedChanges" w:enforcement="1"/>', /tracks every change/],
      ['<w:documentProtection w:edit="readOnly" w:enforcement="0"/>', /^$/],
      ['<w:writeProtection w:recommended="1"/>', /reading only/],
    ];
    for (const [inside, expected] of cases) {
      const { remarks } = await written(
        await zipOf({ ...partsOf(BODY), 'word/settings.xml': settings(inside) }),
        ['good'],
      );
      assert.match(remarks.join(' '), expected);
    }
  });
});
