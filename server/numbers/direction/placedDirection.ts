import type { Span } from '../../text/span.ts';
import type { CellPlace } from '../share/shareGrid.ts';
import type { Tie } from '../tie.ts';
import { type DirectionTie, explainDirection, judgeDirection } from './directionTie.ts';

/** A series and what is said of it in the shape that all ties share. `locate` says where a stretch of its text stands. */
export function placedDirection(
  tie: DirectionTie,
  locate: (span: Span, cell?: CellPlace) => Span,
): Tie<Span> {
  return {
    kind: 'direction',
    form: tie.form,
    verdict: judgeDirection(tie),
    message: () => explainDirection(tie),
    at: locate(tie.claimSpan, tie.claimCell),
    figures: tie.values.map(({ quantity, cell }) => ({
      quantity,
      role: 'value' as const,
      at: locate(quantity.span, cell),
    })),
    hypotheses: [],
  };
}
