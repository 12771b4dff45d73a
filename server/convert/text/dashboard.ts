import type { ColumnDef, FieldDef } from '../../framework/framework.ts';
import { normaliseName } from '../../framework/name.ts';
import type { SectionRole } from '../../framework/vocabulary.ts';
import type { Block, GridCell, Paragraph } from './blocks.ts';
import { type HeaderRow, readHeaderRow } from './columnNames.ts';
import type { Line } from './lines.ts';
import { readMarker } from './marker.ts';
import type { ImportNote } from './note.ts';
import type { PlanReaders } from './planLayout.ts';
import type { BoxReader, OpenBoxes } from './statusBoxes.ts';
import { insertedCell, sourceCell } from './writeCells.ts';

/** What the table of statuses was read as, with what stands around it. */
export interface Dashboard {
  readonly blocks: readonly Block[];
  readonly notes: readonly ImportNote[];
}

/** Reads lines of words as paragraphs and items. */
export type TextReader = (lines: readonly Line[]) => readonly Block[];

/** One row while it is gathered. */
interface Row {
  readonly name: Line[];
  readonly text: Line[];
  readonly boxes: OpenBoxes;
}

/**
 * Reads the section that repeats the statuses of the pages: a row begins with the name of a priority, then comes what
 * was done, and it ends when its boxes are whole. The lines of a box may stand between lines of text.
 */
export function readDashboard(
  role: SectionRole,
  from: number,
  to: number,
  readers: PlanReaders,
  text: TextReader,
): Dashboard | undefined {
  const { lines, vocabulary } = readers;
  const table = role.def.tables.flatMap(({ table }) => vocabulary.framework.tables.get(table) ?? [])[0];
  if (table === undefined) return undefined;
  for (let at = from; at < to; at += 1) {
    const header = lines[at]?.text === '' ? undefined : readHeaderRow(lines, at, table);
    if (header === undefined || header.next > to) continue;
    const reader = new DashboardReader(header, table.columns, readers, text);
    const before = text(lines.slice(from, at));
    const { blocks, notes } = reader.read(header.next, to);
    return { blocks: [...before, ...blocks], notes };
  }
  return undefined;
}

class DashboardReader {
  readonly #header: HeaderRow;
  #boxes: BoxReader;
  readonly #columns: readonly ColumnDef[];
  readonly #readers: PlanReaders;
  readonly #text: TextReader;
  readonly #fields: ReadonlyMap<ColumnDef, FieldDef>;
  readonly #notes: ImportNote[] = [];
  readonly #rows: Row[] = [];

  constructor(header: HeaderRow, columns: readonly ColumnDef[], readers: PlanReaders, text: TextReader) {
    this.#header = header;
    this.#columns = columns;
    this.#readers = readers;
    this.#boxes = readers.boxes;
    this.#text = text;
    this.#fields = new Map(
      header.columns.flatMap(({ def }) => {
        const named = [def.heading, ...def.aliases, def.id].map(normaliseName);
        const field = readers.open.def.fields.find(
          ({ type, id, label }) =>
            type === 'status' &&
            named.some((name) => name === normaliseName(label) || name === normaliseName(id)),
        );
        return field === undefined ? [] : [[def, field] as const];
      }),
    );
  }

  read(from: number, to: number): Dashboard {
    const { lines } = this.#readers;
    const boxes = this.#readers.boxes.within(lines.slice(from, to));
    this.#boxes = boxes;
    let inBox = false;
    for (let index = from; index < to; index += 1) {
      const line = lines[index];
      if (line === undefined) continue;
      const isBox: boolean = boxes.isBox(line) || (inBox && boxes.isMark(line));
      const row = isBox && inBox ? this.#rows.at(-1) : this.#rowFor(line);
      if (line.text !== '') inBox = isBox;
      if (row === undefined) continue;
      if (isBox) {
        row.boxes.lines.push(line);
        row.text.push(blank(line));
      } else if (this.#isName(row, line)) row.name.push(line);
      else row.text.push(line);
    }
    return this.#finish();
  }

  /** The open row; a line of text behind a whole one opens the next. */
  #rowFor(line: Line): Row | undefined {
    const last = this.#rows.at(-1);
    if (last !== undefined && (line.text === '' || !last.boxes.isComplete || last.boxes.lines.length === 0))
      return last;
    if (line.text === '') return undefined;
    const row = { name: [], text: [], boxes: this.#boxes.open([...this.#fields.values()]) };
    this.#rows.push(row);
    return row;
  }

  /** The name of a priority goes on until the first item, whatever stands before its first line. */
  #isName({ name, text }: Row, line: Line): boolean {
    if (text.some((one) => one.text !== '')) return false;
    if (name.length === 0) return line.text !== '';
    if (line.text === '') return false;
    return readMarker(line).bullet === undefined && !(line.indent > 0);
  }

  #finish(): Dashboard {
    // What follows the last row has no boxes, and is text below the table.
    const last = this.#rows.at(-1);
    const below = last !== undefined && last.boxes.lines.length === 0 ? this.#rows.pop() : undefined;
    if (this.#rows.length === 0) {
      return {
        blocks: this.#text([...this.#headerLines(), ...(below?.name ?? []), ...(below?.text ?? [])]),
        notes: [],
      };
    }
    const head = this.#headCells();
    const rows = this.#rows.map((row) => this.#cells(row));
    const rest = below === undefined ? [] : this.#text([...below.name, ...below.text]);
    return {
      blocks: [{ kind: 'grid', rows: [head, ...rows], directive: undefined }, ...rest],
      notes: this.#notes,
    };
  }

  #headerLines(): readonly Line[] {
    const first = this.#header.columns[0]?.name[0]?.from ?? 0;
    const { lines } = this.#readers;
    return lines.slice(0, this.#header.next).filter((line) => line.text !== '' && line.to > first);
  }

  /** The columns of the table: the priority first, which the header may leave without a name. */
  get #order(): readonly ColumnDef[] {
    const present = this.#header.columns.map(({ def }) => def);
    const [first] = this.#columns;
    const others = present.filter((def) => def !== first);
    const hasText = others.some((def) => !this.#fields.has(def));
    const progress = this.#columns.find((def) => def !== first && !this.#isStatus(def));
    const texts = hasText || progress === undefined ? [] : [progress];
    return [...(first === undefined ? [] : [first]), ...texts, ...others];
  }

  #isStatus(def: ColumnDef): boolean {
    return this.#readers.open.def.fields.some(
      ({ type, label }) => type === 'status' && normaliseName(label) === normaliseName(def.heading),
    );
  }

  #headCells(): readonly GridCell[] {
    const place = this.#header.columns[0]?.name[0]?.from ?? 0;
    return this.#order.map((def) => {
      const named = this.#header.columns.find((column) => column.def === def);
      return named === undefined ? insertedCell(def.heading, place) : sourceCell(named.name);
    });
  }

  #cells(row: Row): readonly GridCell[] {
    const [first] = this.#columns;
    const place = row.name[0]?.from ?? row.boxes.lines[0]?.from ?? 0;
    const { name, text } = this.#divided(row);
    let textWritten = false;
    const statuses = this.#statusCells(row, place);
    return this.#order.map((def) => {
      if (def === first)
        return sourceCell(name.filter((line) => line.text !== '').map(({ from, to }) => ({ from, to })));
      const status = statuses.get(def);
      if (status !== undefined) return status;
      if (textWritten) return insertedCell('', place);
      textWritten = true;
      return this.#textCell(text, place);
    });
  }

  /** Without items, what was done begins behind the first blank line. */
  #divided({ name, text }: Row): { readonly name: readonly Line[]; readonly text: readonly Line[] } {
    if (text.some((line) => line.text !== '')) return { name, text };
    const gap = name.findIndex((line, index) => index > 0 && this.#hasGapBetween(name[index - 1], line));
    return gap < 0 ? { name, text: [] } : { name: name.slice(0, gap), text: name.slice(gap) };
  }

  #hasGapBetween(before: Line | undefined, behind: Line): boolean {
    const { lines } = this.#readers;
    if (before === undefined || before.text.endsWith(':')) return false;
    return lines.indexOf(behind) - lines.indexOf(before) > 1;
  }

  #textCell(text: readonly Line[], place: number): GridCell {
    const paragraphs = this.#text(text).filter((block): block is Paragraph => block.kind === 'paragraph');
    return {
      before: '',
      parts: paragraphs.map(({ pieces }) => pieces),
      joint: ' ',
      place: paragraphs[0]?.pieces[0]?.from ?? place,
    };
  }

  #statusCells({ boxes }: Row, place: number): ReadonlyMap<ColumnDef, GridCell> {
    const { statuses, fields, lines } = boxes;
    this.#notes.push(...boxNotes(boxes));
    return new Map(
      [...this.#fields].map(([def, field]) => {
        const status = statuses[fields.indexOf(field)];
        return [
          def,
          status === undefined ? insertedCell('', lines[0]?.from ?? place) : sourceCell([status]),
        ] as const;
      }),
    );
  }
}

function blank(line: Line): Line {
  return { ...line, text: '', raw: '', to: line.from };
}

/** Of a box only what is ticked is written; where nothing or more than one label is, the box is said to be unclear. */
export function boxNotes({ statuses, fields, lines }: OpenBoxes): readonly ImportNote[] {
  const unread = fields.filter((_, index) => statuses[index] === undefined);
  const message =
    unread.length === 0
      ? 'Of the boxes only what is ticked was carried over.'
      : `Not exactly one box is ticked for ${unread.map(({ label }) => `"${label}"`).join(' and ')}: it was left empty.`;
  return lines.map(({ from, to }) => ({ span: { from, to }, message, kind: 'dropped' }));
}
