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

/** Who gives out a number: near before it they make it public. */
export const SERVICE_WORDS: readonly string[] = (
  'duty|helplines?|hotlines?|lines?|textphones?|minicom|typetalk|text|texts|sms|whatsapp|press|media|switchboard|offices?|out of hours|teams?|' +
  'services?|enquir(?:y|ies)|officers?|councillors?|cllrs?|clerks?|democratic|headquarters|emergency|desk|council|inspectors?|managers?|directors?|' +
  'chairs?|contact us|call us|text us|for (?:more|further) information|further information|secretary|editor|reporters?|school|hub|centre|charity'
).split('|');

/** Of whom an address or a number is then private. */
export const PERSON_WORDS: readonly string[] = (
  "mother’s|mother's|mothers?|mum’s|mum's|mum|father’s|father's|fathers?|dad’s|dad's|dad|parent’s|parent's|parents?|carer’s|carer's|carers?|" +
  "grandmother’s|grandmother's|grandmother|grandfather|grandparents?|aunt|uncle|sister|brother|sibling|guardian|next of kin|family’s|family's|" +
  "child’s|child's|child|young person’s|young person's|young person|care leaver|boy|girl|she|he|her|his|personal|private|home"
).split('|');
