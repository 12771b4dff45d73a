import { sameAddress, unescaped } from '../text/address.ts';

/** Whether an address is that of a folder, or lies below it. */
export function isWithin(folder: string, uri: string): boolean {
  const [outer, inner] = [sameAddress(folder).replace(/\/+$/, ''), sameAddress(uri)];
  return inner === outer || inner.startsWith(`${outer}/`);
}

/**
 * Where a document that has not been saved yet will lie, in the words in which the editor speaks of its folders; the
 * address itself of any other.
 */
export function homeOf(uri: string, folders: readonly string[]): string {
  const at = pathOf(uri);
  if (!uri.startsWith('untitled:') || !at.startsWith('/')) return uri;
  const folder = folders.find((one) => at.startsWith(`${pathOf(one)}/`));
  return folder === undefined ? uri : folder + at.slice(pathOf(folder).length);
}

/** The path of an address, without the machine that it is on. */
function pathOf(uri: string): string {
  return unescaped(uri.replace(/^[a-z][a-z\d+.-]*:(?:\/\/[^/]*)?/i, ''));
}
