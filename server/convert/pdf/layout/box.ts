/** A rectangle on a page, in points; y grows downwards. */
export interface Box {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** The smallest rectangle around several; undefined around none. */
export function around(boxes: Iterable<Box>): Box | undefined {
  let all: Box | undefined;
  for (const box of boxes) {
    all =
      all === undefined
        ? box
        : {
            x1: Math.min(all.x1, box.x1),
            y1: Math.min(all.y1, box.y1),
            x2: Math.max(all.x2, box.x2),
            y2: Math.max(all.y2, box.y2),
          };
  }
  return all;
}

/** Whether a point lies in a rectangle or on its edge. */
export function holds(box: Box, x: number, y: number): boolean {
  return x >= box.x1 && x <= box.x2 && y >= box.y1 && y <= box.y2;
}

/** The value with the greatest weight; `otherwise` where there is none. Of equals the smaller counts. */
export function heaviest(weights: ReadonlyMap<number, number>, otherwise: number): number {
  let best = otherwise;
  let most = 0;
  for (const [value, weight] of weights) {
    if (weight > most || (weight === most && value < best)) {
      best = value;
      most = weight;
    }
  }
  return best;
}

/** The middle one of some numbers; 0 of none. */
export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
}

/** The index of the last of ascending numbers that is not above `value`; -1 where all are. */
export function lastNotAbove(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
