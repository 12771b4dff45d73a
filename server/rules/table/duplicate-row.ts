import { normaliseName } from '../../framework/name.ts';
import type { Anchor, ReportTable } from '../../report/contents.ts';
import type { Row } from '../../syntax/block.ts';
import { readCell } from '../../values/cell.ts';
import { type Draft, type DraftFix, defineRule } from '../rule.ts';
import { shortly } from '../shortly.ts';

export default defineRule({
  scope: 'section',
  summary: 'A table must not have two rows about the same thing.',
  why: 'When one fact stands in two rows, a reader cannot know which of them counts, and totals count it twice.',
  severity: 'warning',
  *check({ content }) {
    for (const table of content.tables) if (COMPARED.has(table.kind)) yield* repeated(table);
  },
});

const COMPARED: ReadonlySet<ReportTable['kind']> = new Set([
  'measures',
  'breakdown',
  'status-counts',
  'status-summary',
  'actions',
]);

const SHARE = /^[\d,]+\s*\(\d[\d.]*\s?%\)$/;
const TOTAL = /\b(?:sub ?)?totals?\b|^(?:all|overall)\b/;

interface Keyed {
  readonly row: Row;
  readonly figures: string;
}

function* repeated({ body, kind, columns, block }: ReportTable): Iterable<Draft<Anchor>> {
  const first = new Map<string, Keyed>();
  let above: Row | undefined;
  let whole = '';
  for (const row of body) {
    const cells = columns.map((_, index) => row.cells[index]?.prose.text ?? '');
    // A row without any name, such as a sum without a label, does not say that it is about the same as the one above.
    if (cells.every((text, index) => !isName(text, index, kind) || text.trim() === '')) continue;
    // An empty first cell continues the one above.
    if (cells[0] === '') cells[0] = above?.cells[0]?.prose.text ?? '';
    else above = row;
    const names = cells.filter((text, index) => isName(text, index, kind));
    const key = names.map(normaliseName).join('\n');
    const own = cells.filter((text, index) => !isName(text, index, kind));
    const figures = own.join('\n');
    // "Seen in time: 690 (94%)" may stand below each of the wholes that it is a share of.
    const isShare = own.some((text) => text !== '') && own.every((text) => text === '' || SHARE.test(text));
    if (!isShare) whole = key;
    if (TOTAL.test(normaliseName(names[0] ?? ''))) continue;
    const place = isShare ? `${key}\n\n${whole}` : key;
    const earlier = first.get(place);
    if (earlier === undefined) first.set(place, { row, figures });
    else if (kind === 'actions' || figures.trim() !== '') yield finding(row, earlier, figures, names, block);
  }
}

/** Whether a cell says what the row is about. In a dashboard that is the first cell, in actions all of them. */
function isName(text: string, index: number, kind: ReportTable['kind']): boolean {
  if (index === 0 || kind === 'actions') return true;
  return kind !== 'status-summary' && readCell(text).kind === 'text';
}

function finding(
  row: Row,
  earlier: Keyed,
  figures: string,
  names: readonly string[],
  block: number,
): Draft<Anchor> {
  const name = names.find((text) => text.trim() !== '') ?? '';
  const isSame = figures === earlier.figures;
  return {
    at: { block, span: row.span },
    message: isSame
      ? `"${name}" stands in this table twice. Take one of the rows out.`
      : `"${name}" stands in this table twice, and the two rows do not say the same. Keep the one that is right.`,
    fixes: isSame
      ? [removal(`Take out the second row for "${shortly(name)}"`, row, block)]
      : [
          removal(`Keep the first row for "${shortly(name)}"`, row, block),
          removal(`Keep the second row for "${shortly(name)}"`, earlier.row, block),
        ],
    related: [{ at: { block, span: earlier.row.span }, message: `The first row for "${name}".` }],
  };
}

function removal(title: string, { span }: Row, block: number): DraftFix<Anchor> {
  return { title, edits: (edit, place) => edit.removeRow(place({ block, span })) };
}
