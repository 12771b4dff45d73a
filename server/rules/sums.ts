import type { Block } from '../model/block.ts';
import { explain } from '../numbers/explain.ts';
import { type BesideShare, shareOf, type WrongSum } from '../numbers/pinpoint.ts';
import type { Readings } from '../numbers/readings.ts';
import { type Slips, slipsInTable, slipsInText } from '../numbers/slips.ts';
import { explainSum } from '../numbers/sum/explainSum.ts';
import { neededText, type SumJudgement, type SumRepair } from '../numbers/sum/sums.ts';
import { type Figure, type SumTie, spanOf } from '../numbers/sum/sumTie.ts';
import { cellSpan, cellTexts, passagesOf } from '../numbers/texts.ts';
import type { Severity } from '../text/problem.ts';
import type { Span } from '../text/span.ts';
import { compare, whole as wholeNumber } from '../values/rational.ts';
import type { Draft, DraftFix } from './rule.ts';

/** Where in the block a stretch of a figure's text stands. */
type Locate = (figure: Figure, span: Span) => Span;

/** The findings on the sums of a block: those that contradict their totals, and one on shares that are cut. */
export function* sumDrafts(block: Block, readings: Readings, kind: SumTie['kind']): Iterable<Draft<Span>> {
  for (const prose of readings.of(passagesOf, block)) {
    const slips = readings.of(slipsInText, prose.text);
    yield* drafts(slips, kind, (_, span) => prose.sourceSpan(span.from, span.to));
  }
  for (const table of block.tables) {
    const slips = readings.of(slipsInTable, readings.of(cellTexts, table));
    yield* drafts(slips, kind, ({ cell }, span) =>
      cell === undefined ? span : cellSpan(table.rows, cell, span),
    );
  }
}

function* drafts(slips: Slips, kind: SumTie['kind'], locate: Locate): Iterable<Draft<Span>> {
  const isOwn = (tie: SumTie | undefined) => tie?.kind === kind;
  for (const wrong of slips.sums) if (isOwn(wrong.ties[0])) yield contradiction(wrong, locate);
  // One slip of method, and one message for all of it.
  const cut = slips.cut.find(isOwn);
  const [first] = cut?.parts ?? [];
  if (cut !== undefined && first !== undefined) {
    yield { at: placeOf(cut, locate), severity: 'info', message: explainSum(cut) };
  }
}

function contradiction(wrong: WrongSum, locate: Locate): Draft<Span> {
  const { ties, shares, culprit, repairs } = wrong;
  const [tie] = ties;
  if (tie === undefined) throw new Error('A finding rests on a sum.');
  const at = culprit === undefined ? placeOf(tie, locate) : placeOfFigure(culprit.figure, locate);
  return {
    at,
    severity: severityOf(tie, wrong.judgement),
    message: [
      ...ties.map((own) => explainSum(own)),
      ...shares.map((own) => explain(shareOf(own))),
      ...blame(wrong),
    ].join(' '),
    related: related(wrong, at, locate),
    fixes: repairs.map((repair) => change(repair, locate)),
  };
}

/**
 * Where the words name the parts the contradiction is plain; a layout may be meant otherwise, shares that leave a gap may
 * leave one out, and figures that meet at an end do not contradict each other outright.
 */
function severityOf({ kind, certainty, whole, parts }: SumTie, { computed, isEnd }: SumJudgement): Severity {
  const isInTable = (whole ?? parts[0])?.cell !== undefined;
  const isGap = kind === 'distribution' && compare(computed, wholeNumber(100)) < 0;
  return certainty === 'explicit' && !isInTable && !isGap && isEnd !== true ? 'error' : 'warning';
}

function blame({ ties, shares, culprit }: WrongSum): readonly string[] {
  if (culprit === undefined) return [];
  const count = ties.length + shares.length;
  const agree = count > 1 ? `all ${count} would agree` : 'it would agree';
  return [
    `With ${culprit.text} instead of ${culprit.figure.quantity.text} ${count === 2 ? 'both would agree' : agree}.`,
  ];
}

function placeOfFigure(figure: Figure, locate: Locate): Span {
  return locate(figure, figure.quantity.span);
}

/** The total, or all shares where they stand in one sentence, or the first of them in a table. */
function placeOf(tie: SumTie, locate: Locate): Span {
  const [first] = tie.parts;
  const shown = tie.whole ?? first;
  if (shown === undefined) return { from: 0, to: 0 };
  return tie.whole === undefined && shown.cell === undefined
    ? locate(shown, spanOf(tie))
    : placeOfFigure(shown, locate);
}

// Any of the parts may be the slip, so each is shown; of more than these nobody looks through.
const MOST_RELATED = 30;
// With as many parts what each would have to be is read off the sum sooner than off a list.
const MOST_EXPLAINED = 6;

function related({ ties, shares, culprit }: WrongSum, at: Span, locate: Locate) {
  const figures = ties.flatMap((tie) => {
    const { parts, whole } = tie;
    const total =
      whole === undefined ? [] : [{ figure: whole, message: `"${whole.quantity.text}" is the total.` }];
    return [...total, ...partMessages(tie, parts, culprit !== undefined)];
  });
  const seen = new Set<number>();
  return [...figures, ...shares.flatMap(shareMessages)]
    .map(({ figure, message }) => ({ at: placeOfFigure(figure, locate), message }))
    .filter((one) => one.at.from < at.from || one.at.to > at.to)
    .filter(({ at: { from } }) => !seen.has(from) && seen.add(from));
}

/** The figures of a share that the same slip puts wrong. */
function shareMessages(own: BesideShare): readonly { figure: Figure; message: string }[] {
  const tie = shareOf(own);
  return (['share', 'part', 'whole'] as const).flatMap((role) => {
    const quantity = tie[role];
    if (quantity === undefined) return [];
    const figure = 'tie' in own ? { quantity, cell: own[role] } : { quantity };
    return [{ figure, message: `"${quantity.text}" is the ${role}.` }];
  });
}

function partMessages(tie: SumTie, parts: readonly Figure[], isKnown: boolean) {
  const [first, last] = [parts[0], parts.at(-1)];
  if (parts.length <= MOST_RELATED || first === undefined || last === undefined) {
    return parts.map((figure) => ({ figure, message: partMessage(tie, figure, isKnown) }));
  }
  return [
    { figure: first, message: `"${first.quantity.text}" is the first of ${parts.length} parts.` },
    { figure: last, message: `"${last.quantity.text}" is the last of them.` },
  ];
}

/** Where the slip is known nothing is said of what the others would have to be. */
function partMessage(tie: SumTie, figure: Figure, isKnown: boolean): string {
  const needed = isKnown ? undefined : neededText(tie, figure);
  const what = `"${figure.quantity.text}" is a part`;
  return needed === undefined || tie.parts.length > MOST_EXPLAINED
    ? `${what}.`
    : `${what}; with ${needed} the sum would be right.`;
}

function change({ figure, span, text, replacement }: SumRepair, locate: Locate): DraftFix<Span> {
  return {
    title: `Change ${figure.quantity.text} to ${text}`,
    edits: (edit, place) => edit.replace(place(locate(figure, span)), replacement),
  };
}
