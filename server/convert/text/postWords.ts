// Posts and teams as councils name them; which of these work where is no matter here.
const POSTS =
  /^(?:heads?|directors?|managers?|leads?|leaders?|officers?|advis[eo]rs?|commissioners?|teams?|board|chairs?|members?|co-?ordinators?|practitioners?|consultants?|supervisors?|executive|dcs|dcss|dass|hos|hofs|slt|tms?|sms?|psw|lado|iros?|sws?|hr)$/i;
const QUALIFIERS =
  /^(?:assistant|deputy|acting|interim|chief|principal|senior|strategic|operational|corporate|independent|reviewing|social|work|workers?|service|services|children|children['’]s|children[’']?s?|young|people|safeguarding|improvement|quality|assurance|practice|performance|business|project|programme|policy|care|cic|education|health|workforce|development|communications?|leadership|management|academy|council|county|lead|team|all|qa|cp|mash|legal|finance|partnership|integrated)$/i;
const BETWEEN = /^(?:of|the|and|for|with|\/|&|-|–)$/i;
/** An abbreviation or the initials of names. */
const INITIALS = /^\p{Lu}{2,5}s?$/u;

/** What a word says of a post: its name, what stands beside it, what stands between two. */
export type PostWord = 'post' | 'beside' | 'between';

/** Reads a word as part of the name of a post; a stroke may join two posts, and brackets may stand around words. */
export function postWord(word: string): PostWord | undefined {
  if (BETWEEN.test(word)) return 'between';
  const parts = word
    .replace(/^[(“"]+|[)”",;]+$/gu, '')
    .split('/')
    .filter((part) => part !== '');
  if (parts.length === 0) return 'between';
  const kinds = parts.map(kindOf);
  if (kinds.includes(undefined)) return undefined;
  return kinds.includes('post') ? 'post' : 'beside';
}

function kindOf(part: string): PostWord | undefined {
  if (!/^\p{Lu}/u.test(part)) return undefined;
  if (POSTS.test(part)) return 'post';
  if (QUALIFIERS.test(part)) return 'beside';
  return INITIALS.test(part) ? 'post' : undefined;
}
