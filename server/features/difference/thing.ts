import type { Section } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import type { Change, ChangeKind, Said, Turn } from './change.ts';

/** Something that a version speaks of and that the other may speak of too: an action, a measure, a row, an area. */
export interface Thing {
  readonly kind: ChangeKind;
  /** Undefined for what is of the document as a whole. */
  readonly section: Section | undefined;
  /** What it is known by, the surest first: the same key in both versions is the same thing where nothing else has it. */
  readonly keys: readonly string[];
  /** What it is called, as written; where this differs it has been renamed. */
  readonly name: Said;
  /** Its name with what kind of thing it is: `Action "Recruit six social workers"`. */
  readonly subject: string;
  /** Whether another wording may be the same thing: a long enough name can be told by most of its words. */
  readonly isWorded: boolean;
  readonly parts: readonly Part[];
  /** The places that it takes, which are told of here and nowhere else. */
  readonly takes: readonly Span[];
}

/** One thing that is said of a thing. */
export interface Part {
  /** What it is known by among the parts of its thing. */
  readonly key: string;
  readonly kind: ChangeKind;
  /** What it is called behind the subject; undefined where the thing has this one part. */
  readonly label: string | undefined;
  readonly said: Said;
  /** As it is compared. Empty where nothing is said. */
  readonly value: string;
  /** Of what is said at several places: what is said at each. */
  readonly places?: ReadonlyMap<string, { readonly value: string; readonly span: Span }>;
  /** Where it stands, for things that can stand higher or lower. */
  readonly level?: Level | undefined;
  /** What else is to be known when it has changed from an earlier one, or is new. */
  readonly remark?: (earlier: Part | undefined) => string | undefined;
}

/** A place on a scale, a calendar or a measure. */
export interface Level {
  /** What it is a place on: places on two scales are not held against each other. */
  readonly on: string;
  readonly value: number;
  /** What it means to have gone up, or down. */
  readonly up: Turn;
  readonly down: Turn;
}

/** A thing of each version that is the same. */
export interface Pair<T> {
  readonly before: T;
  readonly after: T;
}

/** Things of two versions put together. */
export interface Matched<T> {
  readonly pairs: readonly Pair<T>[];
  readonly gone: readonly T[];
  readonly fresh: readonly T[];
}

/** A change with where it belongs: in a section of the later version, or of the earlier where it is gone from there. */
export interface PlacedChange {
  readonly change: Change;
  readonly in: { readonly version: 'before' | 'after'; readonly section: Section | undefined };
}
