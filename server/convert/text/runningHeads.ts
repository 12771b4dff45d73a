import type { Furniture } from './furniture.ts';
import type { Line } from './lines.ts';

/** The title of a document where it comes again above its pages: its first line is text, the others are not. */
export function runningHeads(lines: readonly Line[]): Furniture {
  const title = lines.find(({ text }) => text !== '');
  if (title === undefined || title.text.length < 12) return { gone: new Set(), notes: [] };
  const gone = [...lines.keys()].filter((index) => {
    const line = lines[index];
    return line !== undefined && line !== title && line.text === title.text;
  });
  const notes = gone.flatMap((index) => {
    const line = lines[index];
    if (line === undefined) return [];
    const message = 'A header or footer of the page was left out.';
    return [{ span: { from: line.from, to: line.to }, message, kind: 'dropped' as const }];
  });
  return { gone: new Set(gone), notes };
}
