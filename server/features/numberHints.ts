import { blockSpan } from '../model/block.ts';
import type { Tie } from '../numbers/tie.ts';
import { asSum, statedOf } from '../numbers/working.ts';
import { overlaps, type Span, touches } from '../text/span.ts';
import type { Analysis } from './analysis.ts';
import { MARKS, tieText, worstFirst } from './numberHover.ts';
import { tiesNear } from './numbers.ts';

/** Which ties are shown in the text: those that do not hold, or all. */
export type ShownHints = 'problems' | 'on';

/** A few words behind a figure that are no part of the text. */
export interface NumberHint {
  readonly at: number;
  readonly label: string;
  /** As Markdown. */
  readonly tooltip: string;
}

/** What the ties in a stretch of the document say, each behind the figure at which it stands. */
export function numberHints(
  { numbers, ours }: Analysis,
  span: Span,
  shown: ShownHints,
): readonly NumberHint[] {
  if (!ours) return [];
  const byPlace = new Map<number, Tie<Span>[]>();
  for (const tie of tiesNear(numbers, span)) {
    const { to } = (statedOf(tie) ?? tie).at;
    const isWanted = shown === 'problems' ? MARKS[tie.verdict] === '✗' : !isIdle(tie);
    if (!isWanted || to < span.from || to > span.to) continue;
    const known = byPlace.get(to);
    if (known === undefined) byPlace.set(to, [tie]);
    else known.push(tie);
  }
  return [...byPlace]
    .map(([at, found]) => {
      const ties = worstFirst(found);
      const [worst] = ties;
      const label = worst === undefined ? '' : labelOf(worst, isInTable(numbers, at));
      return { at, label, tooltip: ties.map((tie) => tieText(tie)).join('\n\n') };
    })
    .sort((a, b) => a.at - b.at);
}

/** Whether nothing was worked out: a part that is no larger than its whole. */
function isIdle(tie: Tie<Span>): boolean {
  return tie.kind === 'share' && tie.verdict === 'holds' && asSum(tie) === undefined;
}

/** `✓ 304/436 = 69.7%` of what holds; of what does not, what it is elsewhere or comes to is what its reader wants to know. */
function labelOf(tie: Tie<Span>, inTable: boolean): string {
  const mark = MARKS[tie.verdict];
  // The figures of a row or column are in sight, and writing them again would push its columns apart.
  if (inTable && tie.verdict === 'holds') return mark;
  const sum = asSum(tie);
  if (sum === undefined) return mark === '✗' ? `${mark} ${otherOf(tie)}`.trimEnd() : mark;
  return tie.verdict === 'holds' ? `${mark} ${sum.terms} = ${sum.result}` : `${mark} ${sum.result}`;
}

/** What the other of two figures says that are to be the same; empty where there are more of them. */
function otherOf({ at, figures }: Tie<Span>): string {
  const others = figures.filter((figure) => figure.role === 'same' && !overlaps(figure.at, at));
  const [other] = others;
  return other === undefined || others.length > 1 ? '' : other.quantity.text;
}

function isInTable({ placed }: Analysis['numbers'], at: number): boolean {
  return placed.some((one) => one.block.tables.length > 0 && touches(blockSpan(one), at));
}
