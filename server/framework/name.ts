/**
 * A name as it is compared: case, punctuation, emphasis and leading numbers do not count, `&` is `and`, and what may
 * be one or several, "Author(s)", is one.
 * "**3.1** Leadership & management:" and "leadership and management" are one name.
 */
export function normaliseName(name: string): string {
  // Nearly all names are words with one blank between them, of which only the case does not count.
  if (PLAIN_NAME.test(name)) return name.toLowerCase();
  return name
    .replace(/^[\s*_#]*(?:\d+(?:\.\d+)*\.?[)\s]\s*)?/, '')
    .replace(/&(?:amp;)?/g, ' and ')
    .replace(/\(s\)/gi, '')
    .toLowerCase()
    .replace(/['’‘`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const PLAIN_NAME = /^[A-Za-z]+(?: [A-Za-z]+)*$/;

/** A noun phrase as it is compared: a name without the article before it. */
export function normalisePhrase(phrase: string): string {
  return normaliseName(phrase).replace(/^the /, '');
}

/**
 * How many single-character changes (insert, delete, replace, swap of neighbours) lead from `a` to `b`,
 * or `limit + 1` when it takes more. Damerau's optimal string alignment distance.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      current.push(alignmentCost(a, b, row, column, current, above, before));
    }
    if (Math.min(...current) > limit) return limit + 1;
    before = above;
    above = current;
  }
  return Math.min(above[b.length] ?? limit + 1, limit + 1);
}

function alignmentCost(
  a: string,
  b: string,
  row: number,
  column: number,
  current: readonly number[],
  above: readonly number[],
  before: readonly number[],
): number {
  const same = a[row - 1] === b[column - 1];
  const cost = Math.min(
    (above[column] ?? 0) + 1,
    (current[column - 1] ?? 0) + 1,
    (above[column - 1] ?? 0) + (same ? 0 : 1),
  );
  const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
  return swapped ? Math.min(cost, (before[column - 2] ?? 0) + 1) : cost;
}

/**
 * The candidates that `name` is probably a slip for, the nearest first: at most a third of its letters
 * differ, and never more than four.
 */
export function nearest<T>(
  name: string,
  candidates: readonly T[],
  nameOf: (candidate: T) => string,
): readonly T[] {
  return slipsFor(candidates, nameOf)(name);
}

/** What `nearest` says of these candidates, for many names: each candidate is made comparable once. */
export function slipsFor<T>(
  candidates: readonly T[],
  nameOf: (candidate: T) => string,
): (name: string) => readonly T[] {
  const known = candidates.map((candidate) => ({ candidate, comparable: normaliseName(nameOf(candidate)) }));
  return (name) => {
    const wanted = normaliseName(name);
    const limit = Math.min(4, Math.floor(wanted.length / 3));
    return known
      .map(({ candidate, comparable }) => ({ candidate, distance: editDistance(wanted, comparable, limit) }))
      .filter(({ distance }) => distance <= limit)
      .sort((x, y) => x.distance - y.distance)
      .map(({ candidate }) => candidate);
  };
}
