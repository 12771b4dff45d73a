import type { PDFPageProxy } from 'pdfjs-dist';
import { apply, boxOf, type Matrix, numbersOf } from './matrix.ts';
import type { PdfField, PdfLink } from './page.ts';

/** Links and what was filled into forms. */
export async function readAnnotations(
  page: PDFPageProxy,
  view: Matrix,
): Promise<{ readonly links: readonly PdfLink[]; readonly fields: readonly PdfField[] }> {
  const links: PdfLink[] = [];
  const fields: PdfField[] = [];
  const all: readonly unknown[] = await page.getAnnotations();
  for (const one of all) {
    if (typeof one !== 'object' || one === null || !('rect' in one)) continue;
    const [x = 0, y = 0, u = 0, v = 0] = numbersOf(one.rect);
    const box = boxOf(apply(view, x, y), apply(view, u, v));
    if ('url' in one && typeof one.url === 'string')
      links.push({ ...box, id: 'id' in one ? String(one.id) : '', url: one.url });
    const text = fieldText(one);
    if (text !== '') fields.push({ ...box, text });
  }
  return { links, fields };
}

/** What was written or chosen; a button has no words, and a box is ticked or not. */
function fieldText(one: object): string {
  if (!('fieldType' in one)) return '';
  if (one.fieldType === 'Btn') {
    const on = 'checkBox' in one && one.checkBox === true && 'exportValue' in one && 'fieldValue' in one;
    return on && one.fieldValue === one.exportValue ? '☒' : '';
  }
  const value = 'fieldValue' in one ? one.fieldValue : '';
  const words = Array.isArray(value) ? value.filter((part) => typeof part === 'string') : [value];
  return words
    .filter((part) => typeof part === 'string')
    .join(', ')
    .trim();
}
