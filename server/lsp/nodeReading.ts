import { parentPort, Worker, workerData } from 'node:worker_threads';
import { doJob, type Job, type Outcome } from './jobs.ts';
import { type ReadWorker, TOO_MUCH } from './readWorker.ts';

/** Enough for the longest documents there are, and little enough for the machine to stay usable. */
const LIMITS = { maxOldGenerationSizeMb: 1500, maxYoungGenerationSizeMb: 64 };

/** Starts a thread that runs `file` again, with the job as its data. */
export async function startThread(file: string, job: Job): Promise<ReadWorker> {
  // What a library prints must not get between the messages to the editor.
  const quiet = { stdout: true, stderr: true };
  const worker = new Worker(file, { workerData: job, resourceLimits: LIMITS, ...quiet });
  const outcome = new Promise<Outcome<Job>>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', (error: Error & { readonly code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(TOO_MUCH);
      else reject(error);
    });
    worker.once('exit', () => reject(new Error('The thread that read a file has ended.')));
  });
  return { outcome, end: () => void worker.terminate() };
}

/** What such a thread does. */
export async function readInThread(): Promise<void> {
  const outcome = await doJob(workerData as Job);
  parentPort?.postMessage(outcome);
}
