import assert from 'node:assert/strict';
import { importSource, openSource } from '../server/convert/door.ts';
import { sourceText } from '../server/convert/source.ts';
import { coverageFaults, lostWords } from './convert/coverage.ts';
import { comparableDump, type ExamplePage, examplePages, vocabularyOf } from './convert/examplePages.ts';
import { hasChromium, pdfsByChromium } from './convert/pdf/chromium.ts';
import { pdfsByOffice, publishedHtml } from './convert/pdf/published.ts';
import { hasOffice } from './convert/word/office.ts';

const pages = examplePages();

/**
 * What a PDF without tags cannot say, by the example's name: a table of one column is drawn as a box around text is, so
 * that its words are paragraphs. All else must be the same.
 */
const UNTAGGED_LOSES: ReadonlyMap<string, string> = new Map([
  ['examples-library-ofsted-send-area-2023', '    - table (cells) of 2 rows: Areas for improvement\n'],
]);

/** Reads a document that was made of an example, and asks for the same report, with every word in its place. */
async function comesBack(
  { markdown }: ExamplePage,
  name: string,
  bytes: Uint8Array | undefined,
  lost = '',
): Promise<void> {
  const opened = await openSource(name, bytes ?? new Uint8Array());
  assert.ok(opened.ok, opened.ok ? '' : opened.problem);
  const imported = importSource(opened.source, vocabularyOf(markdown));
  assert.deepEqual(lostWords(sourceText(opened.source), imported), []);
  assert.deepEqual(coverageFaults(sourceText(opened.source), imported), []);
  const dump = comparableDump(markdown);
  assert.ok(dump.includes(lost));
  assert.equal(comparableDump(imported.markdown), dump.replace(lost, ''));
}

describe('HTML that examples were published as', () => {
  for (const page of pages) {
    it(`comes back with the same report: ${page.file}`, async () => {
      const html = publishedHtml(page.html, page.title);
      await comesBack(page, 'one.html', new TextEncoder().encode(html));
    });
  }
});

type Made = Awaited<ReturnType<typeof pdfsByChromium>>;

const NONE: Made = { tagged: new Map(), untagged: new Map() };

function printed(program: string, isHere: () => boolean, print: () => Made | Promise<Made>): void {
  describe(`PDFs that ${program} has printed`, function () {
    this.timeout(180_000);
    let made = NONE;

    before(async function () {
      if (!isHere()) this.skip();
      made = await print();
    });

    for (const tags of ['tagged', 'untagged'] as const) {
      for (const page of pages) {
        it(`come back with the same report, ${tags}: ${page.file}`, async () => {
          const lost = tags === 'untagged' ? UNTAGGED_LOSES.get(page.name) : undefined;
          await comesBack(page, 'one.pdf', made[tags].get(page.name), lost);
        });
      }
    }
  });
}

printed('LibreOffice', hasOffice, () => pdfsByOffice(new Map(pages.map((page) => [page.name, page]))));
printed('Chromium', hasChromium, () =>
  pdfsByChromium(new Map(pages.map(({ name, html, title }) => [name, publishedHtml(html, title)]))),
);
