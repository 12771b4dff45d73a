import { setFlagsFromString } from 'node:v8';
import { isMainThread, workerData } from 'node:worker_threads';
import { DEFAULT_COLUMNS, type Io } from './io.ts';
import { withProgress } from './output/progress.ts';
import { run } from './run.ts';
import { threadsOf } from './threads.ts';

// A pattern is else made ready twice: to be interpreted when it is first used, and compiled at its second use. There are hundreds
// of them, many are large, and nearly all are used more than once.
setFlagsFromString('--no-regexp-tier-up');

const STOPS = ['SIGINT', 'SIGTERM'] as const;

const plain: Io = {
  threads: (options) => threadsOf(__filename, options),
  onStop,
  cwd: process.cwd(),
  env: process.env,
  stdin: readStdin,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  now: () => new Date(),
  columns: process.stdout.isTTY ? process.stdout.columns : undefined,
};

const { isTTY, columns } = process.stderr;
// A terminal that does not know its width says 0.
const width = columns > 0 ? columns : DEFAULT_COLUMNS;
const io = isTTY ? withProgress(plain, { columns: width, now: () => performance.now() }) : plain;

/** Ctrl+C and its like; while no one listens, they end the process as they always do. */
function onStop(listener: () => void): () => void {
  for (const signal of STOPS) process.once(signal, listener);
  return () => {
    for (const signal of STOPS) process.removeListener(signal, listener);
  };
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

// Whoever reads the output may stop early, as `head` does: that is no fault.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));
}

// The exit code is set and not forced, so that what is still to be written reaches a slow reader.
if (!isMainThread) import('./thread.ts').then(({ serve }) => serve(workerData));
else {
  run(process.argv.slice(2), io).then((code) => {
    process.exitCode = code;
  });
}
