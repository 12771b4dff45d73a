import { readDirectionRows } from '../../numbers/direction/directionRows.ts';
import { mayHoldSeries, readDirectionSeries } from '../../numbers/direction/directionSeries.ts';
import { type DirectionTie, explainDirection, judgeDirection } from '../../numbers/direction/directionTie.ts';
import type { CellPlace } from '../../numbers/share/shareGrid.ts';
import { cellSpan, cellTexts, passagesOf } from '../../numbers/texts.ts';
import type { Span } from '../../text/span.ts';
import { type Draft, defineRule } from '../rule.ts';
import { turning } from '../turning.ts';

export default defineRule({
  scope: 'block',
  summary: 'Values that are said to have risen, fallen, improved or worsened must have done so.',
  why: 'A trend that the values beside it contradict hides from readers how a service is really doing.',
  severity: 'info',
  *check({ block, readings }) {
    for (const prose of readings.of(passagesOf, block)) {
      if (!mayHoldSeries(prose.text)) continue;
      for (const tie of readDirectionSeries(prose.text, readings)) {
        yield* finding(tie, block.source, (span) => prose.sourceSpan(span.from, span.to));
      }
    }
    for (const table of block.tables) {
      const { rows } = table;
      for (const tie of readDirectionRows(readings.of(cellTexts, table), readings)) {
        yield* finding(tie, block.source, (span, cell) =>
          cell === undefined ? span : cellSpan(rows, cell, span),
        );
      }
    }
  },
});

type Locate = (span: Span, cell?: CellPlace) => Span;

function* finding(tie: DirectionTie, source: string, locate: Locate): Iterable<Draft<Span>> {
  if (judgeDirection(tie) !== 'contradiction') return;
  const [first, last] = [tie.values[0], tie.values.at(-1)];
  // Words of number have one sense, and dates one order; what a row's word speaks of is read off the layout.
  const isPlain = tie.claim.sense === 'up' || tie.claim.sense === 'down';
  const isSure = isPlain && tie.isDated && tie.form === 'values of a sentence';
  const at = locate(tie.claimSpan, tie.claimCell);
  yield {
    at,
    severity: isSure ? 'warning' : 'info',
    message: explainDirection(tie),
    fixes: turning(source, at),
    related: [first, last].flatMap((value, index) =>
      value === undefined
        ? []
        : {
            at: locate(value.quantity.span, value.cell),
            message: `"${value.quantity.text}" is the ${index === 0 ? 'first' : 'last'} value.`,
          },
    ),
  };
}
