import type { PartDef } from '../framework/framework.ts';
import type { Block } from '../model/block.ts';
import type { LetterPart } from './contents.ts';
import { startsWithWord } from './ratings.ts';

/** The parts of a letter that begin a paragraph of the section, which may have a number. */
export function readLetterParts(own: readonly Block[], parts: readonly PartDef[]): readonly LetterPart[] {
  if (parts.length === 0) return [];
  return own.flatMap((block, index) => {
    const leaf = block.leaves[0];
    if (leaf === undefined || (block.kind !== 'paragraph' && block.number === undefined)) return [];
    const { text } = leaf.prose;
    const def = parts.find(({ begins }) => begins.some((words) => startsWithWord(text, words)));
    if (def === undefined) return [];
    const line = leaf.prose.lines()[0] ?? { from: 0, to: text.length };
    const at = { block: index, span: leaf.prose.sourceSpan(line.from, line.to) };
    return [{ id: def.id, label: def.label, words: { text: text.slice(line.from, line.to), at } }];
  });
}
