import { placeSpan } from '../../model/block.ts';
import { touches } from '../../text/span.ts';
import type { Analysis } from '../analysis.ts';
import type { Hover } from './answer.ts';

/** The rule that a comment switches off or on. */
export function ruleHover({ report, input, checks }: Analysis, offset: number): Hover | undefined {
  for (const { placed, directive } of report.directives) {
    for (const { id, span: own } of directive.rules) {
      const span = placeSpan(placed, own);
      if (!touches(span, offset)) continue;
      const entry = [...input.rules, ...checks].find((one) => one.id === id);
      if (entry === undefined) return undefined;
      const { summary, why } = entry.rule;
      return { markdown: `**${id}**\n\n${summary}\n\n${why}`, span, rule: id };
    }
  }
  return undefined;
}
