import { editDistance, normaliseName } from '../../framework/name.ts';
import type { Vocabulary } from '../../framework/vocabulary.ts';
import { scaledStatus } from '../../report/columns.ts';
import type { Anchor, Column, ReportTable } from '../../report/contents.ts';
import type { Cell } from '../../syntax/block.ts';
import { ENGLISH_ACTION_STATUSES as WORDS } from '../../values/actionStatusWords.ts';
import type { Draft } from '../rule.ts';
import { defineRule } from '../rule.ts';
import { isUnfilled } from '../unfilled.ts';

export default defineRule({
  scope: 'section',
  summary: 'The status of an action must be one that readers know.',
  why: 'A status with a slip, or of no scale, is not counted with the others, and nobody can tell which of them it stands for.',
  severity: 'warning',
  *check({ content: { tables }, vocabulary }) {
    for (const table of tables) {
      const index = table.columns.findIndex(({ part }) => part === 'status');
      const column = table.columns[index];
      if (table.kind === 'actions' && column !== undefined) yield* inColumn(table, column, index, vocabulary);
    }
  },
});

function* inColumn(
  { block, body }: ReportTable,
  column: Column,
  index: number,
  vocabulary: Vocabulary,
): Iterable<Draft<Anchor>> {
  const cells = body
    .flatMap(({ cells }) => cells[index] ?? [])
    .filter(({ prose }) => prose.text.trim() !== '');
  const own = repeated(cells);
  const known = [...labelsOf(vocabulary), ...own];
  const strange = cells.filter(({ prose }) => {
    return !own.has(normaliseName(prose.text)) && isStrange(prose.text.trim(), vocabulary);
  });
  const others: Cell[] = [];
  for (const cell of strange) {
    const slip = known.find((label) => isSlip(cell.prose.text, label));
    if (slip === undefined) others.push(cell);
    else yield slipOf(cell, own.has(slip) ? writtenAs(cells, slip) : slip, block);
  }
  const [odd, more] = others.filter(({ prose }) => !isRemark(prose.text));
  // Two words that are on no scale may be the author's own.
  if (odd === undefined || more !== undefined || !/\bb?rag\b/i.test(column.header)) return;
  const scaled = cells.filter(({ prose }) => scaledStatus(prose.text, vocabulary) !== undefined);
  if (scaled.length >= ENOUGH && 2 * scaled.length > cells.length) yield offScale(odd, scaled, block);
}

/** What two rows say is no slip. */
function repeated(cells: readonly Cell[]): ReadonlySet<string> {
  const names = cells.map(({ prose }) => normaliseName(prose.text));
  return new Set(names.filter((name, index) => names.indexOf(name) !== index));
}

function writtenAs(cells: readonly Cell[], name: string): string {
  return cells.find(({ prose }) => normaliseName(prose.text) === name)?.prose.text.trim() ?? name;
}

function labelsOf({ framework }: Vocabulary): readonly string[] {
  const scales = [...framework.statuses.values()].flatMap(({ values }) =>
    values.flatMap(({ label, aliases }) => [label, ...aliases]),
  );
  return [...scales, ...['Green', 'Amber', 'Completed', 'Complete', 'Not started', 'In progress', 'Overdue']];
}

/** The longest text that stands for a status; longer ones tell something. */
const LONGEST = 30;

/** Whether a text is one or a few words that are not known to say how something stands. */
function isStrange(text: string, vocabulary: Vocabulary): boolean {
  if (text.length > LONGEST || !/^[\p{L} '’-]+$/u.test(text) || isUnfilled(text)) return false;
  if (scaledStatus(text, vocabulary) !== undefined) return false;
  const name = normaliseName(text);
  return !WORDS.known.has(name) && !WORDS.notBegun.has(name);
}

/** Whether a text begins like a remark on how something stands: "Not due before May", "Closed early". */
function isRemark(text: string): boolean {
  const [first = ''] = normaliseName(text).split(' ');
  return WORDS.remarks.has(first) || WORDS.known.has(first);
}

/** Whether a text is a label with a letter wrong, or two in a long one. Nobody mistakes the first. */
function isSlip(text: string, label: string): boolean {
  const [written, meant] = [normaliseName(text), normaliseName(label)];
  const limit = meant.length >= 12 ? 2 : 1;
  if (meant.length < 4 || written[0] !== meant[0]) return false;
  return editDistance(written, meant, limit) <= limit;
}

function slipOf({ prose, span }: Cell, meant: string, block: number): Draft<Anchor> {
  const at = { block, span };
  return {
    at,
    message: `"${prose.text.trim()}" is no status. Is "${meant}" meant?`,
    fixes: [{ title: `Change to "${meant}"`, edits: (edit, place) => edit.replace(place(at), meant) }],
  };
}

/** So many rows must be on a scale before it is taken for that of the column, and more than are not. */
const ENOUGH = 2;

/** A text under a header that asks for a colour, where the other rows give one of a scale. */
function offScale({ prose, span }: Cell, scaled: readonly Cell[], block: number): Draft<Anchor> {
  const labels = [...new Set(scaled.map((cell) => cell.prose.text.trim()))].slice(0, 4);
  return {
    at: { block, span },
    message: `"${prose.text.trim()}" is none of the statuses that the other rows have, such as "${labels.join('", "')}".`,
  };
}
