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
  /** "At the end of May", "by the close of the quarter": what such a time begins with, its part, and of what. */
  readonly partsOfTimes: {
    readonly openers: ReadonlySet<string>;
    readonly parts: ReadonlySet<string>;
    readonly wholes: ReadonlySet<string>;
  };
  /** What stands behind the figure of a day. */
  readonly daySuffixes: readonly string[];
  /** What is written with a stop that ends no sentence, without that stop. */
  readonly abbreviations: {
    /** Before any word: "Mr", "e.g". */
    readonly withWords: readonly string[];
    /** Before a figure alone: "No", "para". */
    readonly withNumbers: readonly string[];
  };
  /** Words that begin a sentence more often than a name, so that a letter with a stop before them is no initial. */
  readonly sentenceOpeners: readonly string[];
  /** Words that no sentence ends with. */
  readonly unfinished: {
    /** Wherever they stand. */
    readonly always: readonly string[];
    /** In running text alone: "what they aim for" may stand in a list. */
    readonly inProse: readonly string[];
    /** What lets a sentence end with a preposition: what a clause about a noun begins with, and such prepositions. */
    readonly stranded: {
      readonly relatives: readonly string[];
      /** Behind these "that" begins what is said, and not a clause about a noun. */
      readonly reporting: readonly string[];
      readonly subjects: readonly string[];
      readonly verbPrepositions: readonly string[];
    };
  };
}

/**
 * British English, all in lower case.
 * Sources: names and their short forms as in the Unicode locale data for en-GB, with "sept", "tues", "thur" and "thurs"
 * of published reports; seasons as the Met Office counts them by months; abbreviations as in New Hart's Rules and in the
 * numbering of statutory instruments; openers are the commonest words with which sentences of published reports begin.
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
  partsOfTimes: {
    openers: new Set(['at', 'by', 'on']),
    parts: new Set(['end', 'start', 'beginning', 'close', 'middle']),
    wholes: new Set(['month', 'quarter', 'year', 'week', 'term', 'day', 'period']),
  },
  daySuffixes: ['st', 'nd', 'rd', 'th'],
  abbreviations: {
    withWords: 'mr mrs ms mx dr prof rev revd cllr cllrs hon st e.g eg i.e ie cf viz vs v approx incl'.split(
      ' ',
    ),
    withNumbers:
      'no nos para paras p pp vol vols ch chs fig art reg regs ref refs sec secs s ss sch tab app annex ed edn c ca'.split(
        ' ',
      ),
  },
  sentenceOpeners:
    'a an the this that these those it its in on at by to for from of as if when while where since after before during they their there we our he his she her some many most all both each no not one two three however but and although despite overall also'.split(
      ' ',
    ),
  unfinished: {
    always:
      'the a an and or nor but because although whilst whereas which whose their our your every than into onto upon between during towards via per unless whether as'.split(
        ' ',
      ),
    inProse: 'of to with from for by at including that if when while where'.split(' '),
    stranded: {
      relatives: 'that which who whom what'.split(' '),
      reporting:
        'found find finds know knows ensure ensures ensured said say says show shows showed shown mean means believe believes think thinks sure clear so such recommend recommends agreed noted note aware evidence fact confident confirm confirmed report reported states stated told understand recognise recognised demonstrate demonstrated is was are were see seen saw'.split(
          ' ',
        ),
      subjects: 'they we he she it you'.split(' '),
      verbPrepositions: 'of to with from for by at on in'.split(' '),
    },
  },
};
