import type { Finding } from '../text/problem.ts';
import { overlaps, type Span } from '../text/span.ts';
import {
  countFigures,
  coverageText,
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

/** Whether a tie that does not hold says already what a finding does. */
export function isTold({ span }: Pick<Finding, 'span'>, ties: readonly PlacedTie[]): boolean {
  return ties.some(
    (tie) =>
      isWrong(tie) && (overlaps(tie.span, span) || tie.figures.some((figure) => overlaps(figure.span, span))),
  );
}

function isWrong({ verdict }: PlacedTie): boolean {
  return verdict !== 'holds' && verdict !== 'unsure';
}

/** Figures of one line that nothing can be held against, for one reason. */
export interface LooseFigures {
  readonly figures: readonly PlacedFigure[];
  readonly why: string;
}

/** The figures that cannot be checked, those of one line for one reason together. */
export function looseFigures(
  figures: readonly PlacedFigure[],
  lineOf: (offset: number) => number,
): readonly LooseFigures[] {
  const found = new Map<string, { readonly figures: PlacedFigure[]; readonly why: string }>();
  for (const figure of figures) {
    const { standing, why, span } = figure;
    if (standing !== 'not checkable') continue;
    const key = `${lineOf(span.from)} ${why}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { figures: [figure], why });
    else known.figures.push(figure);
  }
  return [...found.values()];
}

/** One line of the list of number checks. */
export interface ListedNumbers {
  readonly span: Span;
  readonly text: string;
}

export interface NumberGroup {
  readonly title: string;
  readonly count: number;
  readonly rows: readonly ListedNumbers[];
}

/** The number checks of a document as people read them: what is wrong first, and how much could be checked. */
export interface NumberList {
  readonly coverage: string;
  readonly groups: readonly NumberGroup[];
}

/** Lists the number checks of a document, with what is found on numbers besides. */
export function numberList(
  { ties, figures }: NumberChecks,
  findings: readonly Finding[],
  lineOf: (offset: number) => number,
): NumberList {
  const others = findings.filter((one) => isOnNumbers(one) && !isTold(one, ties));
  const wrong = [
    ...ties.filter(isWrong).map(tieRow),
    ...others.map(({ span, message: text }) => ({ span, text })),
  ];
  const loose = looseFigures(figures, lineOf);
  const counts = countFigures(figures);
  const group = (title: string, rows: readonly ListedNumbers[], count = rows.length) => ({
    title,
    count,
    rows,
  });
  const groups = [
    group(
      'Contradicted',
      wrong.sort((a, b) => a.span.from - b.span.from),
    ),
    group('Unsure', ties.filter(({ verdict }) => verdict === 'unsure').map(tieRow)),
    group('Held', ties.filter(({ verdict }) => verdict === 'holds').map(tieRow)),
    group('Not checkable', loose.map(looseRow), counts.notCheckable),
  ];
  return { coverage: coverageText(counts), groups: groups.filter(({ rows }) => rows.length > 0) };
}

function tieRow({ span, message }: PlacedTie): ListedNumbers {
  return { span, text: message };
}

function looseRow({ figures, why }: LooseFigures): ListedNumbers {
  const [first] = figures;
  return {
    span: first?.span ?? { from: 0, to: 0 },
    text: `${figures.map(({ text }) => text).join(' · ')} (${why})`,
  };
}
