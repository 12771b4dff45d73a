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
  const named = namedPlaces(context);
  const headed = heading !== undefined && content.role === undefined ? [passages(heading, -1, named)] : [];
  const tables = content.tables.flatMap(tablePassages);
  return [...headed.flat(), ...own.flatMap((block, index) => passages(block, index, named)), ...tables];
}

/** Names of fields and values that are chosen from a list, by their block. */
function namedPlaces({ content }: SectionContext): ReadonlyMap<number, readonly Span[]> {
  const places = new Map<number, Span[]>();
  for (const { def, name, value } of content.fields) {
    const isWorded = def?.type === 'text' || def?.type === 'block';
    const anchors: readonly Anchor[] = def === undefined ? [] : isWorded ? [name.at] : [name.at, value.at];
    for (const { block, span } of anchors) {
      const known = places.get(block);
      if (known === undefined) places.set(block, [span]);
      else known.push(span);
    }
  }
  return places;
}

function passages(
  block: Block,
  index: number,
  named: ReadonlyMap<number, readonly Span[]>,
): readonly TermPassage[] {
  if (block.kind === 'code' || block.kind === 'comment' || block.kind === 'quote') return [];
  const closed = [...(named.get(index) ?? []), ...block.links.map(({ at }) => at)];
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
