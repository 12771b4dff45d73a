import { type Block, cellsOf } from '../../model/block.ts';
import type { Prose } from '../../syntax/prose.ts';
import type { Span } from '../../text/span.ts';
import { type BlockContext, type Draft, defineRule } from '../rule.ts';
import { isToCome, isUnfilled } from '../unfilled.ts';
import { findGaps, findTags } from './gaps.ts';

export default defineRule({
  scope: 'block',
  summary: 'Text that stands for words still to be written must be filled in.',
  why: 'A gap left from the template, such as "[number]" or "XX", tells readers that the report was never finished.',
  severity: 'warning',
  options: {
    allow: {
      type: 'array',
      default: [],
      description: 'Texts that look like gaps and are none, such as the initials "TBC" of a council.',
    },
  },
  *check(context) {
    const { block, options } = context;
    if (block.kind === 'code' || block.kind === 'comment') return;
    const allowed = Array.isArray(options.allow) ? options.allow : [];
    const found = [...wholes(block), ...inside(context)].sort((a, b) => a.from - b.from || b.to - a.to);
    let end = -1;
    for (const at of found) {
      const words = block.source.slice(at.from, at.to);
      if (at.from < end || allowed.includes(words)) continue;
      end = at.to;
      yield finding(at, words);
    }
  },
});

function finding(at: Span, words: string): Draft<Span> {
  return {
    at,
    message: `"${words.replace(/\s+/g, ' ')}" is still to be filled in. Write what belongs here, or take it out.`,
  };
}

/** Values and passages of which nothing else is written. In a table a blank is a matter of what the table measures. */
function wholes(block: Block): readonly Span[] {
  const labelled = block.labels.filter(({ value }) => isUnfilled(value)).map(({ valueSpan }) => valueSpan);
  if (block.kind === 'fields') return labelled;
  const lines = block.leaves
    .filter(({ prose }) => isToCome(prose.text))
    .map(({ prose }) => prose.sourceSpan(0, prose.text.length));
  return [...labelled, ...lines];
}

/** Gaps within what a reader sees, and tags, which a reader does not see. */
function inside({ block, vocabulary }: BlockContext): readonly Span[] {
  const isTemplate = (words: string) => vocabulary?.gaps.has(words) === true;
  const gaps = passages(block).flatMap(({ prose, quoted }) =>
    findGaps(prose.text, isTemplate, quoted).map(({ from, to }) => prose.sourceSpan(from, to)),
  );
  return [...gaps, ...findTags(block.source)];
}

/** What a reader sees. A cell with nothing but crosses is ticked, or ranks something. */
function passages(block: Block): readonly { readonly prose: Prose; readonly quoted: boolean }[] {
  const cells = cellsOf(block).filter(({ prose }) => !/^X+$/i.test(prose.text));
  return [...block.leaves, ...cells.map(({ prose }) => ({ prose, quoted: false }))];
}
