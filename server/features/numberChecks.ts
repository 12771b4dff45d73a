import { coverage, type Standing } from '../numbers/coverage.ts';
import type { Tie } from '../numbers/tie.ts';
import type { Span } from '../text/span.ts';
import { allFigures, allTies, type Numbers } from './numbers.ts';

/** A tie between figures as it is told: plain data, at its places in the document. */
export interface PlacedTie extends Pick<Tie<Span>, 'kind' | 'form' | 'verdict'> {
  readonly message: string;
  readonly span: Span;
  readonly figures: readonly { readonly role: string; readonly text: string; readonly span: Span }[];
}

/** A figure and what came of it, as plain data. */
export interface PlacedFigure {
  readonly text: string;
  readonly readAs: string;
  readonly standing: Standing;
  /** Why it is not checkable or no quantity, as a sentence without its full stop; empty for the others. */
  readonly why: string;
  readonly span: Span;
}

/** What the numbers of a document were checked for, and what came of it, in reading order. */
export interface NumberChecks {
  readonly ties: readonly PlacedTie[];
  readonly figures: readonly PlacedFigure[];
}

/** Of a document in which nothing was looked for. */
export const NO_CHECKS: NumberChecks = { ties: [], figures: [] };

/** Every tie between figures of a document in reading order, those that hold too. */
export function tiesOf({ numbers }: { readonly numbers: Numbers }): readonly PlacedTie[] {
  return allTies(numbers).map(told);
}

/** Every figure of a document, every tie between them, and how each stands. */
export function numberChecks({ numbers }: { readonly numbers: Numbers }): NumberChecks {
  const ties = allTies(numbers);
  const figures = coverage(allFigures(numbers), ties).map(({ text, readAs, standing, why, at }) => {
    return { text, readAs, standing, why, span: at };
  });
  return { ties: ties.map(told), figures };
}

function told({ kind, form, verdict, message, at, figures }: Tie<Span>): PlacedTie {
  return {
    kind,
    form,
    verdict,
    message: message(),
    span: at,
    figures: figures.map(({ role, quantity, at: span }) => ({ role, text: quantity.text, span })),
  };
}

/** The same at other places: those in the file that the document was imported from. */
export function movedChecks({ ties, figures }: NumberChecks, to: (span: Span) => Span): NumberChecks {
  return {
    ties: ties.map((tie) => ({
      ...tie,
      span: to(tie.span),
      figures: tie.figures.map((figure) => ({ ...figure, span: to(figure.span) })),
    })),
    figures: figures.map((figure) => ({ ...figure, span: to(figure.span) })),
  };
}

/** How the figures of a document agree, in numbers. */
export interface TieCounts {
  readonly found: number;
  readonly holding: number;
  /** Those that contradict each other, shares that are cut and not rounded among them. */
  readonly wrong: number;
  /** Those of which the words leave open what is meant. */
  readonly unsure: number;
}

/** How many ties hold, do not, and cannot be judged; `besides` are checks of another kind that do not hold. */
export function countTies(ties: readonly PlacedTie[], besides = 0): TieCounts {
  const holding = ties.filter(({ verdict }) => verdict === 'holds').length;
  const unsure = ties.filter(({ verdict }) => verdict === 'unsure').length;
  const found = ties.length + besides;
  return { found, holding, unsure, wrong: found - holding - unsure };
}

/** How much of a document could be checked, in figures. */
export interface CoverageCounts {
  /** The quantities. */
  readonly read: number;
  readonly tied: number;
  readonly held: number;
  /** Those that are to blame for a contradiction, or that nothing else bears out. */
  readonly contradicted: number;
  /** Those that are tied only in words which leave open what is meant. */
  readonly unsure: number;
  readonly notCheckable: number;
  /** How many are not checkable for each reason, the commonest first. */
  readonly reasons: readonly { readonly why: string; readonly count: number }[];
  /** Dates, ages, the numbers of statutes and the like. */
  readonly noQuantity: number;
}

/** Counts figures by how they stand. */
export function countFigures(figures: readonly Pick<PlacedFigure, 'standing' | 'why'>[]): CoverageCounts {
  const count = (wanted: Standing) => figures.filter(({ standing }) => standing === wanted).length;
  const [held, contradicted, unsure] = [count('held'), count('contradicted'), count('unsure')];
  const reasons = new Map<string, number>();
  for (const { standing, why } of figures) {
    if (standing === 'not checkable') reasons.set(why, (reasons.get(why) ?? 0) + 1);
  }
  const notCheckable = count('not checkable');
  const tied = held + contradicted + unsure;
  return {
    read: tied + notCheckable,
    tied,
    held,
    contradicted,
    unsure,
    notCheckable,
    reasons: [...reasons].map(([why, times]) => ({ why, count: times })).sort((a, b) => b.count - a.count),
    noQuantity: count('no quantity'),
  };
}

/** How much could be checked, in a few sentences, each on a line of its own. */
export function coverageLines(counts: CoverageCounts, ties: TieCounts): readonly string[] {
  const { read, tied, held, contradicted, unsure, notCheckable, noQuantity } = counts;
  if (read === 0) return [`No figures read${noQuantity === 0 ? '' : ' but dates and the like'}.`];
  const figures = read === 1 ? '1 figure' : `${read} figures`;
  const open = unsure === 0 ? '' : `, ${unsure} unsure`;
  const stand =
    tied === 0
      ? 'none tied to others'
      : `${tied} tied to others: ${held} held, ${contradicted} contradicted${open}`;
  const rest = notCheckable === 0 ? '' : ` ${notCheckable} not checkable.`;
  const others =
    noQuantity === 0
      ? ''
      : ` ${noQuantity} more ${noQuantity === 1 ? 'is no quantity' : 'are no quantities'}, such as dates.`;
  return [checksText(ties), `${figures} read, ${stand}.${rest}${others}`];
}

/** How many ties hold: each is a check of figures against each other. */
function checksText(counts: TieCounts): string {
  const { found, holding, wrong, unsure } = counts;
  if (found === 0) return 'No figures that could be checked against each other.';
  const checks = found === 1 ? '1 check' : `${found} checks`;
  const verb = (times: number) => (times === 1 ? 'holds' : 'hold');
  const parts = [
    `${holding} ${verb(holding)}`,
    ...(wrong === 0 ? [] : [`${wrong} ${wrong === 1 ? 'does' : 'do'} not`]),
    ...(unsure === 0 ? [] : [`${unsure} unsure`]),
  ];
  return `${checks} of figures against each other: ${allText(counts) ?? parts.join(', ')}.`;
}

/** Where one thing can be said of all checks. */
function allText({ found, holding, wrong }: TieCounts): string | undefined {
  if (holding === found) return found === 1 ? 'it holds' : 'all hold';
  return wrong === found ? (found === 1 ? 'it does not hold' : 'none of them holds') : undefined;
}
