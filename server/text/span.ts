/** A stretch of text: UTF-16 code units, half-open. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The span moved by `by` code units. */
export function shift(span: Span, by: number): Span {
  return { from: span.from + by, to: span.to + by };
}

/** Whether `offset` lies in the span or at either end: a cursor just behind a word is still on it. */
export function touches(span: Span, offset: number): boolean {
  return span.from <= offset && offset <= span.to;
}

/** Whether the two spans share at least one code unit, or one is empty and lies in or at the other. */
export function overlaps(a: Span, b: Span): boolean {
  if (a.from === a.to || b.from === b.to) return a.from <= b.to && b.from <= a.to;
  return a.from < b.to && b.from < a.to;
}

/** Tells whether a span shares a code unit with any of several, which are put in order once, however many are asked for. */
export function overlapsAny(spans: readonly Span[]): (span: Span) => boolean {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last === undefined || last.to < span.from) joined.push(span);
    else if (last.to < span.to) joined[joined.length - 1] = { from: last.from, to: span.to };
  }
  return ({ from, to }) => {
    let [low, high] = [0, joined.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((joined[middle]?.to ?? 0) > from) high = middle;
      else low = middle + 1;
    }
    return (joined[low]?.from ?? to) < to;
  };
}
