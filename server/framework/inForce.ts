import { type CalendarDate, compareDates } from '../values/calendar.ts';
import { readPeriod } from '../values/periods.ts';
import type { Framework, InForce, SectionDef } from './framework.ts';

/** Whether something was in force on a day. */
export function isInForce(inForce: InForce | undefined, day: CalendarDate): boolean {
  const { from, until } = daysOf(inForce);
  return (
    (from === undefined || compareDates(day, from) >= 0) &&
    (until === undefined || compareDates(day, until) <= 0)
  );
}

/** The first and the last day, where they can be read: "2013-10" begins on the 1st and ends on the 31st. */
export function daysOf(inForce: InForce | undefined): {
  readonly from: CalendarDate | undefined;
  readonly until: CalendarDate | undefined;
} {
  return {
    from: readPeriod(inForce?.from ?? '')?.start,
    until: readPeriod(inForce?.until ?? '')?.end,
  };
}

/** The times that sections, rows and constraints of a framework are bound to. */
export function inForceAt(framework: Framework): readonly InForce[] {
  return [...partsOf(framework.sections), ...framework.constraints].flatMap(({ inForce }) => inForce ?? []);
}

function partsOf(sections: readonly SectionDef[]): readonly { readonly inForce: InForce | undefined }[] {
  return sections.flatMap((section) => [section, ...section.rows, ...partsOf(section.sections)]);
}

/** The framework as it was on a day: without the sections, rows and constraints that were not in force. */
export function frameworkOn(framework: Framework, day: CalendarDate): Framework {
  const sections = sectionsOn(framework.sections, day);
  const ids = new Set(idsOf(sections));
  return {
    ...framework,
    sections,
    constraints: framework.constraints.filter(
      ({ inForce, any, limited }) =>
        isInForce(inForce, day) && ids.has(limited) && any.some((id) => ids.has(id)),
    ),
  };
}

function sectionsOn(sections: readonly SectionDef[], day: CalendarDate): readonly SectionDef[] {
  return sections
    .filter(({ inForce }) => isInForce(inForce, day))
    .map((section) => ({
      ...section,
      rows: section.rows.filter(({ inForce }) => isInForce(inForce, day)),
      sections: sectionsOn(section.sections, day),
    }));
}

function idsOf(sections: readonly SectionDef[]): readonly string[] {
  return sections.flatMap(({ id, sections }) => [id, ...idsOf(sections)]);
}
