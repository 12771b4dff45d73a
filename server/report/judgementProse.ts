import type { ScaleValue } from '../framework/framework.ts';
import { normalisePhrase } from '../framework/name.ts';
import type { Area, Vocabulary } from '../framework/vocabulary.ts';
import type { Span } from '../text/span.ts';
import { joinsLabel, startsWithWord, strayLabel } from './ratings.ts';

/** A sentence of the form "X is adequate." Spans are in the text. */
export interface ProseJudgement {
  readonly areas: readonly Area[];
  /** Without a value when the words are no label of the area's scale. */
  readonly label: { readonly text: string; readonly span: Span; readonly value: ScaleValue | undefined };
}

const SENTENCE = /[^.!?]+(?:\.(?=\d)[^.!?]*)*[.!?]*/gu;
const VERB = /^(?<subject>[^,;:"“]{3,120}?)\s+(?:(?:is|are)\s+|(?=(?:requires?|needs?)\s))/u;
const PREDICATE =
  /^(?:(?:now|currently|overall|therefore|also)\s+)?(?:(?:now\s+)?judged\s+(?:to\s+be|as)\s+)?/u;
/** What may follow the label without taking it back: "good in parts" and "good to outstanding" do not judge. */
const FOLLOW = /^(?:$|\s*[.,;:!?)]|\s+(?:overall|with|but|although|because|and|as)\b)/u;

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
  for (const sentence of text.matchAll(SENTENCE)) {
    const lead = sentence[0].length - sentence[0].trimStart().length;
    const own = isFirst ? opening : undefined;
    const judgement = readSentence(sentence[0].slice(lead), sentence.index + lead, vocabulary, own);
    if (judgement !== undefined) found.push(judgement);
    isFirst = false;
  }
  return found;
}

function readSentence(
  sentence: string,
  offset: number,
  vocabulary: Vocabulary,
  opening: Area | undefined,
): ProseJudgement | undefined {
  const verb = VERB.exec(sentence);
  if (verb?.groups?.subject === undefined) return undefined;
  const areas = areasNamed(verb.groups.subject, vocabulary);
  const scale = areas[0]?.scale;
  if (scale === undefined) return undefined;
  const behind = sentence.slice(verb[0].length);
  const from = PREDICATE.exec(behind)?.[0].length ?? 0;
  const rest = singular(behind.slice(from));
  const name = vocabulary.labels.names.find((label) => startsWithWord(rest.text, label));
  const known = name === undefined ? undefined : vocabulary.labels.value(name, scale);
  const isOwn = opening !== undefined && areas.includes(opening);
  const words = known === undefined && isOwn ? strayLabel(rest.text, vocabulary.labels) : name;
  if (words === undefined || (known === undefined && !isOwn)) return undefined;
  const length = words.length - rest.added;
  const tail = behind.slice(from + length);
  if (!FOLLOW.test(tail) || joinsLabel(tail, vocabulary.labels)) return undefined;
  const at = offset + verb[0].length + from;
  return {
    areas,
    label: { text: behind.slice(from, from + length), span: { from: at, to: at + length }, value: known },
  };
}

/** "require improvement" is the plural of the label "requires improvement". */
function singular(text: string): { readonly text: string; readonly added: number } {
  const plural = /^(?:require|need)(?=\s)/u.exec(text)?.[0];
  return plural === undefined
    ? { text, added: 0 }
    : { text: `${plural}s${text.slice(plural.length)}`, added: 1 };
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
