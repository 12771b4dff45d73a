import { anchorSpan } from '../../report/report.ts';
import { touches } from '../../text/span.ts';
import type { Analysis } from '../analysis.ts';
import { sectionAt } from '../places.ts';
import type { Hover } from './answer.ts';
import { fieldText } from './framework.ts';

/** The name of a field of a section: what the framework asks of it. */
export function fieldHover({ report }: Analysis, offset: number): Hover | undefined {
  const section = sectionAt(report, offset);
  for (const { def, name } of section?.content.fields ?? []) {
    if (section === undefined || def === undefined) continue;
    const span = anchorSpan(section, name.at);
    if (touches(span, offset)) return { markdown: fieldText(def, report.vocabulary?.framework), span };
  }
  return undefined;
}
