import type { Severity } from '../text/problem.ts';

/** What one kind of document must contain, as read from a framework file. */
export interface Framework {
  readonly id: string;
  readonly title: string;
  readonly inspectorate: string | undefined;
  readonly kind: string | undefined;
  readonly source: FrameworkSource | undefined;
  readonly scales: ReadonlyMap<string, Scale>;
  /** Of the document as a whole, in the order in which an author fills them in. */
  readonly fields: readonly FieldDef[];
  /** The outermost sections, in their order. */
  readonly sections: readonly SectionDef[];
  /** How paragraphs are numbered: 1, 2, 3 through the document, afresh in each section, or not. */
  readonly numbering: 'document' | 'section' | 'none';
  readonly acronyms: ReadonlyMap<string, string>;
  readonly rules: ReadonlyMap<string, Severity | 'off'>;
}

/** Where the framework was published. Dates as written. */
export interface FrameworkSource {
  readonly title: string;
  readonly publisher: string | undefined;
  readonly published: string | undefined;
  readonly url: string | undefined;
}

export interface Scale {
  readonly id: string;
  readonly better: 'lower-grade' | 'higher-grade' | 'earlier';
  /** In the order of the file: best first, unless the grades say otherwise. */
  readonly values: readonly ScaleValue[];
}

export interface ScaleValue {
  readonly label: string;
  /** A number, or undefined on a scale without numbers. */
  readonly grade: number | undefined;
  readonly meaning: string | undefined;
  readonly aliases: readonly string[];
}

export type FieldType = 'text' | 'person' | 'date' | 'date-range' | 'period' | 'judgement' | 'list';

export interface FieldDef {
  readonly id: string;
  /** As an author would write it: "Reporting inspector". */
  readonly label: string;
  readonly type: FieldType;
  readonly required: boolean;
  readonly values: readonly string[];
  readonly description: string | undefined;
}

export interface SectionDef {
  readonly id: string;
  readonly heading: string;
  readonly aliases: readonly string[];
  /** Noun phrases by which a sentence names what the section judges. */
  readonly subjects: readonly string[];
  readonly required: boolean;
  /** The section's judgement: the id of its scale, and whether there must be one. */
  readonly judgement: { readonly scale: string; readonly required: boolean } | undefined;
  readonly guidance: string | undefined;
  /** A snippet with tab stops: what stands below the heading when the section is inserted. */
  readonly template: string | undefined;
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
}
