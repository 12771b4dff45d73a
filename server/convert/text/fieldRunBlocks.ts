import { type Readers, readBlocks } from './blockReader.ts';
import type { Block, FieldsBlock } from './blocks.ts';
import type { FieldEntry, FieldRun } from './fieldRuns.ts';
import { blanked, type Line } from './lines.ts';
import { sourceCell } from './writeCells.ts';

/** Reads the lines of a text, and where labels with their values stand one below the other, these as fields. */
export function readWithRuns(
  source: string,
  lines: readonly Line[],
  readers: Readers,
  runs: ReadonlyMap<number, FieldRun>,
): readonly Block[] {
  const blocks: Block[] = [];
  let from = 0;
  for (const [at, run] of [...runs].sort(([a], [b]) => a - b)) {
    blocks.push(...readBlocks(source, only(lines, from, at), readers), ...runBlocks(source, run, readers));
    from = run.next;
  }
  return [...blocks, ...readBlocks(source, only(lines, from, lines.length), readers)];
}

/** The lines with all others blank, so that each keeps its index. */
function only(lines: readonly Line[], from: number, to: number): readonly Line[] {
  return blanked(lines, new Set([...lines.keys()].filter((index) => index < from || index >= to)));
}

/** Fields as a list, as long as each takes a paragraph; from the first that takes more on, headings above what they hold. */
function runBlocks(
  source: string,
  { role, isImplied, entries }: FieldRun,
  readers: Readers,
): readonly Block[] {
  const level = role.depth + 2;
  const blocks: Block[] = isImplied
    ? [{ kind: 'subheading', level, name: [], otherwise: role.def.heading }]
    : [];
  const plain = { ...readers, worded: undefined };
  const read = entries.map((entry) => ({ entry, below: readBlocks(source, entry.lines, plain) }));
  const long = read.findIndex(({ entry, below }) => entry.def.type === 'block' && !isShort(below));
  const listed = long < 0 ? read : read.slice(0, long);
  if (listed.length > 0) blocks.push({ kind: 'fields', fields: listed.map((one) => field(one.entry)) });
  for (const { entry, below } of read.slice(listed.length)) {
    blocks.push({ kind: 'subheading', level: level + 1, name: entry.name, otherwise: '' }, ...below);
  }
  return blocks;
}

function isShort(blocks: readonly Block[]): boolean {
  const [first] = blocks;
  return (
    blocks.length < 2 &&
    (first === undefined ||
      (first.kind === 'paragraph' &&
        first.bullet === undefined &&
        (!first.keepsLines || first.pieces.length < 3)))
  );
}

function field({ name, lines }: FieldEntry): FieldsBlock['fields'][number] {
  const spans = lines.filter(({ text }) => text !== '').map(({ from, to }) => ({ from, to }));
  return { name, value: { ...sourceCell(spans), place: name.at(-1)?.to ?? 0 } };
}
