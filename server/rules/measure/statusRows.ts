import type { StatusScale, StatusValue } from '../../framework/framework.ts';
import type { Tie, TiedFigure } from '../../numbers/tie.ts';
import { scaledStatus } from '../../report/columns.ts';
import type { Anchor, Measure } from '../../report/contents.ts';
import { anchorSpan, type Report, type Section } from '../../report/report.ts';
import { datedField } from '../../report/speaksFrom.ts';
import type { Claim } from '../../report/statusKey.ts';
import type { Span } from '../../text/span.ts';
import type { CalendarDate } from '../../values/calendar.ts';
import { readFigure } from '../../values/quantity.ts';
import { inWords, type Meanings, type Misfit, misfitOf } from './claims.ts';
import { type StatusKey, statusKeyOf } from './keyed.ts';
import { type Standing, standingOf } from './standing.ts';

/** A measure's own status beside its figure and target. */
export interface StatusRow {
  readonly section: Section;
  readonly measure: Measure;
  readonly status: NonNullable<Measure['status']>;
  readonly claim: Claim;
  readonly stated: { readonly scale: StatusScale; readonly value: StatusValue };
  readonly standing: Standing;
  readonly meanings: Meanings;
  /** Undefined where the status fits the figures, or nothing tells whether it does. */
  readonly misfit: Misfit | undefined;
}

/** What statuses are held against in a document: the day that it speaks of, and its key of colours. */
export interface Measured {
  readonly end: CalendarDate | undefined;
  readonly key: StatusKey | undefined;
}

export function measuredIn(report: Report): Measured {
  return { end: datedField(report, ['period', 'date'])?.end, key: statusKeyOf(report) };
}

/** The statuses that stand beside figures in the rows of a section. */
export function statusRows(report: Report, section: Section, { end, key }: Measured): readonly StatusRow[] {
  const { vocabulary } = report;
  if (vocabulary === undefined) return [];
  return section.content.measures.flatMap((measure): readonly StatusRow[] => {
    const { status } = measure;
    const stated = status && scaledStatus(status.text, vocabulary);
    const claim = stated?.value.says;
    if (status === undefined || stated === undefined || claim === undefined) return [];
    const def = report.measures.find(measure.name.text);
    const standing = standingOf(measure, def, section.content.tables[measure.table], end);
    if (standing === undefined) return [];
    const meanings = { def, key };
    const misfit = misfitOf(claim, standing, meanings);
    // "At risk" may be said of what is to come; Amber is said of the figure.
    const isForecast = claim === 'near-target' && !/^(?:amber|yellow|a)$/i.test(status.text);
    if (misfit?.severity === 'info' && isForecast) return [];
    return [{ section, measure, status, claim, stated, standing, meanings, misfit }];
  });
}

/** `"Green" does not fit: "Visits" was 89% in May 2020, below its target of 95%.` */
export function misfitText({ status, measure, standing }: StatusRow, { attainment }: Misfit): string {
  return `"${status.text}" does not fit: "${measure.name.text}" ${inWords(standing, attainment, standing.better)}.`;
}

/** Every status in a row of a document with the figures that it stands for, those that fit too. */
export function statusTies(report: Report): readonly Tie<Span>[] {
  const measured = measuredIn(report);
  return report.sections.flatMap((section) =>
    statusRows(report, section, measured).flatMap((row) => statusTie(row) ?? []),
  );
}

function statusTie(row: StatusRow): Tie<Span> | undefined {
  const { section, status, standing, misfit } = row;
  const { actual, target } = standing;
  const message = misfit === undefined ? fitText(row) : misfitText(row, misfit);
  if (message === undefined) return undefined;
  return {
    kind: 'status',
    form: 'status in a row',
    verdict: misfit === undefined ? 'holds' : 'contradiction',
    message: () => message,
    at: anchorSpan(section, status.at),
    figures: [
      ...figureAt(section, actual, 'value'),
      ...(target.at === undefined ? [] : figureAt(section, { text: target.text, at: target.at }, 'compared')),
    ],
    hypotheses: [],
  };
}

/** Says that a status fits its figures; undefined where nothing tells what it stands for, or which way is better. */
function fitText({ status, measure, standing, claim, meanings }: StatusRow): string | undefined {
  const { better } = standing;
  const attainment = better === undefined || better === 'none' ? undefined : standing.held(better);
  const { def, key } = meanings;
  const isDefined =
    key === undefined ? claim !== 'near-target' || def?.amber !== undefined : key.band(claim) !== undefined;
  if (attainment === undefined || !isDefined) return undefined;
  return `"${status.text}" fits: "${measure.name.text}" ${inWords(standing, attainment, better)}.`;
}

function figureAt(
  section: Section,
  { text, at }: { readonly text: string; readonly at: Anchor },
  role: 'value' | 'compared',
): readonly TiedFigure<Span>[] {
  const quantity = readFigure(text);
  return quantity === undefined ? [] : [{ quantity, role, at: anchorSpan(section, at) }];
}
