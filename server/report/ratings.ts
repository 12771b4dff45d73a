import { SCALE_LABELS } from '../framework/builtin.generated.ts';
import { editDistance, normaliseName } from '../framework/name.ts';
import type { LabelReader } from '../framework/vocabulary.ts';

const FIRST_WORD = /^\p{L}[\p{L}'’-]*/u;

/**
 * The words at the beginning of a text that are meant as a label and are none of the framework's: a label of
 * other scales, or a slip in one of its own.
 */
export function strayLabel(text: string, { names }: LabelReader): string | undefined {
  // An author who moves between frameworks takes the words of their scales along.
  const usual = SCALE_LABELS.find((label) => startsWithWord(text, label));
  if (usual !== undefined) return text.slice(0, usual.length);
  const word = FIRST_WORD.exec(text)?.[0] ?? '';
  return names.some((label) => isSlip(word, label)) ? word : undefined;
}

/** Labels of other scales that are everyday words too: they are meant as labels only where they stand alone. */
const LONE_LABELS = new Set(['outstanding', 'good', 'adequate', 'inadequate']);

/** Whether the whole value of a field is meant as a label, be it of another scale. */
export function isLoneLabel(text: string, labels: LabelReader): boolean {
  return LONE_LABELS.has(normaliseName(text)) || isStrayLabel(text, labels);
}

/** Whether a whole text is meant as a label and is none of the framework's. */
export function isStrayLabel(text: string, labels: LabelReader): boolean {
  return strayLabel(text, labels)?.length === text.length;
}

function isSlip(word: string, label: string): boolean {
  const limit = Math.min(2, Math.floor(word.length / 4));
  const distance = editDistance(normaliseName(word), normaliseName(label), limit);
  return 0 < distance && distance <= limit;
}

/** "require improvement" is the plural of the label "requires improvement". */
export function singularLabel(text: string): string {
  return text.replace(/^(require|need)(?=\s)/iu, '$1s');
}

/** Whether a text begins with that word or those words, whatever their case. */
export function startsWithWord(text: string, word: string): boolean {
  return (
    text.slice(0, word.length).toLowerCase() === word.toLowerCase() &&
    !/^[\p{L}\d-]/u.test(text.slice(word.length))
  );
}

/** Whether a text has that word or those words anywhere in it, whatever their case. */
export function hasWords(text: string, words: string): boolean {
  return ` ${normaliseName(text)} `.includes(` ${normaliseName(words)} `);
}

/** Whether a text goes on behind a label with another: "to outstanding", "/ outstanding", ", outstanding even". */
export function joinsLabel(rest: string, { names }: LabelReader): boolean {
  const next = /^(?:,?\s+(?:and|or|to)\s+(?:\w+\s+)?|,\s+|\s*[-–—/]\s*)/u.exec(rest);
  return next !== null && names.some((label) => startsWithWord(rest.slice(next[0].length), label));
}
