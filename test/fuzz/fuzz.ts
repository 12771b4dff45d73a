import { Random } from '../incremental/random.ts';
import type { Corpus } from './corpus.ts';
import { randomText } from './mutate.ts';
import type { Target } from './targets.ts';

/** One case: all of it follows from the number of its seed. */
export interface FuzzCase {
  readonly target: Target;
  readonly text: string;
  readonly seed: number;
}

/** A case that failed, with as little text as trying out made possible. */
export interface Failure extends FuzzCase {
  readonly reason: string;
}

/** More of the processor's time than any case of these sizes may take. */
const MOST_SECONDS = 10;

export function caseOf(seed: number, all: readonly Target[], corpus: Corpus): FuzzCase {
  const random = new Random(seed);
  const target = random.pick(all);
  return { target, text: randomText(corpus, target.form, random), seed };
}

/** Why a case fails; undefined when it comes to a good end. */
export async function failureOf({ target, text, seed }: FuzzCase): Promise<string | undefined> {
  const before = process.cpuUsage();
  try {
    await target.check(text, new Random(seed));
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  return seconds > MOST_SECONDS ? `Slow: it took ${seconds.toFixed(0)} s.` : undefined;
}

/** How long making a case smaller may take: a failure with more text in it beats none at all. */
const MOST_TRIES = 2000;

/** Takes out stretches of the text, ever smaller ones, for as long as the case goes on failing. */
export async function minimised(failing: FuzzCase, reason: string): Promise<Failure> {
  let best: Failure = { ...failing, reason };
  let tries = reason.startsWith('Slow') ? 40 : MOST_TRIES;
  for (let size = best.text.length >> 1; size > 0; size >>= 1) {
    for (let at = 0; at < best.text.length && tries > 0; tries -= 1) {
      const smaller = { ...best, text: best.text.slice(0, at) + best.text.slice(at + size) };
      const still = await failureOf(smaller);
      if (still === undefined) at += size;
      else best = { ...smaller, reason: still };
    }
  }
  return best;
}

/** What a person needs to see the failure again. */
export function described({ target, text, seed, reason }: Failure): string {
  return `Seed ${seed}, ${target.name}: ${reason}\nThe text: ${JSON.stringify(text)}`;
}
