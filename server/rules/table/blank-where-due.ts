import { normaliseName } from '../../framework/name.ts';
import type { Anchor, Column, ColumnPart, ReportTable } from '../../report/contents.ts';
import { hasLostCell, tableDef } from '../../report/tables.ts';
import type { Row } from '../../syntax/block.ts';
import { askedCell, type CellAt, writeCell } from '../asked.ts';
import { type DraftFix, defineRule } from '../rule.ts';
import { shortly } from '../shortly.ts';

export default defineRule({
  scope: 'section',
  summary: 'A cell that the framework wants filled must not be empty.',
  why: 'A reader cannot tell an answer of none from one forgotten.',
  severity: 'warning',
  *check({ content, vocabulary }) {
    for (const table of content.tables) {
      const def = tableDef(table, content.role, vocabulary);
      if (def === undefined) continue;
      for (const row of table.body) {
        for (const [index, column] of table.columns.entries()) {
          const filled = column.def?.filled ?? def.columns.find(({ id }) => id === column.part)?.filled;
          const cell = row.cells[index];
          // An empty first cell continues the row above.
          if (filled !== true || index === 0 || isBlank(row) || isOfAction(table, column)) continue;
          if (cell === undefined ? !hasLostCell(row, table.columns) : cell.prose.text !== '') continue;
          const at = { block: table.block, span: cell?.span ?? row.span };
          const name = columnName(column);
          yield {
            at,
            message: `"${name}" is empty ${rowName(row, table.columns)}. Fill it in, or write – where there is none.`,
            fixes:
              cell === undefined
                ? []
                : filling(name, { at, row: { ...at, span: row.span }, header: column.header }),
          };
        }
      }
    }
  },
});

function filling(name: string, cell: CellAt): readonly DraftFix<Anchor>[] {
  return [
    ...askedCell(`Fill in "${name}"`, cell),
    {
      title: `Write – under "${name}": there is none`,
      edits: (edit, place) => writeCell(edit, place, cell, '–'),
    },
  ];
}

/** What rules of their own tell of an action. */
const TOLD_ELSEWHERE: ReadonlySet<ColumnPart> = new Set(['owner', 'due']);

function isOfAction({ kind }: ReportTable, { part }: Column): boolean {
  return kind === 'actions' && TOLD_ELSEWHERE.has(part);
}

/** The header as written, or the framework's spelling of it: data have their headers in small letters. */
function columnName({ header, def }: Column): string {
  return def !== undefined && normaliseName(def.heading) === normaliseName(header) ? def.heading : header;
}

function isBlank({ cells }: Row): boolean {
  return cells.every(({ prose }) => prose.text === '');
}

function rowName({ cells }: Row, columns: readonly Column[]): string {
  const named = columns.findIndex(({ part }) => part === 'action' || part === 'measure');
  const text = cells[Math.max(0, named)]?.prose.text ?? '';
  if (text === '') return 'in this row';
  return `for "${shortly(text)}"`;
}
