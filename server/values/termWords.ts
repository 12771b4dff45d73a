/** What a language says of words that take the place of others: another language is another object of this shape. */
export interface TermWords {
  /** One and several of nouns that follow no rule. */
  readonly irregular: ReadonlyMap<string, string>;
  /** Nouns of which there are not several, or of which several mean something else. */
  readonly mass: ReadonlySet<string>;
  /** What ends the part of a phrase that its noun stands in: "child in care". */
  readonly prepositions: ReadonlySet<string>;
  /** What joins two nouns: of such a phrase nobody can tell the number. */
  readonly conjunctions: ReadonlySet<string>;
  /** Small words within a name in capitals. */
  readonly small: ReadonlySet<string>;
  /** Words before one thing, and before several. */
  readonly ofOne: ReadonlySet<string>;
  readonly ofSeveral: ReadonlySet<string>;
  /** Words behind which a single word is what somebody does. */
  readonly beforeVerb: ReadonlySet<string>;
  /** Words before which a single word is what somebody does. */
  readonly behindVerb: ReadonlySet<string>;
  /** Words that mean something else beside certain others: "eye contact", "a contact list". */
  readonly otherSenses: ReadonlyMap<string, { readonly before: RegExp; readonly behind: RegExp }>;
  /** Ends before a word that is told of: "we write family time instead of". */
  readonly explains: RegExp;
}

function words(line: string): ReadonlySet<string> {
  return new Set(line.split(' '));
}

/**
 * British English. Sources: plurals as in "New Hart's Rules"; nouns without a plural are those of the word lists that
 * children and councils have published ("Language that cares", TACT, 2019), as dictionaries mark them.
 */
export const ENGLISH_TERMS: TermWords = {
  irregular: new Map([
    ['child', 'children'],
    ['person', 'people'],
    ['man', 'men'],
    ['woman', 'women'],
    ['leaf', 'leaves'],
    ['life', 'lives'],
    ['wife', 'wives'],
    ['half', 'halves'],
    ['self', 'selves'],
  ]),
  mass: words(
    'contact time respite care support help accommodation behaviour education transport training housing safeguarding ' +
      'permanency permanence therapy supervision engagement work staff information advice practice abuse neglect harm ' +
      'poverty health wellbeing absence attendance provision parenting fostering adoption residential',
  ),
  prepositions: words('of in with on from for to at by who that whose under without missing placed living'),
  conjunctions: words('and or'),
  small: words('of for and the in to on with at by from'),
  ofOne: words('a an one each every another'),
  ofSeveral: words(
    'all many most some few several both these those two three four five six seven eight nine ten',
  ),
  beforeVerb: words(
    'to will can could should would must may might shall please not never always also i we you they who cannot',
  ),
  behindVerb: words('the a an this that these those him her them us me you it our their his my your'),
  otherSenses: new Map([
    [
      'contact',
      {
        before: /\b(?:eye|main|first|initial|emergency|named|key|press|media|make|makes|made|making) $/i,
        behind:
          /^(?::| (?:details|numbers?|lists?|forms?|pages?|persons?|information|sheets?|points?|tracing|lens(?:es)?|us)\b)/i,
      },
    ],
    [
      'placement',
      {
        before: /\b(?:students? (?:are |is )?on|student|work|practice|university|industrial) $/i,
        behind: /^ (?:students?|educators?)\b/i,
      },
    ],
  ]),
  explains:
    /\b(?:say|says|write|writes|use|uses|words?|terms?)\b[^.!?]{0,30}\b(?:instead of|rather than|not) $/i,
};
