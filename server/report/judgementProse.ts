import type { ScaleValue } from '../framework/framework.ts';
import { normalisePhrase } from '../framework/name.ts';
import type { Area, Vocabulary } from '../framework/vocabulary.ts';
import type { Span } from '../text/span.ts';

/** A sentence of the form "X is adequate." Spans are in the text. */
export interface ProseJudgement {
  readonly areas: readonly Area[];
  readonly label: { readonly text: string; readonly span: Span; readonly value: ScaleValue };
}

const SENTENCE = /[^.!?]+(?:\.(?=\d)[^.!?]*)*[.!?]*/gu;
const VERB = /^(?<subject>[^,;:"“]{3,120}?)\s+(?:is|are)\s+/u;
const PREDICATE =
  /^(?:(?:now|currently|overall|therefore|also)\s+)?(?:(?:now\s+)?judged\s+(?:to\s+be|as)\s+)?/u;
/** What may follow the label without taking it back: "good in parts" and "good to outstanding" do not judge. */
const FOLLOW = /^(?:$|\s*[.,;:!?)]|\s+(?:overall|with|but|although|because|and|as)\b)/u;

/**
 * Every judgement that a passage states in so many words: present tense, the subject an area's name and nothing
 * else, the label directly behind the verb.
 */
export function readProseJudgements(text: string, vocabulary: Vocabulary): readonly ProseJudgement[] {
  const found: ProseJudgement[] = [];
  for (const sentence of text.matchAll(SENTENCE)) {
    const lead = sentence[0].length - sentence[0].trimStart().length;
    const judgement = readSentence(sentence[0].slice(lead), sentence.index + lead, vocabulary);
    if (judgement !== undefined) found.push(judgement);
  }
  return found;
}

function readSentence(sentence: string, offset: number, vocabulary: Vocabulary): ProseJudgement | undefined {
  const verb = VERB.exec(sentence);
  if (verb?.groups?.subject === undefined) return undefined;
  const areas = areasNamed(verb.groups.subject, vocabulary);
  const scale = areas[0]?.scale;
  if (scale === undefined) return undefined;
  const behind = sentence.slice(verb[0].length);
  const from = PREDICATE.exec(behind)?.[0].length ?? 0;
  const rest = behind.slice(from);
  const name = vocabulary.labels.names.find((label) => startsWithWord(rest, label));
  const value = name === undefined ? undefined : vocabulary.labels.value(name, scale);
  if (name === undefined || value === undefined || !FOLLOW.test(rest.slice(name.length))) return undefined;
  if (joinsLabel(rest.slice(name.length), vocabulary)) return undefined;
  const at = offset + verb[0].length + from;
  return {
    areas,
    label: { text: rest.slice(0, name.length), span: { from: at, to: at + name.length }, value },
  };
}

function startsWithWord(text: string, word: string): boolean {
  return (
    text.slice(0, word.length).toLowerCase() === word.toLowerCase() &&
    !/^[\p{L}\d-]/u.test(text.slice(word.length))
  );
}

/** "good and outstanding" names two labels and so judges nothing. */
function joinsLabel(rest: string, vocabulary: Vocabulary): boolean {
  const next = /^,?\s+(?:and|or|to)\s+(?:\w+\s+)?/u.exec(rest);
  return (
    next !== null &&
    vocabulary.labels.names.some((label) => startsWithWord(rest.slice(next[0].length), label))
  );
}

/** The area that a noun phrase names, or the two that it joins by "and". */
function areasNamed(subject: string, vocabulary: Vocabulary): readonly Area[] {
  const name = normalisePhrase(subject);
  const whole = vocabulary.areasByName.get(name);
  if (whole !== undefined) return [whole];
  for (let at = name.indexOf(' and '); at >= 0; at = name.indexOf(' and ', at + 1)) {
    const first = vocabulary.areasByName.get(name.slice(0, at));
    const second = vocabulary.areasByName.get(normalisePhrase(name.slice(at + 5)));
    if (first !== undefined && second !== undefined) return [first, second];
  }
  return [];
}
