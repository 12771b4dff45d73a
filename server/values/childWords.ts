// Words that tell whether a count is one of children and those who live with them. Sources: the terms of the statistics
// on children looked after and in need (Department for Education), and published inspection reports.

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Nouns for those whom small numbers would betray; of `people` and `leavers` the word before must say which. */
export const CHILD_NOUNS = set('child children family families boy boys girl girls');
export const CHILD_PAIRS: ReadonlyMap<string, string> = new Map([
  ['people', 'young'],
  ['person', 'young'],
  ['leaver', 'care'],
  ['leavers', 'care'],
]);

/** Families that take children in, and are none of those who are counted. */
export const HOSTS = set('foster fostering adoptive adopting host volunteer respite');

/** Short forms for such groups, as headers of tables have them. */
export const CHILD_SHORT_FORMS = set('cla lac cic cin uasc');

/** What does not stand between a figure and the noun that it counts. */
export const ENDS_PHRASE = set(
  'in at on of from for by with without within outside inside under over above below across among between since until during to ' +
    'into out who whom whose which that where when as before because not nor or but than is are was were be been being has have had ' +
    'do does did will would can could may might shall should must support supports help helps protect protects safeguard safeguards ' +
    'keep keeps enable enables give gives offer offers provide provides ensure ensures let lets work works visit visits see sees so such ' +
    'many some most all every each few case instance occasion example area site phase way time year result',
);

/** What may stand behind the noun while the noun is still what is counted: "three children subject to …". */
export const GOES_ON = set(
  'in at on of from for by with without within outside inside under over above below across among between since until during to ' +
    'into out who whom whose which that where when while as after before because not nor but and or than is are was were be been being ' +
    'has have had do does did also still now then currently recently previously subject missing open known eligible aware absent due ' +
    'away alone only both each all again this last live lived lives remain remains went came left became began awaited await go get ' +
    'got took made stood stayed moved move enter return came ran said say told spoke felt',
);

/** Behind which a figure counts the members of one household or group, or how many there is room for. */
export const HOLDERS = set(
  'mother mothers father fathers parent parents family families household households group groups sibling siblings set sets home homes ' +
    'bed beds placement placements place places accommodation provision capacity registered registration space room carer carers adopter ' +
    'adopters maximum minimum average total crew',
);

/** A sentence with one of these before its figure says what is usual, allowed or wanted, and not what is. */
export const NOT_COUNTED = set(
  'average mean median typically usually ratio caseload caseloads target targets capacity maximum minimum if per every each any another ' +
    'either neither than first next phase stage tier level band step option whenever threshold thresholds limit limits ceiling cap ' +
    'difference differences variance gap margin swing change changes cost costs takes',
);

/** What those do whom a report lets speak or honours: they are known, and consented. */
export const VOICE = set(
  'said say says told tell tells spoke speak speaks talked talk talks described describe describes explained commented comment reported report ' +
    'reports shared share presented present met attended attend attends addressed asked joined join joins sit sits sat chair chairs chaired represent represented ' +
    'represents interviewed recruited trained trainers ambassadors designed wrote performed won win awarded award volunteered volunteer feel felt ' +
    'feels opened closed welcomed introduced hosted articulated responded replied answered contributed featured appeared put saying telling describing explaining speaking parliament forum apprentices apprenticeship apprenticeships employed filmed photographed consented',
);

/** Verbs and nouns of change: the figure behind them, with "by" or "of", says how much, and not how many there are. */
export const CHANGES = set(
  'rose rise rises risen rising fell fall falls fallen falling up down increased increase increases increasing decreased decrease decreases ' +
    'decreasing grew grow grown growth growing dropped drop drops dropping reduced reduce reduction reductions reducing higher lower more fewer ' +
    'less changed change changes changing shrank shrunk cut differ differs differed difference exceeded exceeds exceed short improved over under',
);

/** Behind the noun, what shows that two counts are compared. */
export const COMPARED = set('more fewer less higher lower');

/** Whose children those are: one parent's, or those of one family. */
export const ONES_OWN = set("her his their my s ’s 's");

/** What a whole that a rate is told by is followed with: "one child in five was known". */
export const BEHIND_RATE = set(
  'is was are were has have had do does did will who live lives lived grow grows grew get gets got need needs needed wait waits waited receive receives ' +
    'received move moves moved leave leaves left attend attends attended go goes went achieve achieves achieved reach reaches reached',
);

/** What is wanted or possible and not so yet. */
export const NOT_YET = set('can could may might shall should will would must');

/** Headers behind which no count of people stands, whatever else they say. */
export const NO_COUNT_HEADER =
  /%|£|\b(?:per ?cent|percentage|proportion|rates?|per|average|mean|median|ratio|target|tolerance|threshold|rag|status|change|difference|variance|trend|rank|ranking|order|score|cost|days|weeks|months|capacity|places|beds|page|ref|id|min|max)\b/iu;

/** Rows and columns of others than children. */
export const OTHER_PEOPLE =
  /\b(?:staff|workers?|practitioners?|managers?|officers?|teams?|services?|posts?|vacanc(?:y|ies)|carers?|adopters?|foster homes?|audits?|visits?|meetings?|cases?|referrals?|assessments?|complaints?|compliments?|reviews?|inspections?|schools?|homes|centres?|plans?|conferences?|episodes?|incidents?|panels?|training|target|apprentices|apprenticeships)\b/iu;

/** Rows of others in a column of children; homes, carers and schools are where children are. */
export const OTHER_ROWS =
  /\b(?:staff|workers?|practitioners?|managers?|officers?|posts?|vacanc(?:y|ies)|audits?|visits?|meetings?|referrals?|assessments?|complaints?|compliments?|reviews?|inspections?|episodes?|incidents?|training|target)\b/iu;

/** The row or column that has the whole. */
export const TOTAL = /^(?:(?:grand |over)?(?:total|all)s?)\b/iu;

/** What a figure is hidden behind. */
export const HIDDEN =
  /^(?:[<≤]\s?\d{1,2}|(?:fewer|less) than (?:\d{1,2}|[a-z]+)|under \d{1,2}|\d{1,2} or (?:fewer|less)|\*{1,3}|\[?(?:x|c|s|z|hidden|suppressed|withheld|redacted)\]?)$/iu;

/** Headers of counts that leave it to their rows what is counted. */
export const COUNT_HEADER =
  /^(?:(?:total )?(?:numbers?|no\.?|nos\.?|count|total|#|n)|actual|current|latest|previous|baseline|figures?|value|result|outturn|performance|(?:this|last|in) (?:month|quarter|year)|ytd|year to date|now|then|boys|girls|males?|females?|q[1-4]|\d{4}(?:[/–-]\d{2,4})?)$/iu;
