import { type Item, isSign, isWord } from '../passage.ts';

/** Which way words say that a figure went: by number, or by what is wished for. */
export type Sense = 'up' | 'down' | 'better' | 'worse';

/** A word that says which way a figure went, by its place among the items of a passage. */
export interface Direction {
  readonly sense: Sense;
  readonly kind: 'verb' | 'noun' | 'particle';
  readonly index: number;
  /** How often the figure before is held by the one after, of "doubled" and its like. */
  readonly times: Times | undefined;
}

/** A multiple as the range that people call by its name. */
export interface Times {
  readonly name: string;
  readonly least: number;
  readonly most: number;
}

// "Doubled" is said of 17 to 35 and of 20 to 38; the ranges end about half-way to where another word would be chosen.
const TIMES: ReadonlyMap<string, Times> = new Map(
  (
    [
      ['doubled doubles double doubling twofold', 'double', 1.7, 2.5],
      ['trebled trebles treble trebling tripled triples triple tripling threefold', 'three times', 2.5, 3.6],
      ['quadrupled quadruples quadruple quadrupling fourfold', 'four times', 3.4, 4.7],
      ['halved halves halve halving', 'half', 0.4, 0.6],
    ] as const
  ).flatMap(([words, name, least, most]) => words.split(' ').map((word) => [word, { name, least, most }])),
);

const VERBS: Readonly<Record<Sense, RegExp>> = {
  up: /^(?:rose|risen|rises|rising|increas(?:ed|es|ing)|gr(?:ew|own|ows|owing)|climb(?:ed|s|ing)|rais(?:ed|ing)|surg(?:ed|ing)|soar(?:ed|ing)|jump(?:ed|ing)|widen(?:ed|s|ing)|lengthen(?:ed|s|ing)|expand(?:ed|ing))$/,
  down: /^(?:fell|fallen|falls|falling|decreas(?:ed|es|ing)|reduc(?:e|ed|es|ing)|drop(?:s|ped|ping)|declin(?:ed|es|ing)|lower(?:ed|ing)|shr(?:ank|unk|inks|inking)|dip(?:s|ped|ping)|slip(?:s|ped|ping)|narrow(?:ed|s|ing)|shorten(?:ed|s|ing)|plummet(?:ed|ing)|diminish(?:ed|ing))$/,
  better: /^(?:improv(?:e|ed|es|ing))$/,
  worse: /^(?:worsen(?:ed|s|ing)?|deteriorat(?:e|ed|es|ing))$/,
};
const NOUNS: Readonly<Record<Sense, RegExp>> = {
  up: /^(?:increases?|rises?|growth|uplift|upturn)$/,
  down: /^(?:decreases?|reductions?|falls?|drops?|declines?|downturn|dips?)$/,
  better: /^improvements?$/,
  worse: /^deteriorations?$/,
};
const SENSES: readonly Sense[] = ['up', 'down', 'better', 'worse'];
/** Any of them, which nearly all words are not. */
const MOVES = new RegExp(SENSES.flatMap((sense) => [VERBS[sense].source, NOUNS[sense].source]).join('|'));

// "made up", "set up": the verb before makes another word of it.
const PHRASAL =
  /^(?:ma[dk]es?|making|sets?|setting|tak(?:e|en|ing)|took|pick(?:ed|ing)?|follow(?:ed|ing|s)?|buil[dt]|building|catch|caught|back(?:ed)?|sign(?:ed|ing)?|open(?:ed|ing)?|grow(?:ing|n)?|break|broke(?:n)?|clos(?:e|ed|ing)|stand|wr(?:ite|itten)|draw(?:n|ing)?|split|shut|end(?:ed|s)?|speed(?:ed)?)$/;
const BEHIND_PARTICLE = /^(?:from|on|by|slightly|significantly|sharply|again|further|compared|since)$/;

function isParticle(items: readonly Item[], index: number): boolean {
  const next = items[index + 1];
  const isFollowed = next?.quantity !== undefined || BEHIND_PARTICLE.test(next?.lower ?? '');
  return isFollowed && ![index - 1, index - 2].some((at) => PHRASAL.test(items[at]?.lower ?? ''));
}

const BEFORE_NOUN =
  /^(?:an?|the|this|in|of|with|no|further|ongoing|continued|continuing|small|slight|sharp|steady|significant|substantial|considerable|marked|large|big|welcome|positive|gradual|overall|similar|corresponding|modest|major|rapid|recent|notable|year|month|strong|real|clear|good|dramatic|noticeable|sustained|percentage|slow|huge|steep|impressive|sizeable|minor|\w+ing)$/;

/** Whether the word that may be a noun or a verb ("increase", "rise", "drop") stands where a noun does. */
function isNounAt(items: readonly Item[], index: number): boolean {
  const word = items[index]?.lower ?? '';
  if (/(?:ment|tion|wth|turn|lift)s?$/.test(word)) return true;
  return BEFORE_NOUN.test(items[index - 1]?.lower ?? '') || items[index - 1]?.quantity !== undefined;
}

/** The word at `index` as one that says which way a figure went; undefined when it says nothing of the kind. */
export function directionAt(items: readonly Item[], index: number): Direction | undefined {
  const item = items[index];
  if (!isWord(item) || item === undefined) return undefined;
  const { lower } = item;
  const times = TIMES.get(lower);
  if (times !== undefined) {
    return { sense: times.name === 'half' ? 'down' : 'up', kind: 'verb', index, times };
  }
  if (lower === 'up' || lower === 'down') {
    return isParticle(items, index) ? { sense: lower, kind: 'particle', index, times } : undefined;
  }
  if (!MOVES.test(lower)) return undefined;
  const noun = SENSES.find((sense) => NOUNS[sense].test(lower));
  if (noun !== undefined) {
    return { sense: noun, kind: isNounAt(items, index) ? 'noun' : 'verb', index, times };
  }
  const verb = SENSES.find((sense) => VERBS[sense].test(lower));
  return verb && { sense: verb, kind: 'verb', index, times };
}

const NEGATIONS =
  /^(?:not|no|never|without|nor|neither|cannot|instead|rather|failed|fails|fail|if|unless|\w+n['’]t)$/;

/** Whether what is said at `index` is denied, or only supposed: "has not fallen", "no increase". */
export function isDenied(items: readonly Item[], index: number): boolean {
  for (let at = index - 1; at >= Math.max(0, index - 5); at -= 1) {
    const item = items[at];
    if (item === undefined || item.sentence !== items[index]?.sentence || isSign(items, at, ','))
      return false;
    if (NEGATIONS.test(item.lower)) return true;
  }
  return false;
}

const SLOWING =
  /^(?:slow(?:ed|ing|er|s)?|curb(?:ed|ing)?|limit(?:ed|ing|s)?|revers(?:e|ed|ing)|offset(?:ting)?|mitigat(?:e|ed|ing)|cap(?:ped|ping)?|planned|proposed|annual|price|pay|tax|rent|fee|cost|salary|wage|change[ds]?|changing|rate)$/;

/**
 * Whether the noun at `index` is itself what changed: "the rate of increase was reduced from 10% to 5%", "the pay increase
 * from 2% to 1%".
 */
export function isItselfChanged(items: readonly Item[], direction: Direction): boolean {
  const { index, sense, kind } = direction;
  if (kind !== 'noun') {
    const mayBeNoun = /^(?:increases?|rises?|decreases?|drops?|declines?|falls?)$/.test(
      items[index]?.lower ?? '',
    );
    return mayBeNoun && SLOWING.test(items[index - 1]?.lower ?? '');
  }
  for (let at = index - 1; at >= Math.max(0, index - 6); at -= 1) {
    if (items[at]?.sentence !== items[index]?.sentence || isSign(items, at, ',')) return false;
    if (SLOWING.test(items[at]?.lower ?? '')) return true;
    const other = directionAt(items, at);
    if (other !== undefined && other.sense !== sense) return true;
  }
  return false;
}

/** "more than doubled" and "almost halved" move the range that the word has by itself. */
export function timesAt(items: readonly Item[], { index, times }: Direction): Direction['times'] {
  if (times === undefined) return undefined;
  const before = items[index - 1]?.lower ?? '';
  const isHalf = times.name === 'half';
  if (before === 'than' && items[index - 2]?.lower === 'more') {
    return isHalf
      ? { ...times, least: 0, most: 0.5 }
      : { ...times, least: Math.floor(times.most), most: 1000 };
  }
  if (/^(?:almost|nearly|virtually|roughly|about|around|over)$/.test(before)) {
    return isHalf
      ? { ...times, least: 0.35, most: 0.7 }
      : { ...times, least: times.least - 0.25, most: times.most + 0.25 };
  }
  return times;
}
