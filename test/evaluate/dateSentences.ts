import type { Random } from '../incremental/random.ts';

/** Months by their names, in order. */
export const MONTHS: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** A year before all documents into which dates are put. */
export function earlyYear(random: Random): number {
  return 2001 + random.below(7);
}

/** The weekday of a date, some days on. */
export function weekday(year: number, month: number, day: number, on = 0): string {
  return WEEKDAYS[(new Date(Date.UTC(year, month, day)).getUTCDay() + on) % 7] ?? '';
}

/** A day in one of the forms in which days are written; `month` counts from 0. */
export function written(year: number, month: number, day: number, random: Random): string {
  const name = MONTHS[month] ?? '';
  const two = (number: number) => String(number).padStart(2, '0');
  const suffix = day >= 11 && day <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th');
  return random.pick([
    `${day} ${name} ${year}`,
    `${day}${suffix} ${name} ${year}`,
    `the ${day}${suffix} of ${name} ${year}`,
    `${day} ${name.slice(0, 3)} ${year}`,
    `${two(day)}/${two(month + 1)}/${year}`,
    `${two(day)}.${two(month + 1)}.${year}`,
    `${year}-${two(month + 1)}-${two(day)}`,
  ]);
}

/** What is inspected apart from the service that a document is about. */
const SUBJECTS = [
  'the fostering service',
  'adult learning',
  'the music service',
  'leisure and sport',
  'trading standards',
];

/** Two sentences of one event, the second with its own month. */
export function eventSentences(
  random: Random,
  year: number,
  months: readonly [number, number],
): readonly string[] {
  const subject = random.pick(SUBJECTS);
  const [first, second] = months.map((month) => `${MONTHS[month]} ${year}`);
  const ordinal = random.pick(['third', 'fourth', 'fifth']);
  return random.pick([
    [
      `The last inspection of ${subject}, in ${first}, was read for this.`,
      `Much has changed since the last inspection of ${subject} in ${second}.`,
    ],
    [
      `The inspection of ${subject} in ${first} led to an action plan.`,
      `Managers recall the inspection of ${subject} in ${second}.`,
    ],
    [
      `At the ${ordinal} peer review of ${subject} in ${first} staff were heard.`,
      `The ${ordinal} peer review of ${subject}, which took place in ${second}, is often quoted.`,
    ],
    [
      `The most recent peer review of ${subject} was in ${first}.`,
      `Staff took part in the most recent peer review of ${subject}, undertaken in ${second}.`,
    ],
  ]);
}
