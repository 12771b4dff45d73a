/**
 * The words that a language has for days and numbers. What reads values takes them from here, so that another language
 * is another object of this shape and no code.
 */
export interface Language {
  /** January to December: each in full first, then its short forms. */
  readonly months: readonly (readonly string[])[];
  /** Monday to Sunday: each in full first, then its short forms. */
  readonly weekdays: readonly (readonly string[])[];
  /** The times of a year, with the month each begins in; winter runs into the next year. */
  readonly seasons: Readonly<Record<string, number>>;
  /** Zero to nineteen, in order. */
  readonly numbers: readonly string[];
  /** Twenty, thirty, … ninety. */
  readonly tens: readonly string[];
  /** First to twentieth, in order. */
  readonly ordinals: readonly string[];
  /** What stands behind the figure of a day. */
  readonly daySuffixes: readonly string[];
}

/**
 * British English, all in lower case.
 * Sources: names and their short forms as in the Unicode locale data for en-GB, with "sept", "tues", "thur" and "thurs"
 * of published reports; seasons as the Met Office counts them by months.
 */
export const ENGLISH: Language = {
  months: [
    ['january', 'jan'],
    ['february', 'feb'],
    ['march', 'mar'],
    ['april', 'apr'],
    ['may'],
    ['june', 'jun'],
    ['july', 'jul'],
    ['august', 'aug'],
    ['september', 'sep', 'sept'],
    ['october', 'oct'],
    ['november', 'nov'],
    ['december', 'dec'],
  ],
  weekdays: [
    ['monday', 'mon'],
    ['tuesday', 'tue', 'tues'],
    ['wednesday', 'wed'],
    ['thursday', 'thu', 'thur', 'thurs'],
    ['friday', 'fri'],
    ['saturday', 'sat'],
    ['sunday', 'sun'],
  ],
  seasons: { spring: 3, summer: 6, autumn: 9, winter: 12 },
  numbers:
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
      ' ',
    ),
  tens: 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' '),
  ordinals:
    'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
      ' ',
    ),
  daySuffixes: ['st', 'nd', 'rd', 'th'],
};
