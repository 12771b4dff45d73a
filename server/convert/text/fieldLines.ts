import type { FieldDef } from '../../framework/framework.ts';
import type { Vocabulary } from '../../framework/vocabulary.ts';
import type { Span } from '../../text/span.ts';
import type { Line } from './lines.ts';

/** A field of the document as a whole, as a line near its top gives it. */
export interface FieldMatch {
  readonly def: FieldDef;
  /** The label with its colon. */
  readonly label: Span;
  /** Undefined when nothing stands behind the label. */
  readonly value: Span | undefined;
}

/** Reads lines such as `Age group: All`; one line may hold several fields. */
export interface FieldReader {
  read(line: Line): readonly FieldMatch[];
}

const LONGEST_LINE = 300;

/** A reader of the fields that a framework declares. */
export function fieldReader(vocabulary: Vocabulary): FieldReader {
  const { fields } = vocabulary.framework;
  if (fields.length === 0) return { read: () => [] };
  const labelled = new Map(
    fields.flatMap((def) => [def.label, ...def.aliases].map((name) => [squeeze(name), def] as const)),
  );
  const names = anyOf(fields.flatMap(({ label, aliases }) => [label, ...aliases]));
  const labels = anyOf(fields.map(({ label }) => label));
  const pattern = new RegExp(`(?<=^|\\s)(?:\\*\\*)?(${names})(?:\\*\\*)?\\s*:(?:\\*\\*)?`, 'gi');
  // Without a colon the words of another name may as well begin a sentence.
  const colonless = new RegExp(`^(${labels})\\s+`, 'i');
  const inside = new RegExp(`(?<=\\S\\s+)(${labels})\\s+`, 'i');
  return {
    read(line) {
      if (line.text === '' || line.text.length > LONGEST_LINE) return [];
      const found = [...line.text.matchAll(pattern)];
      // Text before the first label belongs to no field, and must not be lost with the line.
      if (found.length > 0) return found[0]?.index === 0 ? split(line, found, inside, labelled) : [];
      return withoutColon(line, colonless.exec(line.text), labelled);
    },
  };
}

function anyOf(names: readonly string[]): string {
  return [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.trim().replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'))
    .join('|')
    .replace(/\s+/g, '\\s+');
}

function split(
  line: Line,
  found: readonly RegExpExecArray[],
  inside: RegExp,
  labelled: ReadonlyMap<string, FieldDef>,
): readonly FieldMatch[] {
  return found.flatMap((match, position): FieldMatch[] => {
    const def = labelled.get(squeeze(match[1] ?? ''));
    if (def === undefined) return [];
    const end = match.index + match[0].length;
    const next = found[position + 1]?.index ?? line.text.length;
    const label = { from: line.from + match.index, to: line.from + end };
    const parted = runTogether(line, end, next, inside, labelled);
    const behind = parted === undefined ? next : parted.label.from - line.from;
    const own = { def, label, value: valueSpan(line, end, behind) };
    return parted === undefined ? [own] : [own, parted];
  });
}

/** A field whose label has no colon, behind the value of another: `Dates: 6 to 9 May 2013 Lead inspector Ann Dee`. */
function runTogether(
  line: Line,
  from: number,
  to: number,
  inside: RegExp,
  labelled: ReadonlyMap<string, FieldDef>,
): FieldMatch | undefined {
  const match = inside.exec(line.text.slice(from, to));
  const def = match === null ? undefined : labelled.get(squeeze(match[1] ?? ''));
  if (match === null || def === undefined) return undefined;
  const at = from + match.index;
  const value = valueSpan(line, at + match[0].length, to);
  if (value === undefined || !fitsType(def, line.text.slice(value.from - line.from, value.to - line.from)))
    return undefined;
  return { def, label: { from: line.from + at, to: line.from + at + match[0].trimEnd().length }, value };
}

/** A label that lost its colon is taken for one only when what follows has the form of its value. */
function withoutColon(
  line: Line,
  match: RegExpExecArray | null,
  labelled: ReadonlyMap<string, FieldDef>,
): readonly FieldMatch[] {
  const def = match === null ? undefined : labelled.get(squeeze(match[1] ?? ''));
  if (match === null || def === undefined) return [];
  const value = line.text.slice(match[0].length);
  const fits = fitsType(def, value) || line.text.slice(0, match[0].length).includes('\t');
  if (!fits) return [];
  const label = { from: line.from, to: line.from + match[0].trimEnd().length };
  return [{ def, label, value: valueSpan(line, match[0].length, line.text.length) }];
}

function fitsType(def: FieldDef, value: string): boolean {
  if (def.type === 'date' || def.type === 'date-range') return /^\d{1,2}\b/.test(value);
  return def.type === 'person' && /^\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){1,5}$/u.test(value);
}

function valueSpan(line: Line, from: number, to: number): Span | undefined {
  const text = line.text.slice(from, to);
  if (text.trim() === '') return undefined;
  const start = line.from + from + text.length - text.trimStart().length;
  return { from: start, to: start + text.trim().length };
}

function squeeze(label: string): string {
  return label.trim().toLowerCase().replace(/\s+/g, ' ');
}
