import type { StatusScale, StatusValue } from '../../framework/framework.ts';
import { normaliseName } from '../../framework/name.ts';
import type { Vocabulary } from '../../framework/vocabulary.ts';
import { scaledStatus } from '../../report/columns.ts';
import type { Measure } from '../../report/contents.ts';
import { anchorSpan, type Section } from '../../report/report.ts';
import { datedField } from '../../report/speaksFrom.ts';
import type { Claim } from '../../report/statusKey.ts';
import type { Span } from '../../text/span.ts';
import { type Draft, type DraftFix, defineRule } from '../rule.ts';
import { inWords, type Meanings, type Misfit, misfitOf } from './claims.ts';
import { isBetterByKey, statusKeyOf } from './keyed.ts';
import { placesOf, sectionMismatch, standingsIn } from './sectionStatus.ts';
import { sentenceMismatch } from './sentenceStatus.ts';
import { type Standing, standingOf } from './standing.ts';

export default defineRule({
  scope: 'document',
  summary: 'A status must fit the figures that it stands for.',
  why: 'Boards read the colours first: a Green beside a figure that misses its target hides what they would have asked about.',
  severity: 'error',
  *check({ report }) {
    const { vocabulary } = report;
    if (vocabulary === undefined) return;
    const end = datedField(report, ['period', 'date'])?.end;
    const key = statusKeyOf(report);
    for (const section of report.sections) {
      for (const measure of section.content.measures) {
        if (measure.status === undefined) continue;
        const def = report.measures.find(measure.name.text);
        const standing = standingOf(measure, def, section.content.tables[measure.table], end);
        const found = standing && rowMismatch(section, measure, standing, { def, key }, vocabulary);
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
function rowMismatch(
  section: Section,
  { name, status }: Measure,
  standing: Standing,
  meanings: Meanings,
  vocabulary: Vocabulary,
): Draft<Span> | undefined {
  const stated = status && scaledStatus(status.text, vocabulary);
  if (status === undefined || stated?.value.says === undefined) return undefined;
  const misfit = misfitOf(stated.value.says, standing, meanings);
  if (misfit === undefined) return undefined;
  // "At risk" may be said of what is to come; Amber is said of the figure.
  const isForecast = stated.value.says === 'near-target' && !/^(?:amber|yellow|a)$/i.test(status.text);
  if (isForecast && misfit.severity === 'info') return undefined;
  const { why, related } = becauseOf(stated.value.says, misfit, meanings);
  return {
    at: anchorSpan(section, status.at),
    severity: misfit.severity,
    message: `"${status.text}" does not fit: "${name.text}" ${inWords(standing, misfit.attainment, standing.better)}.${why}`,
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
