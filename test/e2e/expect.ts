// Assertions that need nothing of Node, since the suite also runs in a browser's worker.

export function ok(condition: boolean, what: string): void {
  if (!condition) throw new Error(`It does not hold: ${what}`);
}

export function equal<T>(actual: T, expected: T): void {
  if (actual !== expected)
    throw new Error(`Expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
}
