import type { Sheet, SheetCell } from '../../text/workbook.ts';
import type { Zip } from '../office/zip.ts';
import { Enough, LIMITS } from './limits.ts';
import { type Area, readArea, readReference, withMerged } from './merged.ts';
import { readPart } from './parts.ts';
import { shownNumber, shownText } from './shown.ts';
import { RichText, unescaped } from './strings.ts';
import type { SheetPart } from './workbookParts.ts';

/** What cells refer to. */
export interface Surroundings {
  readonly strings: readonly string[];
  readonly formats: readonly string[];
  readonly from1904: boolean;
}

/** Reads one sheet; formulas stand for the values that they had when the file was saved. */
export async function readWorksheet(
  zip: Zip,
  { name, path, isHidden }: SheetPart,
  around: Surroundings,
  mostCells: number,
): Promise<Sheet> {
  const reader = new SheetReader(around, mostCells);
  await readPart(zip, path, {
    open: (element, attributes) => reader.open(element, attributes),
    text: (text) => reader.text(text),
    close: (element) => reader.close(element),
  });
  const rows = [...reader.rows].map(([number, cells]) => ({ number, cells }));
  return { name, isHidden, rows: withMerged(rows, reader.merged), isCut: reader.isCut };
}

class SheetReader {
  readonly rows = new Map<number, SheetCell[]>();
  readonly merged: Area[] = [];
  isCut = false;
  readonly #around: Surroundings;
  readonly #inline = new RichText();
  #left: number;
  #row = 0;
  #column = -1;
  #cell: { readonly type: string; readonly style: number } | undefined;
  #value = '';
  #isValue = false;

  constructor(around: Surroundings, mostCells: number) {
    this.#around = around;
    this.#left = mostCells;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#inline.open(name);
    if (name === 'row') this.#openRow(Number(attributes.r ?? this.#row + 1));
    else if (name === 'c') this.#openCell(attributes);
    else if (name === 'v') this.#isValue = true;
    else if (name === 'mergeCell' && this.merged.length < LIMITS.merges) {
      const area = readArea(attributes.ref ?? '');
      if (area !== undefined) this.merged.push(area);
    }
  }

  text(text: string): void {
    this.#inline.add(text);
    if (this.#isValue && this.#value.length < LIMITS.text) this.#value += text;
  }

  close(name: string): void {
    this.#inline.close(name);
    if (name === 'v') this.#isValue = false;
    if (name === 'c') this.#closeCell();
  }

  #openRow(number: number): void {
    if (number > LIMITS.rows || !(number > this.#row)) {
      this.isCut = true;
      throw new Enough();
    }
    this.#row = number;
    this.#column = -1;
  }

  #openCell({ r, t = 'n', s = '0' }: Readonly<Record<string, string>>): void {
    const column = r === undefined ? this.#column + 1 : (readReference(r)?.column ?? this.#column + 1);
    this.#column = column;
    this.#cell = { type: t, style: Number(s) };
    this.#value = '';
    this.#inline.begin();
  }

  #closeCell(): void {
    if (this.#cell === undefined) return;
    const shown = this.#shown(this.#cell);
    this.#cell = undefined;
    if (shown.text === '' || this.#column >= LIMITS.columns) return;
    if (this.#left <= 0) {
      this.isCut = true;
      throw new Enough();
    }
    this.#left -= 1;
    const cells = this.rows.get(this.#row) ?? [];
    if (cells.length === 0) this.rows.set(this.#row, cells);
    cells.push({ column: this.#column, ...shown });
  }

  #shown({ type, style }: { readonly type: string; readonly style: number }): Omit<SheetCell, 'column'> {
    const value = this.#value;
    if (type === 'inlineStr') return shownText(this.#inline.text);
    if (type === 's') return shownText(this.#around.strings[Number(value)] ?? '');
    if (type === 'b') return shownText(value === '1' ? 'TRUE' : 'FALSE');
    if (type === 'd') return { ...shownText(value), date: /^\d{4}-\d\d-\d\d/.exec(value)?.[0] };
    if (type !== 'n') return shownText(unescaped(value));
    if (value.trim() === '') return shownText('');
    return shownNumber(Number(value), this.#around.formats[style] ?? 'General', this.#around.from1904);
  }
}
