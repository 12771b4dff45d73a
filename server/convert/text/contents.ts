import { normaliseName } from '../../framework/name.ts';
import type { Vocabulary } from '../../framework/vocabulary.ts';
import type { Line } from './lines.ts';
import type { ImportNote } from './note.ts';

/** What stands above a list of contents, as `normaliseName` leaves it. */
export const CONTENTS_TITLES: ReadonlySet<string> = new Set([
  'contents',
  'content',
  'table of contents',
  'contents page',
  'list of contents',
]);
/** What is said of one in the report of an import. */
export const CONTENTS_LEFT_OUT = 'The list of contents was left out.';
const LONGEST_ENTRY = 200;

/** The lines of a list of contents, by index, with the note that says so. */
export interface Contents {
  readonly gone: ReadonlySet<number>;
  readonly notes: readonly ImportNote[];
}

/**
 * Finds the list of contents: a line `Contents` and the entries below it. A list without such a line is
 * none, since the table of judgements has rows of the same form.
 */
export function findContents(lines: readonly Line[], vocabulary: Vocabulary): Contents {
  const title = lines.findIndex(
    ({ text }) => text.length < 40 && CONTENTS_TITLES.has(normaliseName(text)) && !/^\d/.test(text),
  );
  if (title < 0) return { gone: new Set(), notes: [] };
  const end = entriesEnd(lines, title + 1, vocabulary);
  const gone = new Set<number>();
  for (let index = title; index < end; index += 1) if (lines[index]?.text !== '') gone.add(index);
  const [first, last] = [lines[title], lines[end - 1]];
  // A title with fewer than two entries may as well be a word of the text.
  if (gone.size < 3 || first === undefined || last === undefined) return { gone: new Set(), notes: [] };
  const span = { from: first.from, to: last.to };
  return { gone, notes: [{ span, message: CONTENTS_LEFT_OUT, kind: 'dropped' }] };
}

/** The index behind the last entry. */
function entriesEnd(lines: readonly Line[], start: number, vocabulary: Vocabulary): number {
  const names = ownLineNames(lines, vocabulary);
  let end = start;
  let index = start;
  let lastPage = 0;
  while (index < lines.length) {
    const line = lines[index];
    if (line === undefined) break;
    if (line.text !== '') {
      const taken = entryLines(lines, index, vocabulary, names, lastPage);
      if (taken === 0) break;
      lastPage = pageOf(lines[index + taken - 1]) ?? lastPage;
      end = index + taken;
      index = end;
    } else index += 1;
  }
  return end;
}

/** How many lines the entry at `index` takes; 0 when there is none. */
function entryLines(
  lines: readonly Line[],
  index: number,
  vocabulary: Vocabulary,
  names: ReadonlyMap<string, number>,
  lastPage: number,
): number {
  const line = lines[index];
  if (line === undefined || line.text.length > LONGEST_ENTRY) return 0;
  // What looks like an entry with a page before that of another is a heading with the mark of a footnote.
  if (isPaged(line, vocabulary)) return (pageOf(line) ?? lastPage) < lastPage ? 0 : 1;
  if (isRomanOrPage(line.text)) return 1;
  if (isBareEntry(lines, index, vocabulary, names, lastPage)) return 1;
  const above = aboveItsPage(lines, index, lastPage);
  return above > 0 ? above : wrappedEntry(lines, index, vocabulary);
}

/** `title<TAB>5`, `title<TAB>`, `title .... 5`, `title   5`; `title 5` when the title is a section's. */
function isPaged(line: Line, vocabulary: Vocabulary): boolean {
  const page = /\s*(?:\d{1,3}|[ivxl]{1,6})$/.exec(line.text);
  const title = page === null ? line.text : line.text.slice(0, page.index);
  if (!/\p{L}/u.test(title)) return false;
  if (/(?:\.\s?){3,}$|…+\s*$/u.test(title.slice(-40))) return true;
  if (page === null) return /\t\s*$/.test(line.raw) && !title.includes('\t');
  if (/^\s*(?:\t|\s{2,})/.test(page[0])) return !title.includes('\t');
  const name = normaliseName(title);
  return vocabulary.sectionsByName.has(name) || name === normaliseName(vocabulary.framework.title);
}

const SOON = 6;

/** Whether another entry with its page stands a few lines further down, so that the list goes on. */
function pageComesSoon(
  lines: readonly Line[],
  start: number,
  vocabulary: Vocabulary,
  lastPage: number,
): boolean {
  let left = SOON;
  for (let index = start; index < lines.length && left > 0; index += 1) {
    const line = lines[index];
    if (line === undefined || line.text === '') continue;
    left -= 1;
    if (isPaged(line, vocabulary) && (pageOf(line) ?? 0) >= lastPage) return true;
    if (aboveItsPage(lines, index, lastPage) > 0) return true;
  }
  return false;
}

/** A title, of one line or two, below which its page number stands alone, no smaller than those before: how many lines. */
function aboveItsPage(lines: readonly Line[], index: number, lastPage: number): number {
  for (const taken of [1, 2]) {
    const title = lines.slice(index, index + taken);
    if (title.some(({ text }) => text === '' || text.length > 100 || /[.:;]$/.test(text))) return 0;
    let next = index + taken;
    while (lines[next]?.text === '') next += 1;
    const page = lines[next];
    if (page !== undefined && /^\d{1,3}$/.test(page.text) && Number(page.text) >= lastPage)
      return next - index + 1;
  }
  return 0;
}

function pageOf(line: Line | undefined): number | undefined {
  const digits = /\d{1,3}$/.exec(line?.text ?? '')?.[0];
  return digits === undefined ? undefined : Number(digits);
}

/** A page number that stands on a line of its own, below its title. */
function isRomanOrPage(text: string): boolean {
  return /^(?:\d{1,3}|[ivxl]{1,6})$/.test(text);
}

/**
 * A title without a page number is an entry when the same line comes again as the heading, and when
 * another entry follows: the first heading of the text stands directly below the list. Where entries have pages, one
 * with a page must follow.
 */
function isBareEntry(
  lines: readonly Line[],
  index: number,
  vocabulary: Vocabulary,
  names: ReadonlyMap<string, number>,
  lastPage: number,
): boolean {
  const line = lines[index];
  if (line === undefined) return false;
  const own = normaliseName(line.text.slice(0, LONGEST_ENTRY));
  if (lastPage > 0)
    return vocabulary.sectionsByName.has(own) && pageComesSoon(lines, index + 1, vocabulary, lastPage);
  const lastIndex = names.get(own);
  if (lastIndex === undefined || lastIndex === index) return false;
  let next = index + 1;
  while (lines[next]?.text === '') next += 1;
  const following = lines[next];
  if (following === undefined) return false;
  const name = normaliseName(following.text.slice(0, LONGEST_ENTRY));
  return isPaged(following, vocabulary) || (vocabulary.sectionsByName.has(name) && next < lastIndex);
}

/** Where each section's name stands on a line of its own for the last time. */
function ownLineNames(lines: readonly Line[], vocabulary: Vocabulary): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const [index, { text }] of lines.entries()) {
    if (text === '' || text.length > LONGEST_ENTRY) continue;
    const name = normaliseName(text);
    if (vocabulary.sectionsByName.has(name)) names.set(name, index);
  }
  return names;
}

/** A title that takes two lines, the second of which has the page number. */
function wrappedEntry(lines: readonly Line[], index: number, vocabulary: Vocabulary): number {
  const [line, next] = [lines[index], lines[index + 1]];
  if (line === undefined || next === undefined || next.text === '') return 0;
  if (/[.:;]$/.test(line.text) || line.text.length > 100 || next.text.length > LONGEST_ENTRY) return 0;
  const title = `${line.text} ${next.text.replace(/(?:[.…\s])*\d{0,3}$/u, '')}`;
  return isPaged(next, vocabulary) && vocabulary.sectionsByName.has(normaliseName(title)) ? 2 : 0;
}
