import type { Block } from '../../model/block.ts';
import type { Measure, Point } from '../../report/contents.ts';
import type { SectionContent } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import type { Interval } from '../../values/interval.ts';
import type { Quantity } from '../../values/quantity.ts';
import type { Rational } from '../../values/rational.ts';
import type { Time } from '../../values/times.ts';
import type { DirectionClaim } from '../direction/directionClaims.ts';

/** What a figure of a measure says: what is, what is aimed at, what others have, or what was before. */
export type MentionRole = 'actual' | 'target' | 'comparator';

/** What a figure is a figure of, in words that are compared. */
export interface MeasureWords {
  /** The words that tell one measure from another, in order of the alphabet: two measures are the same only if all are. */
  readonly key: string;
  /** What may be left out where no other measure has the same key: "within 15 working days", "19 to 21 years". */
  readonly details: readonly string[];
  /** How many words the key has. */
  readonly count: number;
}

/** A figure that a passage states of a measure. */
export interface Mention {
  readonly quantity: Quantity;
  /** The exact share, where it is stated as a part and its whole: 210 of 754. */
  readonly derived: Rational | undefined;
  /** The part where one is counted: 210 of "210 of 754", and the count itself of "26 teams have …". */
  readonly part: Quantity | undefined;
  /** How many there are in all, where the words say so: two shares of one whole are of one population. */
  readonly whole: Rational | undefined;
  /** Where it stands in the block's source, and the number alone, which a correction replaces. */
  readonly at: Span;
  readonly numberAt: Span;
  readonly measure: MeasureWords;
  readonly role: MentionRole;
  /** Undefined where the words give no time: that of what is around it then counts, or of the document. */
  readonly time: Time | undefined;
  /** Times that the passage names before: a figure without a time of its own may be of one of these. */
  readonly before: readonly Time[];
  /** The figure as written, with its part and whole where it is derived. */
  readonly text: string;
}

/** What a figure states but for its measure. */
export type NotedFigure = Omit<Mention, 'measure'>;

/** A comment right behind a figure that may name its measure and its time: `95%<!-- cp-visits 2020-05 -->`. Places are in the block's source. */
export interface FigureNote {
  /** Its first word, which may be the id of a measure. */
  readonly id: NoteWords;
  /** What stands behind that, which may be a period. */
  readonly period: NoteWords | undefined;
  /** The figure with its unit. */
  readonly figureAt: Span;
  /** What the figure states, its share twice where its part and whole are written too; empty where it is no figure of a measure. */
  readonly figures: readonly NotedFigure[];
  readonly isInCell: boolean;
}

export interface NoteWords {
  readonly text: string;
  readonly at: Span;
}

/** A measure of a table with the words of its names: its own, and those that are defined for it. */
export interface Series {
  readonly measure: Measure;
  readonly names: readonly MeasureWords[];
  readonly isPercent: boolean;
  /** Its figures in one role that can be compared, the oldest first. Read when they are first asked for. */
  readonly points: (role: MentionRole) => readonly SeriesPoint[];
}

/** A figure of a measure's row, with its time as times are compared. */
export interface SeriesPoint {
  readonly point: Point;
  readonly key: string;
  readonly quantity: Quantity;
  readonly interval: Interval;
}

/** What a passage says of the way that a measure went, or of the most that it has been. */
export interface RowClaim {
  readonly kind: 'direction' | 'highest' | 'lowest';
  readonly claim: DirectionClaim | undefined;
  readonly measure: MeasureWords;
  /** In the block's source. */
  readonly at: Span;
  readonly text: string;
  readonly quantity: Quantity | undefined;
}

/** How many there are of what a review or audit looks at: "Review of school cases (45 cases)". */
export interface ReviewCount {
  readonly quantity: Quantity;
  /** The words that say what was looked at, as they are compared. */
  readonly measure: MeasureWords;
  /** The same as an author wrote it: "school cases". */
  readonly name: string;
  /** Whether a name says which they are: "Ofsted cases". */
  readonly isNamed: boolean;
  /** In the block's source: the figure. */
  readonly at: Span;
  readonly time: Time | undefined;
  /** Where the words do not say which: whether these are the ones that were counted before, "of the 112 cases reviewed". */
  readonly goesBack: boolean | undefined;
}

/** What two rows of one measure say together. */
export interface SeriesPair {
  readonly points: readonly {
    readonly first: SeriesPoint;
    readonly other: SeriesPoint;
    readonly agrees: boolean;
  }[];
}

/** The mentions of blocks and sections of an earlier version, for as long as these are the same. */
export interface MentionMemo {
  readonly blocks: WeakMap<Block, readonly Mention[]>;
  readonly claims: WeakMap<Block, readonly RowClaim[]>;
  readonly reviews: WeakMap<Block, readonly ReviewCount[]>;
  readonly notes: WeakMap<Block, readonly FigureNote[]>;
  /** Whether a title, or what leads into a list, narrows what is below it to a part: by its block. */
  readonly parts: WeakMap<Block, boolean>;
  /** Whether a title, or what leads into a list, says that what is below it is yet to be reached: by its block. */
  readonly aims: WeakMap<Block, boolean>;
  /** The times that a title, or what leads into a list, names. */
  readonly times: WeakMap<Block, readonly Time[]>;
  readonly sections: WeakMap<SectionContent, readonly Series[]>;
  /** The shares of a section's breakdowns. */
  readonly breakdowns: WeakMap<SectionContent, readonly Series[]>;
  readonly pairs: WeakMap<Series, WeakMap<Series, SeriesPair>>;
}

/** A memo of what blocks state by themselves: not of sections, whose measures a framework defines. */
export function mentionsOfBlocks(memo: MentionMemo = noMentions()): MentionMemo {
  const { blocks, claims, reviews, notes, times, parts, aims } = memo;
  return { ...noMentions(), blocks, claims, reviews, notes, times, parts, aims };
}

/** A memo that knows nothing yet. */
export function noMentions(): MentionMemo {
  return {
    blocks: new WeakMap(),
    claims: new WeakMap(),
    reviews: new WeakMap(),
    notes: new WeakMap(),
    times: new WeakMap(),
    parts: new WeakMap(),
    aims: new WeakMap(),
    sections: new WeakMap(),
    breakdowns: new WeakMap(),
    pairs: new WeakMap(),
  };
}
