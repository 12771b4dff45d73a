import { parentPort } from 'node:worker_threads';
import type { Target } from './files.ts';
import type { Io } from './io.ts';
import { load } from './load.ts';
import { packed } from './packing.ts';
import { Packs } from './packs.ts';
import type { PoolOptions } from './pool.ts';

/** What a thread of the pool does: it looks at the files that it is sent, in their order. */
export function serve(options: PoolOptions): void {
  const packs = new Packs();
  const { framework, today } = options;
  const io: Io = {
    cwd: options.cwd,
    env: {},
    stdin: () => Promise.resolve(new Uint8Array()),
    out: () => undefined,
    err: () => undefined,
    columns: undefined,
  };
  let last: Promise<void> = Promise.resolve();
  parentPort?.on('message', (target: Target) => {
    last = last
      .then(() => load(target, { io, packs, framework, today }))
      .then((loaded) => parentPort?.postMessage(packed(loaded, options.withTies)))
      .catch((error: unknown) =>
        parentPort?.postMessage(error instanceof Error ? error : new Error(String(error))),
      );
  });
}
