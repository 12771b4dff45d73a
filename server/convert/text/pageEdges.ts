import type { Line } from './lines.ts';

// How many lines a header or footer has at most, its page number among them.
const DEPTH = 4;
const FEWEST_PAGES = 3;

/**
 * The lines, by index, that stand at the same end of most pages of a text whose page breaks were kept. Nothing else
 * need part them from the text: what comes again wherever a page ends is no part of it.
 * @param shapes what each line is but for its numbers; undefined for one that cannot be a header or footer
 */
export function atPageEdges(
  lines: readonly Line[],
  shapes: readonly (string | undefined)[],
): readonly number[] {
  const pages = pagesOf(lines);
  if (pages.length < FEWEST_PAGES) return [];
  const tops = pages.map((page) => page.slice(0, DEPTH));
  const bottoms = pages.map((page) => page.slice(-DEPTH));
  return [...recurring(tops, shapes), ...recurring(bottoms, shapes)];
}

/** The lines, by index, near the top or the bottom of a page; undefined where the text has not kept its page breaks. */
export function nearPageEdges(lines: readonly Line[]): ReadonlySet<number> | undefined {
  const pages = pagesOf(lines);
  if (pages.length < FEWEST_PAGES) return undefined;
  return new Set(pages.flatMap((page) => [...page.slice(0, DEPTH), ...page.slice(-DEPTH)]));
}

/** The lines of each page that are not blank, by index; the first line of a page has the break before it. */
function pagesOf(lines: readonly Line[]): readonly (readonly number[])[] {
  const pages: number[][] = [[]];
  for (const [index, line] of lines.entries()) {
    if (line.raw.startsWith('\f')) pages.push([]);
    if (line.text !== '') pages.at(-1)?.push(index);
  }
  return pages.filter((page) => page.length > 0);
}

function recurring(
  edges: readonly (readonly number[])[],
  shapes: readonly (string | undefined)[],
): readonly number[] {
  const counts = new Map<string, number>();
  for (const edge of edges) {
    for (const shape of new Set(edge.flatMap((index) => shapes[index] ?? [])))
      counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  const least = Math.max(FEWEST_PAGES, edges.length / 2);
  return edges.flat().filter((index) => {
    const shape = shapes[index];
    return shape !== undefined && /\p{L}{3}/u.test(shape) && (counts.get(shape) ?? 0) >= least;
  });
}
