import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import type { OpenedWorkbook } from '../text/workbook.ts';
import { isReader, readInWorker, startWorker } from './browserReading.ts';
import { emptyHost, remoteHost } from './remoteHost.ts';
import { serve } from './server.ts';

if (isReader) readInWorker();
else serveEditor();

function serveEditor(): void {
  const scope = self as unknown as DedicatedWorkerGlobalScope;
  const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));
  serve(connection, {
    host: (options) => (options.clientFiles === true ? remoteHost(connection, openHere) : emptyHost),
    startReading: (options, host) => (job) => startWorker(host, options.readerScripts, job),
    rulesPage: undefined,
  });
}

/** There is no other file to load it from. */
async function openHere(name: string, bytes: Uint8Array): Promise<OpenedWorkbook> {
  return (await import('../convert/sheet/openWorkbook.ts')).openWorkbook(name, bytes);
}

declare class DedicatedWorkerGlobalScope extends EventTarget {
  postMessage(message: unknown): void;
}
