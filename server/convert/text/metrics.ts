import type { TableDef } from '../../framework/framework.ts';
import { normaliseName } from '../../framework/name.ts';
import type { Span } from '../../text/span.ts';
import { readMonth, readPeriod } from '../../values/periods.ts';
import type { Block, GridBlock, GridCell } from './blocks.ts';
import { columnYears, type MonthOfYear } from './columnYears.ts';
import type { FigureCell } from './figureCells.ts';
import type { Line } from './lines.ts';
import { type HeadWord, type MetricHeader, readMetricHeader } from './metricHeader.ts';
import { MetricRowReader } from './metricRows.ts';
import type { ImportNote } from './note.ts';
import { insertedCell, sourceCell } from './writeCells.ts';

/** What a section of measures was read as. */
export interface Metrics {
  readonly blocks: readonly Block[];
  readonly notes: readonly ImportNote[];
}

export interface MetricContext {
  readonly source: string;
  readonly lines: readonly Line[];
  readonly table: TableDef | undefined;
  /** The last month that the document reports on. */
  readonly reported: MonthOfYear | undefined;
  /** Reads lines of words as paragraphs. */
  readonly text: (lines: readonly Line[]) => readonly Block[];
}

type Row = Extract<ReturnType<MetricRowReader['at']>, { kind: 'row' }>;

/** Reads the lines from `from` to `to` as a table of measures, a row for each role, with what stands around it. */
export function readMetrics(from: number, to: number, context: MetricContext): Metrics {
  return new MetricsReader(from, to, context).read();
}

class MetricsReader {
  readonly #from: number;
  readonly #to: number;
  readonly #context: MetricContext;
  readonly #labels: ReadonlySet<string>;
  readonly #blocks: Block[] = [];
  readonly #notes: ImportNote[] = [];
  #header: MetricHeader | undefined;
  #reader: MetricRowReader | undefined;
  #rows: Row[] = [];
  /** Words that stand beside the table, which are written behind it. */
  #beside: (readonly Line[])[] = [];

  constructor(from: number, to: number, context: MetricContext) {
    this.#from = from;
    this.#to = to;
    this.#context = context;
    const first = context.table?.columns.find(({ id }) => id === 'measure');
    this.#labels = new Set(
      ['Measure', ...(first === undefined ? [] : [first.heading, ...first.aliases])].map(normaliseName),
    );
  }

  read(): Metrics {
    const { lines } = this.#context;
    let index = this.#from;
    while (index < this.#to) {
      const line = lines[index];
      if (line === undefined || line.text === '') index += 1;
      else index = this.#head(index) ?? this.#row(line, index);
    }
    this.#close();
    return { blocks: this.#blocks, notes: this.#notes };
  }

  #head(index: number): number | undefined {
    const { lines } = this.#context;
    const header = readMetricHeader(lines, index, this.#labels);
    if (header === undefined || header.next > this.#to) return undefined;
    if (this.#header !== undefined && sameHeader(this.#header, header)) {
      const span = { from: lines[index]?.from ?? 0, to: lines[header.next - 1]?.to ?? 0 };
      this.#notes.push({
        span,
        message: 'The header of a table that goes on was left out.',
        kind: 'dropped',
      });
      return header.next;
    }
    this.#close();
    this.#header = header;
    const roles = Math.max(1, header.roles.length);
    const width = Math.max(1, header.periods.length) * roles;
    this.#reader = new MetricRowReader(this.#context.source, lines, width, roles, this.#to);
    this.#noteRoles(index, header);
    return header.next;
  }

  /** Target and Actual stand once in each row instead of once in each column. */
  #noteRoles(index: number, { roles, periods, next }: MetricHeader): void {
    if (roles.length === 0 || periods.length === 0) return;
    const { lines } = this.#context;
    const last = periods.at(-1)?.span.to ?? 0;
    const first = lines.slice(index, next).find((line) => line.text !== '' && line.from >= last);
    const span = { from: first?.from ?? last, to: lines[next - 1]?.to ?? last };
    const names = roles.map(({ text }) => `"${text}"`).join(' and ');
    this.#notes.push({
      span,
      message: `${names} were put beside each measure, a row for each.`,
      kind: 'dropped',
    });
  }

  #noteYears({ periods }: MetricHeader): void {
    for (const { span, text } of periods) {
      if (readMonth(text)?.year === undefined || !/(?<!\d)\d\d$/.test(text)) continue;
      this.#notes.push({ span, message: 'The year was written in full.', kind: 'restored' });
    }
  }

  #row(line: Line, index: number): number {
    if (this.#reader === undefined) {
      this.#beside.push([line]);
      return index + 1;
    }
    const row = this.#reader.at(index);
    if (row.kind === 'row') this.#rows.push(row);
    else {
      this.#beside.push(row.lines);
      if (row.kind === 'unsure') this.#noteUnsure(row.lines);
    }
    return Math.max(row.next, index + 1);
  }

  #noteUnsure(lines: readonly Line[]): void {
    const span = { from: lines[0]?.from ?? 0, to: lines.at(-1)?.to ?? 0 };
    const message =
      'Which columns these figures belong to could not be told; they stand below the table as they were.';
    this.#notes.push({ span, message, kind: 'kept' });
  }

  #close(): void {
    if (this.#header !== undefined && this.#rows.length > 0) {
      this.#blocks.push(grid(this.#header, this.#rows, this.#context));
      this.#noteYears(this.#header);
    } else if (this.#header !== undefined) this.#beside.unshift(this.#headLines(this.#header));
    // A blank before a line is no bullet here.
    for (const lines of this.#beside) {
      this.#blocks.push(...this.#context.text(lines.map((line) => ({ ...line, indent: 0 }))));
    }
    this.#rows = [];
    this.#beside = [];
  }

  /** A header without rows is kept as text. */
  #headLines({ periods, roles, next }: MetricHeader): readonly Line[] {
    const first = periods[0] ?? roles[0];
    return this.#context.lines
      .slice(0, next)
      .filter((line) => line.text !== '' && line.to > (first?.span.from ?? 0));
  }
}

function sameHeader(a: MetricHeader, b: MetricHeader): boolean {
  const words = ({ periods, roles }: MetricHeader) =>
    [...periods, ...roles].map(({ text }) => normaliseName(text)).join('|');
  return words(a) === words(b);
}

/** One row for each measure and role; where no period is given, a column for each role. */
function grid({ periods, roles }: MetricHeader, rows: readonly Row[], context: MetricContext): GridBlock {
  const place = (periods[0] ?? roles[0])?.span.from ?? 0;
  const measure = insertedCell(
    context.table?.columns.find(({ id }) => id === 'measure')?.heading ?? 'Measure',
    place,
  );
  if (periods.length === 0) {
    const head = [measure, ...roles.map(({ span }) => sourceCell([span]))];
    const body = rows.map(({ name, cells }) => [sourceCell(name), ...cells.map(figure)]);
    return { kind: 'grid', rows: [head, ...body], directive: undefined };
  }
  const heads = periodHeads(periods, context.reported);
  const head = [measure, ...(roles.length > 0 ? [insertedCell('Role', place)] : []), ...heads];
  const body = rows.flatMap((row) =>
    roles.length > 0 ? roleRows(row, roles, context) : [[sourceCell(row.name), ...row.cells.map(figure)]],
  );
  return { kind: 'grid', rows: [head, ...body], directive: undefined };
}

function roleRows(
  { name, cells }: Row,
  roles: readonly HeadWord[],
  { source }: MetricContext,
): readonly (readonly GridCell[])[] {
  const place = name[0]?.from ?? 0;
  const words = name.map(({ from, to }) => source.slice(from, to)).join(' ');
  return roles.map(({ text }, index) => [
    index === 0 ? sourceCell(name) : insertedCell(words, place),
    insertedCell(text, place),
    ...cells.filter((_, at) => at % roles.length === index).map(figure),
  ]);
}

function figure({ pieces, at }: FigureCell): GridCell {
  return { ...sourceCell(pieces, ''), place: at };
}

/** The months with the years that the others, or the reported month, give them. */
function periodHeads(periods: readonly HeadWord[], reported: MonthOfYear | undefined): readonly GridCell[] {
  const months = periods.map(({ text }) => {
    const month = readMonth(text);
    if (month !== undefined) return month;
    const period = readPeriod(text);
    return period?.kind === 'month' || period?.kind === 'day' ? period.start : undefined;
  });
  const years = columnYears(months, reported);
  return periods.map(({ text, span }, index): GridCell => {
    const year = years[index];
    const own = months[index];
    if (year === undefined || own === undefined) return sourceCell([span]);
    const digits = /\d+$/.exec(text)?.[0] ?? '';
    if (own.year !== undefined && digits.length !== 2) return sourceCell([span]);
    const end = span.to - digits.length;
    // "Jan 20" may be read as a day: the year is written in full.
    const words: Span = { from: span.from, to: span.from + text.slice(0, end - span.from).trimEnd().length };
    const full = String(year);
    if (digits === '') return { ...sourceCell([words]), behind: ` ${full}` };
    return sourceCell([words, { from: end, to: span.to }], ` ${full.slice(0, 2)}`);
  });
}
