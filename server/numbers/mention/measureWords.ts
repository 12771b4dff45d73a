import type { MeasureWords } from './mention.ts';

const NUMBERS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const NUMBER = String.raw`(\d{1,3}|${NUMBERS.join('|')})`;

/** A time limit with what it is counted from, up to one of the words `ends`: "within 15 working days of the enquiry". */
function limit(ends: string, most: number): RegExp {
  return new RegExp(
    String.raw`\b(?:with)?in (?:the )?${NUMBER} (?:working |calendar )?(hour|day|week)s?\b(?: (?:of|from|after|following) (?:(?!(?:${ends}) )[a-z0-9' ]){0,${most}}?(?= (?:${ends}) |$| *[^a-z0-9' ]))?`,
  );
}

const LIMIT_IN_SENTENCE = limit('for|in|was|were|is|are|and|of|at', 60);
// A label has no verb of its own: "of the initiation of the enquiry which led to the conference" is all one.
const LIMIT_IN_LABEL = limit('for|in|and|at', 120);

type Detail = readonly [RegExp, string, (found: RegExpExecArray) => string];

function limitDetail(isSentence: boolean): Detail {
  const pattern = isSentence ? LIMIT_IN_SENTENCE : LIMIT_IN_LABEL;
  return [pattern, ' timely ', ([, number = '', unit = '']) => `${digits(number)} ${unit}`];
}

/** What can be left out of a measure's name, each with what remains of it. */
const DETAILS: readonly Detail[] = [
  [
    /\(?\b(?:aged? |age group )?(\d{1,2}) ?(?:to|-|and) ?(\d{1,2})(?: years?)?(?: olds?)?\b\)?/,
    ' ',
    ([, from = '', to = '']) => `aged ${from} to ${to}`,
  ],
  [
    /\b(?:following|after) (?:the )?(?:initial |first )?(?:contact|referral)\b/,
    ' ',
    () => 'following contact',
  ],
];

function digits(number: string): string {
  const at = NUMBERS.indexOf(number);
  return at < 0 ? number : String(at + 1);
}

/** Ways of writing one thing: what is shortened, and what is put in several orders. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\bin (?:relation|respect|regard) (?:to|of)\b|\bwith regard to\b/g, ' for '],
  [
    /\b(?:cic|lac|cla|looked after child(?:ren)?|child(?:ren)? looked after|child(?:ren)? in (?:our |council |local authority )?care)\b/g,
    ' incare ',
  ],
  [/\b(?:cin|child(?:ren)? in need)\b/g, ' inneed '],
  [
    /\b(?:s|section|sec) ?(17|20|31|38|47)\b(?: (?:enquir(?:y|ies)|assessments?|investigations?|visits?|agreements?|arrangements?))?/g,
    ' s$1 ',
  ],
  [/\b(?:accommodated |accommodation )?under (?:a )?(s(?:17|20|31|38|47)) /g, ' $1 '],
  [/\bicpcs?\b/g, ' initial child protection conference '],
  [/\brcpcs?\b/g, ' review child protection conference '],
  [/\bcpps?\b/g, ' child protection plan '],
  [/\bcp\b/g, ' child protection '],
  [/\beet\b/g, ' education employment training '],
  [/\bpeps?\b/g, ' personal education plan '],
  [/\bcase work\b|\bcasework\b/g, ' case '],
  [/\bsws\b|\bsw\b/g, ' social worker '],
  [/\bre referr(?:al|ed)s?\b|\brepeat referrals?\b/g, ' rereferral '],
  [/\bup to date\b/g, ' uptodate '],
  [/\b(?:judged|graded|rated|found|assessed)(?: as| to be)+\b/g, ' rated '],
  [/\bsubject (?:of|to)\b/g, ' '],
  [
    /\b(?:with)?in (?:the |their )?(?:statutory |required |agreed |expected |prescribed |target )?time ?(?:scales?|frames?|limits?)\b|\b(?:in|on) time\b|\btimeliness\b|\btimely\b/g,
    ' timely ',
  ],
  [/\b(?:to )?final decisions?\b|\bdecision making\b|\bmaking (?:of )?decisions\b/g, ' decision '],
  [/\b(?:took|takes|taken|taking|take) place\b|\bcarried out\b/g, ' done '],
  [
    /\b(?:remain(?:s|ed)?|stay(?:s|ed)?|was|were|is|are) (?:still |too |very |relatively )*(?:high|low)\b/g,
    ' ',
  ],
];

const STOP = new Set(
  (
    'a an the of in on at for with and or that who whom which as was is are were be been being has have had having their its his her our we ' +
    'they it all to there this these those each s also still now currently only just about around nearly almost approximately ' +
    'performance figure figures percentage percent proportion per cent rate rates number share measure metric indicator kpi ' +
    'stood stand stands standing remained remain remains reached reach continued continue continues continuing'
  ).split(' '),
);

/** What happens to cases whose time is measured: "held in time" and "in time" are one. */
const DONE = new Set(
  'held completed made undertaken done achieved taken offered delivered conducted took'.split(' '),
);

/** What a sentence says of the way a figure went, and is no part of the measure's name. */
const MOVING = new Set(
  (
    'improve improved improves improving rise rose risen rises rising increase increased increases increasing grew grown fall fell fallen falls ' +
    'falling decrease decreased decreases reduce reduced reduces dropped drop declined decline deteriorated worsened slightly significantly ' +
    'further marginally slight moved went gone up down done sit sits at'
  ).split(' '),
);

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['children', 'child'],
  ['people', 'person'],
  ['women', 'woman'],
  ['men', 'man'],
  ['pct', 'percent'],
]);

function stem(word: string): string {
  const known = IRREGULAR.get(word);
  if (known !== undefined) return known;
  const number = NUMBERS.indexOf(word);
  if (number >= 0) return String(number + 1);
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && /[^siu]s$/.test(word) ? word.slice(0, -1) : word;
}

/** The text as the phrases above are written: in lower case, without signs but brackets and hyphens between figures. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’‘]s?\b/g, '')
    .replace(/\((?:%|no\.?|nos\.?|n|number|s)\)/g, ' ')
    .replace(/(\d)\s*[-–]\s*(?=\d)/g, '$1-')
    .replace(/[^\p{L}\p{N}()-]|(?<!\d)-|-(?!\d)/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/**
 * The words of a measure as they are compared. In: what names it, a row's label or a clause without its figures and times. Words
 * that only say that it is a measure do not count, nor, in a sentence, those that say which way it went.
 */
export function measureWords(text: string, isSentence: boolean): MeasureWords {
  let rest = plain(text);
  const details: string[] = [];
  for (const [pattern, instead, detail] of [limitDetail(isSentence), ...DETAILS]) {
    const found = pattern.exec(rest);
    if (found === null) continue;
    details.push(detail(found));
    rest = `${rest.slice(0, found.index)}${instead}${rest.slice(found.index + found[0].length)}`;
  }
  rest = ` ${rest} `.replace(/[()]/g, ' ').replace(/ {2,}/g, ' ');
  for (const [pattern, instead] of PHRASES) {
    const written = rest.replace(pattern, instead);
    if (written !== rest) rest = written.replace(/ {2,}/g, ' ');
  }
  const words = rest.split(/ +/).filter((word) => word !== '');
  const isTimed = words.includes('timely');
  const own = words.filter(
    (word) =>
      !STOP.has(word) && !(isSentence && MOVING.has(word)) && !(isTimed && DONE.has(word)) && word !== 'done',
  );
  const key = [...new Set(own.map(stem))].sort();
  return { key: key.join(' '), details: details.sort(), count: key.length };
}
