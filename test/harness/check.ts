import { readCsv } from '../../server/convert/sheet/readCsv.ts';
import { type Analysis, analyse } from '../../server/features/analysis.ts';
import { readPackSources, type Workbooks } from '../../server/features/packSources.ts';
import type { Accepted } from '../../server/features/setAside.ts';
import type { FrameworkLibrary } from '../../server/framework/library.ts';
import type { Syntax } from '../../server/model/model.ts';
import type { Report } from '../../server/report/report.ts';
import type { Source } from '../../server/report/sources/source.ts';
import { type Config, DEFAULT_CONFIG, type RuleSetting, readConfig } from '../../server/rules/config.ts';
import { RULES } from '../../server/rules/registry.generated.ts';
import type { Finding } from '../../server/text/problem.ts';
import { SourceText } from '../../server/text/sourceText.ts';
import type { FixtureCase } from './fixture.ts';

/** How the documents of one case are checked. */
export interface Setting {
  readonly library: FrameworkLibrary;
  readonly config: Config;
  readonly inPack: boolean;
  /** The rule, or the family, whose findings count; undefined for all rules. */
  readonly rule: string | undefined;
  /** Where the figures of measures come from. */
  readonly sources?: readonly Source[];
  /** What is set aside of each document, by its path. */
  readonly accepted?: ReadonlyMap<string, Accepted>;
}

/** All rules, with the default configuration. */
export function everyRule(library: FrameworkLibrary): Setting {
  return { library, config: DEFAULT_CONFIG, inPack: false, rule: undefined };
}

/**
 * One rule alone: a fixture must not change when another rule does. Rules about comments that direct the
 * checker, and about what was found, need the others.
 */
export function onlyRule(rule: string, { config, tables }: FixtureCase, library: FrameworkLibrary): Setting {
  const read = readConfig(config ?? '');
  if (read.problems.length > 0) throw new Error(`The config fence: ${read.problems[0]?.message}`);
  const needsOthers =
    rule.startsWith('directive/') || RULES.some(({ id, rule: own }) => id === rule && own.scope === 'late');
  const others = needsOthers ? [] : RULES.filter(({ id }) => id !== rule);
  const off = others.map(({ id }) => [id, { severity: 'off' as const, options: {} }] as const);
  return {
    library,
    // To be named in the configuration switches a rule on that is off by itself.
    config: { ...read.config, rules: new Map([[rule, NAMED], ...read.config.rules, ...off]) },
    inPack: config !== undefined,
    rule,
    sources: sourcesIn(read.config, tables),
  };
}

const NAMED: RuleSetting = { severity: undefined, options: {} };

/** The spreadsheets of a case. */
export function workbooksOf(tables: FixtureCase['tables']): Workbooks {
  return new Map(
    [...tables].map(([file, text]) => {
      const workbook = readCsv(file, new TextEncoder().encode(text));
      return [file, { ok: true as const, workbook }];
    }),
  );
}

/** The sources of a case, read from its tables. */
function sourcesIn({ sources: defs }: Config, tables: FixtureCase['tables']): readonly Source[] {
  const { sources, problems } = readPackSources(defs, workbooksOf(tables));
  if (problems.length > 0) throw new Error(`A source: ${problems[0]?.message}`);
  return sources.map(({ source }) => source);
}

export interface TestDocument {
  readonly path: string;
  readonly syntax: Syntax;
  readonly text: string;
}

export function analyseText({ path, syntax, text }: TestDocument, setting: Setting): Analysis {
  const { library, config, inPack, sources = [] } = setting;
  const accepted = setting.accepted?.get(path) ?? [];
  const rest = { library, config, inPack, rules: RULES, sources, accepted };
  return analyse({ path, syntax, text: SourceText.of(text), ...rest });
}

/** A document as it is read, and checked by no rule. */
export function readOnly({ path, syntax, text }: TestDocument, library: FrameworkLibrary): Analysis {
  const config = DEFAULT_CONFIG;
  return analyse({ path, syntax, text: SourceText.of(text), library, config, inPack: false, rules: [] });
}

/** What a document says, which no rule has a part in. */
export function reportOf(document: TestDocument, library: FrameworkLibrary): Report {
  return readOnly(document, library).report;
}

/** What the rule finds, with the faults of the text itself: a fixture that is broken by accident shows it. */
export function findingsIn(document: TestDocument, setting: Setting): readonly Finding[] {
  const { findings } = analyseText(document, setting);
  return findings.filter(
    ({ rule }) =>
      setting.rule === undefined ||
      rule === setting.rule ||
      rule.startsWith(`${setting.rule}/`) ||
      isFaultOfText(rule),
  );
}

export function isFaultOfText(rule: string): boolean {
  return rule.startsWith('syntax/');
}
