import type { FlowCell, FlowRow, FlowTable } from '../flow/flow.ts';
import { child, elementsOf, within, type XmlElement } from '../office/xml.ts';
import type { Behind, Sink } from './behind.ts';
import { changeMark, deletedWords, readControl } from './controls.ts';
import { numberOf, settingOf, switchOf } from './properties.ts';
import type { DraftParagraph, Reading } from './reading.ts';

type ReadCell = (cell: XmlElement, sink: Sink) => void;

interface CellDraft {
  readonly column: number;
  readonly columns: number;
  rows: number;
  readonly header: boolean;
  readonly shade: string | undefined;
  readonly blocks: DraftParagraph[];
}

/** What a table says of all its cells. */
interface TableLook {
  readonly headerRow: XmlElement | undefined;
  readonly headerColumn: boolean;
}

/** A table while its rows are read. */
interface OpenTable {
  readonly isHeader: boolean;
  readonly look: TableLook;
  /** The cells that reach down to the row that is read, by their column. */
  readonly open: Map<number, CellDraft>;
}

/** More columns than Word allows. */
const MOST_COLUMNS = 200;

/** Reads tables; what is in their cells is read by whoever reads the story. */
export class TableReader {
  readonly #reading: Reading;
  readonly #readCell: ReadCell;

  constructor(reading: Reading, readCell: ReadCell) {
    this.#reading = reading;
    this.#readCell = readCell;
  }

  /** The only cell of a table that does no more than draw a box around other tables. */
  boxAround(table: XmlElement): XmlElement | undefined {
    const rows = rowsOf(table);
    const [row] = rows;
    const cells = row === undefined ? [] : cellsOf(row);
    const [cell] = cells;
    const isBox = rows.length === 1 && cells.length === 1 && within(cell, 'w:tbl').length > 0;
    return isBox ? cell : undefined;
  }

  /** Reads a table; undefined for one without words. What is tied to its paragraphs is handed on. */
  read(table: XmlElement, behind: (behind: Behind) => void): FlowTable | undefined {
    const from = this.#reading.text.length;
    const look = this.#look(table);
    const open = new Map<number, CellDraft>();
    const rows: FlowRow[] = [];
    for (const row of this.#rows(table)) {
      const isHeader =
        switchOf(child(row, 'w:trPr'), 'w:tblHeader') === true ||
        (rows.length === 0 && look.headerRow !== undefined);
      rows.push({ header: isHeader, cells: this.#row(row, { isHeader, look, open }, behind) });
    }
    const hasWords = rows.some(({ cells }) => cells.some(({ blocks }) => blocks.length > 0));
    this.#formatted(table, from);
    return hasWords ? { kind: 'table', rows } : undefined;
  }

  /** Reads the cells of a table one behind the other into what is around it. */
  readFlat(table: XmlElement, sink: Sink): void {
    for (const row of this.#rows(table)) for (const cell of cellsOf(row)) this.#readCell(cell, sink);
  }

  #look(table: XmlElement): TableLook {
    const properties = child(table, 'w:tblPr');
    const style = settingOf(properties, 'w:tblStyle');
    const look = child(properties, 'w:tblLook')?.attributes ?? {};
    const bits = Number.parseInt(look['w:val'] ?? '0', 16);
    const has = (name: string, bit: number): boolean => {
      const said = look[name];
      return said === undefined ? (bits & bit) !== 0 : /^(?:1|true|on)$/.test(said);
    };
    const { styles } = this.#reading;
    return {
      headerRow: has('w:firstRow', 0x20) ? styles.conditional(style, 'firstRow') : undefined,
      headerColumn: has('w:firstColumn', 0x80) && styles.conditional(style, 'firstCol') !== undefined,
    };
  }

  /** The rows that are left when changes are accepted. */
  #rows(table: XmlElement): readonly XmlElement[] {
    return rowsOf(table).filter((row) => {
      const mark = changeMark(child(row, 'w:trPr'), 'w:del');
      if (mark !== undefined) this.#deleted(mark, row);
      return mark === undefined;
    });
  }

  #deleted(mark: XmlElement, element: XmlElement): void {
    this.#reading.addChange('deleted', mark, deletedWords(element), this.#reading.text.length);
  }

  #formatted(table: XmlElement, from: number): void {
    for (const name of ['w:tblPrChange', 'w:trPrChange', 'w:tcPrChange']) {
      const [mark] = within(table, name);
      if (mark !== undefined) this.#reading.addChange('formatted', mark, '', from);
    }
  }

  #row(row: XmlElement, table: OpenTable, behind: (behind: Behind) => void): readonly FlowCell[] {
    const properties = child(row, 'w:trPr');
    const from = this.#reading.text.length;
    const cells: CellDraft[] = [];
    let column = Math.min(numberOf(settingOf(properties, 'w:gridBefore')) ?? 0, MOST_COLUMNS);
    for (const element of cellsOf(row)) {
      const own = child(element, 'w:tcPr');
      const gone = changeMark(own, 'w:cellDel');
      if (gone !== undefined) {
        this.#deleted(gone, element);
        continue;
      }
      const above = isContinued(own) ? table.open.get(column) : undefined;
      const draft = above ?? draftOf(own, column, table);
      if (above === undefined) cells.push(draft);
      else above.rows += 1;
      if (child(own, 'w:vMerge') === undefined) table.open.delete(column);
      else table.open.set(column, draft);
      this.#cell(element, draft, above !== undefined, behind);
      column += columnsOf(own);
    }
    const added = changeMark(properties, 'w:ins');
    const words = added === undefined ? '' : this.#reading.text.since(from).trim().replace(/\s+/g, ' ');
    if (added !== undefined) this.#reading.addChange('inserted', added, words, from);
    return cells;
  }

  /** Reads a cell; words in one that is merged into the one above are not shown by Word. */
  #cell(element: XmlElement, draft: CellDraft, isMerged: boolean, behind: (behind: Behind) => void): void {
    const from = this.#reading.text.length;
    this.#readCell(element, {
      paragraph: (paragraph) => draft.blocks.push(paragraph),
      // A list of contents in a cell: its words are told of, and are no cell's.
      block: (block) => {
        if (block.kind === 'leftOut') behind({ kind: 'read', block });
      },
      behind,
    });
    if (isMerged && this.#reading.text.since(from).trim() !== '') {
      const span = { from, to: this.#reading.text.length };
      this.#reading.addNote(
        'kept',
        span,
        'These words stand in a merged cell, behind those of its first row.',
      );
    }
  }
}

function columnsOf(properties: XmlElement | undefined): number {
  return Math.max(1, Math.min(numberOf(settingOf(properties, 'w:gridSpan')) ?? 1, MOST_COLUMNS));
}

function draftOf(
  properties: XmlElement | undefined,
  column: number,
  { isHeader, look }: OpenTable,
): CellDraft {
  return {
    column,
    columns: columnsOf(properties),
    rows: 1,
    header: isHeader || (look.headerColumn && column === 0),
    shade: shadeOf(properties) ?? (isHeader ? shadeOf(child(look.headerRow, 'w:tcPr')) : undefined),
    blocks: [],
  };
}

function isContinued(properties: XmlElement | undefined): boolean {
  const merge = child(properties, 'w:vMerge');
  return merge !== undefined && (merge.attributes['w:val'] ?? 'continue') === 'continue';
}

/** The colour behind a cell, unless it is white or nobody has chosen one. */
function shadeOf(properties: XmlElement | undefined): string | undefined {
  const shading = child(properties, 'w:shd')?.attributes;
  const fill = shading?.['w:val'] === 'solid' ? shading['w:color'] : shading?.['w:fill'];
  return fill !== undefined && /^[0-9a-f]{6}$/i.test(fill) && !/^f{6}$/i.test(fill)
    ? fill.toLowerCase()
    : undefined;
}

function rowsOf(table: XmlElement): readonly XmlElement[] {
  return unwrapped(table, 'w:tr');
}

function cellsOf(row: XmlElement): readonly XmlElement[] {
  return unwrapped(row, 'w:tc');
}

/** The children of a name, also those that content controls and the like are around. */
function unwrapped(parent: XmlElement, name: string): readonly XmlElement[] {
  return elementsOf(parent).flatMap((one) => {
    if (one.name === name) return [one];
    if (one.name === 'w:sdt') {
      const { content } = readControl(one);
      return content === undefined ? [] : unwrapped(content, name);
    }
    return /^w:(?:customXml|ins|moveTo)$/.test(one.name) ? unwrapped(one, name) : [];
  });
}
