import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readWord } from '../server/convert/word/readWord.ts';
import { runIn, temporaryFolder } from './cli/runIn.ts';
import { partsOf } from './convert/word/byHand.ts';
import { partTexts } from './convert/word/parts.ts';
import { zipOf } from './harness/zipOf.ts';

const NOTE = [
  '<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>Visit to Elmshire</w:t></w:r></w:p>',
  '<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>Findings</w:t></w:r></w:p>',
  '<w:p><w:r><w:t xml:space="preserve">Of 120 records, 62 (</w:t></w:r>',
  '<w:ins w:id="1" w:author="Head of Service"><w:r><w:t>41%</w:t></w:r></w:ins>',
  '<w:del w:id="2" w:author="Head of Service"><w:r><w:delText>52%</w:delText></w:r></w:del>',
  '<w:r><w:t>) were read.</w:t></w:r></w:p>',
].join('');

const FRAMEWORK = `id: visit-note
title: Visit note
sections:
  - { id: findings, heading: Findings }
`;

describe('cli: findings in Word', () => {
  let folder = temporaryFolder();
  const inFolder = (name: string) => path.join(folder.path, name);
  const check = (...argv: readonly string[]) =>
    runIn(folder.path, ['check', '--framework', 'visit-note', ...argv]);

  beforeEach(async () => {
    folder = temporaryFolder();
    writeFileSync(inFolder('visit-note.framework.yaml'), FRAMEWORK);
    writeFileSync(inFolder('touchstone.yaml'), '');
    writeFileSync(inFolder('note.docx'), await zipOf(partsOf(NOTE)));
  });
  afterEach(() => folder.remove());

  it('writes a copy with a comment at each finding, and lists tracked changes', async () => {
    const { code, printed } = await check('note.docx', '--comments', 'commented.docx');
    assert.equal(
      printed,
      `2 tracked changes were read as accepted:
  "41%" put in by Head of Service
  "52%" taken out by Head of Service

note.docx, paragraph 3  error  number/share-mismatch
  62 of 120 is 51.7%, not 41%. (41% of 120 is 49.)
   | Of 120 records, 62 (41%) were read.
   |    ---          --  ^^^
  see note.docx, paragraph 3: "62" is the part.
  see note.docx, paragraph 3: "120" is the whole.

1 finding in 1 file: 1 error.
! commented.docx is written, with 1 comment.
`,
    );
    assert.equal(code, 1);
    const parts = await partTexts(readFileSync(inFolder('commented.docx')));
    assert.match(
      parts.get('word/document.xml') ?? '',
      /<w:ins w:id="1" w:author="Head of Service"><w:commentRangeStart w:id="0"\/><w:r><w:t>41%<\/w:t><\/w:r><w:commentRangeEnd w:id="0"\/>/,
    );
    const said = [...(parts.get('word/comments.xml') ?? '').matchAll(/<w:t [^>]*>([^<]*)</g)];
    assert.deepEqual(
      said.map(([, words]) => words),
      [
        'Error',
        '62 of 120 is 51.7%, not 41%. (41% of 120 is 49.)',
        'What you can do: Change 41% to 51.7%; or: Change 62 to 49; or: Change 120 to 151.',
        '&quot;62&quot; is the part.',
        '&quot;120&quot; is the whole.',
        'Rule: number/share-mismatch',
      ],
    );
  });

  it('tells programs of tracked changes as notes', async () => {
    const { out } = await check('note.docx', '--format', 'json', '--comments', 'commented.docx');
    const { notes } = JSON.parse(out).files[0].imported;
    assert.deepEqual(notes[0], {
      message: 'Read as accepted: "41%" put in by Head of Service.',
      start: { line: 3, column: 21 },
      end: { line: 3, column: 21 },
      paragraph: 3,
    });
    assert.equal(notes.length, 2);
  });

  it('leaves files alone that are there, unless it is told otherwise', async () => {
    const there =
      'x.docx: There is a file of that name already, which was left as it is. With --force it is written over.\n';
    writeFileSync(inFolder('x.docx'), 'mine');
    const cases: readonly (readonly [readonly string[], string])[] = [
      [['note.docx', '--comments', 'x.docx'], there],
      [
        ['note.docx', '--comments', './note.docx', '--force'],
        './note.docx: This is the file that is checked, which is left as it is. Give another name.\n',
      ],
      [
        ['note.docx', '--comments', 'x.pdf'],
        'x.pdf: What is written is a Word document: give a name that ends in ".docx".\n',
      ],
      [['*.docx', '--comments', 'y.docx'], 'y.docx: Comments are written for one document: name its file.\n'],
      [['note.docx', '--comments', 'no/y.docx'], 'no/y.docx: There is no such folder.\n'],
    ];
    for (const [argv, expected] of cases) {
      const { err, code } = await check(...argv);
      assert.equal(err, expected);
      assert.equal(code, 2);
    }
    assert.equal(readFileSync(inFolder('x.docx'), 'utf8'), 'mine');
    assert.match((await check('note.docx', '--comments', 'x.docx', '--force')).err, /x\.docx is written/);
  });

  it('says what the option goes with', async () => {
    for (const argv of [
      ['--comments', 'y.docx'],
      ['a.md', '--comments', 'y.docx'],
      ['a.docx', 'b.docx', '--comments', 'y.docx'],
    ]) {
      const { err } = await check(...argv);
      assert.match(err, /^"--comments" goes with one Word document/);
    }
    assert.match((await check('note.docx', '--force')).err, /^"--force" goes with "--comments"/);
  });

  it('writes nothing when the document cannot be checked', async () => {
    writeFileSync(inFolder('bad.docx'), 'PK');
    const { code } = await check('bad.docx', '--comments', 'y.docx');
    assert.equal(code, 2);
    assert.ok(!existsSync(inFolder('y.docx')));
  });

  it('finds only what is left once the author has mended the copy', async () => {
    const two = `${NOTE}<w:p><w:r><w:t>Of 50 plans, 10 (30%) were late.</w:t></w:r></w:p>`;
    writeFileSync(inFolder('note.docx'), await zipOf(partsOf(two)));
    await check('note.docx', '--comments', 'y.docx');
    const parts = await partTexts(readFileSync(inFolder('y.docx')));
    const mended = (parts.get('word/document.xml') ?? '').replace('>30%<', '>20%<');
    writeFileSync(
      inFolder('y.docx'),
      await zipOf({ ...Object.fromEntries(parts), 'word/document.xml': mended }),
    );
    const { out } = await check('y.docx', '--comments', 'y2.docx', '--quiet');
    assert.match(
      out,
      /^y\.docx, paragraph 3 {2}error {2}number\/share-mismatch .*\n1 finding in 1 file: 1 error\.\n$/,
    );
    const after = await partTexts(readFileSync(inFolder('y2.docx')));
    assert.equal((after.get('word/comments.xml') ?? '').match(/<w:comment /g)?.length, 1);
    assert.ok((after.get('word/document.xml') ?? '').includes('<w:t>Of 50 plans, 10 (20%) were late.</w:t>'));
    const read = await readWord(readFileSync(inFolder('y2.docx')));
    assert.ok(read.ok && read.source.format === 'word');
    assert.ok(!read.source.flow.text.includes('is the part'));
  });
});
