import type { DataNode, DataReading } from '../syntax/data.ts';
import type { Problem } from '../text/problem.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { Span } from '../text/span.ts';
import type { PlacedBlock } from './block.ts';
import type { Editing } from './editing.ts';

/** How a document is written. Only the reading and the editing of documents know it. */
export type Syntax = 'markdown' | 'yaml';

/** A document read without regard to its framework: one shape for Markdown and YAML. */
export interface Model {
  readonly text: SourceText;
  /** The document's own fields, in the order written. */
  readonly meta: readonly MetaEntry[];
  /** Where the fields stand, or where they would: what is wrong with the document as a whole is shown there. */
  readonly metaSpan: Span;
  /** Fields that were meant for the document and stand where nobody reads them as such. */
  readonly strayMeta: StrayMeta | undefined;
  /** Everything that is not a field of the document, in reading order. */
  readonly blocks: readonly PlacedBlock[];
  /** What could not be read, at its place. */
  readonly problems: readonly ModelProblem[];
  /** The whole document as data, where it is written as data. */
  readonly data: { readonly root: DataNode; readonly at: number } | undefined;
  /** The part that is written as data, be it all or the front matter, and where it begins. */
  readonly written: { readonly from: number; readonly to: number; readonly reading: DataReading } | undefined;
  /** Stretches of text that hang together though they are no blocks: front matter, and the parts of data. */
  readonly groups: () => readonly Span[];
  /** How to change the document. */
  readonly editing: Editing;
}

/** Fields of the document at a wrong place. Spans are absolute. */
export interface StrayMeta {
  readonly span: Span;
  /** What stands before them, or else the lines around them are missing. */
  readonly fault: 'blank-lines' | 'comment' | 'no-lines';
}

/** A field of the document as a whole. Spans are absolute. */
export interface MetaEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly valueSpan: Span;
  readonly value: DataNode;
}

/** A fault of the text itself. `code` says which, for configuration and for people who search for it. */
export interface ModelProblem extends Problem {
  readonly code: 'front-matter' | 'yaml' | 'limits' | 'section';
}

/** The text of a meta value: a scalar's text, or a range or list put into words. */
export function metaText(value: DataNode): string {
  if (value.kind === 'scalar') return value.text;
  if (value.kind === 'list') return value.items.map((item) => metaText(item.value)).join('; ');
  const of = (key: string) => value.entries.find((entry) => entry.key === key)?.value;
  const [from, to] = [of('from'), of('to')];
  if (from !== undefined && to !== undefined) return `${metaText(from)} to ${metaText(to)}`;
  return value.entries.map((entry) => `${entry.key}: ${metaText(entry.value)}`).join('; ');
}

/** The field of the document with that key. */
export function metaEntry(model: Model, key: string): MetaEntry | undefined {
  return model.meta.find((entry) => entry.key === key);
}
