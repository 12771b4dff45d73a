import type { FaultyFile } from '../framework/library.ts';
import type { SectionRole, Vocabulary } from '../framework/vocabulary.ts';
import type { Block } from '../model/block.ts';
import type { Editing } from '../model/editing.ts';
import type { MentionMemo } from '../numbers/mention/mention.ts';
import type { Readings } from '../numbers/readings.ts';
import type { AcronymMemo } from '../report/acronymTable.ts';
import type { Audience } from '../report/audience.ts';
import type { Anchor } from '../report/contents.ts';
import type { EvidenceMemo } from '../report/evidence.ts';
import type { MeasureDictionary } from '../report/measureDictionary.ts';
import type { PrintMemo } from '../report/paragraphPrints.ts';
import type { PreferredTerms } from '../report/preferredTerms.ts';
import type { PlacedDirective, Report, Section } from '../report/report.ts';
import type { DatesMemo } from '../report/reportDates.ts';
import type { Source } from '../report/sources/source.ts';
import type { UndatedMemo } from '../report/undatedFigures.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Finding, Severity } from '../text/problem.ts';
import type { Span } from '../text/span.ts';
import type { CalendarDate } from '../values/calendar.ts';
import type { Facet } from './facets.ts';

/** What a rule says of itself: the source of its documentation, of the configuration schema and of its defaults. */
export interface RuleMeta {
  /** One sentence, in the words of someone who writes reports. */
  readonly summary: string;
  /** Why it matters to a reader of reports. */
  readonly why: string;
  readonly severity: Severity;
  /** A rule that is off until somebody sets it: one that only some authors want. */
  readonly enabled?: false;
  /** Options by name, each a small JSON Schema with its default. */
  readonly options?: Readonly<Record<string, RuleOption>>;
}

export type RuleOption =
  | { readonly type: 'boolean'; readonly default: boolean; readonly description: string }
  | { readonly type: 'integer'; readonly default: number; readonly description: string }
  | { readonly type: 'array'; readonly default: readonly string[]; readonly description: string };

export type OptionValues = Readonly<Record<string, boolean | number | readonly string[]>>;

/**
 * What a rule found, at a place of the rule's own kind: a span of a block, an anchor in a section, a span of
 * the document.
 */
export interface Draft<At> {
  readonly at: At;
  readonly message: string;
  /** When it differs from the rule's own. */
  readonly severity?: Severity;
  readonly related?: readonly { readonly at: At; readonly message: string }[];
  readonly fixes?: readonly DraftFix<At>[];
}

/** A change that would mend the finding; `edits` is called when someone asks for it. */
export interface DraftFix<At> {
  readonly title: string;
  /** Loses no text and has one possible outcome. Not so unless said. */
  readonly safe?: boolean;
  /** Puts in order what is to be in order, and leaves every word as it is: formatting does it too. Not so unless said. */
  readonly tidy?: boolean;
  /** The likeliest of several: what an editor does when it is told to mend without being told how. */
  readonly likely?: boolean;
  readonly edits: EditsOf<At>;
  /** The same with tab stops, for an editor that can put the cursor where something is still to be written. */
  readonly snippet?: EditsOf<At>;
  /** It only makes room for words that nobody but the author knows, so that it has no edits without tab stops. */
  readonly asks?: boolean;
}

export type EditsOf<At> = (edit: Editing, place: (at: At) => Span) => readonly TextEdit[];

/** A fix that puts the cursor where the author is to write what nobody else knows. `snippet` may hold tab stops. */
export function asking<At>(title: string, snippet: EditsOf<At>): DraftFix<At> {
  return { title, asks: true, edits: () => [], snippet };
}

/** Sees one block, and nothing around it: run again only when the block changes. Places are spans in the block's source. */
export interface BlockRule extends RuleMeta {
  readonly scope: 'block';
  /** Whether it also sees the values of the document's own fields, each as a block. */
  readonly inFields?: true;
  readonly check: (context: BlockContext) => Iterable<Draft<Span>>;
}

export interface BlockContext {
  readonly block: Block;
  readonly options: OptionValues;
  /** What rules have read of the figures of the same section. */
  readonly readings: Readings;
}

/** Sees what the block is part of too: run again also when the framework or the section's part in it changes. */
export interface FramedBlockRule extends RuleMeta {
  readonly scope: 'framed-block';
  readonly inFields?: true;
  readonly check: (context: FramedBlockContext) => Iterable<Draft<Span>>;
}

export interface FramedBlockContext extends BlockContext {
  /** The part that the section around the block plays. */
  readonly role: SectionRole | undefined;
  readonly vocabulary: Vocabulary | undefined;
  /** Who will read the document; undefined where nobody has said. */
  readonly audience: Audience | undefined;
}

/** Sees what one section says: run again only when the section changes. Places are anchors in the section. */
export interface SectionRule extends RuleMeta {
  readonly scope: 'section';
  readonly check: (context: SectionContext) => Iterable<Draft<Anchor>>;
}

export interface SectionContext {
  readonly content: Section['content'];
  readonly heading: Block | undefined;
  readonly own: readonly Block[];
  readonly vocabulary: Vocabulary;
  readonly measures: MeasureDictionary;
  /** Who will read the document; undefined where nobody has said. */
  readonly audience: Audience | undefined;
  /** The words that the document should use. */
  readonly terms: PreferredTerms;
  readonly options: OptionValues;
  /** What rules have read of the figures of the same section. */
  readonly readings: Readings;
}

/** Sees the whole report: it looks at sections, never through their text. */
export interface DocumentRule extends RuleMeta {
  readonly scope: 'document';
  /**
   * All that it looks at of sections and their blocks: it is not run again after an edit that changes nothing of that, nor of the
   * document's fields. A test holds it to its word. A rule that does not say is run after every edit.
   */
  readonly reads?: readonly Facet[];
  readonly check: (context: DocumentContext) => Iterable<Draft<Span>>;
}

export interface DocumentContext {
  readonly report: Report;
  /** Frameworks by id, for a rule that asks which there are. */
  readonly frameworks: readonly string[];
  /** A framework made ready for look-ups, by its id. */
  readonly vocabulary: (id: string) => Vocabulary | undefined;
  /** The files with mistakes that a framework is made of, by its id. */
  readonly faultyFiles: (id: string) => readonly FaultyFile[];
  /** The ids of all rules, for a rule that asks which there are. */
  readonly rules: readonly string[];
  /** The day that is today, for a document without a date; undefined unless someone has said it. */
  readonly today: CalendarDate | undefined;
  /** Where the figures of measures come from, by the pack. */
  readonly sources: readonly Source[];
  readonly options: OptionValues;
  /** What is known of the figures that blocks state of measures. */
  readonly mentions: MentionMemo;
  /** What is known of the times that blocks speak of. */
  readonly dates: DatesMemo;
  /** What is known of the acronyms in blocks. */
  readonly acronyms: AcronymMemo;
  /** The paragraphs by what is alike in others. */
  readonly prints: PrintMemo;
  /** What blocks name as evidence. */
  readonly evidence: EvidenceMemo;
  /** The shares that blocks say to hold now. */
  readonly undated: UndatedMemo;
}

/** Sees what all rules but such found and no comment switched off. It is run after every change, so it must be quick. */
export interface LateRule extends RuleMeta {
  readonly scope: 'late';
  readonly check: (context: LateContext) => Iterable<Draft<Span>>;
}

export interface LateContext {
  readonly report: Report;
  /** In no order. */
  readonly findings: readonly Finding[];
}

/** Sees which suppressions were of no use, after all other rules have run. */
export interface SuppressionRule extends RuleMeta {
  readonly scope: 'suppression';
  readonly check: (context: { readonly unused: readonly UnusedSuppression[] }) => Iterable<Draft<Span>>;
}

/** A rule that a comment suppresses and that had nothing to say there; without a rule, all of the comment. */
export interface UnusedSuppression {
  readonly directive: PlacedDirective;
  readonly rule: { readonly id: string; readonly span: Span } | undefined;
  /** The comment in the document. */
  readonly span: Span;
}

export type Rule = BlockRule | FramedBlockRule | SectionRule | DocumentRule | LateRule | SuppressionRule;

/** A rule with its id, `family/name`: its folder and its file. */
export interface RuleEntry {
  readonly id: string;
  readonly rule: Rule;
}

/** Checks the shape of a rule where it is written. */
export function defineRule<R extends Rule>(rule: R): R {
  return rule;
}
