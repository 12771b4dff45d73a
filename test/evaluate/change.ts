import { applyEdits, sortEdits, type TextEdit } from '../../server/text/edit.ts';
import type { Span } from '../../server/text/span.ts';

/** A document after one change, with the places that the change concerns. */
export interface Change {
  readonly text: string;
  /** Where a reader would say that the fault is; a finding must lie on or link to one of these. */
  readonly at: readonly Span[];
  /** What the finding must also say, where its place alone would not show that it means the fault. */
  readonly says?: RegExp | undefined;
  /** What was done, in a few words. */
  readonly note: string;
}

/** A change by edits of a text; `at` are places of that text, which are followed to where they end up. */
export function change(
  text: string,
  edits: readonly TextEdit[],
  at: readonly Span[],
  note: string,
  says?: RegExp,
): Change {
  return { text: applyEdits(text, edits), at: at.map((span) => moved(span, edits)), note, says };
}

/** One change after another. */
export function then(first: Change, edits: readonly TextEdit[]): Change {
  return { ...first, ...change(first.text, edits, first.at, first.note, first.says) };
}

/** Where a span is after the edits; what is put in at its ends or in it belongs to it. */
export function moved(span: Span, edits: readonly TextEdit[]): Span {
  let { from, to } = span;
  for (const edit of sortEdits(edits)) {
    const by = edit.insert.length - (edit.span.to - edit.span.from);
    if (edit.span.to < span.from || (edit.span.to === span.from && edit.span.from < edit.span.to)) {
      from += by;
      to += by;
    } else if (edit.span.from <= span.to) {
      if (edit.span.from < span.from) from += edit.span.from - span.from + edit.insert.length;
      to = edit.span.to <= span.to ? to + by : to + edit.span.from - span.to + edit.insert.length;
    }
  }
  return { from, to: Math.max(from, to) };
}

export function replace(span: Span, insert: string): TextEdit {
  return { span: { from: span.from, to: span.to }, insert };
}

export function insert(at: number, words: string): TextEdit {
  return { span: { from: at, to: at }, insert: words };
}

/** Takes a line out with its line end. */
export function removeLine(line: Span): TextEdit {
  return { span: { from: line.from, to: line.to + 1 }, insert: '' };
}
