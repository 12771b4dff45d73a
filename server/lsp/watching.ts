import { FileChangeType, type FileEvent, type FileSystemWatcher, WatchKind } from 'vscode-languageserver';
import { isPackFile } from '../features/pack.ts';

/** A folder that comes or goes is told of alone, without the files in it, so all that comes and goes is asked for. */
export const WATCHERS: FileSystemWatcher[] = [
  { globPattern: '**/*.{md,yaml,yml,xlsx,xlsm,csv,tsv,json}', kind: WatchKind.Change },
  { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
];

/** Whether a change may be to what a pack is, and not only to a document in it. */
export function hasReload(changes: readonly FileEvent[], isNamed: (uri: string) => boolean): boolean {
  return changes.some(
    ({ uri, type }) =>
      isPackFile(uri) || isNamed(uri) || (type !== FileChangeType.Changed && mayBeFolder(uri)),
  );
}

/** What has no ending, or a number for one as in `2020.05`, and lies in no folder that is never looked into. */
function mayBeFolder(uri: string): boolean {
  const parts = uri.split('/');
  const name = parts.at(-1) ?? '';
  return !/^\.|\.[a-z]\w*$/i.test(name) && !parts.includes('.git') && !parts.includes('node_modules');
}
