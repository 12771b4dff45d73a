/** The words in which plans say by when something is done, all in lower case; phrases have blanks between their words. */
export interface TimescaleWords {
  /** What says that something comes back or goes on: a date beside it is no last day. */
  readonly recurring: readonly string[];
  /** What makes of the time beside it a first day: "from", "onwards". */
  readonly open: readonly string[];
  /** What puts off to a time that nobody knows, where nothing but a few words for the look of it stand beside it. */
  readonly vague: readonly string[];
  /** The same, whatever follows: "TBC once the board has met", "subject to funding". */
  readonly vagueLeads: readonly string[];
  /** How a time begins and ends that hangs on means: "once" … "allow". */
  readonly whenMeans: { readonly begins: readonly string[]; readonly ends: readonly string[] };
  /** What says that something is done. */
  readonly done: readonly string[];
  /** What says so of a thing, and may be one step of many where it stands in a sentence: "held", "issued". */
  readonly stepDone: readonly string[];
  /** What says so alone, and before a time may be an instruction: "complete by May". */
  readonly complete: readonly string[];
  /** What stands before a word of completion and takes it back: "to be completed", "not yet completed". */
  readonly undone: readonly string[];
  /** What may stand between the two. */
  readonly beforeDone: readonly string[];
  /** What leads from a word of completion to its time: "completed by the end of". */
  readonly toTime: readonly string[];
  /** What joins the times of a list. */
  readonly lists: readonly string[];
  /** What makes an instruction of "complete": "complete by May". */
  readonly toDeadline: readonly string[];
  /** What ends an action otherwise than by doing it. */
  readonly dropped: readonly string[];
  /** What says that there is no time to tell. */
  readonly none: readonly string[];
  /** What says that something is not done yet. */
  readonly unfinished: readonly string[];
  /** What says of itself that something is late, or has been put off. */
  readonly late: readonly string[];
  /** What says that something was done before its time. */
  readonly early: readonly string[];
  /** What behind a date may say that the thing was settled, or that the date was. */
  readonly settled: readonly string[];
  /** What may stand beside a date and leaves it what it is. */
  readonly beside: readonly string[];
  /** What counts the parts of something: "phase 2". */
  readonly parts: readonly string[];
  readonly weeks: { readonly begins: readonly string[]; readonly ends: readonly string[] };
  /** Feasts by which people reckon, with the month, 1 to 12, by whose end they are over. */
  readonly feasts: ReadonlyMap<string, number>;
  /** A word behind a season, and what the season then ends with. */
  readonly term: { readonly word: string; readonly ends: ReadonlyMap<string, number> };
  readonly quarter: readonly string[];
  /** What makes a pair of years one of schools, which ends with August. */
  readonly schoolYear: readonly string[];
}

/**
 * English as local authorities write it. Sources: the timescales of a council's improvement plan and improvement activity
 * grid of May 2020; that daily to annual, rolling and continuing are no vague words is a decision of these rules. School terms end at the latest with the month named.
 */
export const ENGLISH_TIMESCALES: TimescaleWords = {
  recurring: [
    ...['daily', 'weekly', 'fortnightly', 'monthly', 'bi-monthly', 'bimonthly', 'quarterly', 'termly'],
    ...['half-termly', 'half-yearly', 'bi-annually', 'biannually', 'bi-annual', 'biannual', 'annually'],
    ...['annual', 'yearly', 'each', 'every', 'regular', 'regularly', 'recurring', 'rolling', 'continuing'],
    ...['continuous', 'continuously', 'continual', 'continually', 'ongoing', 'on-going', 'on going'],
    ...['throughout', 'permanent', 'business as usual', 'bau', 'as and when', 'as required', 'as needed'],
    ...['per month', 'per week', 'per quarter', 'per term', 'per year', 'repeated', 'thereafter', 'always'],
    ...['bi-weekly', 'biweekly', 'twice yearly', 'standing item'],
  ],
  open: [
    ...['from', 'since', 'onward', 'onwards', 'start', 'starts', 'starting', 'started', 'begin', 'begins'],
    ...['beginning', 'began', 'begun', 'commence', 'commences', 'commencing', 'commenced', 'present'],
    ...['underway', 'under way', 'in progress', 'with effect from', 'to date', 'initially', 'wef'],
  ],
  vague: [
    ...['soon', 'very soon', 'shortly', 'in the future', 'in future', 'future', 'in the near future'],
    ...[
      'near future',
      'the near future',
      'in the longer term',
      'later',
      'at a later date',
      'at a later stage',
    ],
    ...['later date', 'later this year', 'in time', 'over time', 'eventually', 'sometime', 'some time'],
    ...['at some point', 'some time soon', 'sometime soon', 'when possible', 'where possible', 'when able'],
    ...['when practicable', 'when appropriate', 'when convenient', 'in due course', 'unknown', 'undecided'],
    ...[
      'not set',
      'no date',
      'no date set',
      'date not set',
      'none set',
      'not agreed',
      'not known',
      'earliest opportunity',
      'at the earliest opportunity',
    ],
    ...['at earliest opportunity', 'at the first opportunity', 'at the earliest possible opportunity'],
  ],
  vagueLeads: [
    ...['asap', 'a.s.a.p', 'as soon as possible', 'as soon as practicable', 'as soon as practical'],
    ...['as soon as is practicable', 'as soon as is possible', 'as soon as reasonably practicable'],
    ...['as soon as reasonably possible', 'as soon as feasible', 'tbc', 'tba', 'tbd', 'to be confirmed'],
    ...['to be agreed', 'to be advised', 'to be announced', 'to be decided', 'to be determined', 'to be set'],
    ...['to follow', 'date to follow', 'date to be', 'dates to be', 'timescale to be', 'timescales to be'],
    ...['deadline to be', 'date tbc', 'dates tbc', 'timescale tbc', 'timescales tbc', 'deadline tbc'],
    ...[
      'not yet set',
      'not yet determined',
      'not yet agreed',
      'not yet known',
      'not yet decided',
      'subject to',
      'dependent on',
    ],
    ...['dependent upon', 'depending on', 'depending upon', 'depends on', 'in due course'],
  ],
  whenMeans: {
    begins: ['when', 'once', 'as', 'as soon as', 'if', 'where'],
    ends: ['allow', 'allows', 'permit', 'permits', 'is available', 'are available', 'becomes available'],
  },
  done: [
    ...['completed', 'done', 'finished', 'closed', 'launched', 'relaunched', 're-launched', 'concluded'],
    ...['actioned', 'discharged', 'signed off', 'took place', 'fulfilled', 'in place', 'rolled out'],
    ...['implemented', 'achieved', 'delivered', 'fully embedded'],
  ],
  stepDone: [
    ...['taken place', 'held', 'published', 'issued', 'ended', 'appointed', 'established', 'embedded'],
    ...['approved', 'submitted', 'met', 'resolved', 'adopted', 'recruited', 'presented'],
  ],
  complete: ['complete', 'blue', '✓', '✔', '☑', '✅'],
  undone: [
    ...[
      'to',
      'be',
      'not',
      'will',
      'should',
      'must',
      'can',
      'until',
      'till',
      'when',
      'once',
      'if',
      'no',
      'none',
    ],
    ...['partially', 'partly', 'part', 'nearly', 'almost', 'mostly', 'largely', 'half', 'never', 'being'],
    ...[
      'cannot',
      'shall',
      "isn't",
      "wasn't",
      "hasn't",
      "haven't",
      "aren't",
      'near',
      'before',
      'some',
      'most',
    ],
    ...['percent', 'cent', 'getting', 'for'],
  ],
  beforeDone: ['yet', 'fully', 'been', 'now', 'all', 'formally', 'successfully', 'quite', 'completely'],
  toTime: [
    ...['by', 'on', 'in', 'at', 'the', 'end', 'of', 'early', 'mid', 'late', 'during', 'beginning', 'start'],
    ...['middle', 'as', 'before', 'from', '-', ':', '(', ','],
  ],
  lists: ['and', 'or', 'to', 'until', ',', '/', '&', '-'],
  toDeadline: ['by', 'before', 'for', 'within', 'until', 'no', 'in'],
  dropped: [
    ...['superseded', 'no longer required', 'no longer needed', 'no longer applicable', 'not required'],
    ...['not needed', 'cancelled', 'canceled', 'withdrawn', 'stopped', 'ceased', 'not progressing'],
    ...['not being progressed', 'abandoned', 'archived', 'discontinued', 'merged with', 'replaced by'],
    ...['not taken forward', 'removed'],
  ],
  none: ['n/a', 'na', 'not applicable', 'none', 'nil', '-', 'ditto', 'as above', 'see above', 'same'],
  unfinished: [
    ...['not started', 'not yet started', 'not begun', 'not yet begun', 'not yet', 'underway', 'under way'],
    ...['in progress', 'progressing', 'in hand', 'in train', 'on track', 'on target', 'on course', 'at risk'],
    ...[
      'off track',
      'off target',
      'behind',
      'open',
      'outstanding',
      'started',
      'begun',
      'commenced',
      'planned',
    ],
    ...['planning', 'scheduled', 'pending', 'awaiting', 'awaited', 'ongoing', 'on-going', 'stalled', 'draft'],
    ...[
      'drafting',
      'drafted',
      'amber',
      'red',
      'yellow',
      'compromised',
      'to do',
      'to be',
      'will be',
      'is being',
    ],
    ...['are being', 'being developed', 'in development', 'under development', 'incomplete', 'not complete'],
    ...['not completed', 'partially', 'partly', 'nearly', 'almost', 'remains', 'continues', 'working on'],
    ...['work continues', 'no progress', 'needs', 'not achieved', 'not delivered', 'yet to', 'some risk'],
  ],
  late: [
    ...['overdue', 'late', 'delayed', 'delay', 'delays', 'slipped', 'slippage', 'behind schedule', 'missed'],
    ...['deferred', 'postponed', 'paused', 'on hold', 'on pause', 'suspended', 'rescheduled', 're-scheduled'],
    ...[
      'extended',
      'extension',
      'revised date',
      'new date',
      'put back',
      'pushed back',
      'moved to',
      'expired',
    ],
    ...['revised deadline', 'revised timescale', 'not met', 'past due', 'out of date', 'now due'],
  ],
  early: ['early', 'earlier', 'ahead of', 'before time', 'before its time', 'in advance', 'sooner'],
  settled: ['agreed', 'accepted', 'confirmed'],
  beside: [
    ...['no later than', 'not later than', 'scheduled'],
    ...['by', 'at', 'in', 'on', 'the', 'of', 'end', 'due', 'before', 'no', 'not', 'later', 'than', 'latest'],
    ...[
      'deadline',
      'target',
      'week',
      'w',
      'c',
      'e',
      'b',
      'wc',
      'wb',
      'ending',
      'mid',
      'early',
      'late',
      'during',
    ],
    ...[
      'until',
      'till',
      'up',
      'to',
      'and',
      'or',
      'date',
      'dates',
      'month',
      'months',
      'for',
      'a',
      'be',
      'will',
    ],
    ...['middle', 'start', 'beginning', 'yet', 'review', 'draft', 'final', 'board', 'meeting', 'committee'],
    ...['cabinet', 'panel', 'council', 'scrutiny', 'report', 'update', 'revised', 'original', 'originally'],
    ...['submission', 'completion', 'implementation', 'delivery', 'approval', 'publication', 'expected'],
    ...['planned', 'aim', 'proposed', 'provisional', 'provisionally', 'approx', 'approximately', 'around'],
    ...[
      'circa',
      'about',
      'launch',
      'go',
      'live',
      'sign',
      'off',
      'first',
      'second',
      'interim',
      'then',
      'first',
    ],
    ...[
      'financial',
      'fiscal',
      'year',
      'quarter',
      'term',
      'academic',
      'school',
      'close',
      'timescale',
      'event',
    ],
    ...[
      'workshop',
      'session',
      'training',
      'audit',
      'complete',
      'completed',
      'launched',
      'delivered',
      'agreed',
    ],
    ...[
      'achieved',
      'implemented',
      'finished',
      'done',
      'closed',
      'both',
      'latest',
      'st',
      'nd',
      'rd',
      'th',
      'eoy',
    ],
    ...[
      'published',
      'submitted',
      'presented',
      'approved',
      'established',
      'in place',
      'signed off',
      'rolled out',
    ],
  ],
  parts: ['phase', 'phases', 'stage', 'part', 'step', 'wave', 'tranche', 'cohort', 'session', 'round'],
  weeks: {
    begins: ['week commencing', 'week beginning', 'week of', 'w/c', 'wc', 'w/b', 'wb', 'w.c'],
    ends: ['week ending', 'w/e'],
  },
  feasts: new Map([
    ['easter', 4],
    ['christmas', 12],
  ]),
  term: {
    word: 'term',
    ends: new Map([
      ['spring', 4],
      ['summer', 8],
      ['autumn', 12],
    ]),
  },
  quarter: ['quarter', 'qtr', 'q'],
  schoolYear: ['academic', 'school'],
};
