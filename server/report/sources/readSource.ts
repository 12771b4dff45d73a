import type { Problem } from '../../text/problem.ts';
import { cellName, type Sheet, type SheetCell, type SheetRow } from '../../text/workbook.ts';
import { type CellValue, readCell } from '../../values/cell.ts';
import { parseDecimal } from '../../values/decimal.ts';
import { type Period, readPeriod } from '../../values/periods.ts';
import { measureKey } from '../measureDictionary.ts';
import { roleNamed } from '../measures.ts';
import { readTarget } from '../series.ts';
import { monthsMeant } from './monthsMeant.ts';
import { periodKey, type Source, type SourceFigure, type SourceRole } from './source.ts';
import { dayText, readSourceColumns, type SourceColumns } from './sourceColumns.ts';
import type { SourceDef } from './sourceDef.ts';

export interface ReadSource {
  readonly source: Source;
  /** Places are in `touchstone.yaml`. */
  readonly problems: readonly Problem[];
}

/**
 * Reads the figures of a sheet.
 * @param place for messages: `sheet "KPIs" in data/kpis.xlsx`
 */
export function readSource(def: SourceDef, sheet: Sheet, place: string): ReadSource {
  const columns = readSourceColumns(def, sheet, place);
  const file = def.file.text;
  if ('message' in columns) return { source: { file, measures: new Map() }, problems: [columns] };
  const reader = new SourceReader(def, columns, place);
  for (const row of sheet.rows) if (row.number > columns.headerRow) reader.row(row);
  return { source: { file, measures: reader.measures() }, problems: reader.problems(sheet) };
}

interface Draft {
  readonly name: string;
  readonly figures: Record<SourceRole, SourceFigure[]>;
}

class SourceReader {
  readonly #def: SourceDef;
  readonly #columns: SourceColumns;
  readonly #place: string;
  readonly #names: ReadonlyMap<string, string>;
  readonly #drafts = new Map<string, Draft>();
  readonly #unread: string[] = [];
  readonly #twice: string[] = [];
  #last: string | undefined;

  constructor(def: SourceDef, columns: SourceColumns, place: string) {
    this.#def = def;
    this.#columns = columns;
    this.#place = place;
    this.#names = new Map(def.names.map(([inSheet, name]) => [measureKey(inSheet), name]));
  }

  row(row: SheetRow): void {
    const { at, periods } = this.#columns;
    const name = cellAt(row, at.measure)?.text;
    // With a row for each role a measure may be named in the first of them alone.
    const own = name ?? (at.role === undefined ? undefined : this.#last);
    if (own === undefined) return;
    this.#last = own;
    const stated = roleNamed(cellAt(row, at.role)?.text ?? '');
    if (at.role !== undefined && stated !== 'target' && stated !== 'actual') return;
    const ofRow: SourceRole = stated === 'target' ? 'target' : 'actual';
    for (const { column, period, role } of periods) this.#add(own, role ?? ofRow, period, row, column);
    const period = this.#periodOf(row);
    if (period === 'unread') return;
    for (const role of ['target', 'actual'] as const) {
      const column = at[role];
      if (column !== undefined) this.#add(own, role, period, row, column);
    }
  }

  #periodOf(row: SheetRow): Period | undefined | 'unread' {
    const column = this.#columns.at.period;
    if (column === undefined || this.#def.isWide) return undefined;
    const cell = cellAt(row, column);
    const period = cell && readPeriod(dayText(cell));
    if (period !== undefined) return period;
    if (cell !== undefined) this.#unread.push(`"${cell.text}" in ${cellName(column, row.number)}`);
    return 'unread';
  }

  #add(name: string, role: SourceRole, period: Period | undefined, row: SheetRow, column: number): void {
    const cell = cellAt(row, column);
    if (cell === undefined) return;
    const value = valueIn(cell);
    if (value.kind === 'blank' || value.kind === 'text') return;
    const key = measureKey(this.#names.get(measureKey(name)) ?? name);
    const draft = this.#drafts.get(key) ?? { name, figures: { target: [], actual: [] } };
    this.#drafts.set(key, draft);
    const own = cellName(column, row.number);
    draft.figures[role].push({
      text: cell.text,
      cell: value,
      shown: shownOf(cell),
      period,
      cellName: own,
      file: this.#def.file.text,
      place: `cell ${own} of ${this.#place}`,
    });
  }

  measures(): Source['measures'] {
    const all = [...this.#drafts.values()].flatMap(({ figures }) => [...figures.target, ...figures.actual]);
    const inMonths = monthsMeant(all.flatMap(({ period }) => period ?? []));
    return new Map(
      [...this.#drafts].map(([key, { name, figures }]) => [
        key,
        {
          name,
          figures: {
            target: this.#byTime(name, figures.target, inMonths),
            actual: this.#byTime(name, figures.actual, inMonths),
          },
        },
      ]),
    );
  }

  /** Of two different figures for one time neither counts, since nobody can tell which is right. */
  #byTime(
    name: string,
    figures: readonly SourceFigure[],
    inMonths: (period: Period) => Period,
  ): ReadonlyMap<string, SourceFigure> {
    const found = new Map<string, SourceFigure>();
    const doubtful = new Set<string>();
    for (const figure of figures) {
      const period = figure.period && inMonths(figure.period);
      const key = periodKey(period);
      const known = found.get(key);
      if (known === undefined) found.set(key, { ...figure, period });
      else if (known.text !== figure.text) {
        doubtful.add(key);
        this.#twice.push(
          `"${name}" has two figures for one time: ${known.text} in ${known.cellName} and ${figure.text} in ${figure.cellName}`,
        );
      }
    }
    for (const key of doubtful) found.delete(key);
    return found;
  }

  problems({ isCut, rows }: Sheet): readonly Problem[] {
    const { span } = this.#def.sheet ?? this.#def.file;
    const problem = (message: string): Problem => ({ span, message });
    const rest = ({ length }: readonly string[]) =>
      length > 2 ? ` ${length - 1} more are like it.` : length > 1 ? ' One more is like it.' : '';
    return [
      ...(isCut
        ? [
            problem(
              `Not all of ${this.#place} is read: it goes on behind row ${rows.at(-1)?.number ?? 0}. Keep the figures that the documents need in a smaller sheet.`,
            ),
          ]
        : []),
      ...(this.#drafts.size === 0 && this.#unread.length === 0
        ? [
            problem(
              `No row of ${this.#place} below row ${this.#columns.headerRow} has a measure with a figure.`,
            ),
          ]
        : []),
      ...this.#unread
        .slice(0, 1)
        .map((one) =>
          problem(
            `In ${this.#place} ${one} is no period that can be read: write it as in May 2020, 2020-05 or Q1 2020/21.${rest(this.#unread)}`,
          ),
        ),
      ...this.#twice
        .slice(0, 1)
        .map((one) => problem(`In ${this.#place} ${one}. Keep one of them.${rest(this.#twice)}`)),
    ];
  }
}

function cellAt({ cells }: SheetRow, column: number | undefined): SheetCell | undefined {
  return column === undefined ? undefined : cells.find((cell) => cell.column === column);
}

/** What a cell says: its own number with all its places, or what its words say. */
function valueIn({ text, number }: SheetCell): CellValue {
  const shown = readTarget(text).cell;
  const value = number === undefined ? undefined : parseDecimal(number);
  if (value === undefined) return shown;
  return { kind: 'figure', unit: shown.kind === 'figure' ? shown.unit : 'number', value };
}

/** What a cell shows of its number, where that is less than all of it. */
function shownOf({ text, number }: SheetCell): SourceFigure['shown'] {
  const shown = readCell(text);
  const value = number === undefined ? undefined : parseDecimal(number);
  if (value === undefined || shown.kind !== 'figure') return undefined;
  return shown.value.places < value.places ? shown.value : undefined;
}
