// Words by which a count is known for that of all that one review or audit looks at. Sources: improvement plans, audit
// programmes and self-evaluations of children's services, and what Ofsted's letters call such work.

/** What such work is called: "the review of", "an audit of", "case file reviews". Without the endings of its verbs. */
export const REVIEW_NOUNS = [
  're-?audits?',
  're-?reviews?',
  'reviews?',
  'audits?',
  'deep dives?',
  'dip[- ]samples?',
  'quality assurance',
  'moderations?',
  'scrutiny',
  'examinations?',
  'inspections?',
];

/** Its verbs where they ask for it: "Review all cases that …". */
export const REVIEW_IMPERATIVES = [
  're-?audit',
  're-?review',
  'review',
  'audit',
  'quality assure',
  'moderate',
  'examine',
];

/** Its verbs behind what was looked at. */
export const REVIEWED = [
  're-?audited',
  're-?reviewed',
  'reviewed',
  'audited',
  'quality assured',
  'moderated',
  'examined',
];

/** Looking at cases in other words than those of a review. */
export const LOOKED_AT = ['looked at', 'looked into', 'looked through', 'checked', 'read'];

/** What such work looks at, where its words do not say which. */
export const LOOKED_AT_THINGS = ['cases', 'case files', 'files', 'records', "children[’']s records"];

/** What may stand in front of the work: "Complete the full management review of". */
export const REVIEW_LEADS = [
  'a',
  'an',
  'the',
  'this',
  'our',
  'to',
  'begin',
  'carry out',
  'complete',
  'completed',
  'completion of',
  'conduct',
  'conclude',
  'deliver',
  'finish',
  'undertake',
  'undertook',
  'case',
  'case file',
  'comprehensive',
  'detailed',
  'external',
  'full',
  'immediate',
  'independent',
  'internal',
  'management',
  'multi-agency',
  'peer',
  'single-agency',
  'thematic',
  'urgent',
];

/** What makes a review one of many, or a count one of some of them: such figures differ and are right. */
export const ONE_OF_MANY =
  /\b(?:weekly|fortnightly|monthly|quarterly|annual(?:ly)?|yearly|daily|rolling|ongoing|each|every|per|another|further|additional|more|second|third|next|latest|last|previous|first|remaining|outstanding|sample[ds]?|sampling|samples|selection|random(?:ly)?|some|including|so far|to date|target|aim(?:ed|s)?|up to|will|planned to|remain|of which|of these|of those|out of|half|progress|cohort)\b/i;

/** Ways of calling the papers of a case: counting them counts cases. */
export const CASE_PAPERS = /\b(?:case[- ]?(?:files?|records?|work)|files|records|casefiles?)\b/gi;

/** What work is for, behind "to". */
export const PURPOSES =
  'address assess check confirm determine ensure establish evaluate find give identify improve inform learn make mitigate provide reduce remedy resolve see seek tackle test understand verify'.split(
    ' ',
  );
