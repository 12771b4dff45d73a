import { sourceText } from '../../../server/convert/source.ts';
import { metaText } from '../../../server/model/model.ts';
import { type Report, statedValue, statementsOn } from '../../../server/report/report.ts';
import { findDates } from '../../../server/values/dates.ts';
import { lostWords } from '../../convert/coverage.ts';
import { evaluate } from '../evaluate.ts';
import type { Listed } from '../judged.ts';
import type { Outcome } from '../run.ts';
import { describeOutcome, type Totals, totals } from '../table.ts';
import { otherReadings } from './folder.ts';
import { listedFindings } from './judged.ts';
import { type ReadReport, subjectOf, wordsLost } from './read.ts';

/** What came of one report, for the totals. */
export interface Told {
  readonly guessed: boolean;
  readonly judgements: number;
  /** Judgements that another program read otherwise, and those that both read. */
  readonly differences: readonly string[];
  readonly compared: number;
  readonly missing: readonly string[];
  readonly lost: readonly string[];
  readonly findings: readonly Listed[];
  /** What became of each fault and harmless edit, and how many came to what. */
  readonly outcomes: readonly Outcome[];
  readonly faults: Totals;
  readonly bad: readonly string[];
  readonly lines: readonly string[];
}

/** Says in a line, and in more where something is amiss, what came of a report. */
export function tell(report: ReadReport, seed: number, times: number): Told {
  const { analysis, guess, expected, imported, source, name } = report;
  const judged = judgements(analysis.report);
  const { differences, compared } = against(name, judged, analysis.report);
  const [found, missing] = sections(analysis.report);
  const outcomes = times === 0 ? [] : evaluate(subjectOf(report), seed, times);
  const faults = totals(outcomes);
  const lost = [...(wordsLost(report) ?? []), ...lostWords(sourceText(source), imported)];
  const guessed = guess.framework === expected;
  const findings = listedFindings(report);
  const bad = outcomes
    .filter(({ result }) => result !== 'found' && result !== 'silent')
    .map((outcome) => describeOutcome(outcome));
  const line = [
    guess.framework ?? 'no known framework',
    ...(guessed ? [] : [`NOT ${expected}`]),
    `${judged.length} judgements`,
    `${found}/${found + missing.length} sections`,
    `${lost.length} words lost`,
    `${findings.length} findings`,
    ...(times === 0 ? [] : [`${faults.found}/${faults.seeded} faults, ${faults.disturbed} disturbed`]),
  ].join(', ');
  const lines = [
    `${name}: ${line}`,
    `    ${judged.map(({ area, label }) => `${area}: ${label}`).join('; ')}`,
    ...differences.map((text) => `    differs: ${text}`),
    ...(guessed ? [] : guess.reasons.map((text) => `    guess: ${text}`)),
    ...(missing.length === 0 ? [] : [`    sections missing: ${missing.join('; ')}`]),
    ...(lost.length === 0 ? [] : [`    words lost: ${lost.slice(0, 40).join(' ')}`]),
    ...findings.map((one) => `    ${one.severity} ${one.rule}, ${one.where}: ${one.message}`),
  ];
  return {
    guessed,
    judgements: judged.length,
    differences,
    compared,
    missing,
    lost,
    findings,
    outcomes,
    faults,
    bad,
    lines,
  };
}

interface Judged {
  readonly area: string;
  readonly label: string;
}

function judgements(report: Report): readonly Judged[] {
  return (report.vocabulary?.areas ?? []).flatMap((area) => {
    const stated = statementsOn(report, area).flatMap(({ statement }) => statedValue(statement) ?? []);
    const labels = [...new Set(stated.map(({ label }) => label))];
    return labels.length === 0 ? [] : [{ area: area.name, label: labels.join(' / ') }];
  });
}

/** The columns of the other program's table, and how the areas that they mean are called. */
const COLUMNS: Readonly<Record<string, RegExp>> = {
  overall: /^Overall effectiveness/,
  leaders: /impact of leaders/,
  help_and_protection: /who need help and protection/,
  in_care: /children in care/,
  care_leavers: /care leavers/,
};

function against(
  name: string,
  judged: readonly Judged[],
  report: Report,
): { readonly differences: readonly string[]; readonly compared: number } {
  const other = otherReadings().get(name);
  if (other === undefined) return { differences: [], compared: 0 };
  const pairs = Object.entries(COLUMNS).map(([column, area]) => {
    const own = judged.find((one) => area.test(one.area))?.label.toLowerCase() ?? 'nothing';
    return { what: column, own: own.replace(/ to be good$/, ''), theirs: other[column] ?? '' };
  });
  const start = { what: 'start', own: firstDay(field(report, 'inspected')), theirs: other.start ?? '' };
  const inspector = {
    what: 'inspector',
    own: field(report, 'lead-inspector'),
    theirs: other.inspector ?? '',
  };
  const all = [...pairs, start, inspector];
  const same = (a: string, b: string) => a.toLowerCase().startsWith(b.toLowerCase()) && b !== '';
  const differences = all
    .filter(({ own, theirs }) => !same(own, theirs))
    .map(({ what, own, theirs }) => `${what}: "${own}" here, "${theirs}" there`);
  return { differences, compared: all.length };
}

/** The first of the days as the other program writes it: "4 to 15 March 2024" is "04/03/2024". */
function firstDay(days: string): string {
  const [mention] = findDates(days);
  const first = mention?.kind === 'range' ? mention.start : mention;
  if (first?.kind !== 'date') return days;
  const { day, month, year } = first.date;
  return [day, month, year].map((part) => String(part).padStart(2, '0')).join('/');
}

function field({ fields }: Report, id: string): string {
  const entry = fields.find(({ def }) => def.id === id)?.entry;
  return entry === undefined ? '' : metaText(entry.value);
}

/** How many sections of the framework the report has, and the names of those that it must have and has not. */
function sections({ vocabulary, sections }: Report): readonly [number, readonly string[]] {
  const there = new Set(sections.map(({ content }) => content.role));
  const roles = vocabulary?.roles ?? [];
  const missing = roles.filter((role) => role.def.required && !role.def.anyHeading && !there.has(role));
  return [roles.filter((role) => there.has(role)).length, missing.map(({ def }) => def.heading)];
}
