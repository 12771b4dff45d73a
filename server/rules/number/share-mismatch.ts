import { explain } from '../../numbers/explain.ts';
import { judge, type Repair } from '../../numbers/judge.ts';
import type { Readings } from '../../numbers/readings.ts';
import { mayBeWrong, readShareTies } from '../../numbers/share/shares.ts';
import { readTableTies } from '../../numbers/share/shareTables.ts';
import type { ShareTie } from '../../numbers/share/shareTie.ts';
import { slipsInTable, slipsInText } from '../../numbers/slips.ts';
import { cellSpan, cellTexts, passagesOf } from '../../numbers/texts.ts';
import type { Table } from '../../syntax/block.ts';
import type { Severity } from '../../text/problem.ts';
import type { Span } from '../../text/span.ts';
import { type Draft, type DraftFix, defineRule } from '../rule.ts';

export default defineRule({
  scope: 'block',
  inFields: true,
  summary: 'A percentage must agree with the numbers it is given with.',
  why: 'A reader who works out one percentage and finds it wrong will not believe the others.',
  severity: 'error',
  *check({ block, readings }) {
    for (const prose of readings.of(passagesOf, block)) {
      if (!mayBeWrong(prose.text)) continue;
      const ties = wrongAmong(readings.of(readShareTies, prose.text));
      const explained = ties.length > 0 ? readings.of(slipsInText, prose.text).explained : undefined;
      for (const tie of ties) {
        if (explained?.has(tie)) continue;
        yield* finding(tie, SEVERITY, (_, span) => prose.sourceSpan(span.from, span.to));
      }
    }
    for (const table of block.tables) yield* inTable(table, readings);
  },
});

function* inTable(table: Table, readings: Readings): Iterable<Draft<Span>> {
  const texts = readings.of(cellTexts, table);
  const ties = readings.of(readTableTies, texts);
  const wrong = new Set(wrongAmong(ties.map(({ tie }) => tie)));
  // What one slip in a sum puts wrong too is told of there.
  const explained = wrong.size > 0 ? readings.of(slipsInTable, texts).explained : undefined;
  for (const own of ties) {
    if (!wrong.has(own.tie) || explained?.has(own.tie)) continue;
    yield* finding(own.tie, SEVERITY_IF_IMPLIED, (figure, span) => cellSpan(table.rows, own[figure], span));
  }
}

function wrongAmong(ties: readonly ShareTie[]): readonly ShareTie[] {
  return ties.filter((tie) => SEVERITY[judge(tie).verdict] !== undefined);
}

/** Where in the block a stretch of the text stands that holds a figure of a tie. */
type Locate = (figure: Repair['target'], span: Span) => Span;

function* finding(tie: ShareTie, severities: Severities, locate: Locate): Iterable<Draft<Span>> {
  const judgement = judge(tie);
  const severity = tie.isImplied ? SEVERITY_IF_IMPLIED[judgement.verdict] : severities[judgement.verdict];
  if (severity === undefined) return;
  const shown = tie.share === undefined ? 'part' : 'share';
  const others = (['part', 'whole'] as const).filter((figure) => figure !== shown);
  yield {
    at: locate(shown, (tie.share ?? tie.part).span),
    severity,
    message: explain(tie, judgement),
    related: others.map((figure) => ({
      at: locate(figure, tie[figure].span),
      message: `"${tie[figure].text}" is the ${figure}.`,
    })),
    fixes: [
      ...(judgement.swap ? [swapped(judgement.swap, tie, locate)] : []),
      ...changes(tie, judgement.repairs, locate),
    ],
  };
}

type Severities = Readonly<Record<string, Severity | undefined>>;

const SEVERITY: Severities = {
  contradiction: 'error',
  impossible: 'error',
  truncated: 'info',
};

/** What belongs together in a table is read off its layout, which may be meant otherwise; so may what words leave open. */
const SEVERITY_IF_IMPLIED: Severities = { ...SEVERITY, contradiction: 'warning', impossible: 'warning' };

function changes(tie: ShareTie, repairs: readonly Repair[], locate: Locate): DraftFix<Span>[] {
  return repairs.map((repair) => {
    const { text } = tie[repair.target] ?? tie.part;
    return {
      title: `Change ${text.replace(/\s+/g, ' ')} to ${repair.changed}`,
      edits: (edit, place) => edit.replace(place(locate(repair.target, repair.span)), repair.replacement),
    };
  });
}

function swapped(swap: readonly Repair[], { part, whole }: ShareTie, locate: Locate): DraftFix<Span> {
  return {
    title: `Swap ${part.text} and ${whole.text}`,
    edits: (edit, place) =>
      swap.flatMap(({ target, span, replacement }) => edit.replace(place(locate(target, span)), replacement)),
  };
}
