import { coverage } from '../numbers/coverage.ts';
import type { Analysis } from './analysis.ts';
import {
  type CoverageGroup,
  type CoverageItem,
  type CoverageShare,
  type CoverageState,
  sharedGroup,
} from './coverageItem.ts';
import { judgementCoverage } from './coverageJudgements.ts';
import { measureCoverage } from './coverageMeasures.ts';
import { ruleCoverage } from './coverageRules.ts';
import { patternAnswers, requiredSections } from './coverageSections.ts';
import { setAsideCoverage } from './coverageSetAside.ts';
import { countFigures, numberChecks } from './numberChecks.ts';
import { type NumberGroup, type NumberList, numberList } from './numberList.ts';
import { allFigures, allTies } from './numbers.ts';

/** What of a document was checked and held, and what could not be checked and why; undefined for what is not ours. */
export function documentCoverage(analysis: Analysis): readonly CoverageGroup[] | undefined {
  const { ours, report } = analysis;
  if (!ours) return undefined;
  return [
    withoutFramework(analysis),
    figureCoverage(analysis),
    requiredSections(report),
    patternAnswers(report),
    judgementCoverage(analysis),
    measureCoverage(report),
    ruleCoverage(analysis),
    setAsideCoverage(analysis),
    notCovered(analysis),
  ].flatMap((group) => group ?? []);
}

/** Without a framework nobody can say what there should be. */
function withoutFramework({ report }: Analysis): CoverageGroup | undefined {
  if (report.vocabulary !== undefined) return undefined;
  const detail = 'none is known, so sections, judgements and fields were not checked';
  return { label: 'Framework', detail, state: 'unchecked', items: [] };
}

/** The same in a few numbers: how many figures are held, required sections written and questions answered. */
export function coverageShares(analysis: Analysis): readonly CoverageShare[] {
  const { report } = analysis;
  return [figureShare(analysis), requiredSections(report)?.share, patternAnswers(report)?.share].flatMap(
    (share) => share ?? [],
  );
}

function figureShare({ numbers }: Analysis): CoverageShare | undefined {
  // What each check says is told to nobody here, and takes longer than the checks.
  const { held, read } = countFigures(coverage(allFigures(numbers), allTies(numbers)));
  return read === 0 ? undefined : { done: held, of: read, what: 'figures checked and held' };
}

function figureCoverage(analysis: Analysis): CoverageGroup | undefined {
  const { input, findings } = analysis;
  const checks = numberChecks(analysis);
  const counts = countFigures(checks.figures);
  if (counts.read === 0) return undefined;
  const list = numberList(checks, findings, (offset) => input.text.lineAt(offset).number);
  const share = { done: counts.held, of: counts.read, what: 'figures checked and held' };
  const items = [...list.groups.filter(({ why }) => why === undefined).map(numberItem), ...looseItems(list)];
  return sharedGroup(
    'Figures',
    share,
    'checked and held',
    items,
    counts.contradicted > 0 ? 'wrong' : 'unchecked',
  );
}

const STATES: Readonly<Record<NumberGroup['outcome'], CoverageState>> = {
  contradicted: 'wrong',
  accepted: 'told',
  unsure: 'unsure',
  held: 'held',
  'not checkable': 'unchecked',
};

function numberItem({ title, outcome, rows }: NumberGroup): CoverageItem {
  const state = STATES[outcome];
  const items = rows.map(({ text, span }) => ({ label: text, state, at: span.from, items: [] }));
  const detail = rows.length === 1 ? '1 check' : `${rows.length} checks`;
  return { label: title, detail, state, items };
}

/** The figures that nothing can be held against, by the reason. */
function looseItems({ groups }: NumberList): readonly CoverageItem[] {
  const loose = groups.filter(({ why }) => why !== undefined);
  if (loose.length === 0) return [];
  const items = loose.map(({ why = '', count, rows }): CoverageItem => {
    const places = rows.map(({ text, span }) => ({
      label: text,
      state: 'unchecked' as const,
      at: span.from,
      items: [],
    }));
    const label = why.charAt(0).toUpperCase() + why.slice(1);
    return { label, detail: figuresText(count), state: 'unchecked', items: places };
  });
  const all = loose.reduce((sum, { count }) => sum + count, 0);
  return [{ label: 'Not checkable', detail: figuresText(all), state: 'unchecked', items }];
}

function figuresText(count: number): string {
  return count === 1 ? '1 figure' : `${count} figures`;
}

/** What the framework itself says that it does not know or check. */
function notCovered({ report }: Analysis): CoverageGroup | undefined {
  const told = report.vocabulary?.framework.notCovered ?? [];
  if (told.length === 0) return undefined;
  const items = told.map((label) => ({ label, state: 'unchecked' as const, items: [] }));
  return {
    label: 'Left to its readers',
    detail: 'what no check of this framework covers',
    state: 'unchecked',
    items,
  };
}
