import type { FlowBlock } from '../flow/flow.ts';
import type { ImportNote } from '../text/note.ts';

/** Replacement characters, and those that mean only what one font says of them. */
const UNREADABLE = /[\uFFFD\uE000-\uF8FF]|[\u{F0000}-\u{10FFFD}]/gu;
const MOST_NOTES = 50;

/** A note for each paragraph with letters that the document does not say the meaning of; bullets need none. */
export function unreadable(text: string, blocks: readonly FlowBlock[]): readonly ImportNote[] {
  const notes: ImportNote[] = [];
  const labels = new Set(
    blocks.map((block) => (block.kind === 'paragraph' ? block.list?.span?.from : undefined)),
  );
  let end = -1;
  for (const { index, 0: found } of text.matchAll(UNREADABLE)) {
    if (index < end || labels.has(index)) continue;
    const line = text.indexOf('\n', index);
    end = line < 0 ? text.length : line;
    notes.push({ span: { from: index, to: index + found.length }, message: MESSAGE, kind: 'kept' });
    if (notes.length >= MOST_NOTES) break;
  }
  return notes;
}

const MESSAGE =
  'Letters here could not be read: the PDF does not say what the signs of its font mean. Look at the page, and type them.';
