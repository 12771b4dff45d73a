import type { Connection } from 'vscode-languageserver';
import {
  LIST_FILES_REQUEST,
  type ListFilesResult,
  READ_FILE_REQUEST,
  type ReadFileResult,
} from '../protocol.ts';
import type { Host } from '../text/host.ts';

/** Files by way of the client, which alone can reach them in a browser or a virtual workspace. Paths are addresses. */
export function remoteHost(connection: Connection): Host {
  return {
    async read(uri) {
      const answer = await connection.sendRequest<ReadFileResult>(READ_FILE_REQUEST, { uri });
      return answer === null
        ? undefined
        : Uint8Array.from(atob(answer), (character) => character.charCodeAt(0));
    },
    async list(folder, wanted) {
      const pattern = '**/*.{md,yaml,yml}';
      const found = await connection.sendRequest<ListFilesResult>(LIST_FILES_REQUEST, { folder, pattern });
      return found.filter((uri) => wanted(uri.slice(uri.lastIndexOf('/') + 1)));
    },
    relative: relativeAddress,
  };
}

/** Without files: every document stands alone. */
export const emptyHost: Host = {
  read: async () => undefined,
  list: async () => [],
  relative: relativeAddress,
};

/** The part of an address below a folder's, with its escapes undone. */
export function relativeAddress(folder: string, address: string): string {
  const part = address.slice(folder.length + 1);
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
