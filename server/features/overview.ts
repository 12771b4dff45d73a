import { headingSpan, type Report, type Section } from '../report/report.ts';
import { standingsOf } from '../rules/measure/sectionStatus.ts';
import { type Measured, measuredIn } from '../rules/measure/statusRows.ts';
import type { Finding, Severity } from '../text/problem.ts';
import type { Analysis } from './analysis.ts';
import { coverageShares } from './coverage.ts';
import type { CoverageShare } from './coverageItem.ts';
import { statusSummary } from './statuses.ts';
import { judgementOf, nameOf, sectionsBelow } from './symbols.ts';

/** How many findings there are, by their severity. */
export type FindingCounts = Readonly<Record<Severity, number>>;

/** A document as a list of documents shows it. */
export interface Overview {
  readonly title: string | undefined;
  /** The title of its framework. */
  readonly framework: string | undefined;
  readonly counts: FindingCounts;
  readonly coverage: readonly CoverageShare[];
  readonly sections: readonly SectionOverview[];
}

/** A section as such a list shows it. */
export interface SectionOverview {
  readonly name: string;
  readonly judgement: string | undefined;
  readonly statuses: string | undefined;
  /** Whether the framework judges it, and no judgement is stated. */
  readonly isUnjudged: boolean;
  /** How many of its measures miss their target. */
  readonly belowTarget: number;
  /** Whether one of its own statuses says that it is off target. */
  readonly isOffTarget: boolean;
  /** What is found in it, and not in a section below it. */
  readonly counts: FindingCounts;
  /** Where its heading stands. */
  readonly at: number;
  readonly sections: readonly SectionOverview[];
}

/** What is to be known of a document at a glance; undefined for what is not ours. */
export function overview(analysis: Analysis): Overview | undefined {
  const { ours, report, findings } = analysis;
  if (!ours) return undefined;
  const around = {
    report,
    measured: measuredIn(report),
    below: sectionsBelow(report),
    found: bySection(analysis),
  };
  return {
    title: report.title,
    framework: report.vocabulary?.framework.title,
    counts: countFindings(findings),
    coverage: coverageShares(analysis),
    sections: sectionsIn(around, undefined),
  };
}

/** Counts findings by their severity. */
export function countFindings(findings: readonly Pick<Finding, 'severity'>[]): FindingCounts {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

interface Around {
  readonly report: Report;
  readonly measured: Measured;
  readonly below: ReturnType<typeof sectionsBelow>;
  readonly found: ReadonlyMap<Section, readonly Finding[]>;
}

function sectionsIn(around: Around, parent: Section | undefined): readonly SectionOverview[] {
  return (around.below.get(parent) ?? []).map((section) => ({
    name: nameOf(section),
    judgement: judgementOf(section),
    statuses: statusSummary(section),
    isUnjudged: isUnjudged(around.report, section),
    belowTarget: belowTarget(around, section),
    isOffTarget: section.content.fields.some(({ status }) => status?.says === 'off-target'),
    counts: countFindings(around.found.get(section) ?? []),
    at: headingSpan(section).from,
    sections: sectionsIn(around, section),
  }));
}

/** Whether nothing is said in a section that the framework judges, nor anywhere else, of how good it is. */
function isUnjudged(report: Report, { content: { area, role } }: Section): boolean {
  if (area === undefined || role?.def.judgement === undefined) return false;
  return (report.statements.get(area) ?? []).every(({ statement }) => statement.form === 'summary');
}

function belowTarget({ report, measured }: Around, section: Section): number {
  return standingsOf(report, section, measured).filter(({ isMissed }) => isMissed).length;
}

/** The findings of each section: those that begin behind its heading and before the next. */
function bySection({ report: { sections }, findings }: Analysis): ReadonlyMap<Section, readonly Finding[]> {
  const found = new Map<Section, Finding[]>();
  let index = -1;
  // Both stand in reading order.
  for (const finding of [...findings].sort((a, b) => a.span.from - b.span.from)) {
    while (beginsBefore(sections[index + 1], finding.span.from)) index += 1;
    const section = sections[index];
    if (section === undefined) continue;
    const known = found.get(section);
    if (known === undefined) found.set(section, [finding]);
    else known.push(finding);
  }
  return found;
}

function beginsBefore(section: Section | undefined, offset: number): boolean {
  if (section === undefined) return false;
  const from = section.heading?.from ?? section.own[0]?.from ?? 0;
  return from <= offset;
}
