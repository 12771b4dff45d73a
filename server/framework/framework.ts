import type { Severity } from '../text/problem.ts';
import type { CheckDef } from './checkDef.ts';

/** What one kind of document must contain, as read from a framework file. */
export interface Framework {
  readonly id: string;
  readonly title: string;
  /** How documents of the kind are titled; `[organisation]` stands for the name of who was inspected. */
  readonly titles: readonly string[];
  readonly inspectorate: string | undefined;
  readonly kind: string | undefined;
  /** Who reads such documents, where they do not say so themselves; as written. */
  readonly audience: string | undefined;
  readonly source: FrameworkSource | undefined;
  /** The days between which such documents were written by it. */
  readonly inForce: InForce | undefined;
  /** What of such documents it does not know or check, in sentences. */
  readonly notCovered: readonly string[];
  readonly scales: ReadonlyMap<string, Scale>;
  /** Scales of how work is going, such as On target, At risk; or Green, Amber, Red. */
  readonly statuses: ReadonlyMap<string, StatusScale>;
  /** Of the document as a whole, in the order in which an author fills them in. */
  readonly fields: readonly FieldDef[];
  /** The outermost sections, in their order, with those that a pattern puts below them. */
  readonly sections: readonly SectionDef[];
  /** Sections that several sections repeat below them. */
  readonly patterns: ReadonlyMap<string, PatternDef>;
  /** How paragraphs are numbered: 1, 2, 3 through the document, afresh in each section, or not. */
  readonly numbering: 'document' | 'section' | 'none';
  /** Kinds of table that such documents have, with the columns of each. */
  readonly tables: ReadonlyMap<string, TableDef>;
  readonly measures: readonly MeasureDef[];
  /** What a letter has apart from its sections, each known by how it begins. */
  readonly parts: readonly PartDef[];
  readonly constraints: readonly ConstraintDef[];
  /** Rules of its own. */
  readonly checks: readonly CheckDef[];
  readonly quantityWords: readonly QuantityWord[];
  readonly acronyms: ReadonlyMap<string, string>;
  /** Words that such documents should use, and those that they should not. */
  readonly terms: readonly TermDef[];
  readonly rules: ReadonlyMap<string, Severity | 'off'>;
}

/** A word that is to be written in the place of others. */
export interface TermDef {
  readonly use: string;
  readonly insteadOf: readonly string[];
  /** Phrases in which such a word is another's, and stays. */
  readonly except: readonly string[];
  /** Why, in a sentence. */
  readonly because: string | undefined;
  /** Where it was published, in words. */
  readonly source: string | undefined;
}

/** Where the framework was published. Dates as written. */
export interface FrameworkSource {
  readonly title: string;
  readonly publisher: string | undefined;
  readonly published: string | undefined;
  readonly url: string | undefined;
}

/** The first and the last day of something, as written; open where nothing is known. */
export interface InForce {
  readonly from: string | undefined;
  readonly until: string | undefined;
}

export interface PatternDef {
  readonly id: string;
  readonly sections: readonly SectionDef[];
}

/** What a word such as "most" stands for: shares in per cent, the ends included; open where nothing is said. */
export interface QuantityWord {
  readonly word: string;
  readonly aliases: readonly string[];
  readonly from: number | undefined;
  readonly to: number | undefined;
}

export interface Scale {
  readonly id: string;
  /** What it is called, where it has a name of its own. */
  readonly title: string | undefined;
  readonly inspectorate: string | undefined;
  readonly source: FrameworkSource | undefined;
  readonly better: 'lower-grade' | 'higher-grade' | 'earlier';
  /** In the order of the file: best first, unless the grades say otherwise. */
  readonly values: readonly ScaleValue[];
  /** The days between which it was in use. */
  readonly inForce: InForce | undefined;
}

export interface ScaleValue {
  readonly label: string;
  /** A number, or undefined on a scale without numbers. */
  readonly grade: number | undefined;
  readonly meaning: string | undefined;
  /** What tables write for it, such as RI; one of the aliases too. */
  readonly short: string | undefined;
  readonly aliases: readonly string[];
  /** How a sentence gives the judgement without its label; the first is how the inspectorate begins it. */
  readonly phrases: readonly string[];
  /** The scores that come to it, in per cent, the ends included. */
  readonly band: { readonly from: number; readonly to: number } | undefined;
}

/** A scale of how work is going. */
export interface StatusScale {
  readonly id: string;
  readonly values: readonly StatusValue[];
}

export interface StatusValue {
  readonly label: string;
  readonly meaning: string | undefined;
  readonly aliases: readonly string[];
  /** What the word claims of the figures behind it; undefined when it claims nothing of them. */
  readonly says: 'on-target' | 'near-target' | 'off-target' | undefined;
}

/** Of a `block` field the value is all that stands below its name, up to the next. */
export type FieldType =
  | 'text'
  | 'person'
  | 'date'
  | 'date-range'
  | 'period'
  | 'judgement'
  | 'status'
  | 'measure'
  | 'page-range'
  | 'block'
  | 'list';

/**
 * Where a framework asks what is said to rest on something: always, or where a judgement is given. What that is stands
 * below the heading.
 */
export type EvidenceAsked = 'required' | 'for-judgement';

export interface FieldDef {
  readonly id: string;
  /** As an author would write it: "Reporting inspector". */
  readonly label: string;
  /** Other names under which documents write it. */
  readonly aliases: readonly string[];
  readonly type: FieldType;
  /** The id of the scale that a status is taken from. */
  readonly scale: string | undefined;
  /** Whether a status speaks of the section's measures, so that their figures must bear it out. */
  readonly ofMeasures: boolean;
  readonly required: boolean;
  readonly values: readonly string[];
  readonly description: string | undefined;
  /** Of a field that takes a block: whether it must name what the rest is known from. */
  readonly evidence: EvidenceAsked | undefined;
}

export interface SectionDef {
  readonly id: string;
  readonly heading: string;
  readonly aliases: readonly string[];
  /** Words with which a heading may begin to be the section's, whatever stands behind them. */
  readonly begins: readonly string[];
  /** Noun phrases by which a sentence names what the section judges. */
  readonly subjects: readonly string[];
  readonly required: boolean;
  /** Whether there may be any number of such sections. */
  readonly repeated: boolean;
  /** Whether its author words the heading: such a section is known by its fields and the sections below it. */
  readonly anyHeading: boolean;
  /** The days between which documents of the kind have the section. */
  readonly inForce: InForce | undefined;
  readonly fields: readonly FieldDef[];
  /** The tables that belong into the section, by their id among the framework's. */
  readonly tables: readonly { readonly table: string; readonly required: boolean }[];
  /** Whether the section holds the table that repeats the statuses of the others. */
  readonly statusSummary: boolean;
  /** The section's judgement: the id of its scale, whether there must be one, and whether the summary repeats it. */
  readonly judgement:
    | { readonly scale: string; readonly required: boolean; readonly inSummary: boolean }
    | undefined;
  /** Whether what stands below the heading must name evidence. */
  readonly evidence: EvidenceAsked | undefined;
  readonly guidance: string | undefined;
  /** A snippet with tab stops: what stands below the heading when the section is inserted. */
  readonly template: string | undefined;
  /** The id of the pattern that the section repeats below it. */
  readonly pattern: string | undefined;
  /** The id of the pattern by which the section is there. */
  readonly ofPattern: string | undefined;
  readonly recommendations: { readonly groups: readonly string[] } | undefined;
  /** Whether the section holds the table that repeats every judgement. */
  readonly judgementSummary: boolean;
  readonly rows: readonly SummaryRowDef[];
  readonly sections: readonly SectionDef[];
}

/** A row of the judgement summary of which the framework says more than its section does. */
export interface SummaryRowDef {
  readonly area: string;
  /** The row has no section of its own. */
  readonly recordOnly: boolean;
  readonly subjects: readonly string[];
  readonly scale: string | undefined;
  /** The days between which the summary has the row. */
  readonly inForce: InForce | undefined;
}

export type TableKind = 'measures' | 'breakdown' | 'status-counts' | 'actions' | 'status-summary' | 'other';

export interface TableDef {
  readonly id: string;
  readonly kind: TableKind;
  readonly columns: readonly ColumnDef[];
}

export interface ColumnDef {
  readonly id: string;
  readonly heading: string;
  readonly aliases: readonly string[];
  /** Whether the table must have the column. */
  readonly required: boolean;
  /** Whether every row must have something in it. */
  readonly filled: boolean;
}

export type MeasureUnit = 'percent' | 'count' | 'rate' | 'currency' | 'days' | 'ratio';

export type MeasureBasis = 'in-month' | 'snapshot' | 'cumulative' | 'rolling-12';

/** A figure that is reported again and again. */
export interface MeasureDef {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly unit: MeasureUnit | undefined;
  readonly better: 'higher' | 'lower' | 'none' | undefined;
  /** Figures on two bases are two facts. */
  readonly basis: MeasureBasis | undefined;
  /** The whole that a cumulative count is out of, as written. */
  readonly of: string | undefined;
  /** From when which target held, as written, in their order; `from` is undefined for one that always held. */
  readonly targets: readonly { readonly from: string | undefined; readonly value: string }[];
  /** How far below its target, in the measure's own unit, a figure is still amber; as written. */
  readonly amber: string | undefined;
  readonly source: string | undefined;
}

/** A part of a letter that is no section: its salutation, its sign-off. */
export interface PartDef {
  readonly id: string;
  readonly label: string;
  /** The words with which it begins. */
  readonly begins: readonly string[];
  readonly required: boolean;
  readonly guidance: string | undefined;
  /** Whether it stands before the sections or behind them. */
  readonly place: 'beginning' | 'end';
  /** A snippet with tab stops: what stands in a new letter. */
  readonly template: string | undefined;
}

/** A judgement that limits another. */
export interface ConstraintDef {
  /** The ids of the sections any of which limits the other, when it is judged so. */
  readonly any: readonly string[];
  readonly at: string;
  /** The id of the section that is limited, and the best label that it can then have. */
  readonly limited: string;
  readonly best: string;
  readonly because: string | undefined;
  /** The days between which it held. */
  readonly inForce: InForce | undefined;
}
