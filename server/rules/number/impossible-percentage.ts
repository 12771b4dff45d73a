import {
  type BareShare,
  mayHoldBareShare,
  readBareShares,
  readWildShares,
  type WildShare,
} from '../../numbers/share/bareShares.ts';
import { readBareShareTables } from '../../numbers/share/bareShareTables.ts';
import {
  bareShareRepairs,
  explainBareShare,
  explainWildShare,
} from '../../numbers/share/explainBareShare.ts';
import { judgeWholeCount } from '../../numbers/share/wholeCounts.ts';
import { cellSpan, cellTexts, passagesOf } from '../../numbers/texts.ts';
import type { Span } from '../../text/span.ts';
import { type Draft, defineRule } from '../rule.ts';

export default defineRule({
  scope: 'block',
  inFields: true,
  summary: 'A percentage of people or cases must be that of a whole number of them.',
  why: 'Half a child is nobody: such a percentage was worked out from other figures than those that are printed.',
  severity: 'warning',
  *check({ block, readings }) {
    for (const prose of readings.of(passagesOf, block)) {
      if (!mayHoldBareShare(prose.text)) continue;
      const locate = (span: Span) => prose.sourceSpan(span.from, span.to);
      for (const own of readings.of(readBareShares, prose.text)) yield* finding(own, locate, locate);
      for (const own of readWildShares(prose.text, readings)) yield wild(own, locate);
    }
    for (const table of block.tables) {
      for (const own of readBareShareTables(readings.of(cellTexts, table), readings)) {
        const { share, whole } = own.cells;
        yield* finding(
          own,
          (span) => cellSpan(table.rows, share, span),
          (span) => cellSpan(table.rows, whole, span),
        );
      }
    }
  },
});

type Locate = (span: Span) => Span;

function* finding(own: BareShare, share: Locate, whole: Locate): Iterable<Draft<Span>> {
  const { verdict } = judgeWholeCount(own.share, own.whole);
  if (verdict !== 'impossible' && verdict !== 'truncated') return;
  yield {
    at: share(own.share.span),
    severity: verdict === 'truncated' ? 'info' : 'warning',
    message: explainBareShare(own),
    related: [{ at: whole(own.whole.span), message: `"${own.whole.text}" is the whole.` }],
    fixes: bareShareRepairs(own).map(({ title, span, replacement }) => ({
      title,
      edits: (edit, place) => edit.replace(place(share(span)), replacement),
    })),
  };
}

function wild(own: WildShare, locate: Locate): Draft<Span> {
  return { at: locate(own.share.span), message: explainWildShare(own) };
}
