/** The words by which documents name inspections, visits and reviews, all in lower case. */
export interface EventWords {
  /** What is named. */
  readonly heads: readonly string[];
  /** What makes one kind of them: a focused visit is no monitoring visit. */
  readonly kinds: readonly string[];
  /** What says that nothing of its kind came later. */
  readonly latest: readonly string[];
  /** What says so of a report on an inspection, and elsewhere of the one before the latest. */
  readonly previous: readonly string[];
  /** What puts it into the future, or makes it one of many. */
  readonly none: readonly string[];
  /** What begins its name. */
  readonly begins: readonly string[];
  /** What says nothing of which one it is. */
  readonly noise: readonly string[];
  /** What no name of one holds: behind it another statement begins. */
  readonly breaks: readonly string[];
  /** What makes the name behind it a part of another: "the visit before the inspection". */
  readonly governs: readonly string[];
  /** What may stand between its name and its time: "was carried out". */
  readonly happens: readonly string[];
  /** Places that have inspections of their own. */
  readonly places: readonly string[];
}

/**
 * English as inspectorates and councils write it.
 * Source: 44 published inspection reports and letters of 2010 to 2024, and a council's improvement plan of 2020.
 */
export const ENGLISH_EVENTS: EventWords = {
  heads: ['inspection', 'visit', 'review', 'reinspection', 're-inspection'],
  kinds: [
    ...[
      'unannounced',
      'announced',
      'full',
      'short',
      'focused',
      'monitoring',
      'assurance',
      'peer',
      'thematic',
    ],
    ...['joint', 'interim', 'judgement', 'graded', 'ungraded', 'ilacs', 'sif', 'jtai', 'send', 'cqc', 'hmip'],
    ...['hmicfrs', 'revisit', 'targeted', 'area', 'pilot', 'lga', 'dfe', 'care quality commission'],
    ...['independent', 'external', 'internal', 'case', 'serious', 'practice', 'penultimate', 'ciw'],
  ],
  latest: ['last', 'latest', 'most recent'],
  previous: ['previous'],
  none: ['next', 'forthcoming', 'future', 'planned', 'each', 'every', 'any', 'another', 'earlier', 'other'],
  begins: ['the', 'a', 'an', 'its', 'their', 'our', 'your', 'this', 'that', 'her', 'his'],
  noise: [
    ...[
      'the',
      'a',
      'an',
      'of',
      'and',
      'for',
      'in',
      'to',
      'on',
      'at',
      'within',
      'with',
      'its',
      'their',
      'our',
    ],
    ...['local', 'authority', 'council', 'county', 'borough', 'city', 'authoritys', 'councils', 'ofsted'],
    ...['ofsteds', 'annual', 'arrangements', 'arrangement', 'service', 'services', 'process', 'processes'],
    ...['recent', 'subsequent', 'successful', 'statutory', 'and/or', 'children', 'childrens', 'people'],
    ...['young', 'your', 'conducted', 'undertaken', 'carried', 'out', 'hmi', 'social', 'care'],
  ],
  breaks: [
    ...['identified', 'found', 'seen', 'noted', 'reported', 'concluded', 'has', 'have', 'had', 'is', 'are'],
    ...['was', 'were', 'that', 'which', 'who', 'led', 'showed', 'highlighted', 'judged', 'since', 'after'],
    ...['before', 'when', 'where', 'until', 'from', 'between', 'compared', 'than', 'presented', 'agreed'],
    ...[
      'started',
      'begun',
      'commenced',
      'planned',
      'due',
      'scheduled',
      'expected',
      'published',
      'will',
      'if',
    ],
  ],
  governs: [
    ...['before', 'after', 'since', 'following', 'prior to', 'ahead of', 'until', 'of', 'from', 'to', 'in'],
    ...['at', 'by', 'during', 'for', 'on', 'about', 'with', 'against', 'behind', 'between'],
  ],
  happens: [
    ...['undertaken', 'carried out', 'conducted', 'completed', 'held', 'took place', 'made', 'was', 'were'],
    ...['has been', 'had been', 'taking place', 'which', 'that', 'by ofsted', 'of'],
  ],
  places: [
    ...['home', 'homes', 'school', 'schools', 'nursery', 'college', 'hospital', 'prison', 'setting'],
    ...['provider', 'providers', 'centre', 'centres', 'academy', 'agency', 'agencies', 'unit', 'trust'],
  ],
};
