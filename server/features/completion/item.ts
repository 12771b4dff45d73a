import type { Span } from '../../text/span.ts';
import { NO_WORDS, type PackWords } from './packWords.ts';

/** Something that could be written at the cursor. */
export interface CompletionItem {
  readonly label: string;
  readonly kind: 'field' | 'value' | 'section' | 'reference' | 'word' | 'table';
  /** Short, beside the label. */
  readonly detail: string | undefined;
  /** Markdown, below. */
  readonly documentation: string | undefined;
  /** What is replaced, and by what. It holds the cursor, and is part of one line. */
  readonly span: Span;
  readonly insert: string;
  /** Whether `insert` holds tab stops. */
  readonly snippet: boolean;
  /** What the words that are replaced are compared with; the label where nothing else is said. */
  readonly filter?: string;
  /** Whether it is what the rest of the document says, and so is chosen before the others. */
  readonly preselect?: boolean;
  /** What accepts the item by being typed. */
  readonly commit?: readonly string[];
  /** Items are shown in the order given, which means something: a scale is not an alphabet. */
  readonly order: number;
}

export type Draft = Omit<CompletionItem, 'order'>;

/** How completion was asked for. */
export interface Asked {
  /** Whether the author asked, by a key or a command, and did not merely type. */
  readonly explicit: boolean;
  /** What was typed, where that is why it is asked for. */
  readonly character?: string | undefined;
  /** The other files of the document's pack, as a link to them is written. */
  readonly files?: readonly string[];
  /** What the other documents of the pack say: asked for only where it is of use, since it takes reading them. */
  readonly pack?: () => PackWords;
  /** Headings of the file that a link names already: what leads to them, and their words. */
  readonly headings?: readonly (readonly [link: string, words: string])[];
}

/** Asked for by the author. */
export const EXPLICIT: Asked = { explicit: true };

/** What the other documents say, where anybody knows. */
export function wordsAround({ pack }: Asked): PackWords {
  return pack?.() ?? NO_WORDS;
}

/** A value as it stands. */
export function value(
  label: string,
  span: Span,
  more: Partial<
    Pick<Draft, 'kind' | 'detail' | 'documentation' | 'insert' | 'preselect' | 'filter' | 'commit'>
  > = {},
): Draft {
  return {
    label,
    kind: 'value',
    detail: undefined,
    documentation: undefined,
    span,
    insert: label,
    snippet: false,
    ...more,
  };
}

/** Text that is to stand in a snippet as it is. */
export function literal(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** A tab stop that offers values, or is empty where there are none to choose from. */
export function choice(stop: number, values: readonly string[]): string {
  if (values.length === 0) return `$${stop}`;
  return `\${${stop}|${values.map((one) => one.replace(/[\\,|}$]/g, '\\$&')).join(',')}|}`;
}
