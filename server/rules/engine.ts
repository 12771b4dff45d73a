import type { FaultyFile } from '../framework/library.ts';
import type { SectionRole, Vocabulary } from '../framework/vocabulary.ts';
import { type Block, type PlacedBlock, placeSpan } from '../model/block.ts';
import { Readings } from '../numbers/readings.ts';
import type { Anchor } from '../report/contents.ts';
import { anchorSpan, type Report, type Section } from '../report/report.ts';
import type { Source } from '../report/sources/source.ts';
import type { Change } from '../text/change.ts';
import type { Finding, Severity } from '../text/problem.ts';
import type { Span } from '../text/span.ts';
import type { CalendarDate } from '../values/calendar.ts';
import type { ActiveRule } from './config.ts';
import { contained } from './contained.ts';
import { ChangedFacets } from './facets.ts';
import { type DraftsByRule, KeptDrafts } from './keptDrafts.ts';
import type { Draft } from './rule.ts';
import { type BlockRules, freshMemo, type Ruled, type RuleMemo, usableMemo } from './ruleMemo.ts';
import { type Suppressed, suppress } from './suppress.ts';

/** The version before, and what an edit replaced in it. */
export interface Before {
  readonly memo: RuleMemo | undefined;
  readonly drafts: DraftsByRule | undefined;
  readonly report: Report;
  /** Undefined where more than the text is other than before, such as what the pack says. */
  readonly change: Change | undefined;
}

export interface RunResult {
  /** In reading order. */
  readonly findings: readonly Finding[];
  readonly memo: RuleMemo;
  /** What the rules for the whole document found. */
  readonly drafts: DraftsByRule;
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
  previous?: Before,
): RunResult {
  const memo = usableMemo(previous?.memo, report, rules) ?? freshMemo(report, rules, previous?.memo);
  const run = new Run(report, memo, surroundings.look);
  run.sections();
  const drafts = run.document(surroundings, keptDrafts(previous, report, memo));
  const { kept, unused } = withLate(run.findings, report, memo, new Set(surroundings.ruleIds));
  const last = new Run(report, memo);
  last.suppressions(unused);
  const findings = [...kept, ...last.findings].sort(byPlace);
  return { findings, memo, drafts };
}

/** What rules for the whole document need not look for again. */
function keptDrafts(before: Before | undefined, report: Report, memo: RuleMemo): KeptDrafts | undefined {
  const { change, drafts } = before ?? {};
  if (before === undefined || change === undefined || drafts === undefined || before.memo !== memo)
    return undefined;
  const changed = ChangedFacets.between(before.report, report, change, memo);
  return changed === undefined ? undefined : new KeptDrafts(drafts, changed);
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

  document({ ruleIds, look: _, ...around }: Surroundings, kept: KeptDrafts | undefined): DraftsByRule {
    const { mentions, dates, acronyms, prints, evidence, undated } = this.#memo;
    const read = { mentions, dates, acronyms, prints, evidence, undated };
    const shared = { ...around, ...read, report: this.#report, rules: ruleIds };
    const found = new Map<ActiveRule, readonly Draft<Span>[]>();
    for (const { rule, check } of this.#memo.byScope.document) {
      const run = () => contained(rule, () => check({ ...shared, options: rule.options }), whole);
      const drafts = kept?.of(rule, run) ?? run();
      found.set(rule, drafts);
      for (const draft of drafts) this.#add(rule, draft, asIs);
    }
    return found;
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
    const { block } = placed;
    const place = (span: Span) => placeSpan(placed, span);
    for (const { rule, draft } of this.#plainDrafts(block, readings, rules.plain))
      this.#add(rule, draft, place);
    for (const { rule, draft } of this.#framedDrafts(block, role, readings, rules.framed))
      this.#add(rule, draft, place);
    this.#look?.(block, readings);
  }

  #plainDrafts(block: Block, readings: Readings, rules: BlockRules['plain']): readonly Ruled<Span>[] {
    const known = this.#memo.plain.get(block);
    if (known !== undefined) return known;
    const drafts: Ruled<Span>[] = [];
    for (const { rule, check } of rules) {
      const context = { block, options: rule.options, readings };
      for (const draft of contained(rule, () => check(context), whole)) drafts.push({ rule, draft });
    }
    this.#memo.plain.set(block, drafts);
    this.#readAhead(block, readings);
    return drafts;
  }

  /** Reads what rules for the whole document will ask of a block, while its figures are at hand. It is kept in the memo. */
  #readAhead(block: Block, readings: Readings): void {
    for (const { rule, read } of this.#memo.byScope.ahead) {
      // Where it fails, so will the rule, which tells of it.
      const ahead = () => {
        read(block, this.#memo, readings);
        return NO_DRAFTS;
      };
      contained(rule, ahead, whole);
    }
  }

  #framedDrafts(
    block: Block,
    role: SectionRole | undefined,
    readings: Readings,
    rules: BlockRules['framed'],
  ): readonly Ruled<Span>[] {
    const known = this.#memo.framed.get(block);
    if (known !== undefined && known.role === role) return known.drafts;
    const { vocabulary, audience } = this.#report;
    const drafts: Ruled<Span>[] = [];
    for (const { rule, check } of rules) {
      const context = { block, role, vocabulary, audience, options: rule.options, readings };
      for (const draft of contained(rule, () => check(context), whole)) drafts.push({ rule, draft });
    }
    this.#memo.framed.set(block, { role, drafts });
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
const NO_DRAFTS: readonly Draft<Span>[] = [];
const asIs = (span: Span) => span;

/** A finding may be milder or graver than its rule, but a severity that someone set is the last word. */
function severityOf(rule: ActiveRule, own: Severity | undefined): Severity {
  return rule.isSet ? rule.severity : (own ?? rule.severity);
}
