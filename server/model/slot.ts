import type { Span } from '../text/span.ts';

/** Where in the parts of a document an author may be about to write. `span` is what would be replaced, `typed` what it holds so far. */
export type Slot =
  | { readonly kind: 'meta-key'; readonly span: Span; readonly typed: string }
  | { readonly kind: 'meta-value'; readonly key: string; readonly span: Span; readonly typed: string }
  | TextSlot;

/** A line of Markdown. */
export interface TextSlot {
  readonly kind: 'text';
  /** The line, without what indents the text as a whole. */
  readonly line: string;
  /** Where it begins. */
  readonly from: number;
  /** How many code units of it stand before the cursor. */
  readonly cursor: number;
  /** Whether a heading on it would begin a section of the document. */
  readonly sections: boolean;
}

const META_VALUE = /^([\w-]+):(\s*)((?:[^\s#]|(?<=\S)#|\s+(?![\s#]))*)/;
const META_KEY = /^[\w-]*$/;

/** What stands on a line of fields, `name: value`, up to the cursor. `from` is the line's start. */
export function metaSlot(line: string, from: number, cursor: number): Slot | undefined {
  const before = line.slice(0, cursor - from);
  const value = META_VALUE.exec(line);
  if (value?.[1] !== undefined && before.includes(':')) {
    const start = from + value[1].length + 1 + (value[2] ?? '').length;
    const end = Math.max(start, from + value[0].trimEnd().length);
    // Behind the value there may be a comment, in which nothing is offered.
    if (cursor > end && line.slice(0, cursor - from).includes(' #')) return undefined;
    return {
      kind: 'meta-value',
      key: value[1],
      span: { from: Math.min(start, cursor), to: Math.max(end, cursor) },
      typed: value[3] ?? '',
    };
  }
  if (!META_KEY.test(before)) return undefined;
  const end = /^[\w-]*/.exec(line)?.[0].length ?? 0;
  return { kind: 'meta-key', span: { from, to: from + end }, typed: before };
}

/** A line of Markdown that is indented by up to `column` blanks, with the cursor on it; undefined before its text. */
export function textSlot(
  line: { readonly text: string; readonly from: number },
  column: number,
  offset: number,
  sections: boolean,
): TextSlot | undefined {
  const indent = Math.min(column, line.text.search(/[^ ]|$/));
  const from = line.from + indent;
  if (offset < from) return undefined;
  return { kind: 'text', line: line.text.slice(indent), from, cursor: offset - from, sections };
}
