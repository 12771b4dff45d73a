import { normaliseName } from '../framework/name.ts';
import type { SectionRole, Vocabulary } from '../framework/vocabulary.ts';
import type { Block } from '../model/block.ts';
import type { Leaf } from '../syntax/block.ts';
import { partNamed } from './columns.ts';
import type { Action, ColumnPart, ReportTable, Words } from './contents.ts';

/** The actions of a section: the rows of its tables of actions, and items of lists with their owner or due date below. */
export function readActions(
  own: readonly Block[],
  tables: readonly ReportTable[],
  role: SectionRole | undefined,
  vocabulary: Vocabulary,
): readonly Action[] {
  const expected = (role?.def.tables ?? []).some(
    ({ table }) => vocabulary.framework.tables.get(table)?.kind === 'actions',
  );
  return [
    ...tables.filter(({ kind }) => kind === 'actions').flatMap(tableActions),
    ...own.flatMap((block, index) => listAction(block, index, expected)),
  ];
}

function tableActions({ table, columns, block }: ReportTable): readonly Action[] {
  return table.rows.slice(1).flatMap((row): Action[] => {
    const of = (part: ColumnPart): Words | undefined => {
      const cell = row.cells[columns.findIndex((column) => column.part === part)];
      return cell && { text: cell.prose.text, at: { block, span: cell.span } };
    };
    const action = of('action');
    if (action === undefined || action.text === '') return [];
    return [{ action, owner: of('owner'), due: of('due'), status: of('status'), impact: of('impact') }];
  });
}

const SUB_ITEM = /^([\p{L} ?]{3,30}?)\s*:\s*(\S.*)$/u;

/** An item with `Owner:`, `Due:`, `Status:` below it. Where no actions are expected, two of these must be there. */
function listAction(block: Block, index: number, expected: boolean): readonly Action[] {
  const [first, ...rest] = block.leaves;
  if (block.kind !== 'item' || first === undefined) return [];
  const found = new Map<ColumnPart, Words>();
  for (const leaf of rest) {
    const label = subLabel(leaf, index);
    if (label !== undefined && !found.has(label.part)) found.set(label.part, label.words);
  }
  if (found.size < (expected ? 1 : 2)) return [];
  return [
    {
      action: { text: first.prose.text, at: { block: index, span: first.span } },
      owner: found.get('owner'),
      due: found.get('due'),
      status: found.get('status'),
      impact: found.get('impact'),
    },
  ];
}

function subLabel(
  leaf: Leaf,
  block: number,
): { readonly part: ColumnPart; readonly words: Words } | undefined {
  if (leaf.depth === 0) return undefined;
  const [, name = '', text = ''] = SUB_ITEM.exec(leaf.prose.text) ?? [];
  const part = partNamed(normaliseName(name));
  if (part !== 'owner' && part !== 'due' && part !== 'status' && part !== 'impact') return undefined;
  const from = leaf.prose.text.length - text.length;
  return { part, words: { text, at: { block, span: leaf.prose.sourceSpan(from, from + text.length) } } };
}
