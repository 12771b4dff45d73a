/**
 * Whether there is time for every case. CI has it; whoever works on the code runs a share of what repeats itself,
 * spread over the whole, and sees within the minute what is broken.
 */
export const THOROUGH = process.env.TOUCHSTONE_THOROUGH === '1';

/** One of so many cases is tried where there is no time for all of them. */
export const STRIDE = THOROUGH ? 1 : 5;

/** How often a property is tried on random input, of the runs that it gets when there is time. */
export function runs(all: number): number {
  return Math.ceil(all / STRIDE);
}

/** Of cases that all ask the same, those that are tried: every fifth, or each when there is time. */
export function someOf<Case>(cases: readonly Case[]): readonly Case[] {
  return cases.filter((_, index) => index % STRIDE === 0);
}
