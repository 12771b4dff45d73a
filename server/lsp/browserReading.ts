import type { Host } from '../text/host.ts';
import { doJob, type Job, type Outcome } from './jobs.ts';
import type { ReadWorker } from './readWorker.ts';

/** What the scripts of a worker that reads leave for each other; the build knows the name as well. */
const CONVERT = 'touchstoneConvert';

/** What the worker sends. The library for PDFs sends messages of its own wherever it finds itself in a worker. */
interface Answer {
  readonly outcome: Outcome<Job>;
}

/** Whether this script was started to read a file, and not to serve. */
export const isReader = CONVERT in self;

/**
 * Starts a worker below the server's own, with the job as its first message. Its code comes through the client, because
 * browsers refuse a worker from another machine's address.
 *
 * @param scripts the addresses of what reads files, which is a module for Node, and of the server's own script
 */
export async function startWorker(
  host: Host,
  scripts: readonly [string, string] | undefined,
  job: Job,
): Promise<ReadWorker> {
  const [convert, server] = await Promise.all((scripts ?? []).map((script) => host.read(script)));
  if (convert === undefined || server === undefined) {
    throw new Error('The scripts that read files cannot be found.');
  }
  const before = `self.${CONVERT} = {}; ((module, exports) => {\n`;
  const between = `\nself.${CONVERT} = module.exports; })({ exports: {} }, {});\n`;
  const code = new Blob([before, convert.slice(), between, server.slice()], {
    type: 'application/javascript',
  });
  const address = URL.createObjectURL(code);
  const worker = new Worker(address);
  const outcome = new Promise<Outcome<Job>>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Partial<Answer>>) => {
      if (data.outcome !== undefined) resolve(data.outcome);
    });
    worker.addEventListener('error', ({ message }) => reject(new Error(message)), { once: true });
  });
  worker.postMessage(job);
  const end = () => {
    worker.terminate();
    URL.revokeObjectURL(address);
  };
  return { outcome, end };
}

/** What such a worker does. A fault reaches the server as the worker's error. */
export function readInWorker(): void {
  const read = async ({ data }: MessageEvent<Job>): Promise<void> => {
    try {
      const answer: Answer = { outcome: await doJob(data) };
      self.postMessage(answer);
    } catch (error) {
      reportError(error);
    }
  };
  self.addEventListener('message', (message) => void read(message), { once: true });
}
