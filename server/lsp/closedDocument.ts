import { looksOurs, mayBeOurs } from '../detect.ts';
import { sameAddress } from '../text/address.ts';
import type { Host } from '../text/host.ts';
import { type ReadText, readText } from '../text/readText.ts';
import { OpenDocument } from './document.ts';

/** A file as it is saved, or why it cannot be read. */
export type ClosedDocument =
  | { readonly document: OpenDocument }
  | { readonly problem: string; readonly line: number | undefined };

/** Reads a file that is not open; undefined for one that is gone, or that nobody would take for ours. */
export async function readClosed(host: Host, uri: string): Promise<ClosedDocument | undefined> {
  const read = await readFile(host, uri);
  const languageId = /\.md$/i.test(uri) ? 'markdown' : 'yaml';
  const head = read?.ok ? read.text : read?.head;
  // Of a file that cannot be read at all, nothing speaks against it.
  if (read === undefined || (head !== undefined && !looksOurs(uri, languageId, head))) return undefined;
  if (!read.ok) return { problem: read.problem, line: read.line };
  return { document: new OpenDocument(uri, languageId, 0, (read.byteOrderMark ? '\uFEFF' : '') + read.text) };
}

/** Undefined for a file that is gone. */
async function readFile(host: Host, uri: string): Promise<ReadText | undefined> {
  const bytes = await host.read(uri);
  if (bytes !== undefined) return readText(bytes);
  const folder = uri.slice(0, uri.lastIndexOf('/'));
  const key = sameAddress(uri);
  const there = (await host.list(folder, mayBeOurs)).some((other) => sameAddress(other) === key);
  return there ? { ok: false, problem: 'It cannot be read.', line: undefined, head: undefined } : undefined;
}
