import { parentPort } from 'node:worker_threads';
import type { Target } from './files.ts';
import type { Io } from './io.ts';
import { load } from './load.ts';
import type { Looked } from './looked.ts';
import { loadNumbers } from './numberLoad.ts';
import { packed } from './packing.ts';
import { Packs } from './packs.ts';
import { faultSentence, type PoolOptions } from './pool.ts';

/** What a thread of the pool does: it looks at the file that it is sent, and answers. */
export function serve(options: PoolOptions): void {
  const { framework, today, numbers, baseline } = options;
  const packs = new Packs(baseline);
  const loadOne = numbers === 'only' ? loadNumbers : load;
  const io: Io = {
    cwd: options.cwd,
    env: {},
    stdin: () => Promise.resolve(new Uint8Array()),
    out: () => undefined,
    err: () => undefined,
    columns: undefined,
  };
  const look = async (target: Target): Promise<Looked> => {
    try {
      return packed(await loadOne(target, { io, packs, framework, today }), numbers !== 'none');
    } catch (error) {
      return { kind: 'problem', problem: faultSentence(error) };
    }
  };
  parentPort?.on('message', async (target: Target) => parentPort?.postMessage(await look(target)));
}
