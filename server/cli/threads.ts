import { availableParallelism, totalmem } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Looked } from './looked.ts';
import type { PoolOptions, Thread, Threads } from './pool.ts';

/** More threads than this have no more to do than to wait for the disk. */
const MOST = 8;

/** What the objects of one thread may take, in MB: far more than any report needs, and never all that there is. */
const ROOM = 1500;

/** The threads of a pool, each of which runs `file` again with `options` as its data. */
export function threadsOf(file: string, options: PoolOptions): Threads {
  const most = Math.min(MOST, availableParallelism());
  const share = Math.floor(totalmem() / 2 ** 20 / (most + 1));
  const room = Math.max(256, Math.min(ROOM, share));
  return { most, start: () => startThread(file, options, room) };
}

interface Waiting {
  readonly resolve: (looked: Looked) => void;
  readonly reject: (error: Error) => void;
}

function startThread(file: string, options: PoolOptions, room: number): Thread {
  const worker = new Worker(file, { workerData: options, resourceLimits: { maxOldGenerationSizeMb: room } });
  let waiting: Waiting | undefined;
  const fail = (error: Error) => {
    waiting?.reject(error);
    waiting = undefined;
  };
  worker.on('message', (looked: Looked) => {
    waiting?.resolve(looked);
    waiting = undefined;
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('A thread that checked files has ended.')));
  return {
    look: (target) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        worker.postMessage(target);
      }),
    end: () => void worker.terminate(),
  };
}
