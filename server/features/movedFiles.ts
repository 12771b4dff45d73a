import { type Destination, destinationOf, linkBetween, sameAddress } from '../text/address.ts';
import type { TextEdit } from '../text/edit.ts';
import { type Around, linking, type NamedFile } from './packNames.ts';

/** A file or a folder that is going to have another address. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** Where something is going to be when the files have moved. */
function movedTo(path: string, moves: readonly Move[]): string {
  const own = sameAddress(path);
  for (const { from, to } of moves) {
    const old = sameAddress(from).replace(/\/$/, '');
    if (own === old) return to.replace(/\/$/, '');
    // The rest of the address is taken as it is written, with its escapes.
    if (own.startsWith(`${old}/`)) return to.replace(/\/$/, '') + path.slice(folderLength(path, old));
  }
  return path;
}

/** How much of an address is that of a folder. */
function folderLength(path: string, folder: string): number {
  const depth = folder.split('/').length;
  return path.split('/').slice(0, depth).join('/').length;
}

/** The edits that lead the links of a file to where files are going to be, from where it is going to be itself. */
export function relinked({ path, names }: NamedFile, moves: readonly Move[]): readonly TextEdit[] {
  const home = movedTo(path, moves);
  return names.relinked((to, written) => linkAfter(to, written, home, moves));
}

/** How a link has to be written from then on; undefined where it still leads there. */
function linkAfter(
  to: Destination,
  written: string,
  home: string,
  moves: readonly Move[],
): string | undefined {
  if (written.startsWith('#')) return undefined;
  const there = movedTo(to.path, moves);
  const still = destinationOf(home, written);
  if (still !== undefined && sameAddress(still.path) === sameAddress(there)) return undefined;
  const [path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(written)?.slice(1) ?? [];
  const link = linkBetween(home, there);
  return `${path.startsWith('./') && !link.startsWith('../') ? './' : ''}${link}${rest}`;
}

/** The edits of all files whose links the moves would break. */
export async function linksMoved(
  moves: readonly Move[],
  around: Around,
): Promise<readonly { readonly file: NamedFile; readonly edits: readonly TextEdit[] }[]> {
  const speaks = moves.map(({ from }) => linking(from));
  const isMoved = (path: string) => movedTo(path, moves) !== path;
  const files = await around.others(
    (text, path) => isMoved(path) || speaks.some((isSpoken) => isSpoken(text, path)),
  );
  return files
    .map((file) => ({ file, edits: relinked(file, moves) }))
    .filter(({ edits }) => edits.length > 0);
}
