import { type Block, cellsOf } from '../../model/block.ts';
import type { Prose } from '../../syntax/prose.ts';
import type { Span } from '../../text/span.ts';
import type { Quantity } from '../../values/quantity.ts';
import {
  CASE_PAPERS,
  LOOKED_AT,
  LOOKED_AT_THINGS,
  ONE_OF_MANY,
  PURPOSES,
  REVIEW_IMPERATIVES,
  REVIEW_LEADS,
  REVIEW_NOUNS,
  REVIEWED,
} from '../../values/reviewWords.ts';
import { sentencesOf } from '../../values/sentences.ts';
import { isNoun, nounPhrase } from '../nouns.ts';
import { Readings } from '../readings.ts';
import { FIGURE, masked, TIME } from './clauses.ts';
import { measureWords } from './measureWords.ts';
import type { MentionMemo, ReviewCount } from './mention.ts';

/** The counts of reviews that a block states. Kept in the memo for as long as the block is the same. */
export function reviewCountsOf(
  block: Block,
  memo: MentionMemo,
  readings: Readings = new Readings(),
): readonly ReviewCount[] {
  const known = memo.reviews.get(block);
  if (known !== undefined) return known;
  const isRead = block.kind !== 'code' && block.kind !== 'heading';
  const passages = isRead ? [...block.leaves, ...cellsOf(block)].map(({ prose }) => prose) : [];
  const counts = passages.flatMap((prose) => inProse(prose, readings));
  memo.reviews.set(block, counts);
  return counts;
}

/** Longer passages are lists of data, in which nothing of the kind is said. */
const LONGEST = 4000;
const MAY_COUNT =
  /\blooked\b|\b(?:checked|read)\b|review|audit|assur|moderat|examin|deep dive|dip[- ]sampl|scrutin|inspection/i;

function inProse(prose: Prose, readings: Readings): readonly ReviewCount[] {
  const { text } = prose;
  if (text.length > LONGEST || !/\d/.test(text) || !MAY_COUNT.test(text)) return [];
  const counts = new Map<number, Quantity>();
  for (const { quantity } of readings.passage(text)) {
    if (quantity?.kind === 'count' && quantity.qualifier === 'exact' && quantity.value.places === 0)
      counts.set(quantity.span.from, quantity);
  }
  const times = readings.times(text);
  const words = masked(text, [
    ...[...counts.values()].map(({ span }) => ({ ...span, sign: FIGURE })),
    ...times.map(({ from, to }) => ({ from, to, sign: TIME })),
    ...prose.breaks.map((at) => ({ from: at, to: at + 1, sign: ' ' })),
  ]);
  return sentencesOf(text).flatMap(({ from, to }) => {
    const own = words.slice(from, to);
    const stated = MAY_COUNT.test(own) && own.includes(FIGURE) ? statedIn(own) : undefined;
    if (stated === undefined || ONE_OF_MANY.test(own.slice(0, stated.to))) return [];
    const quantity = counts.get(from + stated.at);
    const { goesBack } = stated;
    const name = text.slice(from + stated.subject.from, from + stated.subject.to);
    const subject = goesBack === undefined ? subjectOf(name) : unnamed(name);
    if (quantity === undefined || subject === undefined) return [];
    if (!isCounted(subject.nouns, stated.noun, quantity)) return [];
    const within = times.filter((time) => time.from >= from && time.from < to);
    if (within.length > 1) return [];
    const at = prose.sourceSpan(quantity.span.from, quantity.span.to);
    return [
      {
        quantity,
        measure: subject.measure,
        name: subject.name,
        isNamed: subject.isNamed,
        at,
        time: within[0]?.time,
        goesBack,
      },
    ];
  });
}

/** Where a sentence states a count and what it is one of, in its own offsets. */
interface Stated {
  readonly subject: Span;
  readonly at: number;
  /** What stands behind the figure in brackets, empty where nothing does; undefined where there are no brackets. */
  readonly noun: string | undefined;
  readonly to: number;
  readonly goesBack: ReviewCount['goesBack'];
}

const either = (words: readonly string[]) => `(?:${words.join('|')})`;
const NOUN = String.raw`${either(REVIEW_NOUNS)}(?:\s*(?:and|&|/)\s*${either(REVIEW_NOUNS)})?`;
const DONE = either(REVIEWED);
const LEADS = String.raw`(?:${either(REVIEW_LEADS)}\s+){0,5}`;
const ALL = String.raw`(?:(?:all|of|the|our|these)\s+){0,3}`;
const SUBJECT = String.raw`(?<subject>[^().;:!?${FIGURE}${TIME}]{3,120}?)`;
const BRACKET = String.raw`\s*\(\s*(?:n\s*=\s*|total:?\s*|all\s+)?(?<figure>${FIGURE})\s*(?<noun>[\p{L}’' -]{0,40}?)\s*(?:in (?:total|all)\s*)?\)`;
const HAVE_BEEN = String.raw`(?:have|has|had|were|was|are|is)\s+(?:(?:all|now|since|also|each|been)\s+){0,3}${DONE}\b`;

/** The forms of words in which all that a review looks at is counted. */
const FORMS = [
  String.raw`^\s*${LEADS}${NOUN}\s+of\s+${ALL}${SUBJECT}${BRACKET}`,
  String.raw`^\s*(?:to\s+)?${either(REVIEW_IMPERATIVES)}\s+${ALL}${SUBJECT}${BRACKET}`,
  String.raw`^\s*(?:total\s+)?(?:number|no\.?|count|%|percentage|proportion)\s+of\s+${ALL}(?=[^(]{0,120}?\b(?:${NOUN}|${DONE})\b)${SUBJECT}${BRACKET}`,
  String.raw`^\s*${ALL}(?=[^(]{0,120}?\b${DONE}\s*\()${SUBJECT}${BRACKET}`,
  String.raw`(?:^|[,;:]|\b(?:and|that|when|until|once|before))\s*(?:all(?:\s+of)?(?:\s+the|\s+our)?|the|these)\s+(?<figure>${FIGURE})\s+${SUBJECT}\s+${HAVE_BEEN}`,
  String.raw`\b(?:the|this|our)\s+${LEADS}${NOUN}\s+of\s+${ALL}(?<figure>${FIGURE})\s+${SUBJECT}(?=[,.;]|$|\s+(?:has|have|had|is|are|was|were|found|finds|shows?|showed|identified|concluded|led|confirmed|highlighted)\b)`,
  String.raw`\b(?:${DONE}|re-?reviewing|reviewing|re-?auditing|auditing)\s+all(?:\s+of)?(?:\s+the|\s+our)?\s+(?<figure>${FIGURE})\s+${SUBJECT}(?=[,.;]|$|\s+and\b)`,
].map((form) => ({ form: new RegExp(form, 'diu'), goesBack: undefined }));

const LOOKED_AT_THEM = String.raw`(?<figure>${FIGURE})\s+(?<subject>${either(LOOKED_AT_THINGS)})\s+(?:(?:that|which|we)\s+){0,2}(?:(?:were|had been|have been)\s+)?${either([...REVIEWED, ...LOOKED_AT])}\b`;

/** The forms that count what was looked at without a word on which they were, and those that go back to these. */
const UNNAMED_FORMS = [
  {
    form: String.raw`^\s*(?:(?:in total|altogether|overall),?\s+)?(?:a total of\s+|all\s+)?${LOOKED_AT_THEM}`,
    goesBack: false,
  },
  { form: String.raw`\bof (?:the|these|those) ${LOOKED_AT_THEM}`, goesBack: true },
].map(({ form, goesBack }) => ({ form: new RegExp(form, 'diu'), goesBack }));

function statedIn(sentence: string): Stated | undefined {
  for (const { form, goesBack } of [...FORMS, ...UNNAMED_FORMS]) {
    const found = form.exec(sentence);
    const { subject, figure } = found?.indices?.groups ?? {};
    if (found === null || subject === undefined || figure === undefined) continue;
    return {
      subject: { from: subject[0], to: subject[1] },
      at: figure[0],
      noun: found.groups?.noun?.trim().toLowerCase(),
      to: found.index + found[0].length,
      goesBack,
    };
  }
  return undefined;
}

interface Subject extends Pick<ReviewCount, 'measure' | 'name' | 'isNamed'> {
  /** The words of its noun phrase: "ofsted", "cases". */
  readonly nouns: readonly string[];
}

/** What behind a noun phrase says only what is done to what it names, or what for. */
const TELLS_WORK = new RegExp(
  String.raw`\s+(?:(?:that|which|who)\s+(?:have|has|had|were|was|are|is)\s+(?:been\s+|to\s+be\s+)?)?(?:(?:to\s+be\s+)?${DONE}\b|subject\s+(?:to|of)\s+(?:an?\s+)?(?:[a-z-]+\s+){0,3}?${NOUN}\b|(?:in\s+order\s+)?to\s+(?:${PURPOSES.join('|')})\b).*$`,
  'isu',
);

function subjectOf(text: string): Subject | undefined {
  const name = text.replace(TELLS_WORK, '').replace(/\s+/g, ' ').trim();
  const folded = name.replace(CASE_PAPERS, 'cases');
  const nouns = counted(folded.toLowerCase().match(/[\p{L}\p{N}/-]+/gu) ?? []);
  const measure = measureWords(folded, true);
  // "Review of cases" does not say which.
  if (nouns.length === 0 || measure.count < 2) return undefined;
  return { name, measure, nouns, isNamed: /(?<![\p{L}-])\p{Lu}\p{Ll}/u.test(name) };
}

/** "Cases", of which nothing says which they are. */
function unnamed(text: string): Subject {
  const name = text.replace(CASE_PAPERS, 'cases');
  return { name, measure: measureWords(name, true), nouns: [], isNamed: false };
}

/** The words up to the noun that is counted: "private fostering arrangements" of "private fostering arrangements in homes". */
function counted(words: readonly string[]): readonly string[] {
  let end = 0;
  for (const [index, word] of words.entries()) {
    if (nounPhrase([word]).length === 0) break;
    if (isNoun([word])) end = index + 1;
    else if (end > 0) break;
  }
  return words.slice(0, end);
}

/** Whether the figure counts what the words name: in brackets it may count something else, or be the measure's number. */
function isCounted(nouns: readonly string[], noun: string | undefined, { text, exact }: Quantity): boolean {
  if (noun === undefined) return true;
  if (noun === '') return exact.numerator >= 10n * exact.denominator && !/^(?:19|20)\d\d$/.test(text);
  const words = noun.replace(CASE_PAPERS, 'cases').split(/\s+/);
  return words.at(-1) === nouns.at(-1) && words.every((word) => nouns.includes(word));
}
