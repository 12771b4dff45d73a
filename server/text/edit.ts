import type { Span } from './span.ts';

/** Replace `span` by `insert`, which holds LF line ends only. */
export interface TextEdit {
  readonly span: Span;
  readonly insert: string;
}

/** The edits in document order. Two insertions at one place keep the order in which they were given. */
export function sortEdits(edits: readonly TextEdit[]): readonly TextEdit[] {
  return [...edits].sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
}

/** Whether two of the edits would change the same text, so that applying both has no clear meaning. */
export function overlapping(edits: readonly TextEdit[]): boolean {
  const sorted = sortEdits(edits);
  return sorted.some((edit, index) => {
    const next = sorted[index + 1];
    return next !== undefined && next.span.from < edit.span.to;
  });
}

/** Apply edits that do not overlap. Overlapping edits leave the text as it was. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  if (overlapping(edits)) return text;
  let result = '';
  let at = 0;
  for (const { span, insert } of sortEdits(edits)) {
    result += text.slice(at, span.from) + insert;
    at = span.to;
  }
  return result + text.slice(at);
}
