import type { TextEdit } from '../../../server/text/edit.ts';
import type { Random } from '../../incremental/random.ts';
import { type Change, change, insert } from '../change.ts';
import { slot } from '../faults/shares.ts';
import type { Texts } from '../places.ts';

/** A change that concerns no place: nothing may be found anywhere. */
export function edited(document: Texts, edits: readonly TextEdit[], note: string): Change {
  return change(document.text, edits, [], note);
}

/** A sentence more in some paragraph. */
export function withSentence(document: Texts, random: Random, words: string): Change {
  return edited(document, [insert(slot(document, random).at, `${words} `)], words);
}

/** The blanks with which a line begins. */
export function indentOf({ text }: Texts, line: { from: number; to: number }): string {
  return /^ */.exec(text.slice(line.from, line.to))?.[0] ?? '';
}
