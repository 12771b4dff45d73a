import { type CommentJob, type CommentOutcome, commentJob } from './commentJob.ts';
import { type PasteJob, type PasteOutcome, pasteJob } from './pasteJob.ts';
import { type ReadJob, type ReadOutcome, readJob } from './readJob.ts';

/** What a worker is started for. */
export type Job = ReadJob | CommentJob | PasteJob;

export type Outcome<J extends Job> = J extends CommentJob
  ? CommentOutcome
  : J extends PasteJob
    ? PasteOutcome
    : ReadOutcome;

/** Does a job, where it holds nothing else up. */
export async function doJob(job: Job): Promise<Outcome<Job>> {
  if ('html' in job) return pasteJob(job);
  return 'findings' in job ? commentJob(job) : readJob(job);
}
