import { child, entries, headSpan, items, type Located, textOf, valueSpan } from '../../framework/locate.ts';
import type { Span } from '../../text/span.ts';

/** Where figures come from, and how to read them there: an item of `sources:` in `touchstone.yaml`. */
export interface SourceDef {
  /** The path of the file from the folder of `touchstone.yaml`. */
  readonly file: Written;
  /** Undefined for the first sheet that is not hidden. */
  readonly sheet: Written | undefined;
  /** Counted from 1; undefined for the first row that heads the columns. */
  readonly headerRow: Written | undefined;
  /** What the columns are called, where their own names do not say what they are. */
  readonly columns: Readonly<Record<SourceColumn, Written | undefined>>;
  /** Whether each period has a column, and not a row. */
  readonly isWide: boolean;
  /** The documents that the figures are for, as patterns; empty for all of the pack. */
  readonly documents: readonly string[];
  /** What documents call a measure, by what the sheet calls it. */
  readonly names: readonly (readonly [inSheet: string, inDocuments: string])[];
}

/** What a column of a source can give. */
export type SourceColumn = 'measure' | 'period' | 'role' | 'target' | 'actual';

export const SOURCE_COLUMNS: readonly SourceColumn[] = ['measure', 'period', 'role', 'target', 'actual'];

/** A value as it is written in `touchstone.yaml`. */
export interface Written {
  readonly text: string;
  readonly span: Span;
}

/** Reads an item of the list; nothing where it names no file. */
export function readSourceDef(place: Located): readonly SourceDef[] {
  const file = readWritten(child(place, 'file'));
  if (file === undefined) return [];
  const column = (name: SourceColumn) => readWritten(child(place, name));
  return [
    {
      file,
      sheet: readWritten(child(place, 'sheet')),
      headerRow: readWritten(child(place, 'header-row')),
      columns: {
        measure: column('measure'),
        period: column('period'),
        role: column('role'),
        target: column('target'),
        actual: column('actual'),
      },
      isWide: textOf(child(place, 'periods')) === 'columns',
      documents: items(child(place, 'documents')).flatMap((item) => textOf(item) ?? []),
      names: entries(child(place, 'names')).flatMap((entry) => {
        const name = textOf(entry);
        return name === undefined || entry.key === undefined ? [] : [[entry.key.name, name] as const];
      }),
    },
  ];
}

/** A value with its place; undefined where there is none, or it is no text. */
export function readWritten(place: Located | undefined): Written | undefined {
  const text = textOf(place);
  if (place === undefined || text === undefined) return undefined;
  return { text: text.trim(), span: place.node.length > 0 ? valueSpan(place) : headSpan(place) };
}
