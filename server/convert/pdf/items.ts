import type { TextContent } from 'pdfjs-dist/types/src/display/api';
import { withoutDrawnTwice } from './drawnTwice.ts';
import type { Fonts } from './fonts.ts';
import { type Matrix, multiply } from './matrix.ts';
import type { PdfItem } from './page.ts';

interface Marked {
  readonly content: string | undefined;
  readonly artifact: boolean;
}

/** The words of a page; `view` turns the page's own places into ours. */
export function readItems({ items }: TextContent, fonts: Fonts, view: Matrix): readonly PdfItem[] {
  const read: PdfItem[] = [];
  const open: Marked[] = [];
  let before: PdfItem['before'] = '';
  for (const item of items) {
    if ('type' in item) {
      if (item.type === 'endMarkedContent') open.pop();
      else open.push(markedBy(item, open.at(-1)));
      continue;
    }
    const text = item.str.trim();
    if (text !== '') {
      const marked = open.at(-1);
      const blank = /^\s/.test(item.str) ? ' ' : '';
      const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = multiply(view, item.transform);
      const { name, bold, italic } = fonts.get(item.fontName);
      read.push({
        ...{ text, x, y, width: item.width, size: Math.hypot(c, d) },
        ...{ bold, italic, font: name },
        before: before === '' ? blank : before,
        spaced: /\s$/.test(item.str),
        content: marked?.content,
        artifact: marked?.artifact ?? false,
        turned: a <= 0 || Math.abs(b) > 0.1 * a,
      });
      before = '';
    }
    if (item.hasEOL) before = '\n';
    else if (before === '' && /\s$/.test(item.str)) before = ' ';
  }
  return withoutDrawnTwice(read);
}

/** Content within another is the other's unless it has a number of its own. */
function markedBy(
  begin: Extract<TextContent['items'][number], { type: string }>,
  around: Marked | undefined,
): Marked {
  const artifact = around?.artifact === true || ('tag' in begin && begin.tag === 'Artifact');
  return { content: begin.id ?? around?.content, artifact };
}
