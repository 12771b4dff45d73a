import { type Analysis, analyse } from '../../../server/features/analysis.ts';
import { allTies } from '../../../server/features/numbers.ts';
import type { Tie } from '../../../server/numbers/tie.ts';
import type { Finding } from '../../../server/text/problem.ts';
import { overlaps, type Span } from '../../../server/text/span.ts';
import { toRational } from '../../../server/values/decimal.ts';
import type { Quantity } from '../../../server/values/quantity.ts';
import { divide, multiply } from '../../../server/values/rational.ts';
import { Random } from '../../incremental/random.ts';
import { added } from '../run.ts';
import { contradicts } from './contradicts.ts';
import { type Slip, slipsOf } from './slips.ts';

/** What was said of one wrong figure, for one of the ties that it breaks. */
export interface Mutation {
  readonly tie: Tie<Span>;
  readonly slip: Slip;
  /** The line with the wrong figure in it. */
  readonly line: string;
  /** What the figure is written in. */
  readonly where: 'prose' | 'table' | 'YAML';
  readonly result: 'found' | 'elsewhere' | 'missed';
  /** The rules that told of it at its place. */
  readonly rules: readonly string[];
  readonly fresh: readonly Finding[];
}

export function isOfFigures({ rule }: Finding): boolean {
  return /^(?:number|measure)\//.test(rule);
}

interface Draft {
  readonly at: Span;
  readonly slip: Slip;
  readonly ties: Tie<Span>[];
}

/**
 * Mistypes each figure of each tie that holds, one at a time, wherever that breaks the tie; with `most`, so many of these
 * wrong figures are drawn. One check of a wrong figure counts for all ties that it breaks.
 */
export function mutate(analysis: Analysis, seed: number, most: number): readonly Mutation[] {
  const text = analysis.input.text.toString();
  const drafts = draftsOf(allTies(analysis.numbers), text);
  const random = new Random(seed);
  while (drafts.length > most) drafts.splice(random.below(drafts.length), 1);
  return drafts.flatMap(({ at, slip, ties }) => {
    const now = { from: at.from, to: at.from + slip.text.length };
    const version = analyse(
      { ...analysis.input, text: analysis.input.text.replace(at, slip.text) },
      { analysis, change: { old: at, now } },
    );
    const fresh = added(analysis.findings, version.findings).filter(isOfFigures);
    const rules = [...new Set(fresh.filter((one) => names(one, now)).map(({ rule }) => rule))];
    const result = fresh.length === 0 ? 'missed' : rules.length > 0 ? 'found' : 'elsewhere';
    const line = version.input.text.lineAt(now.from).text;
    const inText = /^ *\|/.test(line) ? 'table' : 'prose';
    const where = analysis.input.syntax === 'yaml' ? 'YAML' : inText;
    return ties.map((tie): Mutation => ({ tie, slip, where, result, rules, fresh, line }));
  });
}

function draftsOf(ties: readonly Tie<Span>[], text: string): Draft[] {
  const drafts = new Map<string, Draft>();
  for (const tie of ties.filter(({ verdict }) => verdict === 'holds')) {
    for (const { quantity, at } of tie.figures) {
      for (const slip of slipsOf(text.slice(at.from, at.to), new Random(at.from))) {
        const figures = tie.figures.map((one) =>
          one.at.from === at.from ? { ...one, quantity: mistyped(quantity, slip) } : one,
        );
        if (!contradicts(tie, figures)) continue;
        const key = `${at.from} ${slip.text}`;
        const draft = drafts.get(key) ?? { at, slip, ties: [] };
        draft.ties.push(tie);
        drafts.set(key, draft);
      }
    }
  }
  return [...drafts.values()];
}

/** The quantity of the wrong figure, in the same unit. */
function mistyped(quantity: Quantity, { value, was }: Slip): Quantity {
  const exact = toRational(value);
  const unit = divide(quantity.exact, toRational(was));
  return { ...quantity, value, exact: unit === undefined ? exact : multiply(exact, unit) };
}

function names({ span, related }: Finding, at: Span): boolean {
  const places = [span, ...related.filter(({ path }) => path === undefined).map((one) => one.span)];
  return places.some((place) => overlaps(place, at));
}
