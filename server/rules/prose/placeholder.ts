import { type Block, cellsOf } from '../../model/block.ts';
import type { Prose } from '../../syntax/prose.ts';
import type { Span } from '../../text/span.ts';
import { type Draft, defineRule, type FramedBlockContext } from '../rule.ts';
import { isToCome, isUnfilled } from '../unfilled.ts';
import { findGaps, findTags, type Gap, type Passage } from './gaps.ts';

export default defineRule({
  scope: 'framed-block',
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
    for (const gap of found) {
      const words = block.source.slice(gap.from, gap.to);
      if (gap.from < end || allowed.includes(words)) continue;
      end = gap.to;
      yield finding(gap, words.replace(/\s+/g, ' '));
    }
  },
});

function finding({ from, to, isError }: Gap, words: string): Draft<Span> {
  const message = isError
    ? `"${words}" is what a program prints where it cannot find what was meant. Write what belongs here, or take it out.`
    : `"${words}" is still to be filled in. Write what belongs here, or take it out.`;
  return { at: { from, to }, message };
}

/** Values and passages of which nothing else is written. In a table a blank is a matter of what the table measures. */
function wholes(block: Block): readonly Gap[] {
  const labelled = block.labels.filter(({ value }) => isUnfilled(value)).map(({ valueSpan }) => valueSpan);
  const lines = block.leaves
    .filter(({ prose }) => block.kind !== 'fields' && isToCome(prose.text))
    .map(({ prose }) => prose.sourceSpan(0, prose.text.length));
  return [...labelled, ...lines].map((span) => ({ ...span, isError: false }));
}

/** Gaps within what a reader sees, and tags, which a reader does not see. */
function inside({ block, vocabulary }: FramedBlockContext): readonly Gap[] {
  const isTemplate = (words: string) => vocabulary?.gaps.has(words) === true;
  const gaps = passages(block).flatMap(({ prose, quoted, isCell }) =>
    findGaps({ text: prose.text, quoted, isCell }, isTemplate).map((gap) => ({
      ...gap,
      ...prose.sourceSpan(gap.from, gap.to),
    })),
  );
  return [...gaps, ...findTags(block.source)];
}

/** What a reader sees. A cell with nothing but crosses is ticked, or ranks something. */
function passages(block: Block): readonly (Omit<Passage, 'text'> & { readonly prose: Prose })[] {
  const cells = cellsOf(block).filter(({ prose }) => !/^X+$/i.test(prose.text));
  return [
    ...block.leaves.map(({ prose, quoted }) => ({ prose, quoted, isCell: false })),
    ...cells.map(({ prose }) => ({ prose, quoted: false, isCell: true })),
  ];
}
