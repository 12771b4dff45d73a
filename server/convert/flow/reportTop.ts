import type { FieldDef } from '../../framework/framework.ts';
import { normaliseName } from '../../framework/name.ts';
import type { Vocabulary } from '../../framework/vocabulary.ts';
import { findContents } from '../text/contents.ts';
import type { FieldMatch } from '../text/fieldLines.ts';
import { writeFrontMatter } from '../text/frontMatter.ts';
import type { HeadingReader } from '../text/headings.ts';
import { blanked, type Line } from '../text/lines.ts';
import { bodyStart, fieldNotes, readTitleBlock, type TitleBlock, writeTitle } from '../text/titleBlock.ts';
import type { Flow, FlowBlock, FlowTable } from './flow.ts';
import { lineAt } from './flowLines.ts';
import type { Top } from './top.ts';

/** Reads the title and the fields of a report from what stands above its first heading. */
export function readReportTop(
  flow: Flow,
  all: readonly Line[],
  vocabulary: Vocabulary,
  reader: HeadingReader,
): Top {
  const contents = findContents(all, vocabulary);
  const lines = blanked(all, contents.gone);
  const end = Math.min(bodyStart(lines, reader, vocabulary), firstStatement(flow, lines, vocabulary));
  const read = withMarkedTitle(readTitleBlock(lines, end, vocabulary), flow, lines, end);
  const tables = fieldTables(flow, end, vocabulary, read);
  const title = withFields(read, tables.fields);
  return {
    write: (out) => {
      writeFrontMatter(out, flow.text, title, vocabulary);
      if (title.title.length > 0) writeTitle(out, flow.text, title);
    },
    used: new Set([...contents.gone, ...title.used, ...tables.used]),
    title: undefined,
    notes: [...contents.notes, ...fieldNotes(title)],
  };
}

/** A title that the author has marked as one: the first heading of the first level, whatever its words look like. */
function withMarkedTitle(
  read: TitleBlock,
  { blocks }: Flow,
  lines: readonly Line[],
  end: number,
): TitleBlock {
  if (read.title.length > 0) return read;
  const index = lines.slice(0, end).findIndex(({ text }, at) => text !== '' && !read.used.has(at));
  const block = blocks[index];
  if (block?.kind !== 'paragraph' || block.level !== 1) return read;
  return { ...read, title: [block.span], used: new Set([...read.used, index]) };
}

/** The first table that is more than labels with their values: what stands below it is no title. */
function firstStatement({ blocks, text }: Flow, lines: readonly Line[], vocabulary: Vocabulary): number {
  const index = blocks.findIndex(
    (block) => block.kind === 'table' && labelRows(block, text, vocabulary).length < block.rows.length,
  );
  return index < 0 ? lines.length : index;
}

/** The document with tables whose first rows are labels of fields cut in two behind these. */
export function withCoverTablesApart(flow: Flow, vocabulary: Vocabulary): Flow {
  const blocks = flow.blocks.flatMap((block): readonly FlowBlock[] => {
    const rows = block.kind === 'table' ? labelRows(block, flow.text, vocabulary).length : 0;
    if (block.kind !== 'table' || rows === 0 || rows === block.rows.length) return [block];
    return [
      { kind: 'table', rows: block.rows.slice(0, rows) },
      { kind: 'table', rows: block.rows.slice(rows) },
    ];
  });
  return { ...flow, blocks };
}

/** The title with fields that a table gave; two of them have keys of their own. */
function withFields(read: TitleBlock, fields: readonly FieldMatch[]): TitleBlock {
  const value = (id: string) => fields.find(({ def }) => def.id === id)?.value;
  const [title, organisation] = [value('title'), value('organisation')];
  return {
    ...read,
    title: title === undefined ? read.title : [title],
    organisation: organisation === undefined ? read.organisation : [organisation],
    fields: [...read.fields, ...fields],
  };
}

interface FieldTables {
  readonly fields: readonly FieldMatch[];
  readonly used: ReadonlySet<number>;
}

/** Fields that stand in tables of two columns above the text: a label and its value. */
function fieldTables(flow: Flow, end: number, vocabulary: Vocabulary, read: TitleBlock): FieldTables {
  const known = new Set<FieldDef>(read.fields.map(({ def }) => def));
  const fields: FieldMatch[] = [];
  const used = new Set<number>();
  for (const [index, block] of flow.blocks.slice(0, end).entries()) {
    const rows = block.kind === 'table' ? labelRows(block, flow.text, vocabulary) : [];
    // A field that was there before is kept as text, since only one of the two can be meant.
    if (rows.length === 0 || rows.some(({ def }) => known.has(def))) continue;
    for (const row of rows) known.add(row.def);
    fields.push(...rows);
    used.add(index);
  }
  return { fields, used };
}

/** The first rows of a table that are labels of the framework's fields with their values. */
function labelRows(table: FlowTable, source: string, { framework }: Vocabulary): readonly FieldMatch[] {
  const byName = new Map(
    framework.fields.flatMap((def) => [def.label, ...def.aliases].map((name) => [normaliseName(name), def])),
  );
  const rows: FieldMatch[] = [];
  for (const { cells } of table.rows) {
    const [label, value] = cells.map(({ blocks }) => blocks);
    const [first, second] = [label?.[0], value?.[0]];
    if (cells.length !== 2 || label?.length !== 1 || first === undefined) break;
    const line = lineAt(source, first.span);
    const def = byName.get(normaliseName(line.text));
    if (def === undefined) break;
    const last = value?.at(-1);
    const span = second && last && { from: second.span.from, to: last.span.to };
    rows.push({ def, label: { from: line.from, to: line.to }, value: span });
  }
  return rows;
}
