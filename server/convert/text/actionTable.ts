import type { TableDef } from '../../framework/framework.ts';
import type { Block } from './blocks.ts';
import type { Line } from './lines.ts';
import type { ImportNote } from './note.ts';

export interface ActionTable {
  readonly blocks: readonly Block[];
  readonly notes: readonly ImportNote[];
}

export interface ActionContext {
  readonly source: string;
  readonly lines: readonly Line[];
  readonly table: TableDef;
  readonly text: (lines: readonly Line[]) => readonly Block[];
}

export function readActionTable(from: number, to: number, { lines, text }: ActionContext): ActionTable {
  return { blocks: text(lines.slice(from, to)), notes: [] };
}
