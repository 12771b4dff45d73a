import type { Tie } from '../numbers/tie.ts';
import { statedOf } from '../numbers/working.ts';
import { byDay, reckoningDay } from '../report/reckoningDay.ts';
import { anchorSpan } from '../report/report.ts';
import { lateActions } from '../rules/action/late.ts';
import { shortly } from '../rules/shortly.ts';
import type { Span } from '../text/span.ts';
import { formatDecimal, roundRational, trimmed } from '../values/decimal.ts';
import type { Quantity } from '../values/quantity.ts';
import { compare, divide, multiply, whole } from '../values/rational.ts';
import type { Analysis } from './analysis.ts';
import { changeHints } from './changeHints.ts';
import type { NumberHint } from './numberHints.ts';
import { tiesNear } from './numbers.ts';

/** What is shown behind words and figures. */
export const FACT_KINDS = ['share', 'change', 'overdue'] as const;

export type FactKind = (typeof FACT_KINDS)[number];

/** What follows from the text and is not said in it, each behind what it follows from. */
export interface FactHint extends NumberHint {
  readonly kind: FactKind;
}

/** The facts in a stretch of the document, of the kinds that are wanted, in reading order. */
export function factHints(analysis: Analysis, span: Span, shown: readonly FactKind[]): readonly FactHint[] {
  if (!analysis.ours) return [];
  return shown
    .flatMap((kind) => MAKERS[kind](analysis, span).map((hint) => ({ ...hint, kind })))
    .filter(({ at }) => span.from <= at && at <= span.to)
    .sort((a, b) => a.at - b.at);
}

const MAKERS: Readonly<Record<FactKind, (analysis: Analysis, span: Span) => readonly NumberHint[]>> = {
  share: shareHints,
  change: ({ report }) => changeHints(report),
  overdue: overdueHints,
};

/** `304 of the 436` where no share is given. */
function shareHints({ numbers }: Analysis, span: Span): readonly NumberHint[] {
  const ties = tiesNear(numbers, span).filter(({ kind }) => kind === 'share');
  const given = new Set(ties.filter((tie) => statedOf(tie) !== undefined).map(({ at }) => at.from));
  const hints = new Map<number, NumberHint>();
  for (const tie of ties) {
    const hint = given.has(tie.at.from) ? undefined : shareHint(tie);
    if (hint !== undefined) hints.set(hint.at, hint);
  }
  return [...hints.values()];
}

/** What part so few are of a whole is seen at a glance. */
const FEW = whole(10);
const HUNDRED = whole(100);

function shareHint(tie: Tie<Span>): NumberHint | undefined {
  const [part, all] = (['part', 'whole'] as const).map((role) =>
    tie.figures.find((one) => one.role === role),
  );
  if (part === undefined || all === undefined || tie.verdict !== 'holds') return undefined;
  if ([part, all].some(({ quantity }) => quantity.qualifierText !== '')) return undefined;
  if (compare(all.quantity.exact, FEW) < 0) return undefined;
  const share = divide(multiply(part.quantity.exact, HUNDRED), all.quantity.exact);
  if (share === undefined) return undefined;
  const label = `= ${formatDecimal(trimmed(roundRational(share, 1)))}%`;
  const at = Math.max(part.at.to, all.at.to);
  return { at, label, tooltip: `${textOf(part.quantity)} of ${textOf(all.quantity)} is ${label.slice(2)}.` };
}

function textOf({ text }: Quantity): string {
  return text.trim();
}

function overdueHints({ report, input }: Analysis): readonly NumberHint[] {
  const by = reckoningDay(report, input.today);
  if (by === undefined) return [];
  return report.sections.flatMap((section) =>
    lateActions(section, by.day).map(({ action, due, days }) => {
      const label = days === 1 ? '1 day overdue' : `${days} days overdue`;
      const words = `${quoted(action.action.text)} was due ${quoted(due.text)}`;
      return { at: anchorSpan(section, due.at).to, label, tooltip: `${words}: ${label} ${byDay(by)}.` };
    }),
  );
}

/** Words of the author have no meaning as Markdown. */
function quoted(text: string): string {
  return `"${shortly(text.trim()).replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')}"`;
}
