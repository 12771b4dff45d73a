import { availableParallelism, totalmem } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Looked } from './looked.ts';
import type { PoolOptions, Thread, Threads } from './pool.ts';

/** More threads than this have no more to do than to wait for the disk. */
const MOST = 8;

/** What the objects of one thread may take, in MB: far more than any report needs, and never all that there is. */
const ROOM = 1500;
const LEAST_ROOM = 256;

/**
 * The threads of a pool, each of which runs `file` again with `options` as its data.
 * @param room what the objects of a thread may take, in MB, where there is as much
 */
export function threadsOf(file: string, options: PoolOptions, room = ROOM): Threads {
  const most = Math.min(MOST, availableParallelism());
  const share = Math.floor(totalmem() / 2 ** 20 / (most + 1));
  const limit = Math.min(room, Math.max(LEAST_ROOM, share));
  return { most, start: () => startThread(file, options, limit) };
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
