import type { Block } from '../model/block.ts';
import type { Span } from '../text/span.ts';
import type { Period } from '../values/periods.ts';
import { monthsSaid, type Stretch } from '../values/stretch.ts';
import { timesIn } from '../values/times.ts';
import { NUMBER_WORDS } from '../values/words.ts';
import { bare } from './events.ts';

/** What a passage says of how long ago an event was, counted to the day that the document speaks from. */
export interface ElapsedClaim {
  readonly stretch: Stretch;
  /** The length as written, in the block's source: "two years". */
  readonly at: Span;
  readonly text: string;
  /** When the event was, where the same words say so. */
  readonly when: Period | undefined;
  readonly whenText: string | undefined;
  /** Whether the event is the inspection that the whole document knows: "the previous inspection". */
  readonly isOwn: boolean;
  /** What the judgement said where it is named: "good" of "last judged to be good". */
  readonly label: string | undefined;
}

const NUMBERS = NUMBER_WORDS.join('|');
/** The inspection before, by which a length without a time is counted; visits come too often to be told apart. */
const EVENT = String.raw`(?<event>(?:the|its|our|their|\p{Lu}\p{L}+[’']s?) (?:[\p{L}-]+ ){0,3}?(?:inspection|judgement)|(?:the )?(?:[\p{L}’'-]+ ){1,4}(?:was|were) (?:last )?(?:inspected|(?:judged|found|rated|graded)(?: to be| as)?(?: ["“‘']?(?<label>(?!(?:in|on|at|by)\b)(?:(?:requires|requiring) )?\p{L}+(?: to be good)?)["”’']?)?))`;
const LENGTH = String.raw`(?<length>(?:(?:just |well )?(?:over|under)|more than|less than|nearly|almost|about|around|approximately|some|only)? ?(?:an?|\d{1,3}|(?:${NUMBERS})(?:[- ](?:${NUMBERS}))?) (?:and a half )?(?:years?|months?))`;
/** "Since CQC's inspection" and "since Elm House was last inspected" are about inspections of their own. */
const OWN =
  /^(?:(?:the|its|our|their|(?:the )?ofsted[’']s) (?:(?:council|authority|borough|county|service)[’']s )?(?:(?:last|latest|previous|most|recent|full|short|ofsted|ilacs|sif|graded|inadequate) ){0,3}(?:inspection|judgement)\b|(?:the )?(?:(?:local|county|borough|city|children[’']s|[’']s) ){0,2}(?:council|authority|borough|county|city|services?|it|we) (?:was|were)\b)/i;
const SINCE = new RegExp(String.raw`\b${LENGTH}(?: have passed| has passed| now)?,? since ${EVENT}`, 'giu');
/** "every two years since": a length that comes again, or is a part of the whole. */
const NO_LENGTH =
  /\b(?:every|each|first|next|within|past|last|previous|for|of|after|than|had been)\s*(?:the\s*)?$/i;

/** Every place of a block that says how long it is since an inspection. */
export function readElapsed(block: Block): readonly ElapsedClaim[] {
  if (block.kind === 'code' || block.kind === 'comment' || block.kind === 'heading') return [];
  return block.leaves.flatMap(({ prose, quoted }) => {
    const { text } = prose;
    if (quoted || !/\bsince\b/.test(text) || !/\b(?:years?|months?)\b/.test(text)) return [];
    return [...text.matchAll(SINCE)]
      .flatMap((match) => claimOf(text, match))
      .map(({ from, to, ...claim }) => ({
        ...claim,
        at: prose.sourceSpan(from, to),
      }));
  });
}

function claimOf(text: string, match: RegExpExecArray): readonly (Omit<ElapsedClaim, 'at'> & Span)[] {
  const { length = '', event = '', label } = match.groups ?? {};
  const written = length.trim();
  const stretch = monthsSaid(written);
  if (stretch === undefined || NO_LENGTH.test(text.slice(Math.max(0, match.index - 20), match.index)))
    return [];
  const from = match.index + length.indexOf(written);
  const end = match.index + match[0].length;
  const own = timeBehind(text, end);
  const isOwn = OWN.test(event);
  const to = from + written.length;
  return [
    {
      from,
      to,
      text: written,
      stretch,
      isOwn,
      label: label?.toLowerCase(),
      when: own?.when,
      whenText: own?.text,
    },
  ];
}

/** The time that follows the name of an event at once: "since the inspection in March 2017". */
function timeBehind(text: string, at: number): { readonly when: Period; readonly text: string } | undefined {
  const behind = text.slice(at, at + 60);
  const [first] = timesIn(behind);
  if (first?.time.kind !== 'period' || !/^(?:,| of [\p{L}’' ]{1,30})?\s*$/u.test(behind.slice(0, first.from)))
    return undefined;
  const span = bare(behind, first);
  return { when: first.time.period, text: behind.slice(span.from, span.to) };
}
