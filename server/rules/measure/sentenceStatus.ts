import { attainment } from '../../numbers/attainment.ts';
import type { ProseStatus } from '../../report/proseStatus.ts';
import { anchorSpan, type Section } from '../../report/report.ts';
import type { Claim } from '../../report/statusKey.ts';
import type { Span } from '../../text/span.ts';
import { readCell } from '../../values/cell.ts';
import type { Draft } from '../rule.ts';
import { type Meanings, type Misfit, misfitOf } from './claims.ts';

/** Of a share with so high a target more is better, unless its words say otherwise. */
const HIGH = 60;

const COLOURS: readonly (readonly [string, Claim])[] = [
  ['Green', 'on-target'],
  ['Amber', 'near-target'],
  ['Red', 'off-target'],
];

/** The colour that a sentence gives to a figure against the target that it gives. */
export function sentenceMismatch(
  section: Section,
  { claim, status, actual, target, better }: ProseStatus,
  meanings: Meanings,
  because: (claim: Claim, misfit: Misfit) => Pick<Draft<Span>, 'related'> & { readonly why: string },
): Draft<Span> | undefined {
  const known = better ?? (Number.parseFloat(target.text) >= HIGH ? 'higher' : undefined);
  const [figure, aim] = [readCell(actual.text), readCell(target.text)];
  const standing = {
    better: known,
    held: (direction: 'higher' | 'lower') => attainment(figure, aim, direction),
  };
  const misfit = misfitOf(claim, standing, meanings);
  if (misfit === undefined) return undefined;
  const { why, related = [] } = because(claim, misfit);
  const side = misfit.attainment.verdict === 'met' ? 'meets' : 'misses';
  const isSure = better !== undefined || misfit.severity === 'info';
  const place = anchorSpan(section, status.at);
  return {
    at: place,
    severity: isSure ? misfit.severity : 'warning',
    message: `"${status.text}" does not fit: ${actual.text} ${side} the target of ${target.text}.${why}`,
    related: [
      { at: anchorSpan(section, actual.at), message: `The figure: ${actual.text}.` },
      { at: anchorSpan(section, target.at), message: `Its target: ${target.text}.` },
      ...related,
    ],
    fixes: COLOURS.filter(([, says]) => misfitOf(says, standing, meanings) === undefined).map(([colour]) => {
      const word = /^\p{Lu}/u.test(status.text) ? colour : colour.toLowerCase();
      return {
        title: `Change "${status.text}" to "${word}"`,
        edits: (edit, at) => edit.replace(at(place), word),
      };
    }),
  };
}
