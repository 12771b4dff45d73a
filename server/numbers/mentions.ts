import { type Block, cellsOf } from '../model/block.ts';
import type { Prose } from '../syntax/prose.ts';
import { readClause, type Subject } from './clauseMentions.ts';
import { type Clause, clausesOf, FIGURE, TIME } from './clauses.ts';
import type { Mention, MentionMemo } from './mention.ts';
import { passageOf } from './statedFigures.ts';

/** The figures of measures that the prose of a block states. Kept in the memo for as long as the block is the same. */
export function mentionsOf(block: Block, memo: MentionMemo): readonly Mention[] {
  const known = memo.blocks.get(block);
  if (known !== undefined) return known;
  const mentions = [
    ...(block.kind === 'code' || block.kind === 'heading' ? [] : block.leaves).flatMap(({ prose }) =>
      inProse(prose, []),
    ),
    // In a cell a line end parts one statement from the next; in a paragraph it is where the line was full.
    ...cellsOf(block).flatMap(({ prose }) => inProse(prose, prose.breaks)),
  ];
  memo.blocks.set(block, mentions);
  return mentions;
}

/** Whether a passage may state a share, judged without reading it. A figure alone, as in a cell, is no sentence. */
function mayState(text: string): boolean {
  return text.length > 20 && /\d/.test(text);
}

function inProse(prose: Prose, breaks: readonly number[]): readonly Mention[] {
  if (!mayState(prose.text)) return [];
  const passage = passageOf(prose, breaks);
  if (passage.stated.size === 0) return [];
  const mentions: Mention[] = [];
  let subject: Subject | undefined;
  let opening: Clause | undefined;
  for (const clause of clausesOf(passage.text)) {
    const own =
      opening === undefined || isHarmless(opening, clause) ? readClause(passage, clause, subject) : undefined;
    opening = /^[.!?\n]/.test(clause.lead) && !clause.text.includes(FIGURE) ? clause : undefined;
    // What a clause that could not be read is about is not known, and neither is what "and 45% in May" behind it is of.
    subject =
      own?.subject ?? (clause.text.includes(FIGURE) || /^[.!?:;\n]/.test(clause.lead) ? undefined : subject);
    if (own !== undefined) mentions.push(...own.mentions);
  }
  return mentions;
}

const HARMLESS = new RegExp(
  String.raw`^\s*(?:(?:following|despite|based on|as a result of|due to|since|in line with|thanks to|to date|currently|however|in addition|also|for example|in contrast|as a result|again|encouragingly|disappointingly|positively|importantly|notably)\b.*|${TIME}|\s)*$`,
  'i',
);

/** Whether what opens a sentence and is parted by a mere comma says nothing of the figure behind it: "Over the year, 90%" does. */
function isHarmless(opening: Clause, { lead }: Clause): boolean {
  return !/^,\s*$/.test(lead) || HARMLESS.test(opening.text);
}
