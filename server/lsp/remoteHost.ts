import type { Connection } from 'vscode-languageserver';
import {
  LIST_FILES_REQUEST,
  type ListFilesResult,
  READ_FILE_REQUEST,
  type ReadFileResult,
} from '../protocol.ts';
import type { Host } from '../text/host.ts';
import type { OpenedWorkbook } from '../text/workbook.ts';

/** Reads the bytes of a workbook; each server has its own way to the code that does. */
export type OpenWorkbook = (name: string, bytes: Uint8Array) => Promise<OpenedWorkbook>;

/** Files by way of the client, which alone can reach them in a browser or a virtual workspace. Paths are addresses. */
export function remoteHost(connection: Connection, open: OpenWorkbook): Host {
  const host: Host = {
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
    resolve: resolvedAddress,
    workbook: (uri) => workbookAt(host, uri, open),
  };
  return host;
}

/** Without files: every document stands alone. */
export const emptyHost: Host = {
  read: async () => undefined,
  list: async () => [],
  relative: relativeAddress,
  resolve: resolvedAddress,
  workbook: async () => undefined,
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

/** The address of a file that is written from a folder's. */
export function resolvedAddress(folder: string, written: string): string {
  const parts = folder.split('/');
  for (const step of written.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.' && step !== '') parts.push(encodeURIComponent(step));
  }
  return parts.join('/');
}

/** What a workbook holds, by its address. */
export async function workbookAt(
  host: Host,
  uri: string,
  open: OpenWorkbook,
): Promise<OpenedWorkbook | undefined> {
  const bytes = await host.read(uri);
  return bytes === undefined ? undefined : open(uri, bytes);
}
