import type { Host } from '../text/host.ts';
import type { ReadJob, ReadOutcome } from './readJob.ts';
import type { ReadWorker } from './readWorker.ts';

/**
 * Starts a worker below the server's own, with the job as its first message.
 *
 * @param script the address of the worker's script; it comes through the client, because browsers refuse a worker from
 * another machine's address
 */
export async function startWorker(host: Host, script: string | undefined, job: ReadJob): Promise<ReadWorker> {
  const code = script === undefined ? undefined : await host.read(script);
  if (code === undefined) throw new Error('The script that reads files cannot be found.');
  const address = URL.createObjectURL(new Blob([code.slice()], { type: 'application/javascript' }));
  const worker = new Worker(address);
  const outcome = new Promise<ReadOutcome>((resolve, reject) => {
    worker.addEventListener('message', ({ data }) => resolve(data as ReadOutcome), { once: true });
    worker.addEventListener('error', ({ message }) => reject(new Error(message)), { once: true });
  });
  worker.postMessage(job);
  const end = () => {
    worker.terminate();
    URL.revokeObjectURL(address);
  };
  return { outcome, end };
}
