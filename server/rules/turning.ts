import { turned } from '../numbers/opposites.ts';
import type { Span } from '../text/span.ts';
import type { DraftFix } from './rule.ts';

/** The fix that has words of a block's source say the contrary; none where no one word of them decides what they say. */
export function turning(source: string, at: Span): readonly DraftFix<Span>[] {
  const other = turned(source, at);
  return other === undefined ? [] : [changing(source, other.span, other.words)];
}

/** The fix that puts other words in the place of some of a block's source. */
export function changing(source: string, at: Span, words: string): DraftFix<Span> {
  const old = source.slice(at.from, at.to).replace(/\s+/g, ' ');
  return { title: `Change "${old}" to "${words}"`, edits: (edit, place) => edit.replace(place(at), words) };
}
