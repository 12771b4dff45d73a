import { takeRoom } from './room.ts';

export type Library = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
let library: Promise<Library> | undefined;

/** The library that reads PDFs; it is large, and evaluated only when there is one to read. */
export function loadLibrary(): Promise<Library> {
  library ??= evaluate();
  return library;
}

async function evaluate(): Promise<Library> {
  // It asks for both while it is evaluated; neither plays a part in reading text.
  provide('DOMMatrix', class {});
  provide('navigator', { language: 'en-GB', platform: '', userAgent: '' });
  // Asked by the library before it takes memory for what it unpacks (scripts/pdfLimits.mjs).
  Object.assign(globalThis, { roomForPdf: takeRoom });
  const main = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const worker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  // With its second half at hand it starts no worker of its own: who wants one runs all of this in one.
  Object.assign(globalThis, { pdfjsWorker: worker });
  return main;
}

function provide(name: string, value: unknown): void {
  if (name in globalThis) return;
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}
