import type { StatusScale, StatusValue } from '../../framework/framework.ts';
import { normaliseName } from '../../framework/name.ts';
import type { Measure } from '../../report/contents.ts';
import { anchorSpan, type Section } from '../../report/report.ts';
import type { Claim } from '../../report/statusKey.ts';
import type { Span } from '../../text/span.ts';
import { type Draft, type DraftFix, defineRule } from '../rule.ts';
import { type Meanings, type Misfit, misfitOf } from './claims.ts';
import { isBetterByKey } from './keyed.ts';
import { placesOf, sectionMismatch, standingsIn } from './sectionStatus.ts';
import { sentenceMismatch } from './sentenceStatus.ts';
import { measuredIn, misfitText, type StatusRow, statusRows } from './statusRows.ts';

export default defineRule({
  scope: 'document',
  summary: 'A status must fit the figures that it stands for.',
  why: 'Boards read the colours first: a Green beside a figure that misses its target hides what they would have asked about.',
  severity: 'error',
  reads: ['fields', 'measures', 'proseStatuses', 'statusKey', 'tables'],
  *check({ report }) {
    if (report.vocabulary === undefined) return;
    const measured = measuredIn(report);
    const { end, key } = measured;
    for (const section of report.sections) {
      for (const row of statusRows(report, section, measured)) {
        const found = rowMismatch(row);
        if (found !== undefined) yield found;
      }
      for (const stated of section.content.proseStatuses) {
        const meanings = { def: undefined, key };
        const found = sentenceMismatch(section, stated, meanings, (claim, misfit) =>
          becauseOf(claim, misfit, meanings),
        );
        if (found !== undefined) yield found;
      }
      for (const field of section.content.fields) {
        if (field.def?.ofMeasures !== true || field.status?.says !== 'on-target') continue;
        const found = sectionMismatch(section, field, standingsIn(report, section, end, key));
        if (found !== undefined) yield found;
      }
    }
  },
});

/** The status in a measure's own row against the figure beside it. */
function rowMismatch(row: StatusRow): Draft<Span> | undefined {
  const { section, status, stated, standing, meanings, claim, misfit } = row;
  if (misfit === undefined) return undefined;
  const { why, related } = becauseOf(claim, misfit, meanings);
  return {
    at: anchorSpan(section, status.at),
    severity: misfit.severity,
    message: `${misfitText(row, misfit)}${why}`,
    related: [...placesOf(section, standing), ...related],
    fixes: stated.scale.values
      .filter(({ says }) => says !== undefined && misfitOf(says, standing, meanings) === undefined)
      .flatMap((value) => statusFix(section, status, stated, value)),
  };
}

/** What the colours stand for here, where somebody has said it. */
function becauseOf(
  claim: Claim,
  { attainment }: Misfit,
  { def, key }: Meanings,
): { readonly why: string; readonly related: NonNullable<Draft<Span>['related']> } {
  if (key === undefined) {
    const why = def?.amber === undefined ? '' : ` What misses its target by up to ${def.amber} is amber.`;
    return { why, related: [] };
  }
  const entry = key.entry(isBetterByKey(key, claim, attainment) ? 'on-target' : claim);
  if (entry === undefined) return { why: '', related: [] };
  return {
    why: ` The document's own key says "${entry.text}".`,
    related: [{ at: entry.span, message: `The key: "${entry.text}".` }],
  };
}

/** Puts another status in the place of one that is written as a word. */
function statusFix(
  section: Section,
  status: NonNullable<Measure['status']>,
  { value, scale }: { readonly value: StatusValue; readonly scale: StatusScale },
  other: StatusValue,
): readonly DraftFix<Span>[] {
  const short = value.aliases.findIndex((alias) => normaliseName(alias) === normaliseName(status.text));
  if (short < 0 && normaliseName(value.label) !== normaliseName(status.text)) return [];
  const alias = short < 0 ? undefined : other.aliases[short];
  const words = alias ?? other.label;
  // A word that another status goes by as well would not be read as this one.
  if (scale.values.some((own) => own !== other && own.label === words)) return [];
  const edits: DraftFix<Span>['edits'] = (edit, place) =>
    edit.replace(place(anchorSpan(section, status.at)), words);
  return [{ title: `Change "${status.text}" to "${words}"`, edits }];
}
