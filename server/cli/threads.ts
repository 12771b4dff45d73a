import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Looked } from './looked.ts';
import type { PoolOptions, Thread } from './pool.ts';

/** More threads than this have no more to do than to wait for the disk. */
const MOST = 8;

/** Starts the threads of a pool, each of which runs `file` again with `options` as its data. */
export function startThreads(file: string, options: PoolOptions): readonly Thread[] {
  const count = Math.min(MOST, availableParallelism());
  return count < 2 ? [] : Array.from({ length: count }, () => startThread(file, options));
}

interface Waiting {
  readonly resolve: (looked: Looked) => void;
  readonly reject: (error: Error) => void;
}

function startThread(file: string, options: PoolOptions): Thread {
  const worker = new Worker(file, { workerData: options });
  const waiting: Waiting[] = [];
  const fail = (error: Error) => {
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  worker.on('message', (answer: Looked | Error) => {
    const first = waiting.shift();
    if (answer instanceof Error) first?.reject(answer);
    else first?.resolve(answer);
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('A thread that checked files has ended.')));
  return {
    look: (target) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        worker.postMessage(target);
      }),
    end: () => void worker.terminate(),
  };
}
