import type { FaultyFile } from '../framework/library.ts';
import type { SectionRole, Vocabulary } from '../framework/vocabulary.ts';
import { type Block, type PlacedBlock, placeSpan } from '../model/block.ts';
import { type MentionMemo, noMentions } from '../numbers/mention/mention.ts';
import { Readings } from '../numbers/readings.ts';
import { type AcronymMemo, noAcronyms } from '../report/acronymTable.ts';
import type { Audience } from '../report/audience.ts';
import type { Anchor } from '../report/contents.ts';
import { type EvidenceMemo, noEvidence } from '../report/evidence.ts';
import type { MeasureDictionary } from '../report/measureDictionary.ts';
import { noPrints, type PrintMemo } from '../report/paragraphPrints.ts';
import type { PreferredTerms } from '../report/preferredTerms.ts';
import { anchorSpan, type Report, type Section, type SectionContent } from '../report/report.ts';
import { type DatesMemo, noDates } from '../report/reportDates.ts';
import type { Source } from '../report/sources/source.ts';
import { noUndated, type UndatedMemo } from '../report/undatedFigures.ts';
import type { Finding, Severity } from '../text/problem.ts';
import type { Span } from '../text/span.ts';
import type { CalendarDate } from '../values/calendar.ts';
import type { ActiveRule } from './config.ts';
import { contained } from './contained.ts';
import type { BlockRule, DocumentRule, Draft, SectionRule } from './rule.ts';
import { type Suppressed, suppress } from './suppress.ts';

/** What rules found in the blocks and sections of an earlier version, for as long as these are the same. */
export interface RuleMemo {
  /** The rules as they were set: other settings make the memo worthless. */
  readonly rules: readonly ActiveRule[];
  readonly byScope: ByScope;
  readonly vocabulary: Vocabulary | undefined;
  readonly measures: MeasureDictionary;
  readonly audience: Audience | undefined;
  readonly terms: PreferredTerms;
  readonly blocks: WeakMap<
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
interface ByScope {
  readonly block: readonly ScopedRule<BlockRule>[];
  readonly section: readonly ScopedRule<SectionRule>[];
  /** Those of blocks that see the document's own fields too. */
  readonly field: readonly ScopedRule<BlockRule>[];
}

interface ScopedRule<R> {
  readonly rule: ActiveRule;
  readonly check: R extends { readonly check: infer Check } ? Check : never;
}

interface Ruled<At> {
  readonly rule: ActiveRule;
  readonly draft: Draft<At>;
}

export interface RunResult {
  /** In reading order. */
  readonly findings: readonly Finding[];
  readonly memo: RuleMemo;
}

/** What rules may ask of the world around the document. */
export interface Surroundings {
  readonly frameworks: readonly string[];
  readonly vocabulary: (id: string) => Vocabulary | undefined;
  readonly faultyFiles: (id: string) => readonly FaultyFile[];
  readonly ruleIds: readonly string[];
  readonly today: CalendarDate | undefined;
  readonly sources: readonly Source[];
  /** Looks at each block too, with what the rules have read of it. */
  readonly look?: ((block: Block, readings: Readings) => void) | undefined;
}

/** Runs rules over a report. Blocks and sections that are in the memo are not looked at again. */
export function runRules(
  report: Report,
  rules: readonly ActiveRule[],
  surroundings: Surroundings,
  previous?: RuleMemo,
): RunResult {
  const memo = usable(previous, report, rules) ?? freshMemo(report, rules);
  const run = new Run(report, memo, surroundings.look);
  run.sections();
  run.document(surroundings);
  const { kept, unused } = withLate(run.findings, report, memo, new Set(surroundings.ruleIds));
  const last = new Run(report, memo);
  last.suppressions(unused);
  const findings = [...kept, ...last.findings].sort(byPlace);
  return { findings, memo };
}

/** What is left of findings, with those about findings; these can be switched off by a comment as well. */
function withLate(
  findings: readonly Finding[],
  report: Report,
  memo: RuleMemo,
  ruleIds: ReadonlySet<string>,
): Suppressed {
  const left = suppress(report, findings, ruleIds);
  const late = new Run(report, memo);
  late.late(left.kept);
  return late.findings.length === 0 ? left : suppress(report, [...findings, ...late.findings], ruleIds);
}

function usable(
  memo: RuleMemo | undefined,
  report: Report,
  rules: readonly ActiveRule[],
): RuleMemo | undefined {
  if (memo?.vocabulary !== report.vocabulary || memo?.measures !== report.measures) return undefined;
  if (memo?.audience !== report.audience || memo?.terms !== report.terms) return undefined;
  return sameRules(memo?.rules ?? [], rules) ? memo : undefined;
}

function freshMemo(report: Report, rules: readonly ActiveRule[]): RuleMemo {
  const { vocabulary, measures, audience, terms } = report;
  const block = rules.flatMap((rule) =>
    rule.rule.scope === 'block' ? [{ rule, check: rule.rule.check, inFields: rule.rule.inFields }] : [],
  );
  const byScope: ByScope = {
    block,
    field: block.filter(({ inFields }) => inFields === true),
    section: rules.flatMap((rule) =>
      rule.rule.scope === 'section' ? [{ rule, check: rule.rule.check }] : [],
    ),
  };
  const [blocks, sections] = [new WeakMap(), new WeakMap()];
  const memos = {
    mentions: noMentions(),
    dates: noDates(),
    acronyms: noAcronyms(),
    prints: noPrints(),
    evidence: noEvidence(),
    undated: noUndated(),
  };
  return { rules, byScope, vocabulary, measures, audience, terms, blocks, sections, ...memos };
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
        JSON.stringify(rule.options) === JSON.stringify(other.options)
      );
    })
  );
}

function byPlace(a: Finding, b: Finding): number {
  return a.span.from - b.span.from || a.span.to - b.span.to || a.rule.localeCompare(b.rule);
}

/** One pass of the rules over one report. */
class Run {
  readonly findings: Finding[] = [];
  readonly #report: Report;
  readonly #memo: RuleMemo;
  readonly #look: Surroundings['look'];

  constructor(report: Report, memo: RuleMemo, look?: Surroundings['look']) {
    this.#look = look;
    this.#report = report;
    this.#memo = memo;
  }

  sections(): void {
    const { titleHeading, fieldBlocks } = this.#report;
    for (const placed of fieldBlocks)
      this.#block(placed, undefined, new Readings(), this.#memo.byScope.field);
    // The title is no section, yet what it says is read like any other text.
    if (titleHeading !== undefined) this.#block(titleHeading, undefined, new Readings());
    for (const section of this.#report.sections) {
      const place = (at: Anchor) => anchorSpan(section, at);
      // What was read is kept while the rules look at one section, and no longer: it is larger than the text.
      const readings = new Readings();
      for (const { rule, draft } of this.#sectionDrafts(section, readings)) this.#add(rule, draft, place);
      if (section.heading !== undefined) this.#block(section.heading, section.content.role, readings);
      for (const placed of section.own) this.#block(placed, section.content.role, readings);
    }
  }

  document({ ruleIds, look: _, ...around }: Surroundings): void {
    for (const rule of this.#memo.rules) {
      if (rule.rule.scope !== 'document') continue;
      const check = (rule.rule as DocumentRule).check;
      const { mentions, dates, acronyms, prints, evidence, undated } = this.#memo;
      const read = { mentions, dates, acronyms, prints, evidence, undated };
      const context = { ...around, report: this.#report, rules: ruleIds, options: rule.options, ...read };
      for (const draft of contained(rule, () => check(context), whole)) this.#add(rule, draft, asIs);
    }
  }

  late(findings: readonly Finding[]): void {
    for (const rule of this.#memo.rules) {
      const definition = rule.rule;
      if (definition.scope !== 'late') continue;
      const context = { report: this.#report, findings };
      for (const draft of contained(rule, () => definition.check(context), whole))
        this.#add(rule, draft, asIs);
    }
  }

  suppressions(
    unused: Parameters<Extract<ActiveRule['rule'], { scope: 'suppression' }>['check']>[0]['unused'],
  ): void {
    for (const rule of this.#memo.rules) {
      const definition = rule.rule;
      if (definition.scope !== 'suppression') continue;
      for (const draft of contained(rule, () => definition.check({ unused }), whole))
        this.#add(rule, draft, asIs);
    }
  }

  #block(
    placed: PlacedBlock,
    role: SectionRole | undefined,
    readings: Readings,
    rules = this.#memo.byScope.block,
  ): void {
    const drafts = this.#blockDrafts(placed.block, role, readings, rules);
    this.#look?.(placed.block, readings);
    if (drafts.length === 0) return;
    const place = (span: Span) => placeSpan(placed, span);
    for (const { rule, draft } of drafts) this.#add(rule, draft, place);
  }

  #blockDrafts(
    block: Block,
    role: SectionRole | undefined,
    readings: Readings,
    rules: ByScope['block'],
  ): readonly Ruled<Span>[] {
    const known = this.#memo.blocks.get(block);
    if (known !== undefined && known.role === role) return known.drafts;
    const { vocabulary, audience } = this.#report;
    const drafts: Ruled<Span>[] = [];
    for (const { rule, check } of rules) {
      const context = { block, role, vocabulary, audience, options: rule.options, readings };
      for (const draft of contained(rule, () => check(context), whole)) drafts.push({ rule, draft });
    }
    this.#memo.blocks.set(block, { role, drafts });
    return drafts;
  }

  #sectionDrafts(section: Section, readings: Readings): readonly Ruled<Anchor>[] {
    const known = this.#memo.sections.get(section.content);
    if (known !== undefined) return known;
    const { vocabulary } = this.#report;
    if (vocabulary === undefined) return [];
    const own = section.own.map(({ block }) => block);
    const at = { block: -1, span: whole };
    const drafts: Ruled<Anchor>[] = [];
    for (const { rule, check } of this.#memo.byScope.section) {
      const context = {
        content: section.content,
        heading: section.heading?.block,
        own,
        vocabulary,
        measures: this.#report.measures,
        audience: this.#report.audience,
        terms: this.#report.terms,
        options: rule.options,
        readings,
      };
      for (const draft of contained(rule, () => check(context), at)) drafts.push({ rule, draft });
    }
    this.#memo.sections.set(section.content, drafts);
    return drafts;
  }

  #add<At>(rule: ActiveRule, draft: Draft<At>, place: (at: At) => Span): void {
    const { editing } = this.#report.model;
    this.findings.push({
      rule: rule.id,
      severity: severityOf(rule, draft.severity),
      message: draft.message,
      span: place(draft.at),
      related: (draft.related ?? []).map(({ at, message }) => ({ span: place(at), message })),
      fixes: (draft.fixes ?? []).map((fix) => ({
        title: fix.title,
        safe: fix.safe ?? false,
        tidy: fix.tidy ?? false,
        likely: fix.likely ?? false,
        edits: () => fix.edits(editing, place),
        snippet: fix.snippet && (() => fix.snippet?.(editing, place) ?? []),
        asks: fix.asks ?? false,
      })),
    });
  }
}

const whole: Span = { from: 0, to: 0 };
const asIs = (span: Span) => span;

/** A finding may be milder or graver than its rule, but a severity that someone set is the last word. */
function severityOf(rule: ActiveRule, own: Severity | undefined): Severity {
  return rule.isSet ? rule.severity : (own ?? rule.severity);
}
