import type { Severity } from '../text/problem.ts';

/** A rule that a framework declares: of one of the kinds that there are, with what that kind needs. */
export interface CheckDef {
  readonly id: string;
  readonly kind: CheckKind;
  /** With placeholders such as `{value}`. */
  readonly message: string;
  readonly severity: Severity | undefined;
  readonly because: string | undefined;
  /** The id of the section that it looks at; undefined for the document. */
  readonly section: string | undefined;
  /** The id of the kind of table that it looks at, and that of a column. */
  readonly table: string | undefined;
  readonly column: string | undefined;
  readonly field: string | undefined;
  /** What a section holds: ids of sections, or `paragraph`, `list`, `table`. */
  readonly must: readonly string[];
  readonly mustNot: readonly string[];
  readonly oneOf: readonly string[];
  readonly inOrder: readonly string[];
  readonly values: readonly string[];
  /** Phrases, any of which counts. */
  readonly text: readonly string[];
  /** A regular expression, as written. */
  readonly pattern: string | undefined;
  readonly replaceWith: string | undefined;
  readonly insert: string | undefined;
  readonly count: Countable | undefined;
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly by: Ordering | undefined;
  readonly direction: 'rising' | 'falling';
  readonly when: Condition | undefined;
  readonly then: Condition | undefined;
  readonly to: Source | undefined;
}

export type CheckKind =
  | 'contains'
  | 'allowed-values'
  | 'count'
  | 'order'
  | 'required-text'
  | 'forbidden-text'
  | 'when-then'
  | 'cross-reference';

export type Countable = 'items' | 'rows' | 'words' | 'paragraphs' | 'sections';

export type Ordering = 'date' | 'number' | 'text';

/** What holds of a column or a field: that it says one of some values, or none of them, or anything at all. */
export interface Condition {
  readonly column: string | undefined;
  readonly field: string | undefined;
  readonly is: readonly string[] | undefined;
  readonly isNot: readonly string[] | undefined;
  readonly filled: boolean | undefined;
}

/** Where the names stand that a reference may name: the headings of a section, or a column of a table. */
export interface Source {
  readonly section: string | undefined;
  readonly table: string | undefined;
  readonly column: string | undefined;
}
