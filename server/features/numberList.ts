import type { Finding } from '../text/problem.ts';
import { overlaps, type Span } from '../text/span.ts';
import {
  countFigures,
  countTies,
  coverageLines,
  type NumberChecks,
  type PlacedFigure,
  type PlacedTie,
} from './numberChecks.ts';

// What other rules say of measures is that figures are missing, or how their tables are laid out.
const ON_NUMBERS = /^(?:number\/.*|measure\/(?:out-of-range|(?:source|status|unit)-mismatch))$/;

/** Whether a finding is on what numbers say. */
export function isOnNumbers({ rule }: Pick<Finding, 'rule'>): boolean {
  return ON_NUMBERS.test(rule);
}

/** Whether a tie and a finding speak of the same figures. */
function isOf(tie: PlacedTie, { span }: Pick<Finding, 'span'>): boolean {
  return overlaps(tie.span, span) || tie.figures.some((figure) => overlaps(figure.span, span));
}

/** One line of the list of number checks. */
export interface ListedNumbers {
  readonly span: Span;
  readonly text: string;
}

export interface NumberGroup {
  readonly title: string;
  /** What came of them: `accepted` are contradictions that somebody has switched off. */
  readonly outcome: 'contradicted' | 'accepted' | 'unsure' | 'held' | 'not checkable';
  /** How many checks it lists, or figures. */
  readonly count: number;
  readonly rows: readonly ListedNumbers[];
  /** Why its figures are not checkable; undefined for groups of checks. */
  readonly why?: string;
}

/** The number checks of a document as people read them: how much could be checked, and what is wrong first. */
export interface NumberList {
  readonly coverage: readonly string[];
  readonly groups: readonly NumberGroup[];
  /** How many checks did not hold that are no ties. */
  readonly besides: number;
}

/** What is to be known of a finding. */
type Found = Pick<Finding, 'rule' | 'span' | 'message'>;

/** Lists the number checks of a document, with what is found on numbers besides. */
export function numberList(
  { ties, figures }: NumberChecks,
  findings: readonly Found[],
  lineOf: (offset: number) => number,
): NumberList {
  const wrong = ties.filter(isWrong);
  const onNumbers = findings.filter(isOnNumbers);
  const isFound = (tie: PlacedTie) => onNumbers.some((one) => isOf(tie, one));
  const others = onNumbers.filter((one) => !wrong.some((tie) => isOf(tie, one)));
  const contradicted = [
    ...wrong.filter(isFound).map(tieRow),
    ...others.map(({ span, message: text }) => ({ span, text })),
  ];
  const groups = [
    group(
      'contradicted',
      contradicted.sort((a, b) => a.span.from - b.span.from),
    ),
    group('accepted', wrong.filter((tie) => !isFound(tie)).map(tieRow)),
    group('unsure', ties.filter(({ verdict }) => verdict === 'unsure').map(tieRow)),
    group('held', ties.filter(({ verdict }) => verdict === 'holds').map(tieRow)),
  ];
  const counts = countFigures(figures);
  const loose = counts.reasons.map(({ why, count }) => {
    const rows = looseRows(
      figures.filter((one) => one.standing === 'not checkable' && one.why === why),
      lineOf,
    );
    return { title: `Not checkable: ${why}`, outcome: 'not checkable' as const, count, rows, why };
  });
  return {
    coverage: coverageLines(counts, countTies(ties, others.length)),
    groups: [...groups.filter(({ rows }) => rows.length > 0), ...loose],
    besides: others.length,
  };
}

const TITLES = {
  contradicted: 'Contradicted',
  accepted: 'Contradicted, but accepted or switched off',
  unsure: 'Unsure',
  held: 'Held',
} as const;

function group(outcome: keyof typeof TITLES, rows: readonly ListedNumbers[]): NumberGroup {
  return { title: TITLES[outcome], outcome, count: rows.length, rows };
}

function tieRow({ span, message }: PlacedTie): ListedNumbers {
  return { span, text: message };
}

/** Figures that nothing can be held against, those of one line together. */
function looseRows(
  figures: readonly PlacedFigure[],
  lineOf: (offset: number) => number,
): readonly ListedNumbers[] {
  const byLine = new Map<number, PlacedFigure[]>();
  for (const figure of figures) {
    const line = lineOf(figure.span.from);
    const known = byLine.get(line);
    if (known === undefined) byLine.set(line, [figure]);
    else known.push(figure);
  }
  return [...byLine.values()].flatMap((found) => {
    const [first] = found;
    return first === undefined ? [] : { span: first.span, text: found.map(({ text }) => text).join(' · ') };
  });
}

function isWrong({ verdict }: PlacedTie): boolean {
  return verdict !== 'holds' && verdict !== 'unsure';
}
