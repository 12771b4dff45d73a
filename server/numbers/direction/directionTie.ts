import type { Better } from '../../report/measureSense.ts';
import type { Span } from '../../text/span.ts';
import { listed } from '../../values/listing.ts';
import type { Quantity } from '../../values/quantity.ts';
import { compare } from '../../values/rational.ts';
import { cannotRise, wayOf } from '../change/judgeChange.ts';
import type { CellPlace } from '../share/shareGrid.ts';
import { named, standsFor } from '../sum/sums.ts';
import type { TieVerdict } from '../tie.ts';
import type { DirectionClaim } from './directionClaims.ts';

/** One value of a series; its span is in its passage, or in the text of its cell. */
export interface SeriesValue {
  readonly quantity: Quantity;
  readonly cell?: CellPlace;
}

/** A series of values in the order of their times, and what is said of the way that they went. */
export interface DirectionTie {
  readonly form: 'values of a sentence' | 'values of a row';
  readonly claim: Pick<DirectionClaim, 'sense' | 'text' | 'isContinuing' | 'window'>;
  /** Where the claim stands: a span of the passage, or of the text of a cell. */
  readonly claimSpan: Span;
  readonly claimCell?: CellPlace;
  readonly values: readonly SeriesValue[];
  readonly better: Better | undefined;
  /** Whether each value stands with its time, so that their order is known. */
  readonly isDated: boolean;
}

/**
 * Judges a claim by its series. Of what went on and on the last value must lie that way from the first; of what just
 * went so nobody says since when, so that it is wrong only if both the whole way and the last step go the other way.
 */
export function judgeDirection({ claim, better, values }: DirectionTie): TieVerdict {
  const way = wayOf({ claim: claim.sense, better });
  const [first, before, last] = [values[0], values.at(-2), values.at(-1)];
  if (way === undefined || first === undefined || before === undefined || last === undefined) return 'unsure';
  const fails = (from: SeriesValue) => {
    const [earlier, later] = [standsFor(from.quantity), standsFor(last.quantity)];
    return way === 'up' ? cannotRise(earlier, later) : cannotRise(later, earlier);
  };
  const isLastStep = claim.window?.kind === 'last' && claim.window.count === 1;
  const isWrong = isLastStep ? fails(before) : fails(first) && (claim.isContinuing || fails(before));
  return isWrong ? 'contradiction' : 'holds';
}

/** Says in plain English how a series stands to what is said of it, for one that agrees too. */
export function explainDirection(tie: DirectionTie): string {
  const { claim, values, better } = tie;
  const figures = listed(
    values.map(({ quantity }) => named(quantity)),
    'and',
  );
  const [first, last] = [values[0], values.at(-1)];
  if (judgeDirection(tie) !== 'contradiction' || first === undefined || last === undefined) {
    return `${figures} agree with "${claim.text}".`;
  }
  const order = compare(last.quantity.exact, first.quantity.exact);
  const went =
    order === 0
      ? 'end where they began'
      : order > 0
        ? 'end higher than they began'
        : 'end lower than they began';
  const isWish = claim.sense === 'better' || claim.sense === 'worse';
  const wish = isWish
    ? `, and of this measure ${better === 'lower' ? 'a lower' : 'a higher'} figure is better`
    : '';
  return `"${claim.text}" does not agree with the values: ${figures} ${went}${wish}.`;
}
