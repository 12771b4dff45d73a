import type { Span } from '../../text/span.ts';
import { unitOf } from '../judge.ts';
import type { BareShare, WildShare } from './bareShares.ts';
import { type CountedShare, countText, judgeWholeCount, shareText } from './wholeCounts.ts';

/**
 * Says what a share and its whole say together: `No whole number out of 45 is 50%: 22 is 48.9%, 23 is 51.1%.`
 */
export function explainBareShare(own: BareShare): string {
  const { verdict, nearest } = judgeWholeCount(own.share, own.whole);
  const [share, whole] = [own.share.text.replace(/\s+/g, ' '), countText(own.whole.value.digits)];
  const made = (one: CountedShare, of: string) =>
    `${countText(one.part)}${of} is ${shareText(one.share, Math.max(0, own.share.places))}${unitOf(own.share)}`;
  const [first] = nearest;
  if (verdict === 'impossible')
    return `No whole number out of ${whole} is ${share}: ${nearest.map((one) => made(one, '')).join(', ')}.`;
  if (first === undefined) return `${share} of ${whole} is possible.`;
  const pair = made(first, ` of ${whole}`);
  return verdict === 'truncated'
    ? `${share} is cut, not rounded: ${pair}.`
    : `${pair}, which agrees with ${share}.`;
}

/** The shares that whole numbers next to it would make, each as a change of the stated one. */
export function bareShareRepairs({ share, whole }: BareShare): readonly {
  readonly title: string;
  readonly span: Span;
  readonly replacement: string;
}[] {
  const { verdict, nearest } = judgeWholeCount(share, whole);
  if (verdict !== 'impossible' && verdict !== 'truncated') return [];
  const written = share.text.replace(/\s+/g, ' ');
  return nearest.map((one) => {
    // A decimal where none is shown says which whole number is meant.
    const replacement = shareText(one.share, Math.max(0, share.places - 1));
    return {
      title: `Change ${written} to ${replacement}${unitOf(share)}`,
      span: share.numberSpan,
      replacement,
    };
  });
}

/** Says why a share of people or cases cannot be one. */
export function explainWildShare({ share, noun }: WildShare): string {
  const written = share.text.replace(/\s+/g, ' ');
  return share.value.digits < 0n
    ? `${written} of ${noun} cannot be: there are never fewer than none.`
    : `${written} of ${noun} cannot be: there are never more than all of them.`;
}
