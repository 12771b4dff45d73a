// Words and names by which a private address or number is told from one that a body gives out.
// Sources: the providers of mail for consumers with most users in the United Kingdom (Ofcom, Communications Market
// Report); the names of mailboxes for functions of RFC 2142, and those on the contact pages of councils.

/** Domains of providers at which people have an address of their own. */
export const CONSUMER_MAIL =
  /^(?:(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|rocketmail|icloud|me|mac|aol|gmx|mail|proton|protonmail|zoho|inbox|fastmail|tutanota|btinternet|btopenworld|talktalk|ntlworld|virginmedia|virgin|blueyonder|sky|tiscali|plusnet|orange|o2|tesco|freeserve|pm|hey)\.)(?:com|net|org|me|uk|co\.uk|fr|de|ie|plus\.com)$/iu;

/** Domains that are kept for examples and belong to nobody, so that no body publishes an address there. */
export const NOBODY_MAIL = /^example\.(?:com|net)$/iu;

/** Mailboxes of a function, whoever reads them. */
export const FUNCTION_MAILBOXES: readonly string[] = (
  'info information enquiries enquiry contact contactus contacts hello office admin administrator administration support help helpdesk service ' +
  'services customer customers customerservices team teams duty mash referrals referral safeguarding childrens children families family fostering ' +
  'adoption feedback complaints complaint compliments comments press media news communications comms committee committees democratic democracy ' +
  'scrutiny clerk council councillors governance legal foi dataprotection privacy dpo hr jobs recruitment careers training bookings events sales ' +
  'accounts finance webmaster postmaster web website post mail noreply no-reply secretary chair board group club association society friends trust ' +
  'school head headteacher reception consultation participation youth'
).split(' ');

/** Mailboxes whose name says that many read them, wherever it stands in the name. */
export const SHARED_MAILBOX = /forum|council|association|network|support|fostering|charity|playgroup/iu;

/** Who gives out a number or an address: near before it they make it public. */
export const SERVICE_WORDS: readonly string[] = (
  'duty|helplines?|hotlines?|lines?|textphones?|minicom|typetalk|text|texts|sms|whatsapp|press|media|switchboard|offices?|out of hours|teams?|' +
  'services?|enquir(?:y|ies)|officers?|councillors?|cllrs?|clerks?|democratic|headquarters|emergency|desk|council|inspectors?|managers?|directors?|' +
  'chairs?|contact us|call us|text us|for (?:more|further) information|further information|secretary|editor|reporters?|school|hub|centre|charity|' +
  'forums?|associations?|groups?|networks?|clubs?|societ(?:y|ies)|authors?|advis[eo]rs?|support|workers?|carers first|practitioners?|coordinators?|co-ordinators?'
).split('|');

/** One person of whose number or address a document speaks; several, or anybody, are whom a service writes for. */
export const PERSON_WORDS: readonly string[] = [
  "(?<!(?<!\\p{L})(?:an?|any|every|each|or|another)[ \\u00a0])(?:(?:grand)?mother|(?:grand)?father|mum|dad|parent|carer|grandparent|aunt|uncle|sister|brother|sibling|guardian|child|young person|care leaver|boy|girl)(?:[’']s)?",
  "next of kin|she|he|her|his|(?:the|this|that|a) family[’']s",
];

/** What asks readers to get in touch: the number behind it is whom they reach, not whom the words before are about. */
export const APPEALS =
  /(?<!\p{L})(?:call|calls|ring|contact|text|dial|speak|report it|e-?mail|(?:please|should|can|to|,) (?:tele)?phone)(?!\p{L})/iu;

/** What a number is called where somebody gives out their own: "Tel. …", "Mobile: …". */
export const NUMBER_LABEL =
  /(?<!\p{L})(?:tel|telephone|phone|mobile|mob|call|ring|contact|text|fax|t|m)(?: (?:no|number|us))?\.?[ \u00a0]?(?:on[ \u00a0]|:|[–-])?[ \u00a0]{0,2}$/iu;
