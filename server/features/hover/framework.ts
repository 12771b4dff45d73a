import type { FieldDef, Framework } from '../../framework/framework.ts';
import type { SectionRole } from '../../framework/vocabulary.ts';
import { scaleOf } from '../../report/sectionFields.ts';

/** What a framework asks of a section, as Markdown. */
export function sectionText({ def }: SectionRole): string {
  const asks = [def.required ? 'Required' : 'Optional'];
  if (def.judgement !== undefined) asks.push('judged');
  if (def.recommendations !== undefined)
    asks.push(`recommendations grouped by: ${def.recommendations.groups.join(', ')}`);
  const lines = [`**${def.heading}** (${asks.join('; ')})`];
  if (def.guidance !== undefined) lines.push(def.guidance);
  return lines.join('\n\n');
}

/** What it asks of a field, and the values that this may have. */
export function fieldText(def: FieldDef, framework: Framework | undefined): string {
  const lines = [`**${def.label}** (${def.required ? 'required' : 'optional'})`];
  if (def.description !== undefined) lines.push(def.description);
  const scale = def.type === 'status' && framework !== undefined ? scaleOf(def, framework) : undefined;
  const values = scale?.values.map(({ label }) => label) ?? def.values;
  if (values.length > 0) lines.push(`One of: ${values.join(' · ')}`);
  return lines.join('\n\n');
}
