import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { TextContent } from 'pdfjs-dist/types/src/display/api';
import { readAnnotations } from './annotations.ts';
import { readDrawing } from './drawing.ts';
import { Fonts } from './fonts.ts';
import { readItems } from './items.ts';
import { type Library, loadLibrary } from './library.ts';
import { isNode, type PdfPage, type TreeNode } from './page.ts';
import { openRoom, roomIsExhausted } from './room.ts';
import { readTree } from './tree.ts';

/** More pages than any report has; what is larger is a collection, to be split before it is read. */
export const MOST_PAGES = 5000;
const MOST_MEGABYTES = 500;
const MOST_ITEMS = 2_000_000;
/** A page of a newspaper has some thousands. */
const MOST_ITEMS_OF_PAGE = 250_000;

/** The pages of a PDF, or why they cannot be read. */
export type OpenedPdf =
  | { readonly ok: true; readonly pages: readonly PdfPage[] }
  | { readonly ok: false; readonly problem: string };

/** Reads all pages of a PDF. Scripts in it are not run, links not followed, pictures not looked at. */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  if (bytes.length === 0) return failed('This file is empty: there is nothing to read.');
  if (bytes.length > MOST_MEGABYTES * 1e6)
    return failed(`This PDF has more than ${MOST_MEGABYTES} MB. Split it, or save it with smaller pictures.`);
  const library = await loadLibrary();
  openRoom();
  const task = library.getDocument({
    // The library takes the bytes away from whoever gives them.
    data: bytes.slice(),
    ...{ isEvalSupported: false, useSystemFonts: false, disableFontFace: true, useWorkerFetch: false },
    ...{ isOffscreenCanvasSupported: false, useWasm: false, maxImageSize: 1, enableXfa: false, verbosity: 0 },
  });
  try {
    const pdf = await task.promise;
    return await readPages(pdf, library);
  } catch (error) {
    return failed(error instanceof TooLarge || roomIsExhausted() ? TOO_LARGE : problemOf(error));
  } finally {
    await task.destroy();
  }
}

const TOO_LARGE =
  'This PDF unpacks to far more than any report has, so that it was not read. Save it anew from the program that made it.';

function failed(problem: string): OpenedPdf {
  return { ok: false, problem };
}

async function readPages(pdf: PDFDocumentProxy, library: Library): Promise<OpenedPdf> {
  if (pdf.numPages > MOST_PAGES)
    return failed(`This PDF has ${pdf.numPages} pages; at most ${MOST_PAGES} can be read. Split it.`);
  const pages: PdfPage[] = [];
  const fonts = new Fonts();
  let items = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await readPage(pdf, number, fonts, library);
    if (roomIsExhausted()) return failed(TOO_LARGE);
    items += page.items.length;
    if (items > MOST_ITEMS) return failed(TOO_LARGE);
    pages.push(page);
  }
  const damaged = pages.every(({ isDamaged }) => isDamaged);
  return damaged ? failed('None of the pages of this PDF can be read: it is damaged.') : { ok: true, pages };
}

/** A page; one that is damaged is empty, so that the others can be read. */
async function readPage(
  pdf: PDFDocumentProxy,
  number: number,
  fonts: Fonts,
  library: Library,
): Promise<PdfPage> {
  try {
    const proxy = await pdf.getPage(number);
    const page = await pageOf(proxy, fonts, library);
    proxy.cleanup();
    return page;
  } catch (error) {
    if (error instanceof TooLarge) throw error;
    const nothing = { items: [], links: [], fields: [], drawing: undefined, tree: undefined };
    return { number, width: 0, height: 0, ...nothing, isDamaged: true };
  }
}

async function pageOf(proxy: PDFPageProxy, fonts: Fonts, { OPS }: Library): Promise<PdfPage> {
  const { width, height, transform: view } = proxy.getViewport({ scale: 1 });
  const content = await readContent(proxy);
  // Without its structure a page is read by its looks.
  const tree = await proxy.getStructTree().then(
    (structure) => readTree(structure, view),
    () => undefined,
  );
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
  const number = proxy.pageNumber;
  return { number, width, height, items, drawing, ...annotations, tree, isDamaged: false };
}

/** The words of a page as the library gives them; forms that hold forms may make a small page endless. */
async function readContent(proxy: PDFPageProxy): Promise<TextContent> {
  const content: TextContent = { items: [], styles: {}, lang: null };
  const reader: ReadableStreamDefaultReader<TextContent> = proxy
    .streamTextContent({ includeMarkedContent: true })
    .getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return content;
    for (const item of value.items) content.items.push(item);
    Object.assign(content.styles, value.styles);
    if (content.items.length <= MOST_ITEMS_OF_PAGE) continue;
    // Who reads no further must say so, or the library waits for ever.
    reader.cancel(new TooLarge()).catch(() => undefined);
    throw new TooLarge();
  }
}

class TooLarge extends Error {}

/** Only where there are tables is it worth its time to look at their lines and the colours behind their cells. */
function hasTable(node: TreeNode): boolean {
  return node.children.some((child) => isNode(child) && (child.role === 'Table' || hasTable(child)));
}

function problemOf(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException')
    return 'This PDF is protected by a password. Save it without one, then try again.';
  return 'This file cannot be read as a PDF: it is damaged, or no PDF at all.';
}
