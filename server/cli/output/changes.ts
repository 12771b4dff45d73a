import type { WordChange } from '../../convert/word/wordDocument.ts';
import { visible } from './screen.ts';
import { count } from './summary.ts';

const KINDS: Readonly<Record<WordChange['kind'], string>> = {
  inserted: 'put in',
  deleted: 'taken out',
  moved: 'moved here',
  formatted: 'given another look',
};

/** After so many the rest is counted. */
const LISTED = 20;
const LONGEST = 80;

/** The changes that Word has tracked, a line each: who made them, and with which words. */
export function changeLines(changes: readonly WordChange[]): readonly string[] {
  if (changes.length === 0) return [];
  const were = changes.length === 1 ? 'was' : 'were';
  const left = changes.length - LISTED;
  return [
    `${count(changes.length, 'tracked change')} ${were} read as accepted:`,
    ...changes.slice(0, LISTED).map((change) => `  ${visible(changeSentence(change))}`),
    ...(left > 0 ? [`  and ${left} more, which --format json lists.`] : []),
  ];
}

/** What was done, by whom, and to which words. */
export function changeSentence({ kind, author, words }: WordChange): string {
  const plain = words.replace(/\s+/g, ' ').trim();
  const shown = plain.length > LONGEST ? `${plain.slice(0, LONGEST).trimEnd()}…` : plain;
  const by = author === undefined ? '' : ` by ${author}`;
  return shown === '' ? `a paragraph ${KINDS[kind]}${by}` : `"${shown}" ${KINDS[kind]}${by}`;
}
