import { type ReadJob, readJob } from './readJob.ts';

// The worker that a server in a browser starts for one file. A fault reaches it as the error of the worker.
self.addEventListener(
  'message',
  ({ data }) => {
    readJob(data as ReadJob).then(
      (outcome) => self.postMessage(outcome),
      (error: unknown) =>
        setTimeout(() => {
          throw error;
        }),
    );
  },
  { once: true },
);
