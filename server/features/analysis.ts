import type { FrameworkLibrary } from '../framework/library.ts';
import { type SchemaMemo, schemaProblems } from '../framework/schema.ts';
import type { Block } from '../model/block.ts';
import { type MarkdownModel, markdownModel } from '../model/markdown.ts';
import { type Model, metaEntry, metaText, type Syntax } from '../model/model.ts';
import { type YamlModel, yamlModel } from '../model/yaml.ts';
import type { Readings } from '../numbers/readings.ts';
import { buildReport } from '../report/build.ts';
import type { Report } from '../report/report.ts';
import type { Source } from '../report/sources/source.ts';
import { dayOf } from '../report/speaksFrom.ts';
import { checkRules } from '../rules/checks/checkRules.ts';
import { activeRules, type Config } from '../rules/config.ts';
import { type Before, runRules } from '../rules/engine.ts';
import type { DraftsByRule } from '../rules/keptDrafts.ts';
import type { RuleEntry } from '../rules/rule.ts';
import type { RuleMemo } from '../rules/ruleMemo.ts';
import { type OddCharacter, oddCharacters } from '../syntax/characters.ts';
import type { Change } from '../text/change.ts';
import type { Finding, Problem } from '../text/problem.ts';
import { tooLarge } from '../text/size.ts';
import { SourceText } from '../text/sourceText.ts';
import type { CalendarDate } from '../values/calendar.ts';
import type { BaselineEntry } from './baseline.ts';
import { characterFinding } from './characterFindings.ts';
import { keptNumbers, lookAt, type Numbers, numbersOf } from './numbers.ts';
import { meantFixes } from './packFile.ts';
import { type Accepted, setAside } from './setAside.ts';

/** What a check of one document rests on. */
export interface AnalysisInput {
  /** The document's name, with `/` between the parts; says by its ending whether the document is ours. */
  readonly path: string;
  readonly syntax: Syntax;
  readonly text: SourceText;
  readonly library: FrameworkLibrary;
  readonly config: Config;
  /** Whether a `touchstone.yaml` lies in the document's folder or above it. */
  readonly inPack: boolean;
  /** Check the document whatever its name, with this framework where it names none. */
  readonly framework?: string;
  /** The day that is today, where someone has said so: it counts only in documents that bear no date. */
  readonly today?: CalendarDate | undefined;
  readonly rules: readonly RuleEntry[];
  /** Where the figures of its measures come from. */
  readonly sources?: readonly Source[];
  /** What is set aside of what is found. */
  readonly accepted?: Accepted;
  /** Whether its numbers will be asked for: then they are read where rules read them too. */
  readonly withNumbers?: boolean;
}

/** All that is known of one version of one document. Never changed: another version has another analysis. */
export interface Analysis {
  readonly input: AnalysisInput;
  /** Whether the document is a Touchstone document at all. One that is not has no findings, ever. */
  readonly ours: boolean;
  readonly model: Model;
  readonly report: Report;
  /** What is told, in reading order. */
  readonly findings: readonly Finding[];
  /** What is found besides and set aside, in reading order. */
  readonly setAside: readonly Finding[];
  /** What is to be set aside and is not found, of each as many as are lacking. */
  readonly outdated: readonly BaselineEntry[];
  readonly memo: RuleMemo | undefined;
  /** What the rules for the whole document found, which the next version may keep. */
  readonly drafts: DraftsByRule | undefined;
  /** What is known of the shape of parts that have not changed. */
  readonly shapes: SchemaMemo;
  /** The rules that the framework declares itself. */
  readonly checks: readonly RuleEntry[];
  /** The figures of the document and what ties them, read when somebody asks. */
  readonly numbers: Numbers;
  /** Undefined where nobody looked for them. */
  readonly characters: readonly OddCharacter[] | undefined;
}

interface Previous {
  readonly analysis: Analysis;
  readonly change: Change;
}

/**
 * Checks a document. With the analysis of an earlier version and what changed since, only what the change
 * touches is read and checked again; the outcome is the same.
 */
export function analyse(input: AnalysisInput, previous?: Previous): Analysis {
  const large = tooLarge(input.text);
  if (large !== undefined) return unread(input, large);
  // Of a text that was too large only the beginning was read.
  const before = previous?.analysis.model.text === previous?.analysis.input.text ? previous : undefined;
  return analyseWhole(input, before);
}

/** As much as shows whether a document that is too large is one of ours. */
const HEAD = 10_000;

function unread(input: AnalysisInput, message: string): Analysis {
  const head = SourceText.of(input.text.slice(0, HEAD));
  const analysis = analyseWhole({ ...input, text: head });
  const span = { from: 0, to: input.text.line(1).to };
  const finding = {
    rule: 'syntax/limits',
    severity: 'error' as const,
    message,
    span,
    related: [],
    fixes: [],
  };
  const findings = analysis.ours ? [finding] : [];
  // Of what was not read nobody knows what it still has.
  return { ...analysis, ...NOTHING_FOUND, input, findings };
}

const NOTHING_FOUND = { findings: [], setAside: [], outdated: [], memo: undefined, drafts: undefined };

function analyseWhole(input: AnalysisInput, previous?: Previous): Analysis {
  const model = readModel(input, previous);
  const id = frameworkId(model) ?? input.framework;
  const known = id === undefined ? undefined : input.library.get(id);
  const ours = input.framework !== undefined || isOurs(input, model, known !== undefined);
  const vocabulary = known?.on(dayOf(model, known.vocabulary));
  const report = buildReport(model, vocabulary, input.config, previous?.analysis.report);
  const shapes = previous?.analysis.shapes ?? new WeakMap();
  // What these found is kept for as long as they are the same rules.
  const isSame = previous !== undefined && previous.analysis.report.vocabulary === report.vocabulary;
  const checks = isSame ? previous.analysis.checks : checkRules(report.vocabulary);
  const rest = { input, ours, model, report, shapes, checks };
  const kept = keptNumbers(report, previous?.analysis.numbers);
  if (!ours) return { ...rest, ...NOTHING_FOUND, numbers: numbersOf(report, kept), characters: undefined };
  const all = [...input.rules, ...checks];
  const rules = activeRules(all, report, input.config);
  const surroundings = {
    frameworks: input.library.ids(),
    vocabulary: (id: string) => input.library.get(id)?.vocabulary,
    faultyFiles: (id: string) => input.library.faulty(id),
    ruleIds: all.map((rule) => rule.id),
    today: input.today,
    sources: input.sources ?? [],
    look: input.withNumbers ? (block: Block, readings: Readings) => lookAt(kept, block, readings) : undefined,
  };
  const { findings, memo, drafts } = runRules(report, rules, surroundings, before(input, previous));
  const characters = charactersOf(input, previous);
  const found = [...textFindings(model, shapes), ...characters.map(characterFinding), ...findings];
  const { told, ...aside } = setAside(found, input.accepted ?? [], input.text);
  return {
    ...rest,
    ...aside,
    findings: limited(told),
    memo,
    drafts,
    numbers: numbersOf(report, kept, memo.mentions),
    characters,
  };
}

function before(input: AnalysisInput, previous: Previous | undefined): Before | undefined {
  if (previous === undefined) return undefined;
  const { analysis, change } = previous;
  const { memo, drafts, report } = analysis;
  const other = analysis.input;
  const isSame = (['path', 'library', 'config', 'framework', 'today', 'rules'] as const).every(
    (key) => input[key] === other[key],
  );
  return {
    memo,
    drafts,
    report,
    change: isSame && isSameList(input.sources, other.sources) ? change : undefined,
  };
}

function isSameList(a: readonly unknown[] = [], b: readonly unknown[] = []): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}

function charactersOf({ text }: AnalysisInput, previous: Previous | undefined): readonly OddCharacter[] {
  const found = previous?.analysis.characters;
  if (previous === undefined || found === undefined) return oddCharacters(text);
  return oddCharacters(text, { found, change: previous.change, text: previous.analysis.input.text });
}

/** So many findings of one rule are told; nobody reads more, and editors show no more. */
const MOST_OF_RULE = 1000;

function limited(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= MOST_OF_RULE) return findings;
  const counts = new Map<string, number>();
  return findings.flatMap((finding): readonly Finding[] => {
    const count = (counts.get(finding.rule) ?? 0) + 1;
    counts.set(finding.rule, count);
    if (count <= MOST_OF_RULE) return [finding];
    if (count > MOST_OF_RULE + 1) return [];
    const message = `"${finding.rule}" finds more than 1,000 places in this document. Those from here on are not shown; mend some, and they will be.`;
    return [{ ...finding, rule: 'syntax/limits', severity: 'warning', message, related: [], fixes: [] }];
  });
}

const OWN_NAME = /\.(?:report|sef)\.(?:md|ya?ml)$/i;

/** Whether a file name alone makes a document ours. */
export function namedOurs(path: string): boolean {
  return OWN_NAME.test(path);
}

/** format.md: by name; by a framework that is known; or, in a pack, by naming any. */
function isOurs({ path, inPack, syntax }: AnalysisInput, model: Model, known: boolean): boolean {
  return namedOurs(path) || known || (inPack && syntax === 'markdown' && frameworkId(model) !== undefined);
}

function frameworkId(model: Model): string | undefined {
  const entry = metaEntry(model, 'framework');
  const id = entry === undefined ? '' : metaText(entry.value).trim();
  return id === '' ? undefined : id;
}

function readModel({ syntax, text }: AnalysisInput, previous: Previous | undefined): Model {
  const before = previous?.analysis.model;
  if (syntax === 'yaml') return yamlModel(text, before as YamlModel | undefined);
  return markdownModel(
    text,
    previous === undefined ? undefined : { model: before as MarkdownModel, change: previous.change },
  );
}

/** What is wrong with the text itself, before any rule looks at it. */
function textFindings(model: Model, shapes: SchemaMemo): readonly Finding[] {
  const problems = [
    ...model.problems,
    ...shapeProblems(model, shapes).map((problem) => ({ ...problem, code: 'data' as const })),
  ];
  return problems.map(({ code, span, message, meant }) => ({
    rule: `syntax/${code}`,
    severity: code === 'limits' ? 'warning' : 'error',
    message,
    span,
    related: [],
    fixes: meantFixes(meant, span),
  }));
}

/** What is wrong with the shape of data: of a document that is written so, or of the measures in front matter. */
function shapeProblems({ data, written }: Model, shapes: SchemaMemo): readonly Problem[] {
  if (data !== undefined) return schemaProblems('report', data.root, data.at, shapes);
  const root = written?.reading.root;
  if (written === undefined || root?.kind !== 'map') return [];
  const entries = root.entries.filter(({ key }) => key === 'measures');
  if (entries.length === 0) return [];
  return schemaProblems('report', { ...root, entries }, written.from + written.reading.at);
}
