import type { Span } from '../../text/span.ts';
import type { Quantity } from '../../values/quantity.ts';
import type { FigureRole, Tie } from '../tie.ts';
import type { ChangeTie } from './changeTie.ts';
import { explainChange } from './explainChange.ts';
import { judgeChange } from './judgeChange.ts';

/** Where a stretch of a figure's text stands. */
type Locate = (span: Span, of: Quantity) => Span;

/** A change or comparison in the shape that all ties share. `locate` says where a stretch of its text stands. */
export function placedChange(tie: ChangeTie, locate: Locate): Tie<Span> {
  const judgement = judgeChange(tie);
  const [earlier, later]: readonly [FigureRole, FigureRole] =
    tie.kind === 'change' ? ['earlier', 'later'] : ['compared', 'value'];
  const { by } = tie;
  const isAmount = judgement.fault === 'amount' && by !== undefined;
  return {
    kind: tie.kind,
    form: tie.form,
    verdict: judgement.verdict,
    message: () => explainChange(tie, judgement),
    at: isAmount ? locate(by.span, by) : locate(tie.later.span, tie.later),
    figures: [
      { quantity: tie.later, role: later, at: locate(tie.later.span, tie.later) },
      { quantity: tie.earlier, role: earlier, at: locate(tie.earlier.span, tie.earlier) },
      ...(by === undefined ? [] : [{ quantity: by, role: 'difference' as const, at: locate(by.span, by) }]),
    ],
    hypotheses: judgement.repairs.map(({ quantity, span, text, replacement }) => ({
      title: `Change ${quantity.text} to ${text}`,
      at: locate(span, quantity),
      replacement,
    })),
  };
}
