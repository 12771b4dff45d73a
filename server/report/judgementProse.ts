import type { Scale, ScaleValue } from '../framework/framework.ts';
import { normalisePhrase } from '../framework/name.ts';
import { type Area, areaNames, type Vocabulary } from '../framework/vocabulary.ts';
import type { Span } from '../text/span.ts';
import { joinsLabel, startsWithWord, strayLabel } from './ratings.ts';

/** A sentence of the form "X is adequate." Spans are in the text. */
export interface ProseJudgement {
  readonly areas: readonly Area[];
  /** Without a value when the words are no label of the area's scale. */
  readonly label: { readonly text: string; readonly span: Span; readonly value: ScaleValue | undefined };
  /** The number beside the label: "adequate (Grade 3)". */
  readonly grade: { readonly text: string; readonly span: Span } | undefined;
  /** The label with its grade. */
  readonly span: Span;
  /** Whether the sentence gives the judgement in words of its own, without the label. */
  readonly phrased?: true;
}

const SENTENCE = /[^.!?]+(?:\.(?=\d)[^.!?]*)*[.!?]*/gu;
/** No area has a longer name, and none has such signs in it. */
const SUBJECT = /^[^,;:"“‘]{3,130}/u;
const VERB = /\s+(?:(?:is|are)\s+|(?=(?:requires?|needs?)\s))/gu;
const PREDICATE =
  /^(?:(?:now|currently|overall|therefore|also)\s+)?(?:(?:now\s+)?judged\s+(?:to\s+be|as)\s+)?(?:that\s+(?:[\p{Ll}’']+\s+){1,4}?(?:(?:is|are)\s+|(?=(?:requires?|needs?)\s)))?/u;
/** "Grade 3 (" before a label, and " (Grade 3)" behind one. */
const GRADE_BEFORE = /^grade\s+(?<grade>\d{1,2})\s*\(\s*/iu;
const GRADE_BEHIND = /^\s*\(\s*grade\s+(?<grade>\d{1,2})\s*\)/iu;
/**
 * What may follow the label without taking it back: "good in parts", "good to outstanding" and "good, said the
 * head" do not judge.
 */
const FOLLOW =
  /^(?:\s+overall)?(?:$|\s*[.;:!?)]|(?:\s*[–—]|\s+-)\s*(?!(?:in|only|as|at|said|says)\b)|(?:,?\s+)(?:with|but|although|because|and)\b(?!\s+(?:in|only|as)\b))/u;
/** What stands before a sentence and is no part of its subject: the end of a quotation, "Overall, ". */
const LEAD = /^\s*(?:["”’]+\s+)?(?:Overall,\s+)?/u;

/**
 * Every judgement that a passage states in so many words: present tense, the subject an area's name and nothing
 * else, the label directly behind the verb. In the sentence that opens the section of the area `opening`, words
 * that are no label of its scale but meant as one are read too; anywhere else they mean nothing.
 */
export function readProseJudgements(
  text: string,
  vocabulary: Vocabulary,
  opening?: Area,
): readonly ProseJudgement[] {
  const found: ProseJudgement[] = [];
  let isFirst = true;
  let quotation: string | undefined;
  let seen = 0;
  for (const sentence of text.matchAll(SENTENCE)) {
    const lead = LEAD.exec(sentence[0])?.[0].length ?? 0;
    const own = isFirst ? opening : undefined;
    isFirst = false;
    quotation = quotationBehind(text.slice(seen, sentence.index + lead), quotation);
    seen = sentence.index + lead;
    if (quotation !== undefined) continue;
    const words = sentence[0].slice(lead);
    const judgement =
      (own && readPhrase(words, sentence.index + lead, own)) ??
      readSentence(words, sentence.index + lead, vocabulary, own);
    if (judgement !== undefined) found.push(judgement);
  }
  return found;
}

/** A judgement that the sentence gives in the words that its scale has for it: all up to the end of these is its label. */
function readPhrase(sentence: string, offset: number, area: Area): ProseJudgement | undefined {
  for (const value of area.scale.values) {
    for (const phrase of value.phrases) {
      const match = phrasePattern(phrase).exec(sentence.slice(0, LONGEST_SENTENCE));
      if (match === null) continue;
      const to = match.index + match[0].length;
      const span = { from: offset, to: offset + to };
      return {
        areas: [area],
        label: { text: sentence.slice(0, to), span, value },
        grade: undefined,
        span,
        phrased: true,
      };
    }
  }
  return undefined;
}

const LONGEST_SENTENCE = 600;

function phrasePattern(phrase: string): RegExp {
  const words = phrase
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&').replace(/['’]/g, "['’]"));
  return new RegExp(`(?<![\\p{L}\\d])${words.join('\\s+')}(?![\\p{L}\\d])`, 'iu');
}

/** A quotation mark; between letters, or behind one where none is open, ’ is an apostrophe. */
const QUOTE = /["“”]|(?<![\p{L}\d])‘|’(?!\p{L})/gu;

/** The mark of the quotation that is open behind a passage, when `open` was the one before it. */
function quotationBehind(passage: string, open: string | undefined): string | undefined {
  let mark = open;
  for (const [found] of passage.matchAll(QUOTE)) {
    if (mark === undefined) mark = found === '”' || found === '’' ? undefined : found;
    else if (found === CLOSES.get(mark)) mark = undefined;
  }
  return mark;
}

const CLOSES = new Map([
  ['"', '"'],
  ['“', '”'],
  ['‘', '’'],
]);

function readSentence(
  sentence: string,
  offset: number,
  vocabulary: Vocabulary,
  opening: Area | undefined,
): ProseJudgement | undefined {
  const { areas, length } = subjectOf(sentence, vocabulary, opening);
  const scale = areas[0]?.scale;
  if (scale === undefined) return undefined;
  const behind = sentence.slice(length);
  const predicate = PREDICATE.exec(behind)?.[0].length ?? 0;
  const before = GRADE_BEFORE.exec(behind.slice(predicate));
  const from = predicate + (before?.[0].length ?? 0);
  const isOwn = opening !== undefined && areas.includes(opening);
  const label = readLabel(behind.slice(from), scale, isOwn, vocabulary);
  if (label === undefined) return undefined;
  const to = from + label.length;
  const after = before === null ? GRADE_BEHIND.exec(behind.slice(to)) : /^\s*\)/u.exec(behind.slice(to));
  if (before !== null && after === null) return undefined;
  const end = to + (after?.[0].length ?? 0);
  const tail = behind.slice(end);
  if (!FOLLOW.test(tail) || joinsLabel(tail, vocabulary.labels)) return undefined;
  const grade = before?.groups?.grade ?? after?.groups?.grade;
  const gradeAt = before === null ? behind.indexOf(grade ?? '', to) : behind.indexOf(grade ?? '', predicate);
  const at = offset + length;
  const place = (start: number, stop: number): Span => ({ from: at + start, to: at + stop });
  return {
    areas,
    label: { text: behind.slice(from, to), span: place(from, to), value: label.value },
    grade: grade === undefined ? undefined : { text: grade, span: place(gradeAt, gradeAt + grade.length) },
    span: place(before === null ? from : predicate, end),
  };
}

/**
 * The areas that a sentence is about, and how long its subject is with the verb. What looks like the verb may be part of
 * a name: "Children who need help are safe".
 */
function subjectOf(
  sentence: string,
  vocabulary: Vocabulary,
  opening: Area | undefined,
): { readonly areas: readonly Area[]; readonly length: number } {
  for (const verb of (SUBJECT.exec(sentence)?.[0] ?? '').matchAll(VERB)) {
    const areas = areasNamed(sentence.slice(0, verb.index), vocabulary, opening);
    if (areas.length > 0) return { areas, length: verb.index + verb[0].length };
  }
  return { areas: [], length: 0 };
}

/** The label at the beginning of a text; in an area's own section also words that are meant as one. */
function readLabel(
  text: string,
  scale: Scale,
  isOwn: boolean,
  { labels }: Vocabulary,
): { readonly length: number; readonly value: ScaleValue | undefined } | undefined {
  const rest = singular(text);
  const name = labels.names.find((label) => startsWithWord(rest.text, label));
  const value = name === undefined ? undefined : labels.value(name, scale);
  if (value === undefined && !isOwn) return undefined;
  const words = value === undefined ? strayLabel(rest.text, labels) : name;
  return words === undefined ? undefined : { length: words.length - rest.added, value };
}

/** "require improvement" is the plural of the label "requires improvement". */
function singular(text: string): { readonly text: string; readonly added: number } {
  const plural = /^(?:require|need)(?=\s)/u.exec(text)?.[0];
  return plural === undefined
    ? { text, added: 0 }
    : { text: `${plural}s${text.slice(plural.length)}`, added: 1 };
}

/** A noun phrase and the name of a place behind it: "Children's services in" and "the Isle of Wight". */
const PLACED =
  /^(?<phrase>.+?\sin)\s+(?:the\s+)?\p{Lu}[\p{L}’'.-]*(?:\s+(?:\p{Lu}[\p{L}’'.-]*|and|of|on|upon|the|with|&))*$/u;

/**
 * The area that a noun phrase names, or the two that it joins by "and". A name that two areas share is that of the
 * area whose section the sentence opens, and else of none.
 */
function areasNamed(subject: string, vocabulary: Vocabulary, opening: Area | undefined): readonly Area[] {
  const name = normalisePhrase(subject);
  if (vocabulary.sharedAreaNames.has(name)) {
    const isOwn = opening !== undefined && areaNames(opening).some((one) => normalisePhrase(one) === name);
    return isOwn ? [opening] : [];
  }
  const phrase = PLACED.exec(subject)?.groups?.phrase;
  const whole =
    vocabulary.areasByName.get(name) ??
    (phrase === undefined ? undefined : vocabulary.areasByName.get(normalisePhrase(phrase)));
  if (whole !== undefined) return [whole];
  for (let at = name.indexOf(' and '); at >= 0; at = name.indexOf(' and ', at + 1)) {
    const first = vocabulary.areasByName.get(name.slice(0, at));
    const second = vocabulary.areasByName.get(normalisePhrase(name.slice(at + 5)));
    if (first !== undefined && second !== undefined) return [first, second];
  }
  return [];
}
