import { type MeasureDraft, readMeasure } from '../framework/draftContents.ts';
import type { TermDef } from '../framework/framework.ts';
import { child, items } from '../framework/locate.ts';
import { schemaProblems } from '../framework/schema.ts';
import { readTerm, termProblems } from '../framework/terms.ts';
import { acronymsIn } from '../report/acronymDictionary.ts';
import { type Audience, audienceOf } from '../report/audience.ts';
import type { Report } from '../report/report.ts';
import { readSourceDef, readWritten, type SourceDef, type Written } from '../report/sources/sourceDef.ts';
import { type DataNode, entryOf } from '../syntax/data.ts';
import { readYaml } from '../syntax/yaml.ts';
import { type Problem, SEVERITIES, type Severity } from '../text/problem.ts';
import type { OptionValues, RuleEntry } from './rule.ts';

/** What `touchstone.yaml` says. */
export interface Config {
  readonly rules: ReadonlyMap<string, RuleSetting>;
  /** Files to leave out, as globs relative to the configuration's folder. */
  readonly exclude: readonly string[];
  /** Documents from elsewhere, such as PDFs, that are checked along with the others, as such globs. */
  readonly imports: readonly string[];
  /** The gravity from which a check fails, where it is set. */
  readonly failOn: Severity | undefined;
  /** Who reads the documents of the pack, where one does not say so itself. */
  readonly audience: Audience | undefined;
  /** What acronyms of the pack's documents stand for: those need no explanation in each. */
  readonly acronyms: ReadonlyMap<string, string>;
  /** Words that the pack's documents should use, and those that they should not. */
  readonly terms: readonly TermDef[];
  /** Measures that the documents of the pack report. */
  readonly measures: readonly MeasureDraft[];
  /** Where their figures come from. */
  readonly sources: readonly SourceDef[];
  /** The file of findings that are set aside. */
  readonly baseline: Written | undefined;
}

export interface RuleSetting {
  readonly severity: Severity | 'off' | undefined;
  readonly options: OptionValues;
}

export const DEFAULT_CONFIG: Config = {
  rules: new Map(),
  exclude: [],
  imports: [],
  failOn: undefined,
  audience: undefined,
  acronyms: new Map(),
  terms: [],
  measures: [],
  sources: [],
  baseline: undefined,
};

/** Reads the text of a `touchstone.yaml`, LF line ends. What cannot be read is left at its default, with a problem. */
export function readConfig(text: string): { readonly config: Config; readonly problems: readonly Problem[] } {
  const { root, at, problems } = readYaml(text);
  const whole = root && { node: root, at, key: undefined };
  const config: Config = {
    rules: readSettings(entryOf(root, 'rules')?.value),
    exclude: texts(entryOf(root, 'exclude')?.value),
    imports: texts(entryOf(root, 'import')?.value),
    failOn: severity(scalar(entryOf(root, 'fail-on')?.value)),
    audience: audienceOf(scalar(entryOf(root, 'audience')?.value)),
    acronyms: acronymsIn(entryOf(root, 'acronyms')?.value),
    terms: items(child(whole, 'terms')).flatMap(readTerm),
    measures: items(child(whole, 'measures')).flatMap(readMeasure),
    sources: items(child(whole, 'sources')).flatMap(readSourceDef),
    baseline: readWritten(child(whole, 'baseline')),
  };
  return {
    config,
    problems: [
      ...problems,
      ...(root === undefined ? [] : schemaProblems('config', root, at)),
      ...termProblems(child(whole, 'terms')),
    ],
  };
}

/** Severities of rules by id, as a framework, a pack or a document gives them. */
export function readSettings(rules: DataNode | undefined): ReadonlyMap<string, RuleSetting> {
  if (rules?.kind !== 'map') return new Map();
  return new Map(rules.entries.map((entry) => [entry.key, readSetting(entry.value)]));
}

function readSetting(value: DataNode): RuleSetting {
  if (value.kind !== 'map') return { severity: level(scalar(value)), options: {} };
  const options = value.entries
    .filter((entry) => entry.key !== 'severity')
    .map((entry) => [entry.key, optionValue(entry.value)] as const);
  return { severity: level(scalar(entryOf(value, 'severity')?.value)), options: Object.fromEntries(options) };
}

function optionValue(value: DataNode): boolean | number | readonly string[] {
  if (value.kind === 'list') return texts(value);
  const text = scalar(value) ?? '';
  return /^\d+$/.test(text) ? Number(text) : text === 'true';
}

function texts(value: DataNode | undefined): readonly string[] {
  if (value?.kind !== 'list') return [];
  return value.items.flatMap((item) => scalar(item.value) ?? []);
}

function scalar(value: DataNode | undefined): string | undefined {
  return value?.kind === 'scalar' ? value.text : undefined;
}

function severity(text: string | undefined): Severity | undefined {
  return SEVERITIES.find((candidate) => candidate === text);
}

function level(text: string | undefined): Severity | 'off' | undefined {
  return text === 'off' ? 'off' : severity(text);
}

/** A rule as it is to be run on one document. */
export interface ActiveRule extends RuleEntry {
  readonly severity: Severity;
  /** Whether someone chose the severity. */
  readonly isSet: boolean;
  readonly options: OptionValues;
}

/**
 * The rules that are on for a document: its own word counts most, then the pack's, then its framework's. A rule that
 * is off until somebody sets it is on as soon as one of them gives it a severity, or the pack an option.
 */
export function activeRules(
  rules: readonly RuleEntry[],
  report: Report,
  config: Config,
): readonly ActiveRule[] {
  const own = readSettings(report.model.meta.find((entry) => entry.key === 'rules')?.value);
  const framework = report.vocabulary?.framework.rules;
  return rules.flatMap((entry) => {
    const set =
      own.get(entry.id)?.severity ?? config.rules.get(entry.id)?.severity ?? framework?.get(entry.id);
    const isOn = entry.rule.enabled !== false || config.rules.has(entry.id);
    const severity = set ?? (isOn ? entry.rule.severity : 'off');
    if (severity === 'off') return [];
    return [{ ...entry, severity, isSet: set !== undefined, options: optionsOf(entry, config) }];
  });
}

const NO_OPTIONS: OptionValues = {};

/** This is asked of every rule at every keystroke, and few have options. */
function optionsOf({ id, rule }: RuleEntry, config: Config): OptionValues {
  if (rule.options === undefined) return config.rules.get(id)?.options ?? NO_OPTIONS;
  const defaults = Object.entries(rule.options).map(([name, option]) => [name, option.default] as const);
  return { ...Object.fromEntries(defaults), ...config.rules.get(id)?.options };
}
