/** A month whose year may not be known. */
export interface MonthOfYear {
  readonly month: number;
  readonly year?: number | undefined;
}

/**
 * The years of months that follow each other: counted from one that has its year, or else from the last one that is
 * the month reported on. Undefined where nothing tells.
 */
export function columnYears(
  months: readonly (MonthOfYear | undefined)[],
  reported: MonthOfYear | undefined,
): readonly (number | undefined)[] {
  const dated = months.findIndex((own) => own?.year !== undefined);
  const last = months.findLastIndex((own) => own !== undefined && own.month === reported?.month);
  const anchor = dated >= 0 ? dated : last;
  const year = months[anchor]?.year ?? reported?.year;
  if (anchor < 0 || year === undefined) return months.map((own) => own?.year);
  const years: (number | undefined)[] = months.map(() => undefined);
  count(months, years, anchor, year, 1);
  count(months, years, anchor, year, -1);
  return years;
}

function count(
  months: readonly (MonthOfYear | undefined)[],
  years: (number | undefined)[],
  anchor: number,
  start: number,
  step: 1 | -1,
): void {
  let year = start;
  let month = months[anchor]?.month;
  for (let at = anchor; at >= 0 && at < months.length; at += step) {
    const own = months[at];
    if (own === undefined || month === undefined) continue;
    if (step > 0 && own.month < month) year += 1;
    if (step < 0 && own.month > month) year -= 1;
    year = own.year ?? year;
    years[at] = year;
    month = own.month;
  }
}
