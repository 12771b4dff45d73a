import { normaliseName } from '../framework/name.ts';
import type { Block } from '../model/block.ts';
import type { Leaf, Marker, Row, Table } from '../syntax/block.ts';
import type { Prose } from '../syntax/prose.ts';
import type { Span } from '../text/span.ts';
import { leadingNumber } from '../values/leadingNumber.ts';
import type { Anchor, Words } from './contents.ts';

/** An entry of a list of contents. */
export interface ContentsEntry {
  /** The title without its number and page. */
  readonly title: Words;
  /** The number before the title, without a stop at its end. */
  readonly number: Words | undefined;
  readonly page: Words | undefined;
  /**
   * A number behind the title that may be its page or its last word, "Priority 3": then `title` holds it, and this is
   * how the entry reads with a page.
   */
  readonly paged: { readonly title: Words; readonly page: Words } | undefined;
  /** Where a link in the entry leads to. */
  readonly link: Words | undefined;
  /** The number of a numbered list's item. */
  readonly marker: Words | undefined;
  /** 0 for an outermost entry of its list. */
  readonly depth: number;
  /** The entry's part of its block. */
  readonly whole: Anchor;
}

const TITLES = new Set([
  'contents',
  'table of contents',
  'list of contents',
  'contents page',
  'contents list',
]);

/** The entries of the list of contents that a section is, or that stands in it below a line "Contents". */
export function readContentsList(name: string, own: readonly Block[]): readonly ContentsEntry[] {
  if (TITLES.has(name)) return entriesFrom(own, 0);
  const title = own.findIndex(
    ({ kind, source, leaves }) =>
      kind === 'paragraph' && source.length < 40 && TITLES.has(normaliseName(leaves[0]?.prose.text ?? '')),
  );
  return title < 0 ? [] : entriesFrom(own, title + 1);
}

/** Entries stand one below the other; what comes behind them is no part of the list. */
function entriesFrom(own: readonly Block[], start: number): readonly ContentsEntry[] {
  const entries: ContentsEntry[] = [];
  let kind: Block['kind'] | undefined;
  for (let block = start; block < own.length; block += 1) {
    const one = own[block];
    if (one === undefined || one.kind === 'comment') continue;
    // A list is one list; lines may be parted by empty ones, as groups of them are.
    if (kind !== undefined && (one.kind !== kind || kind === 'table')) break;
    const read = readBlock(one, block);
    if (read.length === 0) {
      if (entries.length > 0) break;
      continue;
    }
    kind = one.kind;
    entries.push(...read);
  }
  return entries;
}

function readBlock(block: Block, index: number): readonly ContentsEntry[] {
  const [table] = block.tables;
  if (block.kind === 'table' && table !== undefined) return rowEntries(block, index, table);
  if (block.kind === 'item') {
    return block.leaves.flatMap((leaf, at) => (at === 0 || leaf.marker ? itemEntry(block, index, leaf) : []));
  }
  if (block.kind !== 'paragraph') return [];
  const entries = block.leaves.flatMap(({ prose }) =>
    titleLines(prose).flatMap((line) => readLine(block, index, prose, line, 0, undefined)),
  );
  // A sentence is no entry: lines count only where one has its page, or a link.
  return entries.some(({ page, link }) => page !== undefined || link !== undefined) ? entries : [];
}

/** The lines of a passage; one without a page goes on in the next, where that begins with a small letter. */
function titleLines(prose: Prose): readonly Span[] {
  const lines: Span[] = [];
  for (const line of prose.lines()) {
    const before = lines.at(-1);
    const isOpen =
      before !== undefined &&
      line.to - before.from <= LONGEST &&
      !SURE_PAGE.test(prose.text.slice(before.from, before.to));
    if (isOpen && /^\s*\p{Ll}/u.test(prose.text.slice(line.from, line.to))) {
      lines[lines.length - 1] = { from: before.from, to: line.to };
    } else lines.push(line);
  }
  return lines;
}

function itemEntry(block: Block, index: number, leaf: Leaf): readonly ContentsEntry[] {
  const marker = leaf.depth === 0 ? block.marker : leaf.marker;
  const line = { from: 0, to: leaf.prose.text.length };
  return readLine(block, index, leaf.prose, line, leaf.depth, marker);
}

/** No title with its page is longer; on much longer lines the patterns would take time without end. */
const LONGEST = 300;

/** Dots, a tab or several blanks before a page, or the word "page". */
const SURE_PAGE =
  /(?:\s*(?:\.[ \t]?){3,}\s*|\s*…+\s*|\s*\t\s*|\s{2,}|\s*[([]?\b(?:pages?|pp?\.)\s*)(?:(?<page>\d{1,3})(?:\s*[-–]\s*\d{1,3})?|[ivxl]{1,6})?[)\]]?\s*$/iu;
const MAYBE_PAGE = /\s+(?:[-–—|,]\s*)?(?<page>\d{1,3})\s*$/u;

function readLine(
  block: Block,
  index: number,
  prose: Prose,
  line: Span,
  depth: number,
  marker: Marker | undefined,
): readonly ContentsEntry[] {
  if (line.to - line.from > LONGEST) return [];
  const text = prose.text.slice(line.from, line.to);
  const at = (from: number, to: number): Words => ({
    text: text.slice(from, to),
    at: { block: index, span: prose.sourceSpan(line.from + from, line.from + to) },
  });
  const number = leadingNumber(text);
  const start = number?.length ?? 0;
  const sure = SURE_PAGE.exec(text);
  const maybe = sure === null ? MAYBE_PAGE.exec(text) : null;
  const trimmed = trimmedEnd(text, sure?.index ?? text.length);
  if (!/\p{L}/u.test(text.slice(start, trimmed))) return [];
  const whole = wholeLine(prose, line, marker);
  const pageOf = (match: RegExpExecArray | null) => {
    const from = (match?.index ?? 0) + (match?.[0].lastIndexOf(match.groups?.page ?? '') ?? 0);
    return match?.groups?.page === undefined ? undefined : at(from, from + match.groups.page.length);
  };
  const page = pageOf(maybe);
  return [
    {
      title: at(start, trimmed),
      number: number && at(number.at, number.at + number.text.length),
      page: pageOf(sure),
      paged: maybe === null || page === undefined ? undefined : { title: at(start, maybe.index), page },
      link: linkIn(block, index, whole),
      marker: markerWords(index, marker),
      depth,
      whole: { block: index, span: whole },
    },
  ];
}

function trimmedEnd(text: string, end: number): number {
  return text.slice(0, end).replace(/[\s:]+$/u, '').length;
}

function wholeLine(prose: Prose, line: Span, marker: Marker | undefined): Span {
  const { from, to } = prose.sourceSpan(line.from, line.to);
  return { from: Math.min(from, marker?.span.from ?? from), to };
}

function markerWords(block: number, marker: Marker | undefined): Words | undefined {
  if (marker?.number === undefined) return undefined;
  const { from } = marker.span;
  return { text: marker.number, at: { block, span: { from, to: from + marker.number.length } } };
}

/** The link on the entry's lines: its destination stands behind its words. */
function linkIn({ links, source }: Block, block: number, whole: Span): Words | undefined {
  const end = source.indexOf('\n', whole.to);
  const found = links.find(
    ({ span }) => span.from >= whole.from && span.to <= (end < 0 ? source.length : end),
  );
  return found === undefined ? undefined : { text: found.target, at: { block, span: found.span } };
}

/** A row of a table: its number, title and page in cells of their own. The header is no entry. */
function rowEntries(block: Block, index: number, { rows }: Table): readonly ContentsEntry[] {
  return rows.slice(1).flatMap((row) => rowEntry(block, index, row));
}

function rowEntry(block: Block, index: number, { cells, span }: Row): readonly ContentsEntry[] {
  const title = cells.findIndex(({ prose }) => /\p{L}{2}/u.test(prose.text));
  const cell = cells[title];
  if (cell === undefined) return [];
  const page = cells.slice(title + 1).find(({ prose }) => /^\d{1,3}$/.test(prose.text));
  const number = cells.slice(0, title).find(({ prose }) => /^\d{1,2}(?:\.\d{1,2})*\.?$/.test(prose.text));
  const line = { from: 0, to: cell.prose.text.length };
  const [read] = readLine(block, index, cell.prose, line, 0, undefined);
  if (read === undefined) return [];
  const words = (of: typeof cell): Words => ({
    text: of.prose.text.replace(/\.$/, ''),
    at: { block: index, span: of.prose.sourceSpan(0, of.prose.text.replace(/\.$/, '').length) },
  });
  return [
    {
      ...read,
      number: number === undefined ? read.number : words(number),
      page: page === undefined ? read.page : words(page),
      paged: page === undefined ? read.paged : undefined,
      link: linkIn(block, index, span),
      whole: { block: index, span },
    },
  ];
}
