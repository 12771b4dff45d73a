import type { SyntaxBlock } from '../syntax/block.ts';
import { type DataMap, type DataScalar, entryOf, scalarOffsets } from '../syntax/data.ts';
import { type MarkdownReading, readMarkdown } from '../syntax/markdown.ts';
import type { Prose } from '../syntax/prose.ts';
import { EMPTY_SCALAR } from '../syntax/yamlScalar.ts';
import type { Change } from '../text/change.ts';
import type { Problem } from '../text/problem.ts';
import { SourceText } from '../text/sourceText.ts';
import type { Block, Heading, Label, PlacedBlock } from './block.ts';
import { EMPTY } from './data.ts';
import { readFacts, readHeading } from './facts.ts';
import { valueProse } from './valueProse.ts';

/**
 * The heading of a section, at its place from the section's start. A section that gives only its `id:` has a
 * heading without a name, which its framework can fill in.
 */
export function headingBlock(section: DataMap, level: number): PlacedBlock {
  const heading = entryOf(section, 'heading');
  const id = entryOf(section, 'id');
  const number = entryOf(section, 'number');
  const named = heading ?? id;
  const source = named?.value.kind === 'scalar' ? named.value.text : '';
  // Where nothing is written there may be no more text either, so an empty heading is shown at its key.
  const place = named?.value.kind === 'scalar' && source !== '' ? named.at + named.value.lead : undefined;
  const from = place ?? named?.keySpan.from ?? 0;
  const { prose } = valueProse(
    heading?.value.kind === 'scalar' ? heading.value : EMPTY_SCALAR,
    (heading?.at ?? from) - from,
  );
  const read = readHeading(prose, level);
  return {
    from,
    block: {
      ...EMPTY,
      kind: 'heading',
      source: source === '' ? '-' : source,
      leaves: [
        { span: prose.sourceSpan(0, prose.text.length), prose, depth: 0, quoted: false, marker: undefined },
      ],
      heading: number?.value.kind === 'scalar' ? numbered(read, number.value, number.at - from) : read,
      sectionId: id?.value.kind === 'scalar' ? id.value.text : undefined,
    },
  };
}

/** A heading whose number stands apart from it, `at` from its start. */
function numbered(heading: Heading, { text, lead }: DataScalar, at: number): Heading {
  return { ...heading, number: text, numberSpan: { from: at + lead, to: at + lead + text.length } };
}

/** The fields of a section as one block whose source is the map as written. */
export function fieldsBlock(fields: DataMap, source: string): Block {
  const values = fields.entries.map(({ value, at }) => valueProse(value, at));
  const labels = fields.entries.flatMap(({ key, keySpan }, index): Label[] => {
    const value = values[index];
    if (value === undefined) return [];
    const { prose, span } = value;
    return [{ name: key, nameSpan: keySpan, value: prose.text, valueSpan: span, bold: true }];
  });
  const leaves = values.map(({ prose, span }) => ({
    span,
    prose,
    depth: 0,
    quoted: false,
    marker: undefined,
  }));
  return { ...EMPTY, kind: 'fields', source, labels, leaves };
}

/** The block of an earlier reading of the section that says the same, so that it counts as unchanged; or else the new one. */
export function kept(placed: PlacedBlock, before: readonly PlacedBlock[] | undefined): PlacedBlock {
  const { from, block } = placed;
  const same = before?.find((earlier) => earlier.block.kind === block.kind)?.block;
  return same !== undefined && saysSame(same, block) ? { from, block: same } : placed;
}

function saysSame(a: Block, b: Block): boolean {
  return (
    a.source === b.source &&
    a.sectionId === b.sectionId &&
    a.heading?.level === b.heading?.level &&
    a.heading?.number === b.heading?.number &&
    a.heading?.numberSpan?.from === b.heading?.numberSpan?.from &&
    samePlaces(a.heading?.prose, b.heading?.prose) &&
    a.labels.length === b.labels.length &&
    a.labels.every(
      ({ name, value, nameSpan, valueSpan }, index) =>
        name === b.labels[index]?.name &&
        value === b.labels[index]?.value &&
        nameSpan.from === b.labels[index]?.nameSpan.from &&
        valueSpan.from === b.labels[index]?.valueSpan.from,
    )
  );
}

/** Whether two texts are the same and were written alike: `It's` in one kind of quotes stands otherwise than in the other. */
function samePlaces(a: Prose | undefined, b: Prose | undefined): boolean {
  if (a === undefined || b === undefined || a.text !== b.text) return a === b;
  // The end counts too: an empty text has no other place.
  for (let at = 0; at <= a.text.length; at += 1) {
    if (a.sourceOffset(at) !== b.sourceOffset(at)) return false;
  }
  return true;
}

/** The Markdown that stands in a scalar, with what the next reading of the scalar may reuse. */
export interface Body {
  /** At their places from the scalar's start. */
  readonly blocks: readonly PlacedBlock[];
  /** What of it could not be read, at its place from the scalar's start. */
  readonly problems: readonly Problem[];
  readonly text: string;
  readonly reading: MarkdownReading;
  readonly facts: WeakMap<SyntaxBlock, Block>;
}

/** Reads the Markdown that stands in a scalar. `before` is what stood in its place earlier. */
export function readBody(scalar: DataScalar, before: Body | undefined): Body {
  // The last line end may be YAML's own, and not in the source. In Markdown it means nothing.
  const text = scalar.text.endsWith('\n') ? scalar.text.slice(0, -1) : scalar.text;
  const reading = readText(text, before);
  const facts = before?.facts ?? new WeakMap<SyntaxBlock, Block>();
  const offsetOf = scalarOffsets(scalar);
  const blocks = reading.blocks.map(({ from, block }) => {
    const place = offsetOf(from);
    return { from: place, block: blockOf(block, lineStarts(offsetOf, block.source, from), facts) };
  });
  const problems = reading.problems.map((problem) => {
    const from = offsetOf(problem.span.from);
    return { ...problem, span: { from, to: Math.max(from, offsetOf(problem.span.to - 1) + 1) } };
  });
  return { blocks, problems, text, reading, facts };
}

function readText(text: string, before: Body | undefined): MarkdownReading {
  if (before === undefined) return readMarkdown(SourceText.of(text), 0);
  if (before.text === text) return before.reading;
  return readMarkdown(SourceText.of(text), 0, {
    reading: before.reading,
    change: changeBetween(before.text, text),
  });
}

function changeBetween(old: string, now: string): Change {
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old.charCodeAt(head) === now.charCodeAt(head)) head += 1;
  let tail = 0;
  while (
    tail < most - head &&
    old.charCodeAt(old.length - 1 - tail) === now.charCodeAt(now.length - 1 - tail)
  ) {
    tail += 1;
  }
  return { old: { from: head, to: old.length - tail }, now: { from: head, to: now.length - tail } };
}

/** A block is the same when its Markdown is and its lines stand as they stood. */
function blockOf(
  syntax: SyntaxBlock,
  starts: readonly number[] | undefined,
  facts: WeakMap<SyntaxBlock, Block>,
): Block {
  const known = facts.get(syntax);
  if (known !== undefined && sameStarts(known.lineStarts, starts)) return known;
  const block = readFacts(syntax, starts);
  facts.set(syntax, block);
  return block;
}

function sameStarts(a: readonly number[] | undefined, b: readonly number[] | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.length === b.length && a.every((start, line) => start === b[line]);
}

/** Where each line of a block begins in the source, from the block's place; undefined when it is one line. */
function lineStarts(
  offsetOf: (offset: number) => number,
  source: string,
  from: number,
): readonly number[] | undefined {
  if (!source.includes('\n')) return undefined;
  const place = offsetOf(from);
  const starts = [0];
  for (let end = source.indexOf('\n'); end >= 0; end = source.indexOf('\n', end + 1)) {
    starts.push(offsetOf(from + end + 1) - place);
  }
  return starts;
}
