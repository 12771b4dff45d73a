import { normaliseName } from '../../framework/name.ts';
import type { Vocabulary } from '../../framework/vocabulary.ts';
import type { TableBlock } from './blocks.ts';
import type { JudgementReader } from './judgement.ts';

/** The cells of a column below each other. */
type Column = readonly string[];

/**
 * Titles for the columns of a table that has none, told from the section and the cells; undefined when the
 * first row of the table is its header.
 */
export function columnTitles(
  table: TableBlock,
  texts: readonly Column[],
  vocabulary: Vocabulary,
  judgements: JudgementReader,
): readonly string[] | undefined {
  const columns = columnsOf(texts);
  const titles = columns.map((column, index) => titleOf(column, index, vocabulary, judgements));
  if (table.role?.def.judgementSummary === true)
    return titles.map((title, index) => summaryTitle(title, index));
  if (titles.every((title) => title === undefined) && hasHeader(texts)) return undefined;
  // A scale explains its labels: what stands beside them is what they mean.
  const isScale = titles[0] === 'Judgement';
  return titles.map((title, index) => title ?? neutralTitle(index, isScale));
}

function columnsOf(rows: readonly Column[]): readonly Column[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: width }, (_, index) =>
    rows.map((row) => row[index] ?? '').filter((cell) => cell !== ''),
  );
}

function titleOf(
  column: Column,
  index: number,
  vocabulary: Vocabulary,
  judgements: JudgementReader,
): string | undefined {
  if (column.length === 0) return undefined;
  if (column.every((cell) => judgements.isJudgement(cell))) return 'Judgement';
  const isName = (cell: string): boolean => {
    const name = cell.length > 200 ? '' : normaliseName(cell);
    return vocabulary.areasByName.has(name) || vocabulary.sectionsByName.has(name);
  };
  return index === 0 && column.every(isName) ? 'Area' : undefined;
}

function summaryTitle(title: string | undefined, index: number): string {
  return title ?? (['Area', 'Judgement'][index] || neutralTitle(index, false));
}

function neutralTitle(index: number, isScale: boolean): string {
  if (index === 0) return 'Item';
  if (index === 1) return isScale ? 'Meaning' : 'Detail';
  return `Detail ${index}`;
}

/** Whether the first row names the columns: it is full and has no figures, and figures stand below it. */
function hasHeader(rows: readonly Column[]): boolean {
  const [first, ...others] = rows;
  if (first === undefined || others.length === 0) return false;
  const full = first.every((cell) => cell !== '' && !/\d/.test(cell));
  return full && others.some((row) => row.slice(1).some((cell) => /\d/.test(cell)));
}
