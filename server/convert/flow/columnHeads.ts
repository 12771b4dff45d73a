import type { HeadingReader } from '../text/headings.ts';
import type { Flow, FlowBlock, FlowParagraph, FlowTable } from './flow.ts';
import { lineAt } from './flowLines.ts';

/**
 * The document with the heads of tables that have a single column taken out of these where they are headings of
 * sections: a section may be nothing but such a table, and its name the first row. Right below the heading of its
 * section the head says the same again, and is one.
 */
export function withColumnHeadsApart(flow: Flow, reader: HeadingReader): Flow {
  const rolesAt = ({ span }: FlowParagraph) => reader.at([lineAt(flow.text, span)], 0)?.roles ?? [];
  let above: FlowBlock | undefined;
  const blocks = flow.blocks.flatMap((block): readonly FlowBlock[] => {
    const before = above;
    if (block.kind === 'table' || block.kind === 'paragraph') above = block;
    const head = block.kind === 'table' ? columnHead(block) : undefined;
    const roles = head === undefined ? [] : rolesAt(head);
    if (block.kind !== 'table' || head === undefined || roles.length === 0) return [block];
    if (before?.kind === 'paragraph' && rolesAt(before).some((role) => roles.includes(role))) return [block];
    const rest = block.rows.slice(1).map((row) => ({ ...row, header: false }));
    return [
      { ...head, standsOut: true },
      { kind: 'table', rows: rest },
    ];
  });
  return { ...flow, blocks };
}

/** The name of the column of a table that has no other; it may be the heading of a section. */
export function columnHead({ rows }: FlowTable): FlowParagraph | undefined {
  const [first, ...rest] = rows;
  const isSingle = rows.every(({ cells }) => cells.every(({ column }) => column === 0));
  const [head, ...more] = first?.cells.flatMap(({ blocks }) => blocks) ?? [];
  return isSingle && first?.header === true && rest.length > 0 && more.length === 0 ? head : undefined;
}
