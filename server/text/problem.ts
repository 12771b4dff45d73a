import type { TextEdit } from './edit.ts';
import type { Span } from './span.ts';

/** How grave a finding is: an error contradicts the document or its framework, a hint is a matter of style. */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** All severities, the gravest first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** Whether `a` is at least as grave as `b`. */
export function atLeast(a: Severity, b: Severity): boolean {
  return SEVERITIES.indexOf(a) <= SEVERITIES.indexOf(b);
}

/** Something amiss with a text that was read: never thrown, always returned beside the value. */
export interface Problem {
  readonly span: Span;
  readonly message: string;
  /** What was probably meant by the text at the span: what to write in its place. */
  readonly meant?: string;
}

/** Another place that a finding rests on. Without `path` it is in the same document. */
export interface Related {
  readonly span: Span;
  readonly message: string;
  readonly path?: string;
}

/** A change that would mend a finding. `safe` fixes lose no text and have one possible outcome. */
export interface Fix {
  readonly title: string;
  readonly safe: boolean;
  /** Whether who formats the document wants it made with the rest: it puts in order, and leaves every word as it is. */
  readonly tidy?: boolean;
  /** Whether it is the likeliest of several. */
  readonly likely?: boolean;
  /** Computed when asked for, since most fixes are never looked at. */
  readonly edits: () => readonly TextEdit[];
  /** The same with tab stops where something is still to be written. */
  readonly snippet?: (() => readonly TextEdit[]) | undefined;
  /** Whether it only makes room for words that the author has to write: without tab stops there is nothing to it. */
  readonly asks?: boolean;
}

/** What a rule has to say of a document, at a place in the document as a whole. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
}
