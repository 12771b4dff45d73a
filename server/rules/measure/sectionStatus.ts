import type { SectionField } from '../../report/contents.ts';
import { anchorSpan, type Report, type Section, sectionsWithin } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import type { CalendarDate } from '../../values/calendar.ts';
import { numberInWords } from '../../values/words.ts';
import type { Draft } from '../rule.ts';
import { inWords, misfitOf } from './claims.ts';
import type { StatusKey } from './keyed.ts';
import { type Standing, standingOf } from './standing.ts';
import type { Measured } from './statusRows.ts';

export interface Placed {
  readonly section: Section;
  readonly standing: Standing;
  readonly isMissed: boolean;
  readonly text: string;
}

/** How the measures of a section, and of those below it, stand to their targets, as far as that can be told. */
export function standingsIn(
  report: Report,
  around: Section,
  end: CalendarDate | undefined,
  key: StatusKey | undefined,
): readonly Placed[] {
  return sectionsWithin(report, around).flatMap((section) => standingsOf(report, section, { end, key }));
}

/** How the measures of a section by itself stand to their targets, as far as that can be told. */
export function standingsOf(report: Report, section: Section, { end, key }: Measured): readonly Placed[] {
  return section.content.measures.flatMap((measure): readonly Placed[] => {
    const def = report.measures.find(measure.name.text);
    const standing = standingOf(measure, def, section.content.tables[measure.table], end);
    if (standing?.better === undefined || standing.better === 'none') return [];
    const held = standing.held(standing.better);
    if (held === undefined) return [];
    const isMissed = misfitOf('on-target', standing, { def, key }) !== undefined;
    return [{ section, standing, isMissed, text: inWords(standing, held, standing.better) }];
  });
}

/** A section that is said to be on target while measures in it are not. A status that is worse than they are says more. */
export function sectionMismatch(
  section: Section,
  { name, value, status }: SectionField,
  all: readonly Placed[],
): Draft<Span> | undefined {
  const missed = all.filter(({ isMissed }) => isMissed);
  if (missed.length === 0) return undefined;
  const count = (number: number) => numberInWords(BigInt(number)) ?? String(number);
  const total = `its ${count(all.length)} measures with a target`;
  const which =
    missed.length < all.length
      ? `${count(missed.length)} of ${total} ${missed.length === 1 ? 'is' : 'are'} not`
      : all.length === 1
        ? 'its measure is not'
        : `${all.length === 2 ? 'neither' : 'none'} of ${total} is`;
  const figures = missed.slice(0, 3).map(({ standing, text }) => `"${standing.measure.name.text}" ${text}`);
  const more = missed.length > 3 ? `; and ${count(missed.length - 3)} more` : '';
  // Of a box with all the statuses only the one that is ticked is named.
  const words = value.text.length <= 30 ? value.text : status?.label;
  return {
    at: anchorSpan(section, value.at),
    severity: 'info',
    message: `"${name.text}" is "${words}", but ${which}: ${figures.join('; ')}${more}. Say in the text why this is so, or change the status.`,
    related: missed.slice(0, 5).flatMap(({ section: own, standing }) => placesOf(own, standing)),
  };
}

/** The figure that a finding rests on, and its target. */
export function placesOf(
  section: Section,
  { actual, target, measure, when }: Standing,
): NonNullable<Draft<Span>['related']> {
  const time = when === '' ? '' : ` in ${when}`;
  const figure = {
    at: anchorSpan(section, actual.at),
    message: `"${measure.name.text}"${time}: ${actual.text}.`,
  };
  if (target.at === undefined) return [figure];
  return [figure, { at: anchorSpan(section, target.at), message: `The target${time}, ${target.text}.` }];
}
