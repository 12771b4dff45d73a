import type { TableDef } from '../framework/framework.ts';
import { normaliseName } from '../framework/name.ts';
import type { SectionRole, Vocabulary } from '../framework/vocabulary.ts';
import type { Block } from '../model/block.ts';
import type { Cell, Leaf } from '../syntax/block.ts';
import { readDue } from '../values/due.ts';
import { type SharedPart, sharedParts } from '../values/sharedCells.ts';
import { actionStanding } from './actionStanding.ts';
import { partNamed } from './columns.ts';
import type { Action, Column, ColumnPart, ReportTable, Words } from './contents.ts';
import { hasLostCell, tableDef } from './tables.ts';

/** The actions of a section: the rows of its tables of actions, and items of lists with their owner or due date below. */
export function readActions(
  own: readonly Block[],
  tables: readonly ReportTable[],
  role: SectionRole | undefined,
  vocabulary: Vocabulary,
): readonly Action[] {
  const expected = (role?.def.tables ?? [])
    .flatMap(({ table }) => vocabulary.framework.tables.get(table) ?? [])
    .find(({ kind }) => kind === 'actions');
  const isExpected = expected !== undefined;
  const asked = askedOf(expected);
  const inTables = tables
    .filter(({ kind }) => kind === 'actions')
    .flatMap((table) => {
      const def = tableDef(table, role, vocabulary);
      return tableActions(table).map((told) => actionWith(told, askedOf(def), vocabulary));
    });
  const inLists = own.flatMap((block, index) =>
    listAction(block, index, isExpected).map((told) => actionWith(told, asked, vocabulary)),
  );
  return [...inTables, ...inLists];
}

/** What is told of an action, in words. */
type Told = Pick<Action, 'action' | 'owner' | 'due' | 'status' | 'progress' | 'completed' | 'impact'> &
  Partial<Pick<Action, 'shared'>>;

/** What a definition wants filled. */
function askedOf(def: TableDef | undefined): ReadonlySet<ColumnPart> {
  const ids = new Set(def?.columns.filter(({ filled }) => filled).map(({ id }) => id));
  return new Set(TOLD.filter((part) => ids.has(part)));
}

const TOLD: readonly ColumnPart[] = ['owner', 'due', 'status', 'progress', 'completed', 'impact'];

function actionWith(told: Told, asked: Action['asked'], vocabulary: Vocabulary): Action {
  const due = told.due?.text.trim() ?? '';
  const timing = due === '' ? undefined : readDue(due);
  return { shared: NONE, ...told, asked, timing, standing: actionStanding(told, timing, vocabulary) };
}

const NONE: ReadonlySet<SharedPart> = new Set();

function tableActions({ table, columns, block }: ReportTable): readonly Told[] {
  const rows = table.rows.slice(1);
  const empty = rows.map(({ cells }) => columns.map((_, at) => cells[at] && cells[at].prose.text === ''));
  const shared = sharedParts(
    empty,
    columns.map(({ part }) => part),
  );
  return rows.flatMap((row, at): Told[] => {
    const of = (part: ColumnPart): Words | undefined => {
      const own = columns.flatMap((column, at) => (partsIn(columns, column).includes(part) ? at : []));
      // Where several columns tell of progress, the last that tells anything does.
      const told = own.findLast((at) => (row.cells[at]?.prose.text ?? '') !== '');
      const index = (part === 'progress' ? told : undefined) ?? own[0] ?? -1;
      const cell = row.cells[index];
      if (cell !== undefined) return { text: cell.prose.text, at: { block, span: cell.span } };
      const isLost = index >= 0 && hasLostCell(row, columns);
      return isLost ? { text: '', at: { block, span: row.span } } : undefined;
    };
    const action = of('action');
    if (action === undefined || action.text === '' || headsOthers(row)) return [];
    return [{ ...toldBy(action, of), shared: shared[at] ?? NONE }];
  });
}

/** Whether a row has nothing but words in bold in one of its cells: they head the rows below it. */
function headsOthers({ cells }: { readonly cells: readonly Cell[] }): boolean {
  const [only, other] = cells.filter(({ prose }) => prose.text.trim() !== '');
  if (only === undefined || other !== undefined || cells.length < 2) return false;
  return only.prose.strong.some(({ from, to }) => from === 0 && to >= only.prose.text.length);
}

/**
 * What a column of actions tells. Beside days by which things are due, those of completion say when they were done; where
 * nothing else tells of progress, an outcome may be what is wanted as well as what became of the action.
 */
function partsIn(columns: readonly Column[], column: Column): readonly ColumnPart[] {
  const isSecond = column.part === 'due' && columns.find(({ part }) => part === 'due') !== column;
  if (isSecond && /complet/i.test(column.header)) return ['completed'];
  const isOutcome = column.part === 'impact' && /^(?:outcomes?|results?)$/i.test(column.header.trim());
  const tells = columns.some(({ part }) => part === 'progress' || part === 'status');
  return isOutcome && !tells ? ['impact', 'progress'] : [column.part];
}

function toldBy(action: Words, of: (part: ColumnPart) => Words | undefined): Told {
  return {
    action,
    owner: of('owner'),
    due: of('due'),
    status: of('status'),
    progress: of('progress'),
    completed: of('completed'),
    impact: of('impact'),
  };
}

/** A label of one or two words behind the end of a clause or at the start of a line, with what follows up to the next end. */
const INLINE = /(?<=[.;,(–]\s|[(\n])(\p{L}+(?: \p{L}+)?):\s+((?=\S)(?:[^.;)\n]|\.(?=\S))+)/gu;
const SUB_ITEM = /^([\p{L} ?]{3,30}?)\s*:\s*(\S.*)$/u;

/** What an item asks for: all of its text, or what stands before its first label. */
function actionOf({ prose, span }: Leaf, block: number, to: number | undefined): Words {
  if (to === undefined) return { text: prose.text, at: { block, span } };
  const text = prose.text.slice(0, to).trim();
  return { text, at: { block, span: prose.sourceSpan(0, text.length) } };
}

/** An item with `Owner:`, `Due:`, `Status:` below it, or in it where actions are expected. Where no actions are expected, two of these must be there. */
function listAction(block: Block, index: number, expected: boolean): readonly Told[] {
  const [first, ...rest] = block.leaves;
  if (block.kind !== 'item' || first === undefined) return [];
  const found = new Map<ColumnPart, Words>();
  const inline = expected ? labelsWithin(first, index) : [];
  for (const label of [...inline, ...rest.flatMap((leaf) => subLabel(leaf, index) ?? [])]) {
    if (!found.has(label.part)) found.set(label.part, label.words);
  }
  if (found.size < (expected ? 1 : 2)) return [];
  const action = actionOf(first, index, inline[0]?.from);
  return [toldBy(action, (part) => found.get(part))];
}

interface SubLabel {
  readonly part: ColumnPart;
  readonly words: Words;
  /** Where the label begins in the text of its leaf. */
  readonly from: number;
}

/** `Review the rota. Owner: Head of service. Due: monthly`, and the same on lines of their own. */
function labelsWithin({ prose }: Leaf, block: number): readonly SubLabel[] {
  return [...prose.text.matchAll(INLINE)].flatMap(({ index, 1: name = '', 2: text = '' }): SubLabel[] => {
    const part = partBelow(name);
    if (part === undefined || prose.text.slice(0, index).trim() === '') return [];
    const from = prose.text.indexOf(text, prose.text.indexOf(':', index));
    return [
      { part, from: index, words: { text, at: { block, span: prose.sourceSpan(from, from + text.length) } } },
    ];
  });
}

/** What a label below an action gives. */
function partBelow(name: string): ColumnPart | undefined {
  const part = partNamed(normaliseName(name));
  return part !== undefined && TOLD.includes(part) ? part : undefined;
}

function subLabel(leaf: Leaf, block: number): SubLabel | undefined {
  if (leaf.depth === 0) return undefined;
  const [, name = '', text = ''] = SUB_ITEM.exec(leaf.prose.text) ?? [];
  const part = partBelow(name);
  if (part === undefined) return undefined;
  const from = leaf.prose.text.length - text.length;
  return {
    part,
    from: 0,
    words: { text, at: { block, span: leaf.prose.sourceSpan(from, from + text.length) } },
  };
}
