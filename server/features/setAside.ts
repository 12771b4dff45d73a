import type { Finding } from '../text/problem.ts';
import { quote } from '../text/quote.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { BaselineEntry } from './baseline.ts';

/** What is set aside of a document: what a baseline has of it, or all that there is. */
export type Accepted = readonly BaselineEntry[] | 'everything';

/** The findings of a document by what a baseline says of them. */
export interface Sorted {
  readonly told: readonly Finding[];
  readonly setAside: readonly Finding[];
  /** What the baseline has and is found no more; of each as many as are lacking. */
  readonly outdated: readonly BaselineEntry[];
}

/**
 * Sets aside what a baseline has, by what is found and never by where. Of findings that are alike as many are set aside as
 * are in the baseline, and the last are told.
 * @param findings in reading order, places in `text`
 */
export function setAside(findings: readonly Finding[], accepted: Accepted, text: SourceText): Sorted {
  const left = new Map<string, { readonly entry: BaselineEntry; count: number }>();
  for (const entry of accepted === 'everything' ? [] : accepted) {
    left.set(keyOf(entry), { entry, count: entry.count + (left.get(keyOf(entry))?.count ?? 0) });
  }
  const isAccepted = (finding: Finding): boolean => {
    if (accepted === 'everything') return true;
    const same = left.get(keyOf(nameOf(finding, text)));
    if (same === undefined || same.count === 0) return false;
    same.count -= 1;
    return true;
  };
  const told: Finding[] = [];
  const aside: Finding[] = [];
  for (const finding of findings) {
    (canBeSetAside(finding) && isAccepted(finding) ? aside : told).push(finding);
  }
  // What else would be found in a text that could not be read as a whole is not known.
  const isRead = !told.some(({ rule }) => UNREAD.test(rule));
  const lacking = [...left.values()].filter(({ count }) => isRead && count > 0);
  return { told, setAside: aside, outdated: lacking.map(({ entry, count }) => ({ ...entry, count })) };
}

const UNREAD = /^syntax\/(?:front-matter|yaml|limits)$/;

/** What a baseline has of a document, less what is found no more. */
export function without(
  entries: readonly BaselineEntry[],
  outdated: readonly BaselineEntry[],
): readonly BaselineEntry[] {
  const left = new Map<string, BaselineEntry>();
  const add = (entry: BaselineEntry, count: number) => {
    const key = keyOf(entry);
    left.set(key, { ...entry, count: (left.get(key)?.count ?? 0) + count });
  };
  for (const entry of entries) add(entry, entry.count);
  for (const entry of outdated) add(entry, -entry.count);
  return [...left.values()].filter(({ count }) => count > 0);
}

/** Findings as a baseline has them. @param text what they are places in */
export function entriesFor(findings: readonly Finding[], text: SourceText): readonly BaselineEntry[] {
  const entries = new Map<string, BaselineEntry>();
  for (const finding of findings) {
    const name = nameOf(finding, text);
    const key = keyOf(name);
    entries.set(key, { ...name, count: 1 + (entries.get(key)?.count ?? 0) });
  }
  return [...entries.values()];
}

/** What speaks of comments is about somebody's decision, and what was not checked cannot be known. */
function canBeSetAside({ rule }: Finding): boolean {
  return !rule.startsWith('directive/') && rule !== 'syntax/limits';
}

type Name = Omit<BaselineEntry, 'count'>;

function nameOf({ rule, message, span }: Finding, text: SourceText): Name {
  return { rule, message, words: quote(text, span) };
}

function keyOf({ rule, message, words }: Name): string {
  return JSON.stringify([rule, message, words]);
}
