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
