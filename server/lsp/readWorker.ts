import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Job, Outcome } from './jobs.ts';

/** A thread of its own that does one job. Only the process's own entry knows how to start one. */
export interface ReadWorker {
  /** Rejects when the worker ends without an answer. */
  readonly outcome: Promise<Outcome<Job>>;
  readonly end: () => void;
}

export type StartReading = (job: Job) => Promise<ReadWorker>;

/** More than the longest document takes on a slow machine; whatever takes longer was made to. */
const PATIENCE = 120_000;

const TOO_LONG = {
  problem: 'Reading the file took more than two minutes, so it was given up. Split it into smaller files.',
};

/** What to say of a file that fills all memory that a worker may have. */
export const TOO_MUCH = {
  problem: 'Reading the file takes more memory than there is for one. Split it into smaller files.',
};

/**
 * Reads a file where it cannot hold up anything else, in bounded time and memory. However it ends, the work has ended.
 * Rejects when it is called off, and for a fault that is not the file's.
 */
export async function readAside<J extends Job>(
  start: StartReading,
  job: J,
  token: CancellationToken,
): Promise<Outcome<J>> {
  const worker = await start(job);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<typeof TOO_LONG>((resolve) => {
    timer = setTimeout(() => resolve(TOO_LONG), PATIENCE);
  });
  const calledOff = new Promise<never>((_resolve, reject) => {
    const stop = () => reject(new ResponseError(LSPErrorCodes.RequestCancelled, 'Reading was called off.'));
    token.onCancellationRequested(stop);
    if (token.isCancellationRequested) stop();
  });
  try {
    // The worker answers what it was asked.
    return (await Promise.race([worker.outcome, late, calledOff])) as Outcome<J>;
  } finally {
    clearTimeout(timer);
    worker.end();
  }
}
