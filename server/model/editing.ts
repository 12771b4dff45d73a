import { applyEdits, type TextEdit } from '../text/edit.ts';
import type { SourceText } from '../text/sourceText.ts';
import { type Span, shift } from '../text/span.ts';
import { type PlacedBlock, placeOffset, placeSpan } from './block.ts';
import type { Slot } from './slot.ts';

/**
 * How a document is changed. Rules and features ask for one of these; each is written once for Markdown and
 * once for YAML. An edit that cannot be made is an empty list.
 */
export interface Editing {
  /** Puts other words in the place of some, on one line. */
  replace(span: Span, words: string): readonly TextEdit[];
  /** Gives a field of the document a value, which may be a tab stop, adding the field when it is not there. */
  setMeta(key: string, value: string): readonly TextEdit[];
  /** Puts fields that stand at a wrong place to the top of the document. */
  hoistMeta(): readonly TextEdit[];
  /** Gives a field of a section a value, which may be a tab stop, adding the field when it is not there. */
  setField(heading: PlacedBlock, name: string, value: string): readonly TextEdit[];
  /** Adds sections, one behind the other, at a place. */
  insertSections(sections: readonly NewSection[], place: SectionPlace): readonly TextEdit[];
  /** Moves a section, with all that is below it; its headings take the level of their new place. */
  moveSection(heading: PlacedBlock, place: SectionPlace): readonly TextEdit[];
  /** Makes a heading of a paragraph that is one line in bold. */
  makeHeading(paragraph: PlacedBlock, level: number): readonly TextEdit[];
  /** Gives a section's heading another level, and those below it with it; where it stands stays the same. */
  setLevel(heading: PlacedBlock, level: number): readonly TextEdit[];
  /** Takes a section out, with all that is below it. */
  removeSection(heading: PlacedBlock): readonly TextEdit[];
  /** Writes Markdown below the heading of a section that has no text. */
  fillSection(heading: PlacedBlock, body: string): readonly TextEdit[];
  /** Adds paragraphs of Markdown, which may hold tab stops, before a block of text or a heading. */
  addParagraphBefore(before: PlacedBlock, text: string): readonly TextEdit[];
  /** Adds a paragraph of Markdown, which may hold tab stops, behind a block of a section's text. */
  addParagraph(behind: PlacedBlock, text: string): readonly TextEdit[];
  /** A section with all that is below it; undefined where it cannot be told from what stands beside it. */
  sectionSpan(heading: PlacedBlock): Span | undefined;
  /** Puts other words in the place of some in a heading. `words` is a span of the heading's prose. */
  renameSection(heading: PlacedBlock, words: Span, name: string): readonly TextEdit[];
  /** Has a section say by an id which of its framework's it is, whatever its heading says. */
  giveId(heading: PlacedBlock, id: string): readonly TextEdit[];
  /** Gives a numbered paragraph another number. What is nested in the paragraph stays nested. */
  renumber(paragraph: PlacedBlock, number: string): readonly TextEdit[];
  /**
   * Puts stretches of whole lines in another order: where the first stood comes the one that `order` names first.
   * Nothing when they share their lines with other text or are not indented alike.
   */
  reorder(stretches: readonly Span[], order: readonly number[]): readonly TextEdit[];
  /** Adds a row behind a row of a table. */
  addRow(row: Span, cells: readonly string[]): readonly TextEdit[];
  /**
   * Gives a cell of a table other words, which may be a tab stop, or some where it is empty. As data a cell that nobody
   * wrote has no place: it is added to its row where one is given, and else there is nothing to do.
   */
  setCell(cell: Span, words: string, added?: MissingCell): readonly TextEdit[];
  /** Adds columns, empty, before the one at an index, which is their number for the end. Rows with the header first. */
  addColumns(rows: readonly TableRow[], at: number, columns: readonly NewColumn[]): readonly TextEdit[];
  /** Takes a row of a table out. Nothing where it shares its lines with others. */
  removeRow(row: Span): readonly TextEdit[];
  /** Adds empty cells at the end of a row of a table. */
  addCells(row: Span, count: number): readonly TextEdit[];
  /** Puts the cells of each column of a table below each other, by blanks and pipes alone. Rows with the header first. */
  alignTable(rows: readonly Span[]): readonly TextEdit[];
  /**
   * Puts a table in the place of a stretch of text; nothing where no Markdown can stand.
   * @param rows cells as Markdown, the header first, all rows of one width
   */
  insertTable(at: Span, rows: readonly (readonly string[])[]): readonly TextEdit[];
  /** Takes an empty row out that ends a table, and leaves a line for what comes behind the table. */
  endTable(row: Span): readonly TextEdit[];
  /** Puts the columns of a table in another order; nothing where a row has not a cell in each of them. */
  arrangeColumns(rows: readonly Span[], order: readonly number[]): readonly TextEdit[];
  /** Makes an item of a list of each line of a paragraph. */
  listLines(paragraph: PlacedBlock): readonly TextEdit[];
  /**
   * Writes lines anew, in another order or with other words: `lines` takes the place of `all`, which stand one behind
   * the other. Nothing where one of them shares its line with others.
   */
  arrangeLines(all: readonly Span[], lines: readonly LineCopy[]): readonly TextEdit[];
  /** Says behind a comment that switches a rule off why it does; the reason may hold tab stops. */
  giveReason(comment: Span, reason: string): readonly TextEdit[];
  /** Takes a comment out, with its line when nothing else stands on it. */
  removeComment(span: Span): readonly TextEdit[];
  /**
   * Switches a rule off for the block or field that `span` begins in, by a comment above it. The reason may hold
   * tab stops; without one the comment gives none.
   */
  suppress(span: Span, rule: string, reason: string | undefined): readonly TextEdit[];
  /** What an author may be about to write at a place; undefined within data below the fields of the document. */
  slotAt(offset: number): Slot | undefined;
  /** A section as it would be typed, of data in the column of its dash. The body may hold tab stops, and keeps them. */
  sectionText(section: NewSection, level: number, column: number): string;
}

/** A row of a table: where it stands, and its cells. */
export interface TableRow {
  readonly span: Span;
  readonly cells: readonly { readonly span: Span }[];
}

/** A cell that a row of data does not have. */
export interface MissingCell {
  readonly row: Span;
  /** What its column is called in the other rows. */
  readonly header: string;
}

export interface NewColumn {
  readonly heading: string;
  /** Its name where the table is written as data. */
  readonly key: string;
}

export interface NewSection {
  readonly heading: string;
  /** Its id in the framework, where the heading alone does not say which section it is. */
  readonly id?: string | undefined;
  /** The number that its heading is printed with. */
  readonly number?: string | undefined;
  /** Its fields, each by its name as readers see it. */
  readonly fields?: readonly { readonly name: string; readonly value: string }[];
  /** Markdown, LF line ends, without a line end at its end. */
  readonly body: string;
  /** The sections below it. */
  readonly sections?: readonly NewSection[];
}

/** The lines that `of` stands on, with changes. Places are those of the document as it is. */
export interface LineCopy {
  readonly of: Span;
  readonly changes: readonly TextEdit[];
}

/** Before a section, or as the last section of `parent`, or as the last of the document. */
export interface SectionPlace {
  readonly before: PlacedBlock | undefined;
  readonly parent: PlacedBlock | undefined;
}

/** A tab stop that holds words, which are overwritten by typing. */
export function overwritten(words: string): string {
  return `\${1:${words.replace(/[\\$}]/g, '\\$&')}}`;
}

/** A snippet's text as it stands before anyone has typed: `${1:name}` becomes `name`. */
export function withoutTabStops(template: string): string {
  return template
    .replace(/\$\{\d+\|([^,|}]*)[^}]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\{?\d+\}?/g, '')
    .trimEnd();
}

/**
 * What goes with a comment that is taken out: its line when nothing else stands on it, with one of the empty
 * lines around it; or else the blank before it.
 */
export function commentStretch(text: string, span: Span): Span {
  const end = text.indexOf('\n', span.to);
  const lines = { from: text.lastIndexOf('\n', span.from - 1) + 1, to: end < 0 ? text.length : end + 1 };
  const [before, behind] = [text.slice(lines.from, span.from), text.slice(span.to, lines.to)];
  if (before.trim() === '' && behind.trim() === '') {
    const opens = lines.from === 0 || /\n[ \t]*\n$/.test(text.slice(0, lines.from));
    const gap = opens ? (/^[ \t]*\n/.exec(text.slice(lines.to))?.[0].length ?? 0) : 0;
    return { from: lines.from, to: lines.to + gap };
  }
  const blanks = /^\s|^$/.test(behind) ? before.length - before.trimEnd().length : 0;
  return { from: span.from - blanks, to: span.to };
}

/** The heading that ends the section of the heading at `index`: the next one that is not deeper. */
export function sectionEnd(blocks: readonly PlacedBlock[], index: number): PlacedBlock | undefined {
  const level = blocks[index]?.block.heading?.level ?? 0;
  return blocks.find((placed, at) => at > index && (placed.block.heading?.level ?? 99) <= level);
}

/** A paragraph's lines are indented by the width of its number, so that these move when the width changes. */
export function renumberEdits(paragraph: PlacedBlock, number: string): readonly TextEdit[] {
  const { source, number: old, marker } = paragraph.block;
  if (old === undefined) return [];
  const edits: TextEdit[] = [{ span: placeSpan(paragraph, old.span), insert: number }];
  const wider = number.length - old.text.length;
  const width = /^\d+[.)][ \t]*/.exec(source)?.[0].length ?? 0;
  if (marker === undefined || wider === 0) return edits;
  for (let end = source.indexOf('\n'); end >= 0; end = source.indexOf('\n', end + 1)) {
    const indent = /[ \t]*(?=\S|$)/y;
    indent.lastIndex = end + 1;
    const blanks = indent.exec(source)?.[0] ?? '';
    if (blanks.length < width || source[end + 1 + blanks.length] === '\n') continue;
    const from = placeOffset(paragraph, end + 1);
    edits.push({ span: { from, to: from + Math.max(0, -wider) }, insert: ' '.repeat(Math.max(0, wider)) });
  }
  return edits;
}

/** What may stand before the words of a line that is moved: a bullet, and the marks of emphasis. */
const BEFORE_WORDS = /^(?:[-*+][ \t]+)?[*_]{0,3}$/;

/** Stretches of lines in another order; each begins behind the blanks that indent its first line. */
export function reorderEdits(
  text: SourceText,
  stretches: readonly Span[],
  order: readonly number[],
): readonly TextEdit[] {
  const lines = stretches.map(({ from, to }) => {
    const line = text.lineAt(from);
    const indent = /^[ \t]*/.exec(line.text)?.[0] ?? '';
    const start = line.from + indent.length;
    return { indent, before: text.slice(start, from), span: { from: start, to: text.lineAt(to).to } };
  });
  const alike = lines.every(({ indent, before }) => indent === lines[0]?.indent && BEFORE_WORDS.test(before));
  if (!alike) return [];
  return lines.flatMap(({ span }, index) => {
    const other = lines[order[index] ?? index]?.span ?? span;
    return other === span ? [] : [{ span, insert: text.slice(other.from, other.to) }];
  });
}

/** Empty cells at the end of a row of Markdown, whether or not a pipe closes the row. */
export function cellsBehind(text: SourceText, row: Span, count: number): readonly TextEdit[] {
  const line = text.lineAt(row.to);
  const end = line.from + line.text.trimEnd().length;
  const opening = line.text.trimEnd().endsWith('|') ? '' : ' |';
  return [{ span: { from: end, to: end }, insert: `${opening}${'  |'.repeat(count)}` }];
}

/** Words for a cell of a row of Markdown, which may be empty. */
export function markdownCell(text: SourceText, { from, to }: Span, words: string): readonly TextEdit[] {
  const before = text.slice(from - 1, from) === '|' ? ' ' : '';
  const behind = text.slice(to, to + 1) === '|' ? ' ' : '';
  return [{ span: { from, to }, insert: `${before}${words.replace(/(?<!\\)\|/g, '\\|')}${behind}` }];
}

/** A bullet before each line of a paragraph of Markdown. */
export function bulletEdits(paragraph: PlacedBlock): readonly TextEdit[] {
  const { source } = paragraph.block;
  const starts = [0, ...[...source.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return starts.map((start) => {
    const from = placeOffset(paragraph, start);
    return { span: { from, to: from }, insert: '- ' };
  });
}

/** A row of Markdown behind another, in its column: in a list or in YAML tables are indented. */
export function rowBehind(text: SourceText, row: Span, cells: readonly string[]): readonly TextEdit[] {
  const line = text.lineAt(row.to);
  // A row that is written as data has no pipes.
  if (!line.text.includes('|')) return [];
  const before = /^[ \t>]*/.exec(line.text)?.[0] ?? '';
  return [{ span: { from: line.to, to: line.to }, insert: `\n${before}| ${cells.join(' | ')} |` }];
}

/** The edit that puts copies of whole lines in the place of all of them, parted as these are. */
export function arrangedLines(
  text: SourceText,
  all: readonly Span[],
  lines: readonly LineCopy[],
): readonly TextEdit[] {
  const stretch = ({ from, to }: Span): Span => ({ from: text.lineAt(from).from, to: text.lineAt(to).to });
  const stretches = all.map(stretch);
  const [first, second] = stretches;
  const last = stretches.at(-1);
  if (first === undefined || last === undefined) return [];
  const isApart = stretches.every(({ from }, index) => {
    const before = stretches[index - 1];
    return before === undefined || (before.to < from && text.slice(before.to, from).trim() === '');
  });
  if (!isApart) return [];
  const gap = second === undefined ? '\n' : text.slice(first.to, second.from);
  const copies = lines.map(({ of, changes }) => {
    const { from, to } = stretch(of);
    const moved = changes.map(({ span, insert }) => ({ span: shift(span, -from), insert }));
    return applyEdits(text.slice(from, to), moved);
  });
  return [{ span: { from: first.from, to: last.to }, insert: copies.join(gap) }];
}
