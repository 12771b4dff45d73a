import type { Block } from '../../model/block.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  scope: 'section',
  summary: 'A caption must have its table, chart or picture beside it.',
  why: 'Pictures and tables get lost when a text is copied; the caption is all that tells readers that there was one.',
  severity: 'warning',
  *check({ own }) {
    const all = own.filter(({ kind }) => kind !== 'comment');
    for (const [index, block] of all.entries()) {
      const text = captionIn(block);
      if (text === undefined || isShown(all, index)) continue;
      const prose = block.leaves[0]?.prose;
      if (prose === undefined) continue;
      yield {
        at: { block: own.indexOf(block), span: prose.sourceSpan(0, prose.text.length) },
        message: `Nothing stands below or above the caption "${text}". Put in what it names, or take the caption out.`,
      };
    }
  },
});

/** "Chart: visits in time", "Figure showing the rate": a caption without a number. */
const UNNUMBERED = /^(?:Chart|Graph|Figure|Diagram|Table|Map)(?:\s?[:–—-]\s|\s+showing\b)/;
/** What a longer passage says is told, not named. */
const MOST_WORDS = 25;
/** Words with which a caption says that it stands for something elsewhere, or that there is nothing to show. */
const ELSEWHERE =
  /\b(?:see|attached|annexe?|appendix|overleaf|separate|following page|not (?:available|used|included)|withheld|removed)\b/i;

function captionIn(block: Block): string | undefined {
  const text = block.leaves[0]?.prose.text ?? '';
  if (block.kind !== 'paragraph' || block.leaves.length !== 1 || block.links.length > 0) return undefined;
  const isNumbered = block.caption?.kind === 'table' || block.caption?.kind === 'figure';
  if (!isNumbered && !UNNUMBERED.test(text)) return undefined;
  return text.split(/\s+/).length > MOST_WORDS || ELSEWHERE.test(text) ? undefined : text;
}

/** Whether what the caption names stands below it, or above it without a caption of its own. */
function isShown(all: readonly Block[], index: number): boolean {
  const below = all.slice(index + 1).find((block) => !isNote(block));
  if (below !== undefined && shows(below)) return true;
  const above = all.slice(0, index).findLastIndex((block) => !isNote(block));
  const before = all[above - 1];
  const shown = all[above];
  return shown !== undefined && shows(shown) && (before === undefined || captionIn(before) === undefined);
}

/** A table, a picture, a list that is set out as a figure; whatever is no plain text. */
function shows({ kind, tables, source }: Block): boolean {
  return (
    (kind !== 'paragraph' && kind !== 'heading') ||
    tables.length > 0 ||
    source.includes('![') ||
    /<(?:img|svg|iframe|object)\b/i.test(source)
  );
}

/** What may stand between a caption and what it names. */
function isNote({ kind, leaves }: Block): boolean {
  return (
    kind === 'paragraph' &&
    /^(?:source|note|base|key|n\s?=|\(?data|unit)\b/i.test(leaves[0]?.prose.text ?? '')
  );
}
