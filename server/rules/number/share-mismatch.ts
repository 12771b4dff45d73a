import { explain } from '../../numbers/explain.ts';
import { judge, type Repair } from '../../numbers/judge.ts';
import type { Readings } from '../../numbers/readings.ts';
import { mayBeWrong, readShareTies } from '../../numbers/shares.ts';
import { readTableTies } from '../../numbers/shareTables.ts';
import type { ShareTie } from '../../numbers/shareTie.ts';
import { cellSpan, cellTexts, passagesOf } from '../../numbers/texts.ts';
import type { Table } from '../../syntax/block.ts';
import type { Severity } from '../../text/problem.ts';
import type { Span } from '../../text/span.ts';
import { type Draft, type DraftFix, defineRule } from '../rule.ts';

export default defineRule({
  scope: 'block',
  summary: 'A percentage must agree with the numbers it is given with.',
  why: 'A reader who works out one percentage and finds it wrong will not believe the others.',
  severity: 'error',
  *check({ block, readings }) {
    for (const prose of readings.of(passagesOf, block)) {
      if (!mayBeWrong(prose.text)) continue;
      for (const tie of readShareTies(prose.text, readings)) {
        yield* finding(tie, SEVERITY, (_, span) => prose.sourceSpan(span.from, span.to));
      }
    }
    for (const table of block.tables) yield* inTable(table, readings);
  },
});

function* inTable(table: Table, readings: Readings): Iterable<Draft<Span>> {
  for (const own of readTableTies(readings.of(cellTexts, table), readings)) {
    yield* finding(own.tie, SEVERITY_IN_TABLES, (figure, span) => cellSpan(table.rows, own[figure], span));
  }
}

/** Where in the block a stretch of the text stands that holds a figure of a tie. */
type Locate = (figure: Repair['target'], span: Span) => Span;

function* finding(tie: ShareTie, severities: Severities, locate: Locate): Iterable<Draft<Span>> {
  const judgement = judge(tie);
  const severity = severities[judgement.verdict];
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

/** What belongs together in a table is read off its layout, which may be meant otherwise. */
const SEVERITY_IN_TABLES: Severities = { ...SEVERITY, contradiction: 'warning', impossible: 'warning' };

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
