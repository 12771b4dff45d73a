import type { FrameworkLibrary } from '../framework/library.ts';
import { type SchemaMemo, schemaProblems } from '../framework/schema.ts';
import { type MarkdownModel, markdownModel } from '../model/markdown.ts';
import { type Model, metaEntry, metaText, type Syntax } from '../model/model.ts';
import { type YamlModel, yamlModel } from '../model/yaml.ts';
import { buildReport } from '../report/build.ts';
import type { Report } from '../report/report.ts';
import { activeRules, type Config } from '../rules/config.ts';
import { type RuleMemo, runRules } from '../rules/engine.ts';
import type { RuleEntry } from '../rules/rule.ts';
import type { Change } from '../text/change.ts';
import type { Finding, Problem } from '../text/problem.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { CalendarDate } from '../values/calendar.ts';
import { meantFixes } from './packFile.ts';

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
}

/** All that is known of one version of one document. Never changed: another version has another analysis. */
export interface Analysis {
  readonly input: AnalysisInput;
  /** Whether the document is a Touchstone document at all. One that is not has no findings, ever. */
  readonly ours: boolean;
  readonly model: Model;
  readonly report: Report;
  /** In reading order. */
  readonly findings: readonly Finding[];
  readonly memo: RuleMemo | undefined;
  /** What is known of the shape of parts that have not changed. */
  readonly shapes: SchemaMemo;
}

/**
 * Checks a document. With the analysis of an earlier version and what changed since, only what the change
 * touches is read and checked again; the outcome is the same.
 */
export function analyse(
  input: AnalysisInput,
  previous?: { readonly analysis: Analysis; readonly change: Change },
): Analysis {
  const model = readModel(input, previous);
  const id = frameworkId(model) ?? input.framework;
  const known = id === undefined ? undefined : input.library.get(id);
  const ours = input.framework !== undefined || isOurs(input, model, known !== undefined);
  const report = buildReport(model, known?.vocabulary, input.config.measures, previous?.analysis.report);
  const shapes = previous?.analysis.shapes ?? new WeakMap();
  if (!ours) return { input, ours, model, report, findings: [], memo: undefined, shapes };
  const rules = activeRules(input.rules, report, input.config);
  const surroundings = {
    frameworks: input.library.ids(),
    ruleIds: input.rules.map((rule) => rule.id),
    today: input.today,
  };
  const { findings, memo } = runRules(report, rules, surroundings, previous?.analysis.memo);
  return {
    input,
    ours,
    model,
    report,
    findings: [...textFindings(model, shapes), ...findings],
    memo,
    shapes,
  };
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

function readModel(
  { syntax, text }: AnalysisInput,
  previous: { readonly analysis: Analysis; readonly change: Change } | undefined,
): Model {
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
