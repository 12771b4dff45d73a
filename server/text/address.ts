/**
 * An address in one spelling. Editors escape more characters than Node does, and differ in the case of escapes and
 * of a drive's letter: what they say of one file must be seen to be of one file.
 */
export function sameAddress(uri: string): string {
  const [, scheme = '', rest = uri] = /^([a-z][a-z\d+.-]*:)([\s\S]*)$/i.exec(uri) ?? [];
  return scheme.toLowerCase() + unescaped(rest).replace(/^\/\/\/[A-Z]:/, (drive) => drive.toLowerCase());
}

/** A text with its escapes undone, where they can be. */
export function unescaped(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Where a link leads to: another file by its address, and the place in it that is named behind `#`, if any. */
export interface Destination {
  readonly path: string;
  readonly fragment: string | undefined;
}

/** Where a link of a file leads to, as its author wrote it; undefined for what is no path from the file's folder. */
export function destinationOf(from: string, link: string): Destination | undefined {
  const [path = '', fragment] = link.split('#', 2);
  const written = path.replace(/\?.*$/, '');
  if (written === '' || /^(?:[a-z][a-z\d+.-]*:|[/\\])/i.test(written)) return undefined;
  return { path: joined(from.slice(0, from.lastIndexOf('/') + 1), written), fragment };
}

/** The path below a folder, which ends in `/` or is empty, with `.` and `..` followed. */
function joined(folder: string, path: string): string {
  const [, root = '', rest = ''] = /^([a-z][a-z\d+.-]*:\/\/[^/]*\/|\/)?([\s\S]*)$/i.exec(folder + path) ?? [];
  const parts: string[] = [];
  for (const part of rest.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    // Above the root there is nothing to go to.
    else if (part === '..' ? root === '' : part !== '.') parts.push(part);
  }
  return root + parts.join('/');
}

/** How a link of the file at `from` leads to the one at `to`, with the same escapes as the addresses have. */
export function linkBetween(from: string, to: string): string {
  const [own, other] = [from.split('/'), to.split('/')];
  let shared = 0;
  while (
    shared < Math.min(own.length, other.length) - 1 &&
    sameAddress(own[shared] ?? '') === sameAddress(other[shared] ?? '')
  ) {
    shared += 1;
  }
  return [...own.slice(shared + 1).map(() => '..'), ...other.slice(shared)].join('/');
}
