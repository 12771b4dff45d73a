import type { SectionRole, Vocabulary } from '../framework/vocabulary.ts';
import type { Block } from '../model/block.ts';
import { type MentionMemo, mentionsOfBlocks } from '../numbers/mention/mention.ts';
import type { Readings } from '../numbers/readings.ts';
import { type AcronymMemo, noAcronyms } from '../report/acronymTable.ts';
import type { Audience } from '../report/audience.ts';
import type { Anchor } from '../report/contents.ts';
import { type EvidenceMemo, noEvidence } from '../report/evidence.ts';
import type { MeasureDictionary } from '../report/measureDictionary.ts';
import { noPrints, type PrintMemo } from '../report/paragraphPrints.ts';
import type { PreferredTerms } from '../report/preferredTerms.ts';
import type { Report, SectionContent } from '../report/report.ts';
import { type DatesMemo, noDates } from '../report/reportDates.ts';
import { noUndated, type UndatedMemo } from '../report/undatedFigures.ts';
import type { Span } from '../text/span.ts';
import type { ActiveRule } from './config.ts';
import { BLOCK_FACETS, type BlockMemos, FIGURE_FACETS } from './facets.ts';
import type { BlockRule, DocumentRule, Draft, FramedBlockRule, SectionRule } from './rule.ts';

/** What rules found in the blocks and sections of an earlier version, for as long as these are the same. */
export interface RuleMemo {
  /** The rules as they were set: other settings make the memo worthless. */
  readonly rules: readonly ActiveRule[];
  readonly byScope: ByScope;
  readonly vocabulary: Vocabulary | undefined;
  readonly measures: MeasureDictionary;
  readonly audience: Audience | undefined;
  readonly terms: PreferredTerms;
  /** By the rules that see nothing but the block; these hold whatever else changes. */
  readonly plain: WeakMap<Block, readonly Ruled<Span>[]>;
  readonly framed: WeakMap<
    Block,
    { readonly role: SectionRole | undefined; readonly drafts: readonly Ruled<Span>[] }
  >;
  readonly sections: WeakMap<SectionContent, readonly Ruled<Anchor>[]>;
  /** The figures that blocks state of measures. */
  readonly mentions: MentionMemo;
  /** The times that blocks speak of. */
  readonly dates: DatesMemo;
  readonly acronyms: AcronymMemo;
  /** The paragraphs by what is alike in others. */
  readonly prints: PrintMemo;
  readonly evidence: EvidenceMemo;
  readonly undated: UndatedMemo;
}

/** The rules by what they look at: there are far more blocks than rules that look at one. */
export interface ByScope {
  readonly block: BlockRules;
  readonly section: readonly ScopedRule<SectionRule>[];
  readonly document: readonly ScopedRule<DocumentRule>[];
  /** Those of blocks that see the document's own fields too. */
  readonly field: BlockRules;
  /** What rules for the whole document will ask of each block, with the first rule that does. */
  readonly ahead: readonly { readonly rule: ActiveRule; readonly read: ReadAhead }[];
}

export interface BlockRules {
  readonly plain: readonly ScopedRule<BlockRule>[];
  readonly framed: readonly ScopedRule<FramedBlockRule>[];
}

/** Reads of a block what is kept in the memos. */
type ReadAhead = (block: Block, memos: BlockMemos, readings: Readings) => unknown;

interface ScopedRule<R> {
  readonly rule: ActiveRule;
  readonly check: R extends { readonly check: infer Check } ? Check : never;
}

/** A draft with the rule that it is of. */
export interface Ruled<At> {
  readonly rule: ActiveRule;
  readonly draft: Draft<At>;
}

/** The memo, where what is in it holds of a report that is checked by these rules. */
export function usableMemo(
  memo: RuleMemo | undefined,
  report: Report,
  rules: readonly ActiveRule[],
): RuleMemo | undefined {
  if (memo?.vocabulary !== report.vocabulary || memo?.measures !== report.measures) return undefined;
  if (memo?.audience !== report.audience || memo?.terms !== report.terms) return undefined;
  return sameRules(memo?.rules ?? [], rules) ? memo : undefined;
}

/** A memo of what holds whatever the framework is: of other rules and another framework, that of blocks by themselves. */
export function freshMemo(report: Report, rules: readonly ActiveRule[], before?: RuleMemo): RuleMemo {
  const { vocabulary, measures, audience, terms } = report;
  const block = blockRules(rules);
  const known = before?.byScope.block.plain ?? [];
  const isSame = sameRules(
    known.map(({ rule }) => rule),
    block.plain.map(({ rule }) => rule),
  );
  const byScope: ByScope = {
    block: isSame ? { ...block, plain: known } : block,
    field: blockRules(rules.filter(({ rule }) => 'inFields' in rule && rule.inFields === true)),
    section: rules.flatMap((rule) =>
      rule.rule.scope === 'section' ? [{ rule, check: rule.rule.check }] : [],
    ),
    document: rules.flatMap((rule) =>
      rule.rule.scope === 'document' ? [{ rule, check: rule.rule.check }] : [],
    ),
    ahead: FIGURE_FACETS.flatMap((facet) => {
      const rule = rules.find((own) => own.rule.scope === 'document' && own.rule.reads?.includes(facet));
      return rule === undefined ? [] : [{ rule, read: BLOCK_FACETS[facet] }];
    }),
  };
  const plain = (isSame ? before?.plain : undefined) ?? new WeakMap();
  const drafts = { plain, framed: new WeakMap(), sections: new WeakMap() };
  return { rules, byScope, vocabulary, measures, audience, terms, ...drafts, ...readings(before) };
}

function blockRules(rules: readonly ActiveRule[]): BlockRules {
  return {
    plain: rules.flatMap((rule) => (rule.rule.scope === 'block' ? [{ rule, check: rule.rule.check }] : [])),
    framed: rules.flatMap((rule) =>
      rule.rule.scope === 'framed-block' ? [{ rule, check: rule.rule.check }] : [],
    ),
  };
}

/** What was read of blocks, which no framework has a part in. */
function readings(before: RuleMemo | undefined) {
  return {
    mentions: mentionsOfBlocks(before?.mentions),
    dates: before?.dates ?? noDates(),
    acronyms: before?.acronyms ?? noAcronyms(),
    prints: before?.prints ?? noPrints(),
    evidence: before?.evidence ?? noEvidence(),
    undated: before?.undated ?? noUndated(),
  };
}

function sameRules(a: readonly ActiveRule[], b: readonly ActiveRule[]): boolean {
  return (
    a.length === b.length &&
    a.every((rule, index) => {
      const other = b[index];
      return (
        other !== undefined &&
        rule.rule === other.rule &&
        rule.severity === other.severity &&
        rule.isSet === other.isSet &&
        (rule.options === other.options || JSON.stringify(rule.options) === JSON.stringify(other.options))
      );
    })
  );
}
