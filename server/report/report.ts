import type { FieldDef, ScaleValue } from '../framework/framework.ts';
import type { Area, SectionRole, Vocabulary } from '../framework/vocabulary.ts';
import { blockSpan, type Directive, type PlacedBlock, placeSpan } from '../model/block.ts';
import type { MetaEntry, Model } from '../model/model.ts';
import type { Span } from '../text/span.ts';

import type { Audience } from './audience.ts';
import type {
  Action,
  Anchor,
  LetterPart,
  Measure,
  ReportTable,
  SectionField,
  StatusRow,
  Words,
} from './contents.ts';
import type { ContentsEntry } from './contentsList.ts';
import type { MeasureDictionary } from './measureDictionary.ts';
import type { PreferredTerms } from './preferredTerms.ts';
import type { ProseStatus } from './proseStatus.ts';
import type { ActionRoot, NumberedRecommendation } from './roots.ts';
import type { Score } from './scores.ts';
import type { KeyEntry } from './statusKey.ts';
import type { PlacedOrdinal } from './visits.ts';

/** A document seen through its framework. */
export interface Report {
  readonly model: Model;
  /** Undefined when the document names no framework, or one that is not known. */
  readonly vocabulary: Vocabulary | undefined;
  readonly title: string | undefined;
  /** The heading that gives the title; undefined where there is none, or where it is a section's. */
  readonly titleHeading: PlacedBlock | undefined;
  /** What the document's own fields say in figures, each value as a block of its own. */
  readonly fieldBlocks: readonly PlacedBlock[];
  /** What the framework asks of the document as a whole, with what the document says. */
  readonly fields: readonly ReportField[];
  /** In reading order; what stands before the first heading is a section without one. */
  readonly sections: readonly Section[];
  /** Every judgement on an area, in reading order. */
  readonly statements: ReadonlyMap<Area, readonly PlacedStatement[]>;
  readonly directives: readonly PlacedDirective[];
  readonly measures: MeasureDictionary;
  /** Who will read the document; undefined where nobody has said. */
  readonly audience: Audience | undefined;
  /** What the pack says that acronyms stand for. */
  readonly packAcronyms: ReadonlyMap<string, string>;
  readonly terms: PreferredTerms;
}

export interface ReportField {
  readonly def: FieldDef;
  readonly entry: MetaEntry | undefined;
}

/** A section at its place. What it says is in `content`, which is kept as long as its blocks are the same. */
export interface Section {
  /** Its position among the report's sections. */
  readonly index: number;
  /** Undefined for what stands before the first heading. */
  readonly heading: PlacedBlock | undefined;
  readonly parent: Section | undefined;
  /** The blocks below the heading and before the next one. */
  readonly own: readonly PlacedBlock[];
  /** What the section is before its text is read. */
  readonly binding: Binding;
  readonly content: SectionContent;
}

/** What a section is, before its text is read: its name and its part in the framework. */
export interface Binding {
  readonly title: string;
  readonly level: number;
  readonly role: SectionRole | undefined;
  /** Whether the role was told by what stands below the heading, not by its words. */
  readonly isOpen: boolean;
  /** The block field of the section around it that the heading names: its content is the field's. */
  readonly block: FieldDef | undefined;
  /** The judgement at the end of the heading, in the heading's prose. */
  readonly headingJudgement: Span | undefined;
  /** The section right above that the heading judges, when it is nothing but a judgement. */
  readonly judges: SectionRole | undefined;
}

/** What a section says, with anchors instead of places. */
export interface SectionContent {
  /** The name without number and judgement, as written, or the framework's where only an id is given. */
  readonly title: string;
  /** The title as names are compared. */
  readonly name: string;
  readonly level: number;
  /** What the section is in the framework; undefined for a section that the framework does not know. */
  readonly role: SectionRole | undefined;
  readonly area: Area | undefined;
  /** Every judgement stated in the section, on its own area or on another. */
  readonly statements: readonly Statement[];
  /** Every score that an area got, on scales whose judgements follow from scores. */
  readonly scores: readonly Score[];
  readonly paragraphs: readonly NumberedParagraph[];
  readonly recommendations: readonly RecommendationGroup[];
  /** Recommendations that stand in none of the groups that the framework names. */
  readonly ungrouped: readonly UngroupedRecommendations[];
  /** Rows of the judgement summary, when the section holds it. */
  readonly summary: SummaryTable | undefined;
  readonly fields: readonly SectionField[];
  readonly tables: readonly ReportTable[];
  readonly measures: readonly Measure[];
  readonly actions: readonly Action[];
  /** Recommendations that have numbers of their own. */
  readonly numberedRecommendations: readonly NumberedRecommendation[];
  /** What its actions say of the recommendations that they answer. */
  readonly roots: readonly ActionRoot[];
  /** Rows of the table that repeats the statuses of other sections. */
  readonly statusRows: readonly StatusRow[];
  /** What it says that Green, Amber and Red stand for. */
  readonly statusKey: readonly KeyEntry[];
  /** What its sentences say of figures and their targets in colours. */
  readonly proseStatuses: readonly ProseStatus[];
  /** The parts of a letter that stand in it. */
  readonly parts: readonly LetterPart[];
  /** Of a letter: the places that say which visit it is about. */
  readonly visits: readonly PlacedOrdinal[];
  /** The entries of the document's list of contents, where it stands in the section. */
  readonly contentsList: readonly ContentsEntry[];
  /** Whether any text stands directly below the heading. */
  readonly empty: boolean;
}

/** One judgement as written. */
export interface Statement {
  readonly area: Area;
  readonly form: 'field' | 'line' | 'heading' | 'prose' | 'summary';
  /** The judgement's words: "Adequate (Grade 3)". */
  readonly at: Anchor;
  readonly text: string;
  /** The label as written, with its place; undefined when only a grade is given. */
  readonly label:
    | { readonly text: string; readonly at: Anchor; readonly value: ScaleValue | undefined }
    | undefined;
  readonly grade:
    | { readonly text: string; readonly at: Anchor; readonly value: ScaleValue | undefined }
    | undefined;
  /** What goes before another label, where this one is the sentence's verb: "practice requires improvement". */
  readonly verb?: 'is' | 'are' | undefined;
  /** Whether a sentence gives the judgement in words of its own, which another judgement has others for. */
  readonly phrased?: true;
  /** Where a mark in one of several cells says it, so that another judgement is the same mark elsewhere. */
  readonly ticked?: { readonly mark: string; readonly boxes: ReadonlyMap<ScaleValue, Anchor> };
}

/** What a statement says, when its label or else its grade is on the scale. */
export function statedValue(statement: Statement): ScaleValue | undefined {
  return statement.label?.value ?? statement.grade?.value;
}

export interface NumberedParagraph {
  /** As written. */
  readonly number: string;
  readonly at: Anchor;
  /** Whether the number opens a list, which an author may mean as one apart from the paragraphs. */
  readonly opensList: boolean;
}

export interface RecommendationGroup {
  /** As the framework has it. */
  readonly name: string;
  readonly at: Anchor;
  /** Groups that follow another lead-in are of another series: for another body, they begin anew. */
  readonly series: number;
  readonly items: readonly Anchor[];
  /** The last passage that belongs to it: an item, or a text below the items, or its name where nothing follows. */
  readonly last: Anchor;
}

/** A run of recommendations outside the groups. */
export interface UngroupedRecommendations {
  /** The first of them. */
  readonly at: Anchor;
  readonly count: number;
  /** The line above them that is like the name of a group. */
  readonly below: Words | undefined;
}

/** The tables of a section that sum up the judgements, read as one. */
export interface SummaryTable {
  /** Behind it a row can be added. */
  readonly lastRow: Anchor;
  /** The columns of the last row's table; undefined when a row's judgement has no one place in them. */
  readonly layout: { readonly width: number; readonly area: number; readonly judgement: number } | undefined;
  /** The headers of tables that should give judgements and have no column of them. */
  readonly unjudged: readonly Anchor[];
  readonly rows: readonly SummaryRow[];
}

export interface SummaryRow {
  readonly name: string;
  readonly at: Anchor;
  /** The judged area that the row names. */
  readonly area: Area | undefined;
  /** Whether the row names a section that has no judgement of its own. */
  readonly group: boolean;
  /** Where the judgement stands, or would; undefined when the row has no such cell. */
  readonly cell: Anchor | undefined;
  readonly statement: Statement | undefined;
  /** Whether a row without a statement lacks one, and is not merely in a form that cannot be read. */
  readonly expectsJudgement: boolean;
}

/** A judgement with the section it stands in. */
export interface PlacedStatement {
  readonly section: Section;
  readonly statement: Statement;
}

export interface PlacedDirective {
  readonly directive: Directive;
  readonly placed: PlacedBlock;
}

/** Where an anchor of a section stands in the document. */
export function anchorSpan(section: Section, anchor: Anchor): Span {
  const placed = anchor.block < 0 ? section.heading : section.own[anchor.block];
  return placed === undefined ? { from: 0, to: 0 } : placeSpan(placed, anchor.span);
}

/** The heading's words in the document, or the first block's where there is no heading. */
export function headingSpan(section: Section): Span {
  const heading = section.heading?.block.heading;
  if (section.heading !== undefined && heading !== undefined) {
    const { prose } = heading;
    if (prose.text === '') return blockSpan(section.heading);
    return placeSpan(section.heading, prose.sourceSpan(0, prose.text.length));
  }
  // A comment that switches a finding off stands above the place of the finding, not at it.
  const first = section.own.find(({ block }) => block.kind !== 'comment') ?? section.own[0];
  return first === undefined ? { from: 0, to: 0 } : blockSpan(first);
}

/** The sections that play a role of the framework, in reading order. */
export function sectionsOf(report: Report, role: SectionRole): readonly Section[] {
  return report.sections.filter((section) => section.content.role === role);
}

/** A section with all those below it, in reading order. */
export function sectionsWithin({ sections }: Report, { index }: Section): readonly Section[] {
  let end = index + 1;
  while ((sections[end]?.parent?.index ?? -1) >= index) end += 1;
  return sections.slice(index, end);
}

/** Every statement about an area, with the section it stands in. */
export function statementsOn(report: Report, area: Area): readonly PlacedStatement[] {
  return report.statements.get(area) ?? [];
}
