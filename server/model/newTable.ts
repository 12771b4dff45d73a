import { applyEdits, type TextEdit } from '../text/edit.ts';
import { SourceText } from '../text/sourceText.ts';
import type { Span } from '../text/span.ts';
import { alignedTable } from './tableLayout.ts';

/** What a table is put among. */
interface Around {
  /** What each of its lines begins with, where that is not what the line at the place begins with. */
  readonly indent?: string;
  /** Whether no text stands before the line at the place. */
  readonly opens: boolean;
}

/**
 * A table in the place of a stretch of Markdown, parted from what stands before and behind it.
 * @param rows cells as Markdown, the header first, all rows of one width
 */
export function newTable(
  text: SourceText,
  at: Span,
  rows: readonly (readonly string[])[],
  { indent, opens }: Around,
): readonly TextEdit[] {
  const [first, last] = [text.lineAt(at.from), text.lineAt(at.to)];
  const head = text.slice(first.from, at.from);
  const prefix = indent ?? /^[ \t>]*/.exec(head)?.[0] ?? '';
  const gap = `${prefix.trimEnd()}\n${prefix}`;
  const isFree = isBlank(head);
  const before = isFree ? (opens || isBlank(text.line(first.number - 1).text) ? prefix : gap) : `\n${gap}`;
  const rest = text.slice(at.to, last.to);
  const endsFree = isBlank(rest);
  const isLast = last.number === text.lines || isBlank(text.line(last.number + 1).text);
  const behind = endsFree ? (isLast ? '' : `\n${prefix.trimEnd()}`) : `\n${gap}`;
  const span = {
    from: first.from + (isFree ? 0 : head.trimEnd().length),
    to: endsFree ? last.to : at.to + rest.length - rest.trimStart().length,
  };
  return [{ span, insert: before + tableText(rows).replaceAll('\n', `\n${prefix}`) + behind }];
}

/** Whether a line holds nothing, or nothing but the marks of a quotation. */
function isBlank(line: string): boolean {
  return /^[ \t>]*$/.test(line);
}

function tableText(rows: readonly (readonly string[])[]): string {
  const [header = [], ...body] = rows;
  const lines = [header, header.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`);
  const text = SourceText.of(lines.join('\n'));
  const spans = lines.map((_, index) => text.line(index + 1)).filter(({ number }) => number !== 2);
  return applyEdits(text.toString(), alignedTable(text, spans));
}
