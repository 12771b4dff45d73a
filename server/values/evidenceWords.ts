// What documents name when they say how something is known. Sources: Ofsted's guidance on the self-evaluation of social
// work practice (2017), the evidence that inspection reports of 2010 to 2024 list, and councils' self-evaluations.

/** How something is known, by the words that name it; the first kind that fits counts. */
export const EVIDENCE_WORDS: readonly (readonly [kind: EvidenceWordKind, words: RegExp])[] = [
  [
    'inspection',
    /\b(?:inspect(?:ion|ions|ed|or|ors|orate)|ofsted|cqc|hmip?|hmicfrs|ciw|care inspectorate|(?:monitoring|focused|focussed|assurance|peer|regulation 44) (?:visits?|reviews?|challenges?)|peer (?:team|authority|learning)|annual conversation|improvement (?:adviser|advisor|board|partner|commissioner)s?|commissioners?|sector[- ]led|dfe|lga|kitemark|accreditation|regulation 44|reg 44|letters?)\b/gi,
  ],
  [
    'audit',
    /\b(?:(?:re-?)?audit(?:s|ed|ing|or|ors)?|dip[- ]sampl\w*|sampl(?:e|es|ed|ing)|deep dives?|case (?:stud(?:y|ies)|examples?|files?|records?|reviews?|discussions?|tracking)|quality assurance|qa|moderat\w+|thematic|learning (?:reviews?|circles?)|practice (?:weeks?|observations?|reviews?|learning)|observations?|observ(?:ed|ing)|reviews?|reviewed|evaluat\w+|diagnostics?|assurance|scrutin\w+|mystery shop\w*|health checks?|test(?:s|ed|ing) of|walk[- ]?throughs?)\b/gi,
  ],
  [
    'survey',
    /\b(?:surveys?|questionnaires?|feedback|fed back|consult\w+|complain\w*|compliments?|interview\w*|focus groups?|forums?|conversations?|voices?|views?|told|tell|tells|say|says|said|asked|heard|report(?:s|ed) (?:that|feeling)|participation|satisfaction|bright spots|mind of my own|viewpoint|listening|workshops?|children in care council|councils?|testimon\w+|comments?)\b/gi,
  ],
  [
    'figure',
    /\b(?:data(?:sets?)?|figures?|statistics?|statistical|dashboards?|scorecards?|score cards?|indicators?|kpis?|pis?|metrics?|measures?|benchmark\w*|returns?|ssda ?903|annex a|chat|results?|rates?|percentages?|timeliness|performance|trends?|tables?|charts?|graphs?|trackers?|spreadsheets?|analys[ei]s|reports?|reported|reporting|research|stud(?:y|ies)|census|outturn|comparators?|neighbours|minutes|records?|logs?|registers?|outcomes?|power ?bi|tableau)\b/gi,
  ],
];

export type EvidenceWordKind = 'inspection' | 'audit' | 'survey' | 'figure';

/** In front of such a name: there is none, or not yet. */
export const NO_EVIDENCE =
  /\b(?:no|not|never|without|nor|neither|lacks?|lacking|yet to|instead of|rather than|will|would|shall|should|plan(?:s|ned|ning)? (?:to|for)|intend(?:s|ed)? to|aim(?:s|ed)? to|due to be|to be|need(?:s|ed)?|hope(?:s|d)? to)\b(?:\s+[\p{L}’'-]+){0,6}\s*$/iu;

/** The same behind it: "An audit will be carried out". */
export const NOT_YET =
  /^\s*(?:[\p{L}’'-]+\s+){0,2}(?:will|would|should|shall|(?:is|are) (?:to be|planned|due|needed|missing)|(?:has|have|was|were|is|are)(?: not| yet|n[’']t))\b/iu;

/** What a passage that only names a source does not have: a verb, or somebody who says something of himself. */
export const SAYS_SOMETHING =
  /\b(?:is|are|was|were|be|been|being|has|have|had|do|does|did|can|could|may|might|will|would|shall|should|must|know|knows|knew|believe|believes|feel|feels|think|thinks|trust|make|makes|made|see|sees|get|gets|keep|keeps|kept|ensure|ensures|work|works|provide|provides|need|needs|want|wants|we|our|us)\b/i;

/** What leads to another place of the document, where the evidence is. */
export const ELSEWHERE =
  /\b(?:as|see) (?:above|below|overleaf)\b|\bsee (?:also )?(?:the )?(?:section|appendix|annexe?|chapter|paragraph|page|part|table)\b|^(?:ditto|same as)\b/i;

/** What is said to go on, or to be of a time that only its readers know, may be of today. */
export const MAY_BE_NEW =
  /\b(?:since|now|current(?:ly)?|today|still|recent(?:ly)?|latest|newest|ongoing|on-going|continu\w+|regular(?:ly)?|routine(?:ly)?|always|daily|weekly|fortnightly|monthly|quarterly|annual(?:ly)?|yearly|termly|rolling|every|each|(?:this|last|past|previous) (?:week|month|quarter|year|term|spring|summer|autumn|winter)|onwards?|to date|live|updated)\b/i;

/** With one of these a sentence tells what came to be then, and not when it was looked at. */
export const CAME_TO_BE =
  /\b(?:born|introduced|launched|established|set[- ]up|began|begun|start(?:ed|ing)|opened|joined|adopted|implemented|appointed|commissioned|formed|created|re-?designed|restructur\w+|invested|(?:we|us|services?|council|authority|it|which) (?:was|were|had been) (?:last |first )?(?:judged|rated|graded|found|inspected)|judged (?:us|our|the (?:council|authority|service)s?|(?:children[’']s )?services))\b/i;

/** A date beside such a name belongs to it: "Children Act 1989", "Strategy 2018–2021", "the 2018–21 plan". */
export const NAME_WITH_YEAR =
  /\b(?:Acts?|Regulations?|Order|Strategy|Plan|Framework|Guidance|Policy|Protocol|Bill|Code|Standards|Together|Agreement|Programme|Charter)[ ,(]{1,3}(?:19|20)\d\d\b|\b(?:19|20)\d\d(?:[ –—-]{1,3}(?:20)?\d\d)? (?:[\p{L}’'-]{1,20} ){0,3}(?:acts?|regulations?|strategy|plan|framework|guidance|policy|protocol|bill|programme)\b/iu;

/** What is kept up all the time, unless a time stands behind it: "the dashboard", but not "the dashboard for May 2017". */
export const ALWAYS_NEW =
  /\b(?:dashboards?|score ?cards?|trackers?|power ?bi|tableau|live (?:data|reports?))\b(?! ?[,(]? ?(?:(?:of|for|in|from) )?(?:the )?(?:(?:19|20)\d\d|\p{L}{3,9},? (?:19|20)\d\d|\d))/iu;
