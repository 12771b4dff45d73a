import type { SyntaxBlock } from '../syntax/block.ts';
import type { DataReading } from '../syntax/data.ts';
import { type StrayFrontMatter, splitFrontMatter, strayFrontMatter } from '../syntax/frontMatter.ts';
import { type MarkdownReading, readMarkdown } from '../syntax/markdown.ts';
import { readYaml } from '../syntax/yaml.ts';
import type { Change } from '../text/change.ts';
import type { SourceText } from '../text/sourceText.ts';
import { type Span, shift } from '../text/span.ts';
import type { Block, PlacedBlock } from './block.ts';
import { commentBlock, dataGroups, readMeta } from './data.ts';
import { MarkdownEditing } from './editMarkdown.ts';
import { readFacts } from './facts.ts';
import type { Model, ModelProblem, StrayMeta } from './model.ts';

/** A model of a Markdown document, with what the next version's may reuse. */
export interface MarkdownModel extends Model {
  readonly reuse: {
    readonly body: MarkdownReading;
    readonly frontMatter: DataReading;
    readonly facts: WeakMap<SyntaxBlock, Block>;
  };
}

/** Reads a Markdown document, from the model of an earlier version where there is one. */
export function markdownModel(
  text: SourceText,
  previous?: { readonly model: MarkdownModel; readonly change: Change },
): MarkdownModel {
  const front = splitFrontMatter(text);
  const stray = front.data === undefined ? strayFrontMatter(text) : undefined;
  const before = previous?.model.reuse;
  const frontMatter = readYaml(
    front.data === undefined ? '' : text.slice(front.data.from, front.data.to),
    before?.frontMatter.pieces,
  );
  const body = readMarkdown(
    text,
    front.whole.to,
    previous === undefined ? undefined : { reading: previous.model.reuse.body, change: previous.change },
  );
  const facts = before?.facts ?? new WeakMap<SyntaxBlock, Block>();
  const dataFrom = front.data?.from ?? 0;
  const blocks = body.blocks.map(({ from, block }) => ({ from, block: blockOf(block, facts) }));
  return {
    text,
    meta: readMeta(frontMatter.root, dataFrom + frontMatter.at),
    metaSpan:
      front.data === undefined
        ? firstLine(text, front.whole.to)
        : { from: 0, to: Math.max(3, front.data.from - 1) },
    strayMeta: stray && { span: firstLine(text, stray.whole.from), fault: faultOf(text, stray) },
    blocks: [...comments(frontMatter, dataFrom), ...blocks],
    problems: problems(text, front, frontMatter, body),
    data: undefined,
    written: front.data && { ...front.data, reading: frontMatter },
    groups: () =>
      front.data === undefined
        ? []
        : [front.whole, ...dataGroups(frontMatter.root, dataFrom + frontMatter.at)],
    editing: new MarkdownEditing(text, front.data, blocks, stray),
    reuse: { body, frontMatter, facts },
  };
}

function blockOf(syntax: SyntaxBlock, facts: WeakMap<SyntaxBlock, Block>): Block {
  const known = facts.get(syntax);
  if (known !== undefined) return known;
  const block = readFacts(syntax);
  facts.set(syntax, block);
  return block;
}

function comments(reading: DataReading, base: number): readonly PlacedBlock[] {
  return reading.comments.flatMap((comment) => commentBlock(comment, base) ?? []);
}

function faultOf(text: SourceText, { lead, fenced }: StrayFrontMatter): StrayMeta['fault'] {
  if (!fenced) return 'no-lines';
  return text.slice(lead.from, lead.to).trim() === '' ? 'blank-lines' : 'comment';
}

function firstLine(text: SourceText, from: number): Span {
  const line = text.lineAt(from);
  return { from: line.from, to: line.to };
}

function problems(
  text: SourceText,
  front: ReturnType<typeof splitFrontMatter>,
  data: DataReading,
  body: MarkdownReading,
): readonly ModelProblem[] {
  const found: ModelProblem[] = [];
  if (!front.closed) {
    found.push({
      code: 'front-matter',
      span: firstLine(text, 0),
      message:
        'The front matter that begins here is never closed. Put a line with three hyphens (---) below its last field.',
    });
  }
  const base = front.data?.from ?? 0;
  found.push(
    ...data.problems.map((problem) => ({
      ...problem,
      code: 'yaml' as const,
      span: shift(problem.span, base),
    })),
  );
  found.push(...body.problems.map((problem) => ({ ...problem, code: 'limits' as const })));
  return found;
}
