import type { Flow, FlowCell, FlowTable } from '../convert/flow/flow.ts';

/** A page on the clipboard, which may hold a table; what goes to the worker that reads it. */
export interface PasteJob {
  readonly html: string;
}

/** The words of its cells; no rows where it holds anything but one table. */
export type PasteOutcome =
  | { readonly problem: string }
  | { readonly rows: readonly (readonly string[])[] | undefined };

/** Reads what another program put on the clipboard. Never rejects for what it holds. */
export async function pasteJob({ html }: PasteJob): Promise<PasteOutcome> {
  const door = await import('../convert/door.ts');
  // The text has been decoded, whatever it says of itself: the mark counts most.
  const opened = await door.openSource('clipboard.html', new TextEncoder().encode(`\uFEFF${html}`));
  if (!opened.ok || opened.source.format !== 'html') return { rows: undefined };
  const { flow } = opened.source;
  const [table, ...others] = flow.blocks.filter((block) => block.kind === 'table');
  const isAlone =
    others.length === 0 &&
    flow.blocks.every((block) => block.kind !== 'paragraph' || isEmpty(flow, block.span));
  return { rows: table !== undefined && isAlone ? rowsOf(flow, table) : undefined };
}

function isEmpty({ text }: Flow, { from, to }: { readonly from: number; readonly to: number }): boolean {
  return text.slice(from, to).trim() === '';
}

/** A merged cell stands where it begins, as spreadsheets copy it. */
function rowsOf(flow: Flow, { rows }: FlowTable): readonly (readonly string[])[] {
  let width = 0;
  for (const { cells } of rows)
    for (const { column, columns } of cells) width = Math.max(width, column + columns);
  return rows.map(({ cells }) => {
    const words = Array<string>(width).fill('');
    for (const cell of cells) words[cell.column] = wordsOf(flow, cell);
    return words;
  });
}

function wordsOf({ text }: Flow, { blocks }: FlowCell): string {
  return blocks
    .map(({ span, list }) => {
      const words = text.slice(span.from, span.to);
      return list === undefined || list.label === '' ? words : `${list.label} ${words}`;
    })
    .join('\n');
}
