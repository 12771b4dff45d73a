import type { Opened } from '../source.ts';
import { openPdf } from './openPdf.ts';
import { isTagged } from './page.ts';
import { readTagged } from './readTagged.ts';

/** Reads the words of a PDF. */
export async function readPdf(bytes: Uint8Array): Promise<Opened> {
  const opened = await openPdf(bytes);
  if (!opened.ok) return opened;
  const { pages } = opened;
  if (!pages.some(({ items, fields }) => items.length + fields.length > 0))
    return { ok: false, problem: NO_TEXT };
  void isTagged;
  return { ok: true, source: { format: 'pdf', flow: readTagged(pages) } };
}

const NO_TEXT =
  'This PDF has no text, only pictures of pages; it needs OCR (text recognition) first, which programs that scan can do.';
