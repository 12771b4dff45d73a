import type { Span } from '../text/span.ts';

/** What an author may be about to write at a place. `span` is what would be replaced, `typed` what it holds so far. */
export type Slot =
  | { readonly kind: 'meta-key'; readonly span: Span; readonly typed: string }
  | { readonly kind: 'meta-value'; readonly key: string; readonly span: Span; readonly typed: string }
  | { readonly kind: 'field-value'; readonly name: string; readonly span: Span; readonly typed: string }
  | {
      readonly kind: 'section';
      readonly span: Span;
      readonly typed: string;
      readonly level: number | undefined;
    };

const META_VALUE = /^([\w-]+):(\s*)(.*)$/;
const META_KEY = /^[\w-]*$/;
const MARKDOWN_FIELD = /^(\s*(?:[-*+]\s+)?\*\*([^*:]+)(?::\*\*|\*\*:)\s*)(.*)$/;
const HEADING = /^(#{1,6})\s*(.*)$/;
const YAML_FIELD = /(?:^\s+|[{,]\s*)([\w-]+):\s*([^,}]*)$/;
const YAML_HEADING = /^(\s*)-\s*(?:heading:?\s*)?(.*)$/;

/** What stands on a line of fields, `name: value`, up to the cursor. `from` is the line's start. */
export function metaSlot(line: string, from: number, cursor: number): Slot | undefined {
  const before = line.slice(0, cursor - from);
  const value = META_VALUE.exec(line);
  if (value?.[1] !== undefined && before.includes(':')) {
    const start = from + value[1].length + 1 + (value[2] ?? '').length;
    return {
      kind: 'meta-value',
      key: value[1],
      span: { from: Math.min(start, cursor), to: from + line.length },
      typed: value[3] ?? '',
    };
  }
  if (!META_KEY.test(before)) return undefined;
  const end = /^[\w-]*/.exec(line)?.[0].length ?? 0;
  return { kind: 'meta-key', span: { from, to: from + end }, typed: before };
}

/** What stands on a line of Markdown: a field's value, or the place of a heading. */
export function markdownSlot(line: string, from: number, cursor: number): Slot | undefined {
  const field = MARKDOWN_FIELD.exec(line);
  if (field?.[1] !== undefined && field[2] !== undefined && cursor >= from + field[1].trimEnd().length) {
    const start = Math.min(from + field[1].length, cursor);
    return {
      kind: 'field-value',
      name: field[2],
      span: { from: start, to: from + line.length },
      typed: field[3] ?? '',
    };
  }
  const heading = HEADING.exec(line);
  if (heading?.[1] === undefined && line.trim() !== '') return undefined;
  const span = { from, to: from + line.length };
  return { kind: 'section', span, typed: heading?.[2] ?? '', level: heading?.[1]?.length };
}

/** What stands on a line of a YAML section: a field's value, or the place of a section. */
export function yamlSlot(line: string, from: number, cursor: number): Slot | undefined {
  const before = line.slice(0, cursor - from);
  const heading = YAML_HEADING.exec(line);
  if (heading !== null && !/^\s*-\s+(?!heading)[\w-]+:/.test(line)) {
    return {
      kind: 'section',
      span: { from, to: from + line.length },
      typed: heading[2] ?? '',
      level: undefined,
    };
  }
  const field = YAML_FIELD.exec(before);
  if (field?.[1] === undefined || field[2] === undefined) return undefined;
  const end = /^[^,}]*/.exec(line.slice(cursor - from))?.[0].trimEnd().length ?? 0;
  return {
    kind: 'field-value',
    name: field[1],
    span: { from: cursor - field[2].length, to: cursor + end },
    typed: field[2],
  };
}
