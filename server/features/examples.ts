import { type Example, type ExpectedFinding, type NamedRule, readExamples } from '../framework/examples.ts';
import type { FrameworkLibrary } from '../framework/library.ts';
import { nearest } from '../framework/name.ts';
import { checkId } from '../rules/checks/checkRules.ts';
import { DEFAULT_CONFIG } from '../rules/config.ts';
import { RULES } from '../rules/registry.generated.ts';
import type { Finding } from '../text/problem.ts';
import { SourceText } from '../text/sourceText.ts';
import type { Span } from '../text/span.ts';
import { analyse } from './analysis.ts';

/** What came of one example of a framework. */
export interface ExampleResult {
  readonly example: Example;
  /** Empty where exactly what must be found was found. */
  readonly failures: readonly ExampleFailure[];
}

/** Something that was expected in an example and not found, or the other way round. */
export interface ExampleFailure {
  readonly kind: 'missing' | 'unexpected' | 'unknown-rule';
  readonly rule: string;
  /** Where in the framework file it is to be seen. */
  readonly at: Span;
  /** The line of the document, where that is not to be seen in the framework file. */
  readonly line: number | undefined;
  /** A sentence. */
  readonly message: string;
}

/** The framework that is tested. */
export interface Tested {
  readonly library: FrameworkLibrary;
  readonly id: string;
}

/**
 * Runs one example by its framework alone: no `touchstone.yaml` counts.
 * @param text the document, LF line ends
 */
export function runExample(example: Example, text: string, tested: Tested): ExampleResult {
  const { library, id } = tested;
  const source = SourceText.of(text);
  const { findings } = analyse({
    path: example.file?.path ?? '',
    syntax: example.syntax,
    text: source,
    library,
    config: DEFAULT_CONFIG,
    inPack: true,
    framework: id,
    rules: RULES,
  });
  const counted = findings.filter(({ rule }) => counts(example, rule));
  const { missing, unexpected } = compare(example.findings, counted, source);
  const known = knownRules(tested);
  const failures = [
    ...unknownRules(example, known),
    ...missing.filter(({ rule }) => known.ids.has(rule.id)).map((one) => missingFailure(one, example)),
    ...unexpected.map((finding) => unexpectedFailure(finding, example, source)),
  ];
  return { example, failures: failures.sort((a, b) => a.at.from - b.at.from) };
}

/** So much text and so many documents are checked while an author waits; `touchstone test-framework` runs them all. */
const MOST = { characters: 200_000, examples: 100 };

/**
 * Where the examples of a pack's framework file fail, as far as their documents stand in it. Of a file with faults none
 * is run, since what fails may only follow from these; nor of one that the pack does not know.
 */
export function exampleFindings(library: FrameworkLibrary, path: string): readonly Finding[] {
  const file = library.file(path);
  if (file?.id === undefined || file.problems.length > 0) return [];
  const tested = { library, id: file.id };
  let left = MOST.characters;
  const examples = readExamples(library.written(file.id)?.root).slice(0, MOST.examples);
  return examples.flatMap((example) => {
    left -= example.text?.text.length ?? 0;
    if (example.text === undefined || left < 0) return [];
    return runExample(example, example.text.text, tested).failures.map(({ at, message }) => ({
      rule: 'syntax/example',
      severity: 'warning' as const,
      message: `The example "${example.name}" fails. ${message}`,
      span: at,
      related: [],
      fixes: [],
    }));
  });
}

/** What is wrong with the text itself counts always: an example that is broken by accident must show it. */
function counts({ rules }: Example, rule: string): boolean {
  if (rules === undefined || rule.startsWith('syntax/')) return true;
  return rules.some(({ id }) => id === rule || rule.startsWith(`${id}/`));
}

interface Compared {
  readonly missing: readonly ExpectedFinding[];
  readonly unexpected: readonly Finding[];
}

/** What says most of its finding chooses first, so that what says less does not take it. */
function compare(
  expected: readonly ExpectedFinding[],
  found: readonly Finding[],
  text: SourceText,
): Compared {
  const left = [...found];
  const missing: ExpectedFinding[] = [];
  const bySayings = [...expected].sort((a, b) => saidBy(b) - saidBy(a));
  for (const one of bySayings) {
    const index = left.findIndex((finding) => fits(one, finding, text));
    if (index < 0) missing.push(one);
    else left.splice(index, 1);
  }
  return { missing, unexpected: left };
}

function saidBy({ quoted, line, severity }: ExpectedFinding): number {
  return (quoted?.length ?? 0) + (line === undefined ? 0 : 1000) + (severity === undefined ? 0 : 1);
}

function fits(expected: ExpectedFinding, { rule, severity, span }: Finding, text: SourceText): boolean {
  const { quoted, line } = expected;
  return (
    rule === expected.rule.id &&
    (expected.severity === undefined || severity === expected.severity) &&
    (line === undefined || text.lineAt(span.from).number === line) &&
    (quoted === undefined || text.slice(span.from, span.to).includes(quoted))
  );
}

interface KnownRules {
  readonly ids: ReadonlySet<string>;
  readonly families: ReadonlySet<string>;
}

function knownRules({ library, id }: Tested): KnownRules {
  const checks = library.get(id)?.vocabulary.framework.checks ?? [];
  const ids = [...RULES.map((rule) => rule.id), ...checks.map(checkId)];
  const ofText = ['characters', 'data', 'front-matter', 'limits', 'section', 'yaml'].map(
    (one) => `syntax/${one}`,
  );
  const all = [...ids, ...ofText];
  return { ids: new Set(all), families: new Set(all.map((id) => id.slice(0, id.indexOf('/')))) };
}

function unknownRules(example: Example, { ids, families }: KnownRules): readonly ExampleFailure[] {
  const inScope = (example.rules ?? []).filter(({ id }) => !ids.has(id) && !families.has(id));
  const expected = example.findings.map(({ rule }) => rule).filter(({ id }) => !ids.has(id));
  return [
    ...inScope.map((rule) => unknownRule(rule, [...ids, ...families])),
    ...expected.map((rule) => unknownRule(rule, [...ids])),
  ];
}

function unknownRule({ id, at }: NamedRule, known: readonly string[]): ExampleFailure {
  const meant = nearest(id, known, (one) => one)[0];
  const hint = meant === undefined ? '.' : `; did you mean "${meant}"?`;
  return { kind: 'unknown-rule', rule: id, at, line: undefined, message: `There is no rule "${id}"${hint}` };
}

function missingFailure({ rule, quoted, line, severity }: ExpectedFinding, example: Example): ExampleFailure {
  const grave = severity === undefined ? '' : ` as ${severity}`;
  const where = [
    ...(quoted === undefined ? [] : [` at "${quoted}"`]),
    ...(line === undefined ? [] : [` on line ${line}`]),
  ].join('');
  const left = example.rules?.some(({ id }) => id === rule.id || rule.id.startsWith(`${id}/`)) === false;
  const why = left ? ' The example\'s "rules" leave it out.' : '';
  const message = `Expected ${rule.id}${where}${grave}, which was not found.${why}`;
  return { kind: 'missing', rule: rule.id, at: rule.at, line: undefined, message };
}

function unexpectedFailure(
  { rule, severity, span, message }: Finding,
  example: Example,
  text: SourceText,
): ExampleFailure {
  const at = example.text?.spanOf(span) ?? example.file?.at ?? example.at;
  return {
    kind: 'unexpected',
    rule,
    at,
    line: text.lineAt(span.from).number,
    message: `Not expected: ${severity} ${rule}. ${message}`,
  };
}
