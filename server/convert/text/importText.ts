import type { Vocabulary } from '../../framework/vocabulary.ts';
import { withAnnouncedItems, withLetteredItems } from './bareItems.ts';
import type { Readers } from './blockReader.ts';
import { findContents } from './contents.ts';
import { Emitter } from './emit.ts';
import { readWithRuns } from './fieldRunBlocks.ts';
import { findFieldRuns } from './fieldRuns.ts';
import { writeFrontMatter } from './frontMatter.ts';
import { findFurniture } from './furniture.ts';
import { groupReader } from './groups.ts';
import { headingReader } from './headings.ts';
import type { Imported } from './imported.ts';
import { importLetter } from './importLetter.ts';
import { importPlan, pageRole } from './importPlan.ts';
import { judgementReader } from './judgement.ts';
import { blanked, type Line, readLines } from './lines.ts';
import { markItems } from './lists.ts';
import { readMarker } from './marker.ts';
import type { ImportNote } from './note.ts';
import { restoreNumbers } from './numbering.ts';
import { repair } from './repair.ts';
import { withoutSubheadings } from './subheadings.ts';
import { bodyStart, fieldNotes, readTitleBlock, writeTitle } from './titleBlock.ts';
import { findWordedHeadings, hasWordedHeadings } from './wordedHeadings.ts';
import { BlockWriter } from './writeBlocks.ts';

/**
 * Turns text as it was extracted from a PDF or typed into a Markdown document of the vocabulary's framework.
 * Every word of the source is in the result or under a note; what has no place is kept as a paragraph.
 *
 * @param source with LF line ends only.
 */
export function importText(source: string, vocabulary: Vocabulary): Imported {
  const page = pageRole(vocabulary);
  if (page !== undefined) return repaired(source, (text) => importPlan(text, vocabulary, page));
  if (vocabulary.framework.parts.length > 0)
    return repaired(source, (text) => importLetter(text, vocabulary));
  return importReport(source, vocabulary);
}

/** Imports the text as it was before its extraction, with places and notes of the source. */
function repaired(source: string, read: (text: string) => Imported): Imported {
  const before = repair(source);
  const { markdown, places, notes } = read(before.text);
  const moved = notes.map((note) => ({ ...note, span: before.places.toSource(note.span) }));
  return { markdown, places: places.through(before.places), notes: inOrder([...before.notes, ...moved]) };
}

function inOrder(notes: readonly ImportNote[]): readonly ImportNote[] {
  return [...notes].sort((a, b) => a.span.from - b.span.from);
}

function importReport(source: string, vocabulary: Vocabulary): Imported {
  const readers = readersOf(vocabulary);
  const all = readLines(source);
  const contents = findContents(all, vocabulary);
  const withoutContents = blanked(all, contents.gone);
  const start = Math.min(
    bodyStart(withoutContents, readers.headings, vocabulary),
    impliedStart(withoutContents, readers),
  );
  const furniture = findFurniture(withoutContents, {
    bodyStart: start,
    isText: (line) => isText(line, readers),
    isHeading: (line) => readers.headings.at([line], 0) !== undefined,
  });
  const clean = blanked(withoutContents, furniture.gone);
  const title = readTitleBlock(clean, start, vocabulary);
  const body = withLetteredItems(withAnnouncedItems(blanked(clean, title.used)));
  const worded = wordedIn(body, readers);
  const runs = findFieldRuns(body, { ...readers, worded });
  const blocks = withoutSubheadings(readWithRuns(source, body, { ...readers, worded }, runs));
  const numbered = restoreNumbers(source, markItems(source, blocks), vocabulary.framework.numbering);

  const out = new Emitter(source);
  writeFrontMatter(out, source, title, vocabulary);
  if (title.title.length > 0) writeTitle(out, source, title);
  new BlockWriter(out, source, vocabulary, readers.judgements).write(numbered.blocks);
  const notes = [...contents.notes, ...furniture.notes, ...fieldNotes(title), ...numbered.notes];
  const { text, places } = out.finish();
  return { markdown: text, places, notes: inOrder(notes) };
}

function wordedIn(lines: readonly Line[], { vocabulary, headings }: Readers): Readers['worded'] {
  return hasWordedHeadings(vocabulary) ? findWordedHeadings(lines, vocabulary, headings) : undefined;
}

/** Where labels begin that stand for a section without a heading: they are no fields of the title. */
function impliedStart(lines: readonly Line[], readers: Readers): number {
  const runs = findFieldRuns(lines, { ...readers, worded: wordedIn(lines, readers) });
  return Math.min(...[...runs].flatMap(([at, { isImplied }]) => (isImplied ? [at] : [])), lines.length);
}

function readersOf(vocabulary: Vocabulary): Readers {
  const judgements = judgementReader(vocabulary);
  return {
    vocabulary,
    judgements,
    headings: headingReader(vocabulary, judgements),
    groups: groupReader(vocabulary),
  };
}

/** Whether a line is text by its form, so that it may come again and again and still be no header. */
function isText(line: Line, { judgements, groups }: Readers): boolean {
  const { bullet, number } = readMarker(line);
  if (bullet !== undefined || number !== undefined || line.raw.includes('\t')) return true;
  return (
    judgements.isJudgement(line.text) ||
    groups.read({ ...line, text: `${line.text}:` }, undefined) !== undefined
  );
}
