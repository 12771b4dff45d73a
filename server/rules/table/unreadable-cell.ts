import type { ColumnPart, ReportTable } from '../../report/contents.ts';
import type { Cell } from '../../syntax/block.ts';
import { readCell } from '../../values/cell.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  scope: 'section',
  summary: 'A figure in a table must be written so that it can be read as one.',
  why: 'A figure with a slip in it is copied on into other reports, and nothing that rests on it can be checked.',
  severity: 'warning',
  *check({ content }) {
    for (const table of content.tables) {
      if (!FIGURES.has(table.kind)) continue;
      for (const cell of figureCells(table)) {
        const slip = slipIn(cell.prose.text);
        if (slip === undefined) continue;
        yield {
          at: { block: table.block, span: cell.span },
          message: `"${cell.prose.text}" cannot be read as a figure: ${slip}`,
        };
      }
    }
  },
});

const FIGURES: ReadonlySet<ReportTable['kind']> = new Set(['measures', 'breakdown', 'status-counts']);
const PARTS: ReadonlySet<ColumnPart> = new Set([
  'period',
  'target',
  'actual',
  'comparator',
  'count',
  'share',
]);

function figureCells({ body, columns }: ReportTable): readonly Cell[] {
  return body.flatMap(({ cells }) =>
    cells.filter((_, index) => {
      const column = columns[index];
      return column !== undefined && (PARTS.has(column.part) || column.counts !== undefined);
    }),
  );
}

/** Slips of the hand in figures, each with what is wrong. What is not among them may well be meant. */
const SLIPS: readonly (readonly [RegExp, string])[] = [
  [/\?/, 'it has a question mark. Find the figure out, or write "tbc".'],
  [/%\s*%|\.{2}|,,/, 'a sign stands there twice.'],
  [/\d[oO](?![a-zA-Z])|(?<![a-zA-Z])[oO]\d/, 'it has the letter O where a nought is meant.'],
  [/(?<![a-zA-Z])[lI]\d|\d[lI](?![a-zA-Z])/, 'it has a letter where a one is meant.'],
  [/^[^\d]*\d+\.\d+\.\d*\s*%/, 'it has two decimal points.'],
  [/^%\s*\d/, 'the per cent sign stands before the number.'],
  [
    /^\d{1,3},\d{1,2}\s*%?$/,
    'it has a comma where a point is meant, or a digit is missing behind the comma.',
  ],
  [/^\d+,\d{4,}$/, 'the comma does not stand before three digits.'],
];

function slipIn(text: string): string | undefined {
  if (text.length > 30 || !/\d/.test(text) || readCell(text).kind !== 'text') return undefined;
  return SLIPS.find(([pattern]) => pattern.test(text))?.[1];
}
