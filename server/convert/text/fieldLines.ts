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
  const defs = [...vocabulary.framework.fields].sort((a, b) => b.label.length - a.label.length);
  const labelled = new Map(defs.map((def) => [squeeze(def.label), def]));
  if (defs.length === 0) return { read: () => [] };
  const label = defs.map((def) => def.label.trim().replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')).join('|');
  const pattern = new RegExp(
    `(?<=^|\\s)(?:\\*\\*)?(${label.replace(/\s+/g, '\\s+')})(?:\\*\\*)?\\s*:(?:\\*\\*)?`,
    'gi',
  );
  const colonless = new RegExp(`^(${label.replace(/\s+/g, '\\s+')})\\s+`, 'i');
  return {
    read(line) {
      if (line.text === '' || line.text.length > LONGEST_LINE) return [];
      const found = [...line.text.matchAll(pattern)];
      // Text before the first label belongs to no field, and must not be lost with the line.
      if (found.length > 0) return found[0]?.index === 0 ? split(line, found, labelled) : [];
      return withoutColon(line, colonless.exec(line.text), labelled);
    },
  };
}

function split(
  line: Line,
  found: readonly RegExpExecArray[],
  labelled: ReadonlyMap<string, FieldDef>,
): readonly FieldMatch[] {
  return found.flatMap((match, position): FieldMatch[] => {
    const def = labelled.get(squeeze(match[1] ?? ''));
    if (def === undefined) return [];
    const end = match.index + match[0].length;
    const next = found[position + 1]?.index ?? line.text.length;
    const label = { from: line.from + match.index, to: line.from + end };
    return [{ def, label, value: valueSpan(line, end, next) }];
  });
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
