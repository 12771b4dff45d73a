import type { InitializeParams } from 'vscode-languageserver';
import type { Host } from '../text/host.ts';
import type { Packs } from './packs.ts';

/** Where documents are looked for. */
export interface Folders {
  readonly host: Host;
  readonly packs: Packs;
  /** The folders that are open in the editor. */
  readonly folders: () => readonly string[];
  /** The addresses of the open documents. */
  readonly open: () => Iterable<string>;
}

/** The files in the open folders, or in the packs of the open documents where none is, without those that packs leave out. */
export async function filesInFolders(
  { host, packs, folders, open }: Folders,
  wanted: (name: string) => boolean,
): Promise<readonly string[]> {
  const roots = new Set(folders());
  if (roots.size === 0) {
    for (const uri of open()) {
      const { folder } = await packs.of(uri);
      if (folder !== undefined) roots.add(folder);
    }
  }
  const found: string[] = [];
  for (const folder of roots) {
    for (const uri of await host.list(folder, wanted)) if (!(await packs.excludes(uri))) found.push(uri);
  }
  return found;
}

/** The folders that a client begins with: one that knows of folders says `null` or nothing when none is open. */
export function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders !== undefined && workspaceFolders !== null)
    return workspaceFolders.map(({ uri }) => uri);
  return rootUri === null || rootUri === undefined ? [] : [rootUri];
}
