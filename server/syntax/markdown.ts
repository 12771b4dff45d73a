import { type Input, Tree, TreeFragment } from '@lezer/common';
import { Autolink, parser as commonmark, Strikethrough, TaskList } from '@lezer/markdown';
import type { Change } from '../text/change.ts';
import type { Problem } from '../text/problem.ts';
import type { SourceText, TextChunks } from '../text/sourceText.ts';
import { type Span, shift } from '../text/span.ts';
import type { Placed, SyntaxBlock } from './block.ts';
import { excess, harmless, limitProblems, passageAround } from './limits.ts';
import type { BlockNode } from './markdownBlocks.ts';
import { bareItems, footnotes, tables } from './markdownExtensions.ts';
import { type BlockMemo, placeBlocks } from './markdownPlacing.ts';

const parser = commonmark.configure([tables, bareItems, footnotes, TaskList, Strikethrough, Autolink]);

/** What is known of a text that was read as Markdown, and what the next reading may reuse. */
export interface MarkdownReading {
  /** Where the Markdown begins in the text: behind the front matter. */
  readonly base: number;
  readonly blocks: readonly Placed<SyntaxBlock>[];
  readonly problems: readonly Problem[];
  readonly reuse: MarkdownReuse;
}

interface MarkdownReuse {
  readonly text: SourceText;
  readonly fragments: readonly TreeFragment[];
  readonly blanked: readonly Span[];
  readonly memo: BlockMemo;
  readonly lost: readonly SyntaxBlock[];
}

/**
 * Reads a text from `base` on as Markdown. With the reading of an earlier version and what changed since,
 * only what the change touches is read again; the outcome is the same.
 */
export function readMarkdown(
  text: SourceText,
  base: number,
  previous?: { readonly reading: MarkdownReading; readonly change: Change },
): MarkdownReading {
  const before = usable(text, base, previous);
  const { blanked, change } =
    before === undefined ? blankingOf(text, base) : blankingAfter(text, base, before);
  const kept = before === undefined ? [] : fragmentsAfter(text, base, { ...before, change });
  const tree = parser.parse(new BodyInput(text, base, blanked), kept);
  const memo: BlockMemo = before?.reading.reuse.memo ?? new WeakMap();
  const last = previous && { blocks: previous.reading.blocks, lost: previous.reading.reuse.lost };
  const { blocks, lost } = placeBlocks(blockNodes(tree, base), text, memo, last);
  return {
    base,
    blocks,
    problems: limitProblems(blanked.filter((span) => isMissed(span, text, blocks))),
    reuse: { text, fragments: TreeFragment.addTree(tree, kept), blanked, memo, lost },
  };
}

interface Before {
  readonly reading: MarkdownReading;
  /** What changed in the body; undefined when the body only moved. */
  readonly change: Change | undefined;
}

/** A change that reaches across the end of the front matter leaves nothing to go by. */
function usable(
  text: SourceText,
  base: number,
  previous: { readonly reading: MarkdownReading; readonly change: Change } | undefined,
): Before | undefined {
  if (previous === undefined) return undefined;
  const { reading, change } = previous;
  const inFrontMatter = change.old.to <= reading.base && change.now.to <= base;
  const sameLength = reading.reuse.text.length - reading.base === text.length - base;
  if (inFrontMatter && sameLength) return { reading, change: undefined };
  const inBody = change.old.from >= reading.base && change.now.from >= base && reading.base === base;
  return inBody ? previous : undefined;
}

/**
 * Each change is widened by two lines either way, because what a line is may depend on the lines beside it
 * in ways that the parser's own reuse does not see.
 */
function fragmentsAfter(
  text: SourceText,
  base: number,
  { reading, change }: Before,
): readonly TreeFragment[] {
  if (change === undefined) return reading.reuse.fragments;
  const old = reading.reuse.text;
  const fromLine = text.lineAt(change.now.from).number;
  const toLine = old.lineAt(change.old.to).number;
  const from = Math.max(base, text.line(fromLine - 2).from);
  const to = Math.max(change.old.to, old.line(toLine + 2).to);
  const grown = change.now.to - change.now.from - (change.old.to - change.old.from);
  return TreeFragment.applyChanges(reading.reuse.fragments, [
    { fromA: from - base, toA: to - base, fromB: from - base, toB: to - base + grown },
  ]);
}

/** What is blanked after a change, and the change as far as what is blanked may differ. */
interface Blanking {
  readonly blanked: readonly Span[];
  readonly change: Change | undefined;
}

function blankingOf(text: SourceText, base: number): Blanking {
  return { blanked: excess(text, { from: base, to: text.length }), change: undefined };
}

function blankingAfter(text: SourceText, base: number, { reading, change }: Before): Blanking {
  const old = reading.reuse;
  if (change === undefined) {
    return { blanked: old.blanked.map((span) => shift(span, base - reading.base)), change };
  }
  const grown = text.length - old.text.length;
  const was = passageAround(old.text, change.old, base);
  const is = passageAround(text, change.now, base);
  const from = Math.min(was.from, is.from);
  const to = Math.max(was.to + grown, is.to);
  const before = old.blanked.filter((span) => span.to <= from);
  const after = old.blanked.filter((span) => span.from >= to - grown);
  const inside = excess(text, { from, to });
  const untouched = inside.length === 0 && before.length + after.length === old.blanked.length;
  return {
    blanked: [...before, ...inside, ...after.map((span) => shift(span, grown))],
    change: untouched ? change : { old: { from, to: to - grown }, now: { from, to } },
  };
}

/** Whether someone would miss what is blanked: nobody looks for markup in code and comments, or at blanks. */
function isMissed(span: Span, text: SourceText, blocks: readonly Placed<SyntaxBlock>[]): boolean {
  if (text.slice(span.from, span.from + 1) === ' ') return false;
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((blocks[middle]?.from ?? 0) <= span.from) low = middle;
    else high = middle - 1;
  }
  const kind = blocks[low]?.block.kind;
  return kind !== 'code' && kind !== 'comment';
}

/** The outermost blocks of a tree, the items of outermost lists one by one. */
function blockNodes(tree: Tree, base: number): readonly BlockNode[] {
  const nodes: BlockNode[] = [];
  const visit = (parent: Tree, offset: number, inList: boolean) => {
    let first = true;
    for (let index = 0; index < parent.children.length; index += 1) {
      const node = parent.children[index];
      const from = offset + (parent.positions[index] ?? 0);
      if (!(node instanceof Tree)) continue;
      if (node.type.isAnonymous) visit(node, from, inList);
      else if (node.type.name === 'BulletList' || node.type.name === 'OrderedList') visit(node, from, true);
      else nodes.push({ node, from, first: inList && first });
      first = false;
    }
  };
  visit(tree, base, false);
  return nodes;
}

/** The body of a text as the parser wants to read it, with what exceeds the limits blanked at equal length. */
class BodyInput implements Input {
  readonly length: number;
  readonly lineChunks = true;
  readonly #text: SourceText;
  readonly #base: number;
  readonly #chunks: TextChunks;
  readonly #blanked: readonly Span[];

  constructor(text: SourceText, base: number, blanked: readonly Span[]) {
    this.#text = text;
    this.#base = base;
    this.length = text.length - base;
    this.#chunks = text.chunks();
    this.#blanked = blanked;
  }

  chunk(from: number): string {
    const at = from + this.#base;
    return this.#blank(this.#chunks.at(at), at);
  }

  read(from: number, to: number): string {
    const at = from + this.#base;
    return this.#blank(this.#text.slice(at, to + this.#base), at);
  }

  #blank(text: string, at: number): string {
    if (this.#blanked.length === 0) return text;
    const end = at + text.length;
    let result = '';
    let done = at;
    for (let index = this.#firstFrom(at); index < this.#blanked.length; index += 1) {
      const span = this.#blanked[index];
      if (span === undefined || span.from >= end) break;
      const from = Math.max(span.from, done);
      const to = Math.min(span.to, end);
      if (to <= from) continue;
      result += text.slice(done - at, from - at) + harmless(text.slice(from - at, to - at));
      done = to;
    }
    return result + text.slice(done - at);
  }

  /** The first blanked span that ends behind `at`. */
  #firstFrom(at: number): number {
    let low = 0;
    let high = this.#blanked.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#blanked[middle]?.to ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
