import { Anchors, textOf } from '../../../server/convert/word/anchors.ts';
import { type Body, readBody } from '../../../server/convert/word/bodyRuns.ts';
import { markSplices } from '../../../server/convert/word/marks.ts';
import { spliced } from '../../../server/convert/word/splice.ts';
import type { WordPiece } from '../../../server/convert/word/wordDocument.ts';
import type { Span } from '../../../server/text/span.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** The main part of a document with that body. */
export function mainPart(body: string): string {
  return `<w:document xmlns:w="${WORD}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>${body}</w:body></w:document>`;
}

/** The words of a main part, a line for each paragraph, and where they stand. */
export function wordsOf(body: Body): { readonly text: string; readonly pieces: readonly WordPiece[] } {
  let text = '';
  let paragraph: number | undefined;
  const pieces: WordPiece[] = [];
  for (const run of [...body.runs].sort((a, b) => a.from - b.from)) {
    if (paragraph !== undefined && paragraph !== run.paragraph) text += '\n';
    paragraph = run.paragraph;
    const words = textOf(run);
    const place = { at: text.length, length: words.length, before: 0, paragraph: paragraph + 1 };
    pieces.push({ ...place, part: 'word/document.xml', run: { from: run.from, to: run.to } });
    text += words;
  }
  return { text, pieces };
}

/**
 * Where words stand in a text: `words`, `first … last`, or with `|` before or behind them the empty place there. After
 * `#2 ` the second time that they stand there is meant.
 */
export function spanOf(text: string, line: string): Span {
  const [, count = '1', wanted = ''] = /^(?:#(\d+) )?(.*)$/.exec(line) ?? [];
  const [first = '', last] = wanted.replaceAll('|', '').split(' … ');
  let from = -1;
  for (let time = 0; time < Number(count); time += 1) from = text.indexOf(first, from + 1);
  if (from < 0) throw new Error(`"${first}" is not in "${text}".`);
  if (wanted.startsWith('|')) return { from, to: from };
  const end = last === undefined ? from : text.indexOf(last, from + first.length);
  const to = end + (last ?? first).length;
  return wanted.endsWith('|') ? { from: to, to } : { from, to };
}

/** The main part with marks around spans of its words, numbered from 0. */
export function marked(xml: string, spans: readonly Span[]): string {
  const body = readBody(xml);
  const { pieces } = wordsOf(body);
  const anchors = new Anchors(pieces, 'word/document.xml', body, () => undefined);
  const placed = spans.flatMap((span, id) => {
    const anchor = anchors.of(span);
    return anchor === undefined ? [] : [{ anchor, id }];
  });
  return spliced(xml, markSplices(placed, body.names.prefix));
}

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a document with that body. */
export function partsOf(body: string): Record<string, string | Uint8Array> {
  return {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': mainPart(body),
    'word/_rels/document.xml.rels': relationshipsXml({
      settings: 'settings.xml',
      footnotes: 'footnotes.xml',
    }),
    'word/settings.xml': `<w:settings xmlns:w="${WORD}"/>`,
    'word/footnotes.xml': `<w:footnotes xmlns:w="${WORD}"><w:footnote w:id="2"><w:p><w:r><w:t>Of all 20.</w:t></w:r></w:p></w:footnote></w:footnotes>`,
    'word/media/image1.png': new Uint8Array([137, 80, 78, 71]),
  };
}

/** What the main part refers to: the targets by the kinds of the relationships. */
export function relationshipsXml(targets: Readonly<Record<string, string>>): string {
  const all = Object.entries(targets).map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}

/** A part of comments. */
export function commentsXml(comments: readonly { readonly id: number; readonly author: string }[]): string {
  const all = comments.map(
    ({ id, author }) =>
      `<w:comment w:id="${id}" w:author="${author}"><w:p w14:paraId="0000000${id}"><w:r><w:t>Is it so?</w:t></w:r></w:p></w:comment>`,
  );
  return `<w:comments xmlns:w="${WORD}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">${all.join('')}</w:comments>`;
}
