// Words that tell a child who is named from a group, a post or a case that is public. Sources: the terms of published
// inspection reports, plans and self-evaluations; NSPCC, National case review repository, for how cases are named.

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Two letters that are a post, a body or a state and nobody's initials. */
export const TWO_LETTER_POSTS = set(
  'YP YO CP SW TM HR CS AP RI QA IT UK EU US GP PA EP CE RE PE AD AS AM PM HQ DV DA SG FC FT PT ED HE FE SE SI SV RO CC CN LA LL HV MH OT SLT PC ID NI TV AI OK PR VS XX XY CH YJ YR KS EY FG PF PO',
);

/** Words with a capital that name nobody: they open sentences, or stand for a group or a relation. */
export const NOBODY_NAMED = set(
  'he she it they this that these those who which what one two three another each every any some most many all both neither either nobody ' +
    'everyone everybody someone somebody no none a an the there here when where while after before since until if as at by for from in of on to with ' +
    'child children boy boys girl girls baby babies infant infants toddler toddlers pupil pupils student students learner learners person persons ' +
    'people patient patients male males female females man men woman women adult adults teenager teenagers adolescent adolescents youth youths ' +
    'youngster youngsters individual individuals client clients user users victim victims offender offenders minor minors twin twins sibling siblings ' +
    'brother brothers sister sisters son sons daughter daughters mother mothers father fathers parent parents grandmother grandfather grandparents ' +
    'aunt uncle cousin cousins nephew niece carer carers guardian family families case cases unborn newborn leaver leavers resident residents ' +
    'applicant applicants seeker seekers dependant dependants respondent respondents participant participants tenant tenants citizen citizens ' +
    'attainment achievement provision support care accommodation placement school home house service services team anyone year years aged age ' +
    'young older younger looked currently previously sadly recently however today mr mrs ms miss dr staff member members',
);

/** A letter behind one of these is a name that a report gave. */
export const CALLED_BY_LETTERS =
  /(?<!\p{L})(?:Child|Baby|Boy|Girl|Family|Young Person|YP|Sibling|Mother|Father|Parent|Adult|Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Case)\s+$/iu;

/** Behind one of these two letters are the name of a place, a part or a class. */
export const THINGS_BY_LETTERS =
  /(?<!\p{L})(?:ward|section|unit|block|wing|building|room|site|floor|annexe?|zone|area|class|form|group|team|cohort|phase|version|part|appendix|schedule|table|figure|route|plot|tower|hut|corridor|(?:the |this |^)(?:home|house|school|centre|hall|lodge))\s+$/iu;

/** Where a text says itself that its names are not real, or that those who are named agreed to it. */
export const KEPT_APART =
  /not (?:his|her|their|the child[’']s) real names?|names? (?:has|have|had|was|were|are) (?:all )?(?:been )?(?:changed|altered)|names? (?:\p{L}+ ){0,4}(?:is|are|were) not (?:\p{L}+ )?real|pseudonyms?|anonymi[sz]ed|(?:published|printed|named|shared|told|used|included|quoted|reproduced) (?:here )?with (?:\p{L}+[’']?s? ){0,3}(?:consent|permission|agreement)|fictional|fictitious|composite case/iu;

/** Cases that are public, and told of by name in the reports on them. */
export const PUBLIC_CASES =
  /serious case review|safeguarding practice review|national (?:panel|review)|public inquiry|inquest|murder|manslaughter|killed/iu;

/** Whoever holds one of these speaks for others in public, under their own name. */
export const PUBLIC_ROLES =
  /(?<!\p{L})(?:(?:deputy |youth |young )?mayor|councillor|cllr|ambassador|patron|member of (?:the )?(?:uk )?youth (?:parliament|council)|young (?:commissioner|inspector))(?!\p{L})/iu;

/** Works in which those live who are no child of the area: a drama on television, a film that was shown. */
export const IN_WORKS =
  /\b(?:BBC|ITV|Netflix|Disney|TV|television|radio|stage|West End)\s(?:\p{L}{2,12}\s)?(?:drama|films?|series|shows?|plays?|musical|documentary|adaptation|production)\b|\b(?:the|a|an|this) (?:(?:short|animated|feature) )?(?:film|novel|musical|documentary|storybook|picture book|soap opera|cartoon)\b/iu;

/** Where a child lives and learns, and who cares for them. */
export const SETTINGS =
  "lives?|living|lived|placed|placements?|foster\\w*|in care|care leaver|children[’']s home|home|school|college|nursery|mother|father|mum|dad|parents?|" +
  'grand(?:mother|father|parents?)|siblings?|brothers?|sisters?|carers?|social worker|abuse\\w*|neglect\\w*|self-harm\\w*|missing|exploit\\w*|custody|' +
  'excluded|adopt\\w*|disab\\w*|autis\\w*|pregnan\\w*|protection plan';

/** What is known of one child alone, and of nobody but a child. */
export const SENSITIVE_FACTS =
  '(?:made )?subject (?:to|of) a child protection plan|(?:placed |put )?on a child protection plan|in foster care|taken into care|' +
  "placed (?:with|in) (?:(?:his|her|their) (?:grandmother|grandfather|grandparents|aunt|uncle|father|mother|sister|brother)|foster care|foster carers|a foster (?:home|family|placement)|a children[’']s home|residential care|secure accommodation)|" +
  'sexually (?:abused|exploited)|(?:permanently )?excluded from school|a looked[- ]after child|a child in (?:care|need)';
