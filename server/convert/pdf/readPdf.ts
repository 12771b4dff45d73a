import type { Flow } from '../flow/flow.ts';
import type { Opened } from '../source.ts';
import type { ImportNote } from '../text/note.ts';
import { layOut } from './layout/layOut.ts';
import { openPdf } from './openPdf.ts';
import type { PdfPage } from './page.ts';
import { readTagged } from './readTagged.ts';
import { isStructureRight } from './trust.ts';
import { unreadable } from './unreadable.ts';

/**
 * Reads the words of a PDF: by the structure that its author's program wrote into it where that can be believed, else
 * by where they stand. Never rejects for what the file holds; why it cannot be read is a sentence.
 */
export async function readPdf(bytes: Uint8Array): Promise<Opened> {
  const opened = await openPdf(bytes);
  if (!opened.ok) return opened;
  const { pages } = opened;
  if (!pages.some(({ items, fields }) => items.length + fields.length > 0))
    return { ok: false, problem: NO_TEXT };
  const flow = isStructureRight(pages) ? readTagged(pages) : layOut(pages);
  const notes = [...flow.notes, ...unreadable(flow.text, flow.blocks), ...damagedPages(flow, pages)];
  return { ok: true, source: { format: 'pdf', flow: { ...flow, notes } } };
}

const NO_TEXT =
  'This PDF has no text, only pictures of pages: it needs OCR (text recognition) first, which scanning programs offer.';

function damagedPages({ pages: starts }: Flow, pages: readonly PdfPage[]): readonly ImportNote[] {
  return pages
    .filter(({ isDamaged }) => isDamaged)
    .map(({ number }): ImportNote => {
      const at = starts[number - 1] ?? 0;
      const message = `Page ${number} could not be read: it is damaged. Its text is missing here.`;
      return { span: { from: at, to: at }, message, kind: 'kept' };
    });
}
