import { type Span, shift } from './span.ts';

/** One replaced stretch that covers all that differs between an old text and a new one. */
export interface Change {
  /** In the old text. */
  readonly old: Span;
  /** In the new text. */
  readonly now: Span;
}

/** The change that is `before` followed by replacing `span` of its outcome by `length` code units. */
export function followedBy(before: Change | undefined, span: Span, length: number): Change {
  if (before === undefined) return { old: span, now: { from: span.from, to: span.from + length } };
  const ahead = Math.max(0, before.now.from - span.from);
  const behind = Math.max(0, span.to - before.now.to);
  const grown = length - (span.to - span.from);
  return {
    old: { from: before.old.from - ahead, to: before.old.to + behind },
    now: { from: before.now.from - ahead, to: before.now.to + behind + grown },
  };
}

/** Where a span of the old text stands in the new one; undefined where the change touches it. */
export function moved(span: Span, { old, now }: Change): Span | undefined {
  if (span.to < old.from) return span;
  return span.from > old.to ? shift(span, now.to - old.to) : undefined;
}

/** The same, where a span that the change lies within grows with it. */
export function movedOrGrown(span: Span, change: Change): Span | undefined {
  const { old, now } = change;
  if (span.from < old.from && old.to < span.to) return { from: span.from, to: span.to + now.to - old.to };
  return moved(span, change);
}
