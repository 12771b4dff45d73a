/** Numbers from one to another, both included. */
export interface NumberRange {
  readonly from: number;
  readonly to: number;
}

/** Ranges in their order, with those drawn together that overlap or follow each other: "1, 3–5, 9". */
export function listedNumbers(ranges: readonly NumberRange[]): string {
  const drawn: { from: number; to: number }[] = [];
  for (const { from, to } of ranges) {
    const last = drawn.at(-1);
    if (last !== undefined && from >= last.from && from <= last.to + 1) last.to = Math.max(last.to, to);
    else drawn.push({ from, to });
  }
  return drawn.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
