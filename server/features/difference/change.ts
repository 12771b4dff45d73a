import type { Finding } from '../../text/problem.ts';
import type { Span } from '../../text/span.ts';

/** What a change is a change of. */
export type ChangeKind =
  | 'section'
  | 'field'
  | 'judgement'
  | 'status'
  | 'figure'
  | 'target'
  | 'date'
  | 'action'
  | 'recommendation'
  | 'row';

/** Whether it is said otherwise now, or was not said before, or is said no longer, or has other words for its name. */
export type ChangeSort = 'changed' | 'new' | 'gone' | 'renamed';

/** Which way something went, where a scale, a measure or a calendar says so. */
export type Turn = 'better' | 'worse' | 'later' | 'earlier';

/** What one version says, with its place in the text of that version. */
export interface Said {
  /** As written; empty where nothing stands at the place. */
  readonly text: string;
  readonly span: Span;
}

/** One thing that two versions say otherwise. */
export interface Change {
  readonly kind: ChangeKind;
  readonly sort: ChangeSort;
  /** What it is of, in words: `Overall effectiveness`, `Action "Recruit six social workers"`. */
  readonly subject: string;
  /** Which part of it: `owner`, `due`; undefined where it is the whole. */
  readonly part: string | undefined;
  /** What the earlier version says; undefined where it says nothing of it. */
  readonly before: Said | undefined;
  readonly after: Said | undefined;
  readonly turn: Turn | undefined;
  /** What else is to be known, such as `target 85%: now met`. */
  readonly remark: string | undefined;
}

/** The changes in one section, in reading order of the later version. */
export interface ChangeGroup {
  /** What the section is called; undefined for the document itself. */
  readonly section: string | undefined;
  readonly changes: readonly Change[];
}

/** A passage whose words are others, with what it says. Nothing of substance could be told of it. */
export interface ChangedPassage {
  readonly before: Said | undefined;
  readonly after: Said | undefined;
}

/** What is found in one version only. */
export interface ChangedFindings {
  /** Found in the earlier version alone. */
  readonly mended: readonly Finding[];
  /** Found in the later version alone. */
  readonly found: readonly Finding[];
}

/** How two versions of a document differ in what they say. */
export interface Difference {
  readonly groups: readonly ChangeGroup[];
  readonly passages: readonly ChangedPassage[];
  readonly findings: ChangedFindings;
}
