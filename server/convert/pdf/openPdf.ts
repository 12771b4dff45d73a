import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { readAnnotations } from './annotations.ts';
import { readDrawing } from './drawing.ts';
import { Fonts } from './fonts.ts';
import { readItems } from './items.ts';
import { type Library, loadLibrary } from './library.ts';
import type { PdfPage, TreeNode } from './page.ts';
import { isNode } from './page.ts';
import { readTree } from './tree.ts';

/** More pages than any report has; what is larger is a collection, to be split before it is read. */
export const MOST_PAGES = 5000;
const MOST_BYTES = 500_000_000;
const MOST_ITEMS = 3_000_000;

/** The pages of a PDF, or why they cannot be read. */
export type OpenedPdf =
  | { readonly ok: true; readonly pages: readonly PdfPage[] }
  | { readonly ok: false; readonly problem: string };

/** Reads all pages of a PDF. Scripts in it are not run, links not followed, pictures not looked at. */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  if (bytes.length === 0) return { ok: false, problem: 'This file is empty.' };
  if (bytes.length > MOST_BYTES)
    return { ok: false, problem: 'This PDF is larger than 500 MB, which is too large to be read.' };
  const library = await loadLibrary();
  const task = library.getDocument({
    // The library takes the bytes away from whoever gives them.
    data: bytes.slice(),
    ...{ isEvalSupported: false, useSystemFonts: false, disableFontFace: true, useWorkerFetch: false },
    ...{ isOffscreenCanvasSupported: false, useWasm: false, maxImageSize: 1, enableXfa: false, verbosity: 0 },
  });
  try {
    const pdf = await task.promise;
    if (pdf.numPages > MOST_PAGES)
      return { ok: false, problem: `This PDF has ${pdf.numPages} pages; at most ${MOST_PAGES} can be read.` };
    return await readPages(pdf, library);
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  } finally {
    await task.destroy();
  }
}

async function readPages(pdf: PDFDocumentProxy, library: Library): Promise<OpenedPdf> {
  const pages: PdfPage[] = [];
  const fonts = new Fonts();
  let items = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const proxy = await pdf.getPage(number);
    const page = await readPage(proxy, fonts, library);
    proxy.cleanup();
    items += page.items.length;
    if (items > MOST_ITEMS) return { ok: false, problem: 'This PDF has more text than can be read.' };
    pages.push(page);
  }
  return { ok: true, pages };
}

async function readPage(proxy: PDFPageProxy, fonts: Fonts, { OPS }: Library): Promise<PdfPage> {
  const { width, height, transform: view } = proxy.getViewport({ scale: 1 });
  const content = await proxy.getTextContent({ includeMarkedContent: true });
  const tree = readTree(await proxy.getStructTree(), view);
  const annotations = await readAnnotations(proxy, view);
  const names = Object.keys(content.styles);
  const draws = tree === undefined || hasTable(tree);
  let drawing: PdfPage['drawing'];
  if (draws || fonts.hasNew(names)) {
    const list = await proxy.getOperatorList();
    fonts.learn(names, proxy);
    if (draws) drawing = readDrawing(list, OPS, view);
  }
  const items = readItems(content, fonts, view);
  return { number: proxy.pageNumber, width, height, items, drawing, ...annotations, tree };
}

/** Tables without lines are few, and what shades a cell may have a meaning. */
function hasTable(node: TreeNode): boolean {
  return node.children.some((child) => isNode(child) && (child.role === 'Table' || hasTable(child)));
}

function problemOf(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException')
    return 'This PDF is protected by a password; save it without one, then try again.';
  return 'This file cannot be read as a PDF: it is damaged, or no PDF at all.';
}
