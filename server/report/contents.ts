import type { ColumnDef, FieldDef, StatusValue, TableDef, TableKind } from '../framework/framework.ts';
import type { Cell, Row, Table } from '../syntax/block.ts';
import type { Span } from '../text/span.ts';
import type { CalendarDate } from '../values/calendar.ts';
import type { CellValue } from '../values/cell.ts';
import type { Due } from '../values/due.ts';
import type { DueTime } from '../values/dueTimes.ts';
import type { Period } from '../values/periods.ts';
import type { SharedPart } from '../values/sharedCells.ts';
import type { ColumnPeriod } from './columnPeriods.ts';

/** A stretch of one block of a section: `block` is an index into the section's own blocks, -1 is its heading. */
export interface Anchor {
  readonly block: number;
  readonly span: Span;
}

/** Words at a place. */
export interface Words {
  readonly text: string;
  readonly at: Anchor;
}

/** A field of a section: `**Actions status:** On target`. */
export interface SectionField {
  /** Undefined for a field that the framework does not know. */
  readonly def: FieldDef | undefined;
  readonly name: Words;
  /** Of a block field what stands on the label's own line. */
  readonly value: Words;
  /** The status that the value gives, on a field of that type. */
  readonly status: StatusValue | undefined;
}

/** A table with its columns made out. */
export interface ReportTable {
  readonly kind: TableKind | 'judgements' | 'fields';
  /** The framework's definition that the header fits. */
  readonly def: TableDef | undefined;
  readonly block: number;
  readonly table: Table;
  /** The rows below the header, which may have several. */
  readonly body: readonly Row[];
  readonly columns: readonly Column[];
}

export type ColumnPart =
  | 'measure'
  | 'role'
  | 'period'
  | 'target'
  | 'actual'
  | 'comparator'
  | 'status'
  | 'label'
  | 'count'
  | 'share'
  | 'action'
  | 'owner'
  | 'due'
  | 'progress'
  | 'completed'
  | 'impact'
  | 'other';

export interface Column {
  readonly header: string;
  readonly part: ColumnPart;
  readonly def: ColumnDef | undefined;
  /** Of a column of figures at one time. */
  readonly period: ColumnPeriod | undefined;
  /** The cell of the header that names it, and its time where it has one. */
  readonly head: Cell | undefined;
  /** Of a column that counts what has that status: Green, Amber, Red. */
  readonly counts: StatusValue | undefined;
  /** Of a column that repeats a field of the sections. */
  readonly field: FieldDef | undefined;
}

export type Role = 'target' | 'actual' | 'comparator' | 'other';

/** A measure that a table reports, with all the rows about it. */
export interface Measure {
  readonly name: Words;
  /** The index of its table among the section's. */
  readonly table: number;
  readonly rows: readonly MeasureRow[];
  /** Its targets and actuals by time, the oldest first. */
  readonly steps: readonly Step[];
  /** The RAG or status beside its figures. */
  readonly status: Words | undefined;
}

/** What a measure has at one time: in a table of one row a role the cells of one column. */
export interface Step {
  readonly header: string;
  readonly period: Period | undefined;
  readonly target: Point | undefined;
  readonly actual: Point | undefined;
}

export interface MeasureRow {
  readonly role: Role;
  /** As written, or the column's header; empty where nothing names it. */
  readonly roleText: string;
  /** The row's first cell. */
  readonly at: Anchor;
  readonly points: readonly Point[];
}

/** One figure of a measure. */
export interface Point {
  /** Undefined where the table has one figure a measure, or a month whose year is not known. */
  readonly period: Period | undefined;
  /** The header of its column. */
  readonly header: string;
  readonly cell: CellValue;
  readonly text: string;
  readonly at: Anchor;
}

/** What someone has undertaken to do. */
export interface Action {
  readonly action: Words;
  readonly owner: Words | undefined;
  readonly due: Words | undefined;
  /** Its status in a word or a colour. */
  readonly status: Words | undefined;
  /** How far it has got, in words: "Complete", "Stalled. Action needed." */
  readonly progress: Words | undefined;
  /** When it was completed, or whether: what stands in a column of that name. */
  readonly completed: Words | undefined;
  readonly impact: Words | undefined;
  /** What the framework wants told of it. */
  readonly asked: ReadonlySet<ColumnPart>;
  /** What its row leaves empty because the cell above may stand for both rows, as merged cells do. */
  readonly shared: ReadonlySet<SharedPart>;
  /** What `due` says; undefined where there is nothing of the kind, or nothing in it. */
  readonly timing: Due | undefined;
  readonly standing: ActionStanding;
}

/** How an action stands, by all that is said of it. */
export interface ActionStanding {
  /** `unsure` where that can be read either way. */
  readonly state: 'done' | 'open' | 'unsure';
  /** When it was completed, as the words there say. */
  readonly doneOn: { readonly time: DueTime; readonly words: Words } | undefined;
  /** The last day that its status or progress names. */
  readonly expected: CalendarDate | undefined;
  /** Whether it is said to have been done before its time. */
  readonly saysEarly: boolean;
  /** Whether it is said to be late, or put off. */
  readonly saysLate: boolean;
  /** Whether it is said to have ended without being done: "Superseded". */
  readonly isDropped: boolean;
  /** What says that it is done and what says that it was not begun, where both are said. */
  readonly contrary: { readonly done: Words; readonly notBegun: Words } | undefined;
}

/** A row of the table that repeats the statuses of the sections. */
export interface StatusRow {
  readonly name: Words;
  readonly statuses: readonly {
    readonly field: FieldDef;
    readonly value: Words;
    readonly status: StatusValue | undefined;
  }[];
}

/** A part of a letter that is no section: its salutation, its sign-off. */
export interface LetterPart {
  readonly id: string;
  readonly label: string;
  readonly words: Words;
}
