import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { isMainThread } from 'node:worker_threads';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { Host } from '../text/host.ts';
import { diskHost, openByDoor } from './nodeHost.ts';
import { readInThread, startThread } from './nodeReading.ts';
import { emptyHost, remoteHost } from './remoteHost.ts';
import { serve } from './server.ts';

// A pattern is else made ready twice: to be interpreted when it is first used, and compiled at its second use. There are hundreds
// of them, many are large, and nearly all are used more than once.
setFlagsFromString('--no-regexp-tier-up');

if (isMainThread) serveEditor();
else void readInThread();

function serveEditor(): void {
  // Editors that are not VS Code often start a language server without naming the transport.
  if (!process.argv.some((argument) => /^--(?:stdio|node-ipc|socket|pipe)/.test(argument)))
    process.argv.push('--stdio');

  const connection = createConnection(ProposedFeatures.all);
  serve(connection, {
    host: (options) =>
      byScheme(diskHost, options.clientFiles === true ? remoteHost(connection, openByDoor) : emptyHost),
    startReading: () => (job) => startThread(__filename, job),
    rulesPage: pathToFileURL(path.join(__dirname, '..', 'RULES.md')).toString(),
  });
}

/** Files on this machine are read directly; those of a virtual workspace through the client. */
function byScheme(disk: Host, other: Host): Host {
  const of = (uri: string) => (uri.startsWith('file:') ? disk : other);
  return {
    read: (uri) => of(uri).read(uri),
    list: (folder, wanted) => of(folder).list(folder, wanted),
    relative: disk.relative,
    resolve: disk.resolve,
    workbook: (uri) => of(uri).workbook(uri),
  };
}
