import type { SourceText } from '../text/sourceText.ts';
import { type Span, touches } from '../text/span.ts';
import type { Analysis } from './analysis.ts';
import { directivePairs } from './directives.ts';
import { cellsOf } from './names/measures.ts';
import { sectionAt } from './places.ts';

/**
 * The places that are typed into together with the one at `offset`, that one among them: the name of a measure in the rows
 * of its targets and its actuals, and a rule in the two comments that switch it off and on again.
 */
export function linkedEditing({ ours, report }: Analysis, offset: number): readonly Span[] {
  if (!ours) return [];
  for (const { rules } of directivePairs(report)) {
    const rule = rules.find(({ off, on }) => touches(off, offset) || touches(on, offset));
    if (rule !== undefined) return [rule.off, rule.on];
  }
  const section = sectionAt(report, offset);
  const cells = section === undefined ? [] : cellsOf(section);
  const own = cells.find(({ span }) => touches(span, offset));
  if (own === undefined) return [];
  const written = textAt(report.model.text, own.span);
  const alike = cells.map(({ span }) => span).filter((span) => textAt(report.model.text, span) === written);
  return alike.length > 1 ? alike : [];
}

function textAt(text: SourceText, { from, to }: Span): string {
  return text.slice(from, to);
}
