import { EDGE_OUT, PAGE_NUMBER_OUT } from '../pageEdges.ts';
import type { Line } from './line.ts';
import { mergeRow, type Row } from './rows.ts';
import { rounded } from './style.ts';

/** A page while what belongs to its edges is taken off. */
export interface Edged {
  readonly height: number;
  readonly rows: readonly Row[];
}

/** What stands at the edges of pages and is no part of the text. */
export interface Furniture {
  readonly lines: readonly Line[];
  readonly message: string;
}

// How many rows from the top and from the bottom may be a header or footer.
const REACH = 4;
const NEAR = 12;
const PAGE_OF = /^(?:page\s+)?\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})$|^page\s+\d{1,4}$/i;
const BARE = /^[-–—|\s]*\d{1,4}[-–—|\s]*$/;

interface Candidate {
  readonly page: number;
  readonly row: Row;
  readonly line: Line;
  readonly shape: string;
  readonly atTop: boolean;
}

/**
 * Finds running headers and footers and page numbers: what comes again at the same height of several pages, but for a
 * number that grows as they do.
 */
export function findFurniture(pages: readonly Edged[], body: number): ReadonlyMap<Row, Furniture> {
  const found = new Map<Row, Furniture>();
  const byShape = new Map<string, Candidate[]>();
  for (const [page, { rows, height }] of pages.entries()) {
    for (const [index, row] of rows.entries()) {
      if (index >= REACH && index < rows.length - REACH) continue;
      const line = mergeRow(row);
      if (line.text.length > 150) continue;
      const shape = line.text.toLowerCase().replace(/\d+/g, '#');
      const one = { page, row, line, shape, atTop: line.y < height / 2 };
      const others = byShape.get(shape);
      if (others === undefined) byShape.set(shape, [one]);
      else others.push(one);
    }
  }
  const groups = [...byShape.values()].flatMap((all) => repeated(all, pages, body));
  const again = new Set(groups.flat().map(({ row }) => row));
  const within = linesWithin(pages, again);
  for (const group of groups) {
    if (standsInText(group, pages, again) || isOftenWithin(group, within)) continue;
    for (const { row, line } of group)
      found.set(row, { lines: [line], message: isNumber(line) ? PAGE_NUMBER_OUT : EDGE_OUT });
  }
  return found;
}

function isNumber({ text }: Line): boolean {
  return BARE.test(text) || PAGE_OF.test(text);
}

/**
 * Whether more pages have words of their own at that height, or nearer to the edge, than have that line: a heading that
 * begins several pages stands where the text of others begins.
 */
function standsInText(
  group: readonly Candidate[],
  pages: readonly Edged[],
  again: ReadonlySet<Row>,
): boolean {
  const [first] = group;
  if (first === undefined || isNumber(first.line)) return false;
  const depth = (y: number, height: number): number => (first.atTop ? y : height - y);
  const deepest = Math.max(...group.map(({ page, line }) => depth(line.y, pages[page]?.height ?? 0)));
  const reached = pages.filter(({ rows, height }) => {
    const own = first.atTop ? rows.find((row) => !again.has(row)) : rows.findLast((row) => !again.has(row));
    return own?.[0] !== undefined && depth(own[0].y, height) < deepest + 4;
  });
  return reached.length > group.length;
}

/** How often lines that look the same say the same, and are not at the edges of pages. */
function linesWithin(pages: readonly Edged[], again: ReadonlySet<Row>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  if (again.size === 0) return counts;
  for (const row of pages.flatMap(({ rows }) => rows)) {
    if (again.has(row)) continue;
    const line = said(mergeRow(row));
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return counts;
}

function said({ text, size, bold }: Line): string {
  return `${rounded(size)} ${bold} ${text}`;
}

/** Whether a line stands within pages as it is at their edges, and more often: a heading that several sections have. */
function isOftenWithin(group: readonly Candidate[], within: ReadonlyMap<string, number>): boolean {
  const [first] = group;
  if (first === undefined || isNumber(first.line)) return false;
  return (within.get(said(first.line)) ?? 0) > group.length;
}

/** Those of one shape that are no text, by where they stand. */
function repeated(
  all: readonly Candidate[],
  pages: readonly Edged[],
  body: number,
): readonly (readonly Candidate[])[] {
  const groups = atOneHeight(all, pages);
  const found = groups.map((group) => {
    const [first] = group;
    if (first === undefined || !atEdge(first, pages)) return [];
    const apart = new Set(group.map(({ page }) => page)).size;
    if (first.shape.includes('#') && isNumber(first.line)) {
      const counted = grown(group);
      if (counted.length > 1) return counted;
      return PAGE_OF.test(first.line.text) && isOutermost(first, pages) ? group : [];
    }
    if (apart < 2 || (apart < 3 && pages.length > 4) || apart < Math.min(pages.length * 0.2, 8)) return [];
    const same = new Set(group.map(({ line }) => line.text)).size === 1;
    if (!same && grown(group).length < group.length) return [];
    // The title of a document may stand above all its pages: the first time it is the title.
    return first.line.size > body * 1.2 && isTitle(first, pages) ? group.slice(1) : group;
  });
  return found.filter((group) => group.length > 0);
}

/** Whether a line stands on the first page, and the title is not written larger below it. */
function isTitle({ page, row, line }: Candidate, pages: readonly Edged[]): boolean {
  const isAgain = (other: Row): boolean => {
    const { text, size } = mergeRow(other);
    return size > line.size && text !== '' && line.text.startsWith(text);
  };
  return page === 0 && pages[0]?.rows.some((other) => other !== row && isAgain(other)) !== true;
}

function atOneHeight(all: readonly Candidate[], pages: readonly Edged[]): readonly (readonly Candidate[])[] {
  const groups: Candidate[][] = [];
  const height = ({ page, line, atTop }: Candidate): number =>
    atTop ? line.y : line.y - (pages[page]?.height ?? 0);
  for (const one of [...all].sort((a, b) => height(a) - height(b))) {
    const last = groups.at(-1);
    const [first] = last ?? [];
    if (
      last !== undefined &&
      first !== undefined &&
      first.atTop === one.atTop &&
      height(one) - height(first) < NEAR
    )
      last.push(one);
    else groups.push([one]);
  }
  return groups.map((group) => group.sort((a, b) => a.page - b.page));
}

/** Whether a line stands in the outer parts of its page. */
function atEdge({ page, line, atTop }: Candidate, pages: readonly Edged[]): boolean {
  const height = pages[page]?.height ?? 0;
  return atTop ? line.y < height * 0.18 : line.y > height * 0.82;
}

/** Whether nothing stands above it, or nothing below. */
function isOutermost({ page, row }: Candidate, pages: readonly Edged[]): boolean {
  const rows = pages[page]?.rows ?? [];
  return rows[0] === row || rows.at(-1) === row;
}

/** Those whose number grows by one with each page, as most of them do. */
function grown(group: readonly Candidate[]): readonly Candidate[] {
  const lead = ({ line, page }: Candidate, at: number): number =>
    Number(line.text.match(/\d+/g)?.at(at) ?? Number.NaN) - page;
  const best = [0, -1].map((at) => {
    const counts = new Map<number, Candidate[]>();
    for (const one of group) counts.set(lead(one, at), [...(counts.get(lead(one, at)) ?? []), one]);
    return [...counts.values()].reduce((most, some) => (some.length > most.length ? some : most), []);
  });
  const [a = [], b = []] = best;
  return a.length >= b.length ? a : b;
}
