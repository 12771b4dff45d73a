import type { Block } from '../../model/block.ts';
import { explain } from '../../numbers/explain.ts';
import { judge, type Repair } from '../../numbers/judge.ts';
import { readShareTies } from '../../numbers/shares.ts';
import type { ShareTie } from '../../numbers/shareTie.ts';
import type { Prose } from '../../syntax/prose.ts';
import type { Severity } from '../../text/problem.ts';
import type { Span } from '../../text/span.ts';
import { type Draft, type DraftFix, defineRule } from '../rule.ts';

export default defineRule({
  scope: 'block',
  summary: 'A percentage must agree with the numbers it is given with.',
  why: 'A reader who works out one percentage and finds it wrong will not believe the others.',
  severity: 'error',
  *check({ block }) {
    for (const prose of passages(block)) {
      for (const tie of readShareTies(prose.text)) yield* finding(prose, tie);
    }
  },
});

/** Every passage that is read by itself: what is tied stands in one paragraph, item or cell. */
function passages(block: Block): readonly Prose[] {
  if (block.kind === 'code' || block.kind === 'heading') return [];
  return [
    ...block.leaves.map((leaf) => leaf.prose),
    ...block.rows.flatMap((row) => row.cells.map((cell) => cell.prose)),
  ];
}

function* finding(prose: Prose, tie: ShareTie): Iterable<Draft<Span>> {
  const judgement = judge(tie);
  const severity = SEVERITY[judgement.verdict];
  if (severity === undefined) return;
  const stated = tie.share ?? tie.part;
  const others = [tie.part, tie.whole].filter((quantity) => quantity !== stated);
  yield {
    at: prose.sourceSpan(stated.span.from, stated.span.to),
    severity,
    message: explain(tie, judgement),
    related: others.map((quantity) => ({
      at: prose.sourceSpan(quantity.span.from, quantity.span.to),
      message: `"${quantity.text}" is ${quantity === tie.whole ? 'the whole' : 'the part'}.`,
    })),
    fixes: judgement.repairs.map((repair) => change(prose, repair)),
  };
}

const SEVERITY: Readonly<Record<string, Severity | undefined>> = {
  contradiction: 'error',
  impossible: 'error',
  truncated: 'info',
};

function change(prose: Prose, { span, target, figure, replacement }: Repair): DraftFix<Span> {
  return {
    title: `Change the ${target} to ${figure}`,
    edits: (edit, place) => edit.replace(place(prose.sourceSpan(span.from, span.to)), replacement),
  };
}
