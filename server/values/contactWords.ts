// Words by which an address, a number or a day is told to be one private person's. What a body, a service or an officer
// gives out has none of them before it, or only the plural: "Parents: 01604 …", "a child, ring 01604 …". Sources: the
// contact pages of councils; published committee reports, letters and plans.

/** Relatives, each one person. */
export const KIN =
  'mother|mum|mam|father|dad|grandmother|grandfather|granny|gran|nan|grandad|stepmother|stepfather|step-mother|step-father|aunt|uncle';

/** Others of whom one is meant where an article or pronoun stands before. */
export const ONE_PERSON =
  'sister|brother|sibling|guardian|parent|(?:foster )?carer|child|young person|care leaver|boy|girl|baby|pupil|family|neighbour';

/** What somebody is reached with or at. */
export const REACHED_WITH =
  '(?:(?:own|new|old|current|private|personal|home|mobile)[ -]){0,2}(?:(?:phone|telephone|mobile|landline)(?: number| phone)?|number|e-?mail(?: address)?|address|contact details)';

/** Addresses of bodies, whoever reads them. */
export const BODY_DOMAIN = /\.(?:gov|nhs|police|mod|sch|ac|parliament|judiciary)\.uk$/iu;

/** What calls the day behind it a day of birth. */
export const BIRTH_LABEL = 'd\\.?\\s?o\\.?\\s?b\\.?|date of birth|birth date';

/** One child who is not named and yet meant. */
export const THE_CHILD =
  '(?:the|this|her|his|their) (?:(?:younger|elder|older|youngest|eldest|first|second|third|other) )?(?:child|boy|girl|baby|sister|brother|sibling|son|daughter|twin|young person|care leaver|pupil)';

/** Behind which a letter or two stand for a child. */
export const LETTERED_CHILD = '(?:Child|Baby|Boy|Girl|Pupil|Sibling|Young Person|YP) [A-Z\\d]{1,2}';

/** What is said of children in care, and of no officer or councillor whose life is told. */
export const CHILD_CASE =
  /(?<!\p{L})(?:foster|placed with|placed in|protection plan|care order|taken into care|looked[- ]after child|child in need|adopted|her mother|his mother|her father|his father)(?!\p{L})/iu;

/** Sentences on what ages the law means, or that give an example. */
export const SAYS_OF_AGES =
  /(?<!\p{L})(?:if|where|whether|unless|suppose|for example|e\.g\.?|such as|format|starts?(?: at)? school|school year|school age|reception|eligible|entitled|eligibility|year group)(?!\p{L})/iu;
