import { normaliseName } from '../../framework/name.ts';
import type { SectionRole, Vocabulary } from '../../framework/vocabulary.ts';
import type { Span } from '../../text/span.ts';
import type { Row } from './blocks.ts';
import type { JudgementReader } from './judgement.ts';
import { columnHeads, type JudgedRow, judgedRow } from './judgementRows.ts';
import { type Line, piecesOf } from './lines.ts';
import { readMarker } from './marker.ts';
import { startsLower } from './prose.ts';
import { stackedRows } from './stackedRows.ts';

/** A table as it stands in the source, and the index of the line behind it. */
export interface TableMatch {
  readonly rows: readonly Row[];
  /** Whether the first row holds the heads of the columns, in the source's own words. */
  readonly headed?: boolean;
  readonly next: number;
}

const LONGEST_ROW = 600;
const LONGEST_NAME = 200;
const MOST_LINES = 3;

/** Recognises tables, the cells of which are separated by tabs, or whose rows the framework knows. */
export class TableReader {
  readonly #vocabulary: Vocabulary;
  readonly #judgements: JudgementReader;

  constructor(vocabulary: Vocabulary, judgements: JudgementReader) {
    this.#vocabulary = vocabulary;
    this.#judgements = judgements;
  }

  /** The table that begins with the line at `index`, in the section given. */
  at(lines: readonly Line[], index: number, role: SectionRole | undefined): TableMatch | undefined {
    const inSummary = this.#canSumUp(role);
    const tabbed = this.#tabbedTable(lines, index, inSummary);
    if (tabbed !== undefined) return tabbed;
    return (inSummary ? this.#summary(lines, index) : undefined) ?? this.#scale(lines, index);
  }

  #tabbedTable(lines: readonly Line[], start: number, inSummary: boolean): TableMatch | undefined {
    const rows: Row[] = [];
    let tabbed = 0;
    let index = start;
    for (;;) {
      const next = this.#rowAt(lines, index, rows, inSummary);
      if (next === index) break;
      tabbed += hasTab(lines[next - 1]) ? 1 : 0;
      index = next;
      if (rows.length > 1) index = this.#behindPage(lines, index);
    }
    const known = this.#isKnown(lines[start]?.text.split('\t')[0] ?? '');
    if (tabbed < (known ? 1 : 2)) return undefined;
    return { rows, next: index };
  }

  /** A page may end in a table: the index of its next row behind blank lines, or `index` when no row follows. */
  #behindPage(lines: readonly Line[], index: number): number {
    const behind = skipBlank(lines, index);
    const [last, line, next] = [lines[index - 1], lines[behind], lines[behind + 1]];
    if (behind === index || line === undefined || last === undefined) return index;
    const firstCell = hasTab(line) ? line.text : `${line.text} ${next?.text ?? ''}`;
    const known = (hasTab(line) || hasTab(next)) && this.#isKnown(firstCell.split('\t')[0] ?? '');
    return known || (hasTab(line) && tabs(line) === tabs(last)) ? behind : index;
  }

  /** Reads one row into `rows` and returns the index behind it, or `index` when there is no row. */
  #rowAt(lines: readonly Line[], index: number, rows: Row[], inSummary: boolean): number {
    const line = lines[index];
    if (line === undefined || line.text === '' || line.text.length > LONGEST_ROW) return index;
    if (hasTab(line)) {
      rows.push(cells(line));
      return index + 1;
    }
    const next = lines[index + 1];
    if (readMarker(line).number !== undefined || next === undefined) return index;
    // The name of a group, whose row has no judgement; elsewhere a name alone is a heading.
    if (inSummary && hasTab(next) && this.#isKnown(line.text)) {
      rows.push([[{ from: line.from, to: line.to }]]);
      return index + 1;
    }
    return this.#wrappedRow(line, next, index, rows);
  }

  /** A row broken over two lines: within its first cell, which is a known name, or within its last cell. */
  #wrappedRow(line: Line, next: Line, index: number, rows: Row[]): number {
    const firstCell = `${line.text} ${next.text.split('\t')[0] ?? ''}`;
    if (hasTab(next) && this.#isKnown(firstCell)) {
      const [first = [], ...others] = cells(next);
      rows.push([[{ from: line.from, to: line.to }, ...first], ...others]);
      return index + 2;
    }
    const last = rows.at(-1);
    const cell = last?.at(-1);
    if (last === undefined || cell === undefined || !startsLower(line.text)) return index;
    const end = cell.at(-1);
    if (end === undefined) return index;
    rows[rows.length - 1] = [...last.slice(0, -1), [...cell, { from: line.from, to: line.to }]];
    return index + 1;
  }

  /** Whether a table of judgements may stand here: in the section for it, or above all, where it needs no heading. */
  #canSumUp(role: SectionRole | undefined): boolean {
    if (role !== undefined) return role.def.judgementSummary;
    return this.#vocabulary.openRoles.some(({ def }) => def.judgementSummary);
  }

  /** Rows of the summary that lost their tabs: an area and its judgement, or the name of a group alone. */
  #summary(lines: readonly Line[], start: number): TableMatch | undefined {
    const heads = columnHeads(lines, start);
    const rows: Row[] = heads === undefined ? [] : [heads.cells];
    const seen = new Set<string>();
    let judged = 0;
    let index = start;
    for (let at = skipBlank(lines, heads?.next ?? start); at < lines.length; at = skipBlank(lines, at + 1)) {
      const found = this.#summaryRows(lines, at, heads !== undefined || judged > 0);
      const names = found.map((row) => normaliseName(row.name));
      if (found.length === 0 || names.some((name) => seen.has(name))) break;
      for (const name of names) seen.add(name);
      judged += found.filter((row) => row.cells.length > 1).length;
      rows.push(...found.map((row) => row.cells));
      index = found.at(-1)?.next ?? at;
      at = index - 1;
    }
    return judged < 2 ? undefined : { rows, next: index, headed: heads !== undefined };
  }

  #summaryRows(lines: readonly Line[], index: number, isSure: boolean): readonly JudgedRow[] {
    const stacked = stackedRows(lines, index, this.#judgements, (name) => this.#isKnown(name));
    const row = stacked.length > 0 ? undefined : this.#summaryRow(lines, index, isSure);
    return row === undefined ? stacked : [row];
  }

  #summaryRow(lines: readonly Line[], index: number, isSure: boolean): JudgedRow | undefined {
    const line = lines[index];
    if (line === undefined || line.text.length > LONGEST_NAME) return undefined;
    const name = { from: line.from, to: line.to };
    if (this.#isKnown(line.text)) {
      const next = lines[skipBlank(lines, index + 1)];
      const isGroup = next !== undefined && this.#judgedName(next.text) !== undefined;
      if (isGroup) return { name: line.text, cells: [[name]], next: index + 1 };
    }
    const broken = judgedRow(lines, index, this.#judgements, (words) => this.#isKnown(words), isSure);
    if (broken !== undefined) return broken;
    return this.#runOnRow(lines, index);
  }

  /** A name and its judgement behind it, which have run together; a long name takes more lines than one. */
  #runOnRow(lines: readonly Line[], index: number): JudgedRow | undefined {
    for (let taken = 1; taken <= MOST_LINES; taken += 1) {
      const some = lines.slice(index, index + taken);
      if (some.length < taken || some.at(-1)?.text === '') return undefined;
      const text = some.map((line) => line.text).join(' ');
      const judged = this.#judgedName(text);
      if (judged === undefined) continue;
      const cells = [piecesOf(some, 0, judged.before), piecesOf(some, judged.from, text.length)];
      return { name: text.slice(0, judged.before), cells, next: index + taken };
    }
    return undefined;
  }

  #judgedName(text: string): { readonly before: number; readonly from: number } | undefined {
    const tail = this.#judgements.tail(text);
    return tail !== undefined && this.#isKnown(text.slice(0, tail.before)) ? tail : undefined;
  }

  /** The rows of a scale that lost their tabs: each begins with another label of the scale. */
  #scale(lines: readonly Line[], start: number): TableMatch | undefined {
    const rows: Row[] = [];
    const seen = new Set<string>();
    let index = start;
    for (let line = lines[index]; line !== undefined; line = lines[index]) {
      const label = this.#judgements.head(line.text);
      const name = normaliseName(line.text.slice(0, label));
      if (label === 0 || seen.has(name) || line.text.length > LONGEST_ROW) break;
      seen.add(name);
      const gap = /^[\s:–—-]*/.exec(line.text.slice(label))?.[0].length ?? 0;
      const meaning = { from: line.from + label + gap, to: line.to };
      if (meaning.from >= meaning.to) break;
      rows.push([[{ from: line.from, to: line.from + label }], [meaning]]);
      index += 1;
    }
    return rows.length < 3 ? undefined : { rows, next: index };
  }

  #isKnown(name: string): boolean {
    if (name.length > LONGEST_NAME) return false;
    const normalised = normaliseName(name);
    return this.#vocabulary.sectionsByName.has(normalised) || this.#vocabulary.areasByName.has(normalised);
  }
}

/** Whether a line has a tab between its words or behind them; one behind a bullet or a number is none. */
function hasTab(line: Line | undefined): boolean {
  if (line === undefined || line.text === '' || !line.raw.includes('\t')) return false;
  const { from, text } = readMarker(line);
  if (text.includes('\t')) return true;
  return from === line.from && line.raw.slice(line.raw.trimEnd().length).includes('\t');
}

function tabs(line: Line): number {
  return line.raw.split('\t').length;
}

function cells(line: Line): Row {
  const row: Span[][] = [];
  let from = 0;
  for (const cell of line.text.split('\t')) {
    const at = line.from + from + cell.length - cell.trimStart().length;
    row.push(cell.trim() === '' ? [] : [{ from: at, to: at + cell.trim().length }]);
    from += cell.length + 1;
  }
  return row;
}

function skipBlank(lines: readonly Line[], index: number): number {
  let at = index;
  while (at < lines.length && lines[at]?.text === '') at += 1;
  return at;
}
