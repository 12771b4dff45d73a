import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { isReader, readInWorker, startWorker } from './browserReading.ts';
import { emptyHost, remoteHost } from './remoteHost.ts';
import { serve } from './server.ts';

if (isReader) readInWorker();
else serveEditor();

function serveEditor(): void {
  const scope = self as unknown as DedicatedWorkerGlobalScope;
  const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));
  serve(connection, {
    host: (options) => (options.clientFiles === true ? remoteHost(connection) : emptyHost),
    startReading: (options, host) => (job) => startWorker(host, options.readerScripts, job),
    rulesPage: undefined,
  });
}

declare class DedicatedWorkerGlobalScope extends EventTarget {
  postMessage(message: unknown): void;
}
