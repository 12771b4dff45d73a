import type { Span } from '../../text/span.ts';
import { ENGLISH } from '../../values/language.ts';
import { sentencesOf } from '../../values/sentences.ts';

/** What a sentence says of the list below it. */
export interface Announcement {
  readonly count: number;
  /** The number, in the passage. */
  readonly number: Span;
  /** The number with what is counted. */
  readonly words: string;
}

/** Two to twelve: the list of a larger number is seldom whole. */
const NUMBERS = ENGLISH.numbers.slice(2, 13);
const NUMBER = `(?:${NUMBERS.join('|')}|[2-9]|1[0-2])`;
const THINGS =
  'actions|aims|areas|aspects|categories|challenges|changes|commitments|components|conditions|criteria|decisions|elements|factors|features|findings|functions|goals|groups|headings|improvements|issues|lessons|measures|messages|objectives|options|outcomes|parts|phases|pillars|points|principles|priorities|problems|proposals|questions|reasons|recommendations|requirements|risks|stages|standards|steps|strands|strengths|tasks|tests|themes|things|topics|types|values|ways|weaknesses|workstreams';
/** What is counted and how: "three key priorities", "four areas for improvement". */
const COUNTED = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,/£-])(?<number>${NUMBER})\s(?:(?!of\b|or\b|to\b|and\b)[\p{L}-]{2,20}\s){0,3}(?:${THINGS})(?![\p{L}-])`,
  'giu',
);
/** Words before the number that make it no count of the whole list, or of another thing in the sentence. */
const PARTLY =
  /\b(?:of|in|across|under|within|against|on|from|between|for|by|with|to|about|into|over|at|through|all|any|each|every|other|another|least|most|than|around|some|only|nearly|almost|approximately|both|or|and|per)(?:\s(?:the|these|those|its|their|our|his|her|your|a|an|this|that))?\s$/i;
/** What may stand behind: nothing, where they are, or what they are for. */
const BEHIND =
  /^(?:\s(?:are|were|is|was)(?:\s(?:as follows|these|listed below|set out below))?|,?\s(?:as follows|listed below|set out below|below)|\s(?:for|of|in|at|from|that (?:we|they|the \p{L}+) (?:will|must|should|need to)|which (?:we|they|the \p{L}+) (?:will|must|should|need to)|to be)\s[^,;:.()\d]{1,80}|\s(?:for|to) (?:action|improvement|development|consider(?:ation)?)|\s(?:were|have been|was|are) (?:made|agreed|identified|set|found|proposed|given))?:?$/u;
/** A list may begin here that is of something else than what is counted. */
const OTHER_LIST = /\b(?:including|include|includes|such as|to|that|will|must|should|by|can|may)\s?:?$/i;
const FARTHEST = 200;

/** What the last sentence of a passage announces; nothing where it may speak of another list, or of a part of it. */
export function announcementIn(text: string): Announcement | undefined {
  if (!/(?::|\bas follows|\bbelow)[.:]?$/.test(text.slice(-20))) return undefined;
  const sentence = sentencesOf(text).at(-1);
  if (sentence === undefined || sentence.to - sentence.from > FARTHEST) return undefined;
  const words = text.slice(sentence.from, sentence.to).replace(/\.$/, '');
  const [found, other] = [...words.matchAll(COUNTED)];
  if (found === undefined || other !== undefined || OTHER_LIST.test(words)) return undefined;
  const { 0: counted, index, groups } = found;
  const before = words.slice(Math.max(0, index - 40), index);
  if (PARTLY.test(before) || !BEHIND.test(words.slice(index + counted.length))) return undefined;
  const number = groups?.number ?? '';
  const from = sentence.from + index;
  return { count: countOf(number), number: { from, to: from + number.length }, words: counted };
}

function countOf(number: string): number {
  const word = NUMBERS.indexOf(number.toLowerCase());
  return word < 0 ? Number(number) : word + 2;
}
