import { placeSpan } from '../../model/block.ts';
import { type Span, touches } from '../../text/span.ts';
import type { Analysis } from '../analysis.ts';
import { COMMENTS } from '../directives.ts';
import type { Hover } from './answer.ts';

/** The rule that a comment switches off or on, or what a comment of its kind does. */
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
    const found = wordHover(placeSpan(placed, directive.span), `touchstone-${directive.action}`);
    if (found !== undefined) return found;
  }
  return undefined;

  function wordHover(span: Span, word: string): Hover | undefined {
    const at = input.text.slice(span.from, span.to).indexOf(word);
    const own = { from: span.from + at, to: span.from + at + word.length };
    const does = COMMENTS.get(word);
    if (at < 0 || does === undefined || !touches(own, offset)) return undefined;
    const reason = 'The reason stands behind `--`.';
    return { markdown: word === 'touchstone-enable' ? does : `${does} ${reason}`, span: own };
  }
}
