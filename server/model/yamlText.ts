import { type DataMap, type DataReading, entryOf } from '../syntax/data.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { SectionItem } from './yamlItems.ts';

/**
 * In which column the Markdown around `offset` stands, where it is in a text whose lines stand as they were written;
 * undefined elsewhere.
 */
export function textColumn(
  text: SourceText,
  { root, at }: DataReading,
  items: readonly SectionItem[],
  offset: number,
): number | undefined {
  const around = items.findLast((item) => item.at <= offset);
  const own = around === undefined ? undefined : columnIn(text, around.map, around.at, offset);
  return own ?? (root?.kind === 'map' ? columnIn(text, root, at, offset) : undefined);
}

function columnIn(text: SourceText, map: DataMap, at: number, offset: number): number | undefined {
  const body = entryOf(map, 'body');
  if (body === undefined || text.slice(at + body.at, at + body.at + 1) !== '|') return undefined;
  const opening = text.lineAt(at + body.at);
  const end = at + body.at + body.value.length;
  if (offset <= opening.to) return undefined;
  const first = text.slice(opening.to, Math.max(opening.to, end)).search(/[^\s]/);
  const key = text.lineAt(at + body.keySpan.from);
  const column =
    first < 0
      ? Math.max(at + body.keySpan.from - key.from + 1, offset - text.lineAt(offset).from)
      : opening.to + first - text.lineAt(opening.to + first).from;
  if (offset <= end && first >= 0) return column;
  // Behind the last line the text goes on where a line is indented as far.
  const isBehind = text.slice(Math.min(end, offset), offset).trim() === '';
  return isBehind && offset - text.lineAt(offset).from >= column ? column : undefined;
}
