import type { Box } from './page.ts';

/** Six numbers a, b, c, d, e, f, which turn x, y into ax + cy + e, bx + dy + f. */
export type Matrix = readonly number[];

/** What does first what `second` says, then what `first` says. */
export function multiply(first: Matrix, second: Matrix): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = first;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = second;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

export function apply(
  [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix,
  x: number,
  y: number,
): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The box around two corners that lie across from each other. */
export function boxOf([x, y]: readonly [number, number], [u, v]: readonly [number, number]): Box {
  return { left: Math.min(x, u), top: Math.min(y, v), right: Math.max(x, u), bottom: Math.max(y, v) };
}

/** A value from the library as numbers, none where it is something else. */
export function numbersOf(value: unknown): readonly number[] {
  if (value instanceof Float32Array) return [...value];
  return Array.isArray(value) ? value.filter((one): one is number => typeof one === 'number') : [];
}
