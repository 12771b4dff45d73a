import type { Block } from '../../model/block.ts';
import type { Anchor, ColumnPart, ReportTable } from '../../report/contents.ts';
import type { Prose } from '../../syntax/prose.ts';
import type { Span } from '../../text/span.ts';
import type { SectionContext } from '../rule.ts';

/** What an author worded, as against names that the framework or others gave. */
export interface TermPassage {
  readonly block: number;
  readonly prose: Prose;
  /** What is not the author's own within it, in the block's source. */
  readonly closed: readonly Span[];
}

/** Columns in which authors write as they like. */
const WORDED: ReadonlySet<ColumnPart> = new Set(['action', 'progress', 'impact', 'other']);

/** The passages of a section in which its author chose the words. */
export function termPassages(context: SectionContext): readonly TermPassage[] {
  const { content, heading, own } = context;
  const headed = heading !== undefined && content.role === undefined ? [passages(heading, -1, context)] : [];
  const tables = content.tables.flatMap(tablePassages);
  return [...headed.flat(), ...own.flatMap((block, index) => passages(block, index, context)), ...tables];
}

function passages(block: Block, index: number, { content }: SectionContext): readonly TermPassage[] {
  if (block.kind === 'code' || block.kind === 'comment' || block.kind === 'quote') return [];
  const named = content.fields.flatMap(({ def, name, value }): readonly Anchor[] => {
    if (def === undefined) return [];
    return def.type === 'text' || def.type === 'block' ? [name.at] : [name.at, value.at];
  });
  const closed = [
    ...named.filter((at) => at.block === index).map(({ span }) => span),
    ...block.links.map(({ at }) => at),
  ];
  return block.leaves.filter(({ quoted }) => !quoted).map(({ prose }) => ({ block: index, prose, closed }));
}

/** What rows are called stays; what is said in them does not. */
function tablePassages({ kind, block, body, columns }: ReportTable): readonly TermPassage[] {
  if (kind === 'fields') return [];
  return body.flatMap(({ cells }) =>
    cells.flatMap(({ prose }, index): TermPassage[] => {
      const part = columns[index]?.part ?? 'other';
      if (!WORDED.has(part) || (index === 0 && part !== 'action')) return [];
      return [{ block, prose, closed: [] }];
    }),
  );
}
