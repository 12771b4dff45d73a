import { type CommentJob, type CommentOutcome, commentJob } from './commentJob.ts';
import { type ReadJob, type ReadOutcome, readJob } from './readJob.ts';

/** What a worker is started for. */
export type Job = ReadJob | CommentJob;

export type Outcome<J extends Job> = J extends CommentJob ? CommentOutcome : ReadOutcome;

/** Does a job, where it holds nothing else up. */
export async function doJob(job: Job): Promise<Outcome<Job>> {
  return 'findings' in job ? commentJob(job) : readJob(job);
}
