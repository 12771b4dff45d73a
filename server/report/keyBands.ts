import type { Rational } from '../values/rational.ts';
import { fraction } from '../values/rational.ts';

/** How far a figure is on the wrong side of its target: in per cent of the target, or in points; nought in both. */
export interface Edge {
  readonly amount: Rational;
  readonly unit: 'percent' | 'points';
}

/** What a key says of a status: from how far to how far its figures miss their target; open where it says nothing. */
export interface Band {
  readonly low: Edge | undefined;
  readonly high: Edge | undefined;
}

const AT_TARGET: Edge = { amount: { numerator: 0n, denominator: 1n }, unit: 'points' };

const FILLERS =
  /\b(?:performance|indicators?|measures?|figures?|results?|outturn|actuals?|values?|is|are|was|were|has been|have been|been|the|its|their|our|of|agreed|annual|yearly|quarterly|monthly|current|set|local|year[ -]end|quarter \d|q\d|and)\b|[,()]/g;

/** "(or at or below, where lower is better)": which way is better is known of each measure. */
const EITHER_WAY =
  /\([^()]{0,60}\b(?:lower|higher|smaller|larger|less|more|low|high) is (?:better|good)\b[^()]{0,20}\)/g;

/** A definition in few words: `within 10% of the agreed target` as `within 10% target`. */
function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(EITHER_WAY, ' ')
    .replace(/\bper ?cent\b/g, '%')
    .replace(/(?:percentage|%)[ -]?(?:points?|pts?)\b|\b(?:pp|ppts?|p\.p\.|points?|pts?)\b/g, 'pts')
    .replace(/(\d)\s*(%|pts)/g, '$1$2')
    .replace(/[–—]/g, '-')
    .replace(/≥|>=/g, ' at least ')
    .replace(/≤|<=/g, ' up to ')
    .replace(/>/g, ' more than ')
    .replace(/</g, ' less than ')
    .replace(/\btargets\b/g, 'target')
    .replace(FILLERS, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[.;: ]+$/, '')
    .trim();
}

const N = String.raw`(\d{1,2}(?:\.\d{1,2})?)(%|pts)`;
const OFF = '(?:below|off|from|away from|away|outside|under|short|worse than|adverse to|behind|beneath)';
const AIM = '(?: target| plan)';
const LESS =
  '(?:within|up to|less than|no more than|not more than|by less than|by up to|by no more than|at most)';
const MORE = '(?:more than|over|greater than|at least|by more than|by over|by at least|by)';
const UPWARD =
  '(?:above|better than|better|exceeds|exceeding|exceeded|over|met|meets|meeting|achieved|achieving|reached|on|at|equal to)';

const MET = new RegExp(
  `^(?:${UPWARD}(?: (?:or|/) ${UPWARD})*${AIM}|target (?:met|achieved|exceeded|reached)(?: or (?:met|exceeded|achieved|better))?|${UPWARD}${AIM} or (?:above|better|over|exceeded)|at least${AIM})$`,
);
const WITHIN = new RegExp(
  `^(?:${UPWARD}${AIM}? or )?(?:within ${N}(?: tolerance)?(?: ${OFF})?${AIM}?|${LESS} ${N} ${OFF}${AIM}?|${N} or less ${OFF}${AIM}?)$`,
);
const NEARLY = new RegExp(
  `^(?:below|under|off|missed|behind|not on|not met|worse than)${AIM}? (?:but )?${LESS} ${N}(?: ${OFF})?${AIM}?$`,
);
const BETWEEN = new RegExp(String.raw`^(?:between )?(\d{1,2})(%|pts)? ?(?:to|-|or) ?${N} ${OFF}${AIM}?$`);
const BEYOND = new RegExp(
  `^(?:${MORE} ${N} ${OFF}${AIM}?|${N} or (?:more|greater|over) ${OFF}${AIM}?|(?:below|under|off|missed|misses|behind|worse than)${AIM} ${MORE} ${N}(?: or more)?|(?:outside|not within) ${N}${AIM}?)$`,
);
const MISSED = new RegExp(
  `^(?:(?:below|under|off|not on|missed|missing|misses|worse than|behind|not meeting|not met|beneath)${AIM}|target (?:not met|missed|not achieved))$`,
);

/** The first number of a match with its unit. A share as large as 50 per cent is one of the target that was reached. */
function edge(groups: readonly (string | undefined)[]): Edge | undefined {
  const at = groups.findIndex((group) => group === '%' || group === 'pts');
  const [whole = '', decimals = ''] = (groups[at - 1] ?? '').split('.');
  const amount = fraction(BigInt(`${whole}${decimals}`), 10n ** BigInt(decimals.length));
  if (amount === undefined || Number(whole) >= 50) return undefined;
  return { amount, unit: groups[at] === '%' ? 'percent' : 'points' };
}

/**
 * What a key's definition of a status says in figures: `on or above target`, `within 10% of target`, `more than 5 points
 * below`. Undefined for all other words, which only their author can apply.
 */
export function readBand(definition: string): Band | undefined {
  const words = plainWords(definition);
  if (words.length > 80) return undefined;
  if (MET.test(words)) return { low: undefined, high: AT_TARGET };
  if (MISSED.test(words)) return { low: AT_TARGET, high: undefined };
  const [nearly, within, beyond, between] = [NEARLY, WITHIN, BEYOND, BETWEEN].map((form) => form.exec(words));
  if (between) {
    const high = edge(between.slice(3));
    const low = high && edge([between[1], high.unit === 'percent' ? '%' : 'pts']);
    return low && { low, high };
  }
  const found = nearly ?? within ?? beyond;
  const own = found ? edge(found.slice(1)) : undefined;
  if (own === undefined) return undefined;
  if (beyond) return { low: own, high: undefined };
  return { low: nearly ? AT_TARGET : undefined, high: own };
}
