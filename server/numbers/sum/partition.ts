type Partition = readonly (readonly string[])[];

/**
 * Outcomes that leave nothing out and overlap nowhere: who names all of one line speaks of the whole. Each category is given
 * by the words that name it; the longest that fits is taken, so that "not met" is not "met".
 */
const OUTCOMES: readonly Partition[] = [
  [
    ['outstanding'],
    ['good'],
    [
      'requires improvement to be good',
      'requires improvement',
      'required improvement',
      'require improvement',
      'requiring improvement',
      'ri',
    ],
    ['inadequate'],
  ],
  [['outstanding'], ['good'], ['adequate'], ['inadequate']],
  [['outstanding'], ['good'], ['satisfactory'], ['inadequate']],
  [['green'], ['amber'], ['red']],
  [
    ['in time', 'on time', 'within timescale', 'in timescale'],
    ['late', 'out of time', 'out of timescale', 'outside timescale'],
  ],
  [['seen'], ['not seen', 'unseen']],
  [['met'], ['not met', 'unmet', 'missed']],
  [['passed'], ['failed']],
];

/**
 * The same of counts. A share may be the rate within each group, "60% of boys and 48% of girls", or there may be a third:
 * "30% upheld and 50% not upheld", and the others in part.
 */
const GROUPS: readonly Partition[] = [
  [
    ['boys', 'male', 'males', 'men'],
    ['girls', 'female', 'females', 'women'],
  ],
  [['primary'], ['secondary']],
  [
    ['full-time', 'full time'],
    ['part-time', 'part time'],
  ],
  [
    ['internal', 'in-house'],
    ['external', 'independent'],
  ],
  [['qualified'], ['unqualified']],
];

/** Categories that leave room for a third: what is neither approved nor refused is still open. */
const DECISIONS: readonly Partition[] = [
  [['yes'], ['no']],
  [['permanent'], ['temporary', 'agency', 'locum', 'interim']],
  [['in person'], ['remotely', 'virtually', 'online']],
  [['upheld'], ['not upheld', 'rejected']],
  [
    ['approved', 'agreed'],
    ['not approved', 'rejected', 'refused', 'declined'],
  ],
  [
    ['complete', 'completed'],
    ['incomplete', 'not complete', 'not completed', 'outstanding'],
  ],
];

// "Good or better" is another category than "good"; "at or better than target" is what green stands for.
const WIDENED = /(?<!\b(?:at|on) )\b(?:or|and) (?:better|above|worse|below)\b/;

/** How the categories named cover a known partition, one category each. */
export type Coverage = 'all' | 'both' | 'some' | 'none';

function namesIn(text: string, category: readonly string[]): string | undefined {
  let longest: string | undefined;
  for (const name of category) {
    const isLonger = name.length > (longest?.length ?? 0);
    if (isLonger && text.includes(` ${name} `)) longest = name;
  }
  return longest;
}

/** Which category of the partition a phrase names, if it names one only. */
function categoryOf(phrase: string, partition: Partition): number | undefined {
  const text = ` ${phrase} `;
  const found = partition.flatMap((category, index) => {
    const name = namesIn(text, category);
    return name === undefined ? [] : [{ index, name }];
  });
  const longest = found.filter(({ name }) => !found.some((other) => isWithin(name, other.name)));
  return longest.length === 1 ? longest[0]?.index : undefined;
}

function isWithin(name: string, other: string): boolean {
  return other !== name && ` ${other} `.includes(` ${name} `);
}

/** The category that each phrase names; `undefined` where one of them names none, as most do. */
function categoriesOf(phrases: readonly string[], partition: Partition): readonly number[] | undefined {
  const named: number[] = [];
  for (const phrase of phrases) {
    const category = categoryOf(phrase, partition);
    if (category === undefined) return undefined;
    named.push(category);
  }
  return named;
}

// "60% of boys": the words behind name whose share it is, and not what the share is of.
const OWNED = /^(?:of|for|among|by|at) (?!.*\b(?:are|were|is|was)\b)/;

function coverageBy(partitions: readonly Partition[], phrases: readonly string[]): Coverage {
  if (phrases.some((phrase) => WIDENED.test(phrase))) return 'none';
  for (const partition of partitions) {
    const named = categoriesOf(phrases, partition);
    const isApart = named !== undefined && new Set(named).size === named.length;
    if (isApart && named.length === partition.length) return named.length > 2 ? 'all' : 'both';
    if (isApart && named.length > 2) return 'some';
  }
  return 'none';
}

/**
 * Whether the phrases, in lower case with one blank between words, name categories of one known partition, each another:
 * `all` of them, `both` where there are but two, or `some`. A partition of two of which one is named says nothing.
 */
export function coverage(phrases: readonly string[]): Coverage {
  const covered = coverageBy([...OUTCOMES, ...GROUPS], phrases);
  return covered === 'none' && coverageBy(DECISIONS, phrases) === 'both' ? 'some' : covered;
}

/** The same of phrases that stand with shares. */
export function coverageOfShares(phrases: readonly string[]): Coverage {
  return phrases.some((phrase) => OWNED.test(phrase)) ? 'none' : coverageBy(OUTCOMES, phrases);
}
