// Words that end a noun phrase: what follows says something of the noun.
const ENDS = new Set(
  (
    'in at on of from for by with without within outside inside under over above below across among between since until ' +
    'during to into out who whom whose which that where when as after before because not ' +
    'is are was were be been being has have had do did does will would can could may might should must ' +
    'live lives come came went go left remain receive received took take made make said say need needed held seen given found kept sent taken'
  ).split(' '),
);

const IRREGULAR = new Set(
  'children people staff men women police personnel kinship youth data headteachers foster'.split(' '),
);

function isParticiple(word: string): boolean {
  return /(?:ing|ed)$/.test(word);
}

/** The words of a phrase that name what is counted: "social workers" of "social workers in teams"; none of "in May". */
export function nounPhrase(words: readonly string[]): readonly string[] {
  const end = words.findIndex((word, index) => ENDS.has(word) || (index > 0 && isParticiple(word)));
  return (end < 0 ? words : words.slice(0, end)).filter((word) => word !== 'overall' && word !== 'total');
}

/** Whether a phrase names things that can be counted, and not only how they are: "managers", not "late". */
export function isNoun(phrase: readonly string[]): boolean {
  const last = phrase.at(-1) ?? '';
  return IRREGULAR.has(last) || (last.length > 3 && /[^s]s$/.test(last));
}

/** What can be counted as one of the others. The first pattern names the whole, the second its parts. */
const KINDS: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^(?:children|people|pupils|students|learners|adults|leavers|patients|residents)$/,
    /^(?:boys|girls|males|females|men|women|babies|infants|toddlers|teenagers|children|adolescents|pupils|students|adults)$/,
  ],
  [
    /^(?:staff|employees|practitioners|professionals|posts|vacancies|positions|roles|people|members|respondents|attendees|participants|delegates|inspectors|joiners|leavers|appointments|volunteers|workers|officers)$/,
    /(?:workers|managers|officers|practitioners|assistants|advis[eo]rs|nurses|teachers|carers|inspectors|visitors|consultants|leaders|directors|heads|supervisors|coordinators|administrators|apprentices|trainees|psychologists|therapists|parents|governors|councillors|officials|hmi|contractors|employees|volunteers|women|men|males|females|boys|girls)$/,
  ],
  [
    /^(?:schools|settings|providers|academies|establishments|institutions)$/,
    /^(?:primaries|secondaries|academies|schools|nurseries|colleges|units|infants|juniors)$/,
  ],
  [
    /^(?:homes|placements|settings|services|provisions)$/,
    /^(?:homes|placements|hostels|units|centres|nurseries)$/,
  ],
];

/** How the noun of a part stands to that of its whole. A part without a noun counts what the whole counts. */
export function kinship(part: readonly string[], whole: readonly string[]): 'same' | 'other' {
  if (!isNoun(part) || !isNoun(whole)) return 'same';
  const [own, all] = [part.at(-1) ?? '', whole.at(-1) ?? ''];
  // "12 primary schools" are schools, and no secondary schools.
  if (own === all) return whole.every((word) => part.includes(word)) ? 'same' : 'other';
  return KINDS.some(([wholes, parts]) => wholes.test(all) && parts.test(own)) ? 'same' : 'other';
}
