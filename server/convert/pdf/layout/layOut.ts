import type { Flow } from '../../flow/flow.ts';
import { CONTENTS_LEFT_OUT } from '../../text/contents.ts';
import type { PdfPage } from '../page.ts';
import type { Block, LeftOutBlock, NoteBlock, RawTable, TextBlock } from './blocks.ts';
import { type Column, isTable, readColumns } from './columns.ts';
import { findContentsRows } from './contentsRows.ts';
import { type RawNote, takeNotes } from './footnotes.ts';
import { type Furniture, findFurniture } from './furniture.ts';
import { Hyphens } from './hyphens.ts';
import { joinColumns } from './joins.ts';
import { type Line, makeLine, type Run } from './line.ts';
import { Outline } from './outline.ts';
import { cellLines, readTable } from './pageTables.ts';
import { measureOf, readParagraphs } from './paragraphs.ts';
import { mergeRow, type Row, readRows } from './rows.ts';
import { readRuledTables, rulingsOf } from './ruledTables.ts';
import { readRuns } from './runs.ts';
import { type Style, styleOf } from './style.ts';
import { Writer } from './writer.ts';

/** A page whose words are shared out. */
interface Shared {
  readonly columns: readonly Column[];
  readonly leftOut: readonly LeftOutBlock[];
  readonly notes: readonly RawNote[];
  /** Words that run in another direction. */
  readonly turned: readonly Run[];
}

/**
 * Reads pages by position alone, for a PDF that says nothing of its structure or says it wrongly: what is a heading, a
 * list, a table, a footnote follows from sizes, gaps and rulings. Each word is in exactly one block.
 */
export function layOut(pages: readonly PdfPage[]): Flow {
  const shared = sharePages(pages);
  const lines = shared.flatMap(({ columns }) => columns.map(linesIn));
  const style = styleOf(lines);
  const columns = shared.flatMap((page) => blocksOf(page, style));
  const blocks = joinColumns(columns);
  const texts = blocks.filter((block) => block.kind === 'text');
  const writer = new Writer(new Outline(texts, style), new Hyphens(lines));
  const written = writer.write(blocks);
  return { text: writer.text, blocks: written, pages: writer.pages(pages.length), notes: [], pictures: [] };
}

function sharePages(pages: readonly PdfPage[]): readonly Shared[] {
  const read = pages.map((page, index) => {
    const { runs, turned } = readRuns(page, index);
    const { tables, loose } = readRuledTables([...runs, ...turned], page.drawing, index);
    const aside = new Set(turned);
    const rest = loose.filter((run) => !aside.has(run));
    return { page, tables, rows: readRows(rest), turned: loose.filter((run) => aside.has(run)) };
  });
  const { body } = styleOf(read.map(({ rows, tables }) => [...rows.flat(), ...tables.flatMap(linesOfTable)]));
  const furniture = findFurniture(
    read.map(({ page, rows }) => ({ height: page.height, rows })),
    body,
  );
  const kept = read.map(({ rows }) => rows.filter((row) => !furniture.has(row)));
  const contents = findContentsRows(kept);
  return read.map(({ page, tables, rows, turned }, index) => {
    const text = (kept[index] ?? []).filter((row) => !contents.has(row));
    const noted = takeNotes(text, rulingsOf(page.drawing), page.width, body);
    const leftOut = leftOutOf(rows, furniture, contents);
    return { columns: readColumns(noted.rows, tables), leftOut, notes: noted.notes, turned };
  });
}

function leftOutOf(
  rows: readonly Row[],
  furniture: ReadonlyMap<Row, Furniture>,
  contents: ReadonlySet<Row>,
): readonly LeftOutBlock[] {
  const edges = rows.flatMap((row): readonly LeftOutBlock[] => {
    const found = furniture.get(row);
    return found === undefined ? [] : [{ kind: 'leftOut', ...found }];
  });
  const lines = rows.filter((row) => contents.has(row)).map(mergeRow);
  return lines.length === 0 ? edges : [...edges, { kind: 'leftOut', lines, message: CONTENTS_LEFT_OUT }];
}

function linesIn(column: Column): readonly Line[] {
  return column.flatMap((part) => (isTable(part) ? linesOfTable(part) : [part]));
}

function linesOfTable(table: RawTable): readonly Line[] {
  return table.cells.flatMap(cellLines);
}

/** The columns of a page as blocks, with what was left out of it before them and its footnotes behind. */
function blocksOf({ columns, leftOut, notes, turned }: Shared, style: Style): readonly (readonly Block[])[] {
  const read = columns.map((column) => columnBlocks(column, style));
  const [first = [], ...others] = read;
  const aside = turned.map((run): TextBlock => turnedBlock(makeLine([run])));
  return [[...leftOut, ...first], ...others, [...notes.map((note) => noteBlock(note, style)), ...aside]];
}

function turnedBlock(line: Line): TextBlock {
  return { kind: 'text', lines: [line], label: undefined, left: line.x1, full: false };
}

function noteBlock({ id, label, lines }: RawNote, style: Style): NoteBlock {
  return { kind: 'note', id, label, blocks: readParagraphs(lines, measureOf(lines), style) };
}

function columnBlocks(column: Column, style: Style): readonly Block[] {
  const measure = measureOf(column.filter((part): part is Line => !isTable(part)));
  const blocks: Block[] = [];
  let open: Line[] = [];
  const close = (): void => {
    blocks.push(...readParagraphs(open, measure, style));
    open = [];
  };
  for (const part of column) {
    if (isTable(part)) {
      close();
      blocks.push(...readTable(part, style));
    } else open.push(part);
  }
  close();
  return blocks;
}
