/**
 * What came of looking at something: it was checked and holds, or does not; the words leave open what is meant; it
 * cannot be checked; or there is only something to be known of it.
 */
export type CoverageState = 'held' | 'wrong' | 'unsure' | 'unchecked' | 'told';

/** A line of what was checked in a document, with what is below it. */
export interface CoverageItem {
  readonly label: string;
  /** What is to be said of it in a few words. */
  readonly detail?: string;
  readonly state: CoverageState;
  /** Where it is in the document; undefined for what is nowhere. */
  readonly at?: number;
  readonly items: readonly CoverageItem[];
}

/** A part of what was checked, and how much of it is as it should be. */
export interface CoverageGroup extends CoverageItem {
  /** What is counted, such as "figures held"; undefined where there is nothing to count. */
  readonly share?: CoverageShare;
}

export interface CoverageShare {
  readonly done: number;
  readonly of: number;
  /** Such as "figures held". */
  readonly what: string;
}

/** "7 of 8 required sections are there". */
export function shareText({ done, of, what }: CoverageShare): string {
  return `${done} of ${of} ${what}`;
}

/**
 * A share as a line of its own: it holds when nothing is lacking.
 * @param done what is said of those that hold, behind a label that says what they are
 */
export function sharedGroup(
  label: string,
  share: CoverageShare,
  done: string,
  items: readonly CoverageItem[],
  lacking: CoverageState = 'wrong',
): CoverageGroup {
  return {
    label,
    detail: shareText({ ...share, what: done }),
    state: share.done === share.of ? 'held' : lacking,
    share,
    items,
  };
}
