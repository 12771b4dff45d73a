import type { Attainment } from '../../numbers/attainment.ts';
import type { Band, Edge } from '../../report/keyBands.ts';
import { anchorSpan, type Report } from '../../report/report.ts';
import type { Claim, KeyEntry } from '../../report/statusKey.ts';
import type { Span } from '../../text/span.ts';
import { compare, divide, multiply, type Rational, whole } from '../../values/rational.ts';

/** The key of a document: what each claim stands for by its own words. */
export interface StatusKey {
  readonly entry: (claim: Claim) => (KeyEntry & { readonly span: Span }) | undefined;
  /** Undefined where the key does not say it, or not in figures, or says two things. */
  readonly band: (claim: Claim) => Band | undefined;
}

const OF_FIGURES =
  /\d|%|\b(?:targets?|tolerances?|thresholds?|per ?cent|points?|figures?|performance|measures?)\b/i;

/** The key that a document gives, wherever it stands in it; undefined where there is none. */
export function statusKeyOf(report: Report): StatusKey | undefined {
  const entries = report.sections.flatMap((section) =>
    section.content.statusKey.map((entry) => ({ ...entry, span: anchorSpan(section, entry.at) })),
  );
  if (entries.length === 0) return undefined;
  // "Green = on track" is said of actions where the figures have a key of their own.
  const ofFigures = (claim: Claim) => {
    const all = entries.filter((one) => one.claim === claim);
    const own = all.filter(({ band: figures, text }) => figures !== undefined || OF_FIGURES.test(text));
    return own.length > 0 ? own : all;
  };
  const entry = (claim: Claim) => ofFigures(claim)[0];
  const band = (claim: Claim) => {
    const own = ofFigures(claim).map((one) => one.band);
    const [first] = own;
    return own.every((one) => one !== undefined && first !== undefined && isSame(one, first))
      ? first
      : undefined;
  };
  return { entry, band };
}

function isSame(a: Band, b: Band): boolean {
  return (['low', 'high'] as const).every((side) => {
    const [one, other] = [a[side], b[side]];
    if (one === undefined || other === undefined) return one === other;
    return one.unit === other.unit && compare(one.amount, other.amount) === 0;
  });
}

/** What an edge may mean in the figure's own unit: "within 10%" is said of the target's tenth and of ten points. */
function meantBy({ amount, unit }: Edge, { target }: Attainment): readonly Rational[] {
  const share = divide(multiply(amount, target), whole(100));
  return unit === 'points' || share === undefined ? [amount] : [amount, share];
}

/** Whether a figure is outside a band, however the key and its rounding are taken. */
export function isOutside(band: Band, attainment: Attainment): boolean {
  const { least, most, isTarget } = attainment;
  const { low, high } = band;
  // What is written as the target is at it.
  if (isTarget)
    return low !== undefined && meantBy(low, attainment).every((edge) => compare(edge, whole(0)) > 0);
  const isAbove = high !== undefined && meantBy(high, attainment).every((edge) => compare(least, edge) > 0);
  return isAbove || (low !== undefined && meantBy(low, attainment).every((edge) => compare(most, edge) < 0));
}

/** Whether the key calls a figure better than a claim does: what is green is not amber. */
export function isBetterByKey(key: StatusKey, claim: Claim, attainment: Attainment): boolean {
  const green = claim === 'on-target' ? undefined : key.band('on-target')?.high;
  if (green === undefined) return false;
  return (
    attainment.isTarget || meantBy(green, attainment).every((edge) => compare(attainment.most, edge) < 0)
  );
}
