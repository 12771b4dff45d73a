import { normaliseName, normalisePhrase } from '../framework/name.ts';
import type { Vocabulary } from '../framework/vocabulary.ts';
import type { Block } from '../model/block.ts';
import type { Row } from '../syntax/block.ts';
import { readJudgement } from './judgementText.ts';
import type { Anchor, SummaryRow, SummaryTable } from './report.ts';
import { statement } from './statement.ts';

const JUDGEMENT_COLUMN = /^(?:inspection )?(?:judge?ment|grade|finding|rating)s?$/;

/** The table that repeats every judgement, when the section has one. */
export function readSummary(own: readonly Block[], vocabulary: Vocabulary): SummaryTable | undefined {
  const index = own.findIndex((block) => block.tables.length > 0);
  const table = own[index]?.tables[0];
  const last = table?.rows.at(-1);
  if (table === undefined || last === undefined) return undefined;
  const header = table.rows[0]?.cells.map((cell) => normaliseName(cell.prose.text)) ?? [];
  const column = Math.max(
    1,
    header.findIndex((name) => JUDGEMENT_COLUMN.test(name)),
  );
  return {
    lastRow: { block: index, span: last.span },
    rows: table.rows.slice(1).flatMap((row) => readRow(row, index, column, vocabulary) ?? []),
  };
}

function readRow(row: Row, block: number, column: number, vocabulary: Vocabulary): SummaryRow | undefined {
  const [nameCell, judgementCell] = [row.cells[0], row.cells[column]];
  if (nameCell === undefined || nameCell.prose.text === '') return undefined;
  const name = nameCell.prose.text;
  const roles = vocabulary.sectionsByName.get(normaliseName(name)) ?? [];
  const area =
    roles.length > 0
      ? vocabulary.areas.find(
          (candidate) => candidate.section !== undefined && roles.includes(candidate.section),
        )
      : vocabulary.areasByName.get(normalisePhrase(name));
  const at: Anchor = { block, span: nameCell.span };
  const group = area === undefined && roles.length > 0;
  const text = judgementCell?.prose.text ?? '';
  const read =
    area === undefined || text === '' ? undefined : readJudgement(text, area.scale, vocabulary.labels);
  const cell = judgementCell && { block, span: judgementCell.span };
  if (area === undefined || judgementCell === undefined || text === '') {
    return { name, at, area, group, cell, statement: undefined };
  }
  const whole = { from: 0, to: text.length };
  const unread = { span: whole, label: { text, span: whole, value: undefined }, grade: undefined };
  const place = (part: { from: number; to: number }): Anchor => ({
    block,
    span: judgementCell.prose.sourceSpan(part.from, part.to),
  });
  return { name, at, area, group, cell, statement: statement(area, 'summary', read ?? unread, text, place) };
}
