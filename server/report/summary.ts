import { normaliseName } from '../framework/name.ts';
import type { Area, Vocabulary } from '../framework/vocabulary.ts';
import type { Block } from '../model/block.ts';
import type { Row, Table } from '../syntax/block.ts';
import type { Anchor } from './contents.ts';
import { readJudgement } from './judgementText.ts';
import { isStrayLabel } from './ratings.ts';
import type { Statement, SummaryRow, SummaryTable } from './report.ts';
import { statement } from './statement.ts';
import { readByGrade } from './summaryByGrade.ts';
import { readListed } from './summaryList.ts';
import { type RowName, readRowNames } from './summaryNames.ts';
import { readTicks, type TickColumn, tickColumns } from './summaryTicks.ts';

const JUDGEMENT_COLUMN = /^(?:inspection )?(?:judge?ment|grade|finding|rating|evaluation)s?$/;
// What some reports call their judgements, and others something else.
const LOOSE_COLUMN = /^(?:overall )?scores?$/;
const JUDGEMENT_WORD = /\b(?:judge?ment|grade|finding|rating|evaluation)s?\b/;
// Judgements of another time, or by others than the inspectors.
const OTHER_JUDGEMENT = /\b(?:previous(?:ly)?|prior|last|earlier|former|self|target)\b/;
// Numbers in these count rows, even where they are small enough to be grades.
const NUMBERING = /^(?:nos?|nr|number|ref|reference|row|item|para(?:graph)?s?|)$/;

/** A table of the section with its columns made out. */
interface RecordTable {
  readonly block: number;
  readonly table: Table;
  readonly areaColumn: number;
  /** The column of judgements, one to tick for each label, or neither. */
  readonly judgements: number | readonly TickColumn[] | undefined;
  /** How many of its rows name an area. */
  readonly areas: number;
}

/** The tables that repeat every judgement, as one, when the section has any. */
export function readSummary(own: readonly Block[], vocabulary: Vocabulary): SummaryTable | undefined {
  return summaryByGrade(own, vocabulary) ?? summaryByArea(own, vocabulary) ?? readListed(own, vocabulary);
}

/** The record in columns of which each is one judgement. */
function summaryByGrade(own: readonly Block[], vocabulary: Vocabulary): SummaryTable | undefined {
  for (const [block, { tables }] of own.entries()) {
    for (const table of tables) {
      const rows = readByGrade(table, block, vocabulary);
      const span = table.rows.at(-1)?.span;
      if (rows !== undefined && span !== undefined) {
        return { lastRow: { block, span }, layout: undefined, unjudged: [], rows };
      }
    }
  }
  return undefined;
}

/** The record with a row for each area. */
function summaryByArea(own: readonly Block[], vocabulary: Vocabulary): SummaryTable | undefined {
  const all = own.flatMap((block, index) =>
    block.tables.map((table) => readColumns(table, index, vocabulary)),
  );
  // A key to the grades is no part of the record, nor is what else is told by area beside the judgements.
  const naming = all.filter(({ areas }) => areas > 0);
  const judging = naming.filter(({ judgements }) => judgements !== undefined);
  const records = [judging, naming, all.slice(0, 1)].find((some) => some.length > 0) ?? [];
  const last = records.at(-1);
  const lastRow = last?.table.rows.at(-1);
  if (last === undefined || lastRow === undefined) return undefined;
  return {
    lastRow: { block: last.block, span: lastRow.span },
    layout:
      typeof last.judgements === 'number'
        ? {
            width: last.table.rows[0]?.cells.length ?? 0,
            area: last.areaColumn,
            judgement: last.judgements,
          }
        : undefined,
    unjudged: judging.length > 0 ? [] : naming.flatMap(headerOf),
    rows: readRows(records, vocabulary),
  };
}

function readRows(records: readonly RecordTable[], vocabulary: Vocabulary): readonly SummaryRow[] {
  const rows = records.flatMap((record) => record.table.rows.slice(1).map((row) => ({ row, record })));
  const names = readRowNames(
    rows.map(({ row, record }) => textOf(row, record.areaColumn)),
    vocabulary,
  );
  return rows.flatMap(
    ({ row, record }, index) => readRow(row, names[index] ?? UNNAMED, record, vocabulary) ?? [],
  );
}

const UNNAMED: RowName = { area: undefined, group: false };

/** Whether a block holds a table that gives judgements on areas, several of them, by their names. */
export function holdsJudgements(block: Block, vocabulary: Vocabulary): boolean {
  return block.tables.some((table) => {
    const { judgements, areas } = readColumns(table, 0, vocabulary);
    return judgements !== undefined && areas > 1;
  });
}

function headerOf({ table, block }: RecordTable): readonly Anchor[] {
  return table.rows.slice(0, 1).map(({ span }) => ({ block, span }));
}

function readColumns(table: Table, block: number, vocabulary: Vocabulary): RecordTable {
  const body = table.rows.slice(1);
  const width = Math.max(0, ...table.rows.map(({ cells }) => cells.length));
  const names = Array.from({ length: width }, (_, column) =>
    readRowNames(
      body.map((row) => textOf(row, column)),
      vocabulary,
    ),
  );
  const known = names.map((column) => column.filter(({ area, group }) => area !== undefined || group).length);
  const areaColumn = Math.max(0, known.indexOf(Math.max(0, ...known)));
  const judged = body.flatMap((row, index): JudgedRow[] => {
    const area = names[areaColumn]?.[index]?.area;
    return area === undefined ? [] : [{ row, area }];
  });
  const headers = Array.from({ length: width }, (_, column) => textOf(table.rows[0], column));
  const column = bestColumn(headers, areaColumn, judged, vocabulary);
  const ticks = column?.sure ? [] : tickColumns(headers, areaColumn, judged[0]?.area, vocabulary.labels);
  return {
    block,
    table,
    areaColumn,
    judgements: ticks.length > 1 ? ticks : column?.column,
    areas: judged.length,
  };
}

interface JudgedRow {
  readonly row: Row;
  readonly area: Area;
}

interface ColumnChoice {
  readonly column: number;
  readonly rank: number;
  /** Whether words in it are judgements, so that no others need be looked for. */
  readonly sure: boolean;
}

/** The column that most likely holds the judgements; the last between equals, since tables run on in time. */
function bestColumn(
  headers: readonly string[],
  areaColumn: number,
  rows: readonly JudgedRow[],
  vocabulary: Vocabulary,
): ColumnChoice | undefined {
  const newest = Math.max(0, ...headers.map(yearOf));
  return headers
    .flatMap((header, column): ColumnChoice[] => {
      const year = yearOf(header);
      const name = normaliseName(header);
      if (column === areaColumn || OTHER_JUDGEMENT.test(name) || (year > 0 && year < newest)) return [];
      const kind = kindOf(column, rows, vocabulary);
      const rank = rankOf(name, kind);
      return rank === 0 ? [] : [{ column, rank, sure: kind === 'labels' }];
    })
    .reduce<ColumnChoice | undefined>(
      (best, choice) => (best === undefined || choice.rank >= best.rank ? choice : best),
      undefined,
    );
}

function yearOf(header: string): number {
  return Number(/\b(?:19|20)\d\d\b/.exec(header)?.[0] ?? 0);
}

type ColumnKind = 'labels' | 'grades' | 'empty' | 'other';

/** What stands in most cells that are filled in. */
function kindOf(column: number, rows: readonly JudgedRow[], { labels }: Vocabulary): ColumnKind {
  const filled = rows.filter(({ row }) => textOf(row, column) !== '');
  if (filled.length === 0) return 'empty';
  const reads = filled.map(({ row, area }) => readJudgement(textOf(row, column), area.scale, labels));
  const named = reads.filter(
    (read) => read?.label && (read.label.value !== undefined || isStrayLabel(read.label.text, labels)),
  ).length;
  const graded = reads.filter((read) => read?.grade?.value !== undefined && read.label === undefined).length;
  if ((named + graded) * 2 < filled.length) return 'other';
  return named > 0 ? 'labels' : 'grades';
}

/** How well a header and what stands below it go with judgements; 0 is not at all. */
function rankOf(name: string, kind: ColumnKind): number {
  const exact = JUDGEMENT_COLUMN.test(name);
  const loose = LOOSE_COLUMN.test(name);
  const headed = exact || loose || JUDGEMENT_WORD.test(name);
  if (kind === 'labels') return exact ? 9 : headed ? 8 : 6;
  if (kind === 'grades') return exact ? 9 : headed ? 7 : NUMBERING.test(name) ? 0 : 4;
  // A column still to be filled in counts more than numbers that may be anything.
  if (kind === 'empty') return headed ? 5 : 0;
  return exact ? 2 : loose ? 1 : 0;
}

function textOf(row: Row | undefined, column: number): string {
  return row?.cells[column]?.prose.text ?? '';
}

function readRow(
  row: Row,
  { area, group }: RowName,
  record: RecordTable,
  vocabulary: Vocabulary,
): SummaryRow | undefined {
  const { block, judgements } = record;
  const nameCell = row.cells[record.areaColumn];
  if (nameCell === undefined || nameCell.prose.text === '') return undefined;
  const name = nameCell.prose.text;
  const named = { name, at: { block, span: nameCell.span }, area, group };
  if (typeof judgements === 'object') {
    const ticks = area && readTicks(row, block, judgements, area, vocabulary.labels);
    return {
      ...named,
      cell: undefined,
      statement: ticks?.statement,
      expectsJudgement: ticks?.isBlank ?? false,
    };
  }
  const cell = judgements === undefined ? undefined : row.cells[judgements];
  return {
    ...named,
    cell: cell && { block, span: cell.span },
    statement: area && cell && cellStatement(area, cell, block, vocabulary),
    expectsJudgement: judgements !== undefined,
  };
}

function cellStatement(
  area: Area,
  cell: Row['cells'][number],
  block: number,
  vocabulary: Vocabulary,
): Statement | undefined {
  const { text } = cell.prose;
  if (text === '') return undefined;
  const whole = { from: 0, to: text.length };
  const unread = { span: whole, label: { text, span: whole, value: undefined }, grade: undefined };
  const read = readJudgement(text, area.scale, vocabulary.labels) ?? unread;
  return statement(area, 'summary', read, text, (part) => ({
    block,
    span: cell.prose.sourceSpan(part.from, part.to),
  }));
}
