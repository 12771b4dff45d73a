import type { Vocabulary } from '../../framework/vocabulary.ts';
import type { Span } from '../../text/span.ts';
import { withAnnouncedItems, withLetteredItems } from './bareItems.ts';
import { readBlocks } from './blockReader.ts';
import type { Block } from './blocks.ts';
import { Emitter } from './emit.ts';
import { writeEntry, writeList } from './frontMatter.ts';
import { findFurniture } from './furniture.ts';
import { headingReader } from './headings.ts';
import type { Imported } from './imported.ts';
import { judgementReader } from './judgement.ts';
import { beginsWith, type LetterHead, readLetterHead } from './letterHead.ts';
import { blanked, type Line, readLines } from './lines.ts';
import { markItems } from './lists.ts';
import { readMarker } from './marker.ts';
import type { ImportNote } from './note.ts';
import { restoreNumbers } from './numbering.ts';
import { isFinished, startsUpper } from './prose.ts';
import { BlockWriter } from './writeBlocks.ts';

/**
 * Turns a letter into Markdown: its date, addressee, subject and list of copies become front matter, the subject
 * the title as well, and all else its text.
 */
export function importLetter(source: string, vocabulary: Vocabulary): Imported {
  const judgements = judgementReader(vocabulary);
  const headings = headingReader(vocabulary, judgements);
  const all = withParagraphs(readLines(source), vocabulary);
  const first = readLetterHead(all, vocabulary, headings);
  const furniture = findFurniture(all, {
    bodyStart: first.subjectAt,
    isText: (line) => readMarker(line).bullet !== undefined || line.raw.includes('\t'),
    isHeading: (line) => headings.at([line], 0) !== undefined,
  });
  const lines = blanked(all, furniture.gone);
  const head = readLetterHead(lines, vocabulary, headings);
  const body = withLetteredItems(withAnnouncedItems(blanked(lines, head.used)));
  const readers = { vocabulary, judgements, headings, groups: { read: () => undefined } };
  const blocks = markItems(source, readBlocks(source, body, readers));
  const numbered = restoreNumbers(source, blocks, vocabulary.framework.numbering);

  const out = new Emitter(source);
  writeHead(out, source, head, vocabulary);
  const writer = new BlockWriter(out, source, vocabulary, judgements);
  writer.write(withTitle(numbered.blocks, head));
  const { text, places } = out.finish();
  return {
    markdown: text,
    places,
    notes: [...furniture.notes, ...headNotes(source, head), ...numbered.notes],
  };
}

/** Writes the front matter of a letter. */
export function writeHead(out: Emitter, source: string, head: LetterHead, { framework }: Vocabulary): void {
  out.insert(`---\nframework: ${framework.id}\n`, 0);
  if (head.date !== undefined) writeEntry(out, source, 'date', [head.date]);
  if (head.addressee.length > 0) writeList(out, source, 'addressee', head.addressee);
  if (head.subject.length > 0) writeEntry(out, source, 'subject', head.subject);
  if (head.copy.length > 0) writeList(out, source, 'copy', head.copy);
  out.insert('---\n');
}

/** The subject as a heading at its place: behind what stands above the salutation and the salutation itself. */
function withTitle(blocks: readonly Block[], { subject }: LetterHead): readonly Block[] {
  const [first] = subject;
  if (first === undefined) return blocks;
  const title: Block = { kind: 'subheading', level: 1, name: subject, otherwise: '' };
  const behind = blocks.findIndex((block) => startOf(block) > first.from);
  const at = behind < 0 ? blocks.length : behind;
  return [...blocks.slice(0, at), title, ...blocks.slice(at)];
}

function startOf(block: Block): number {
  if (block.kind === 'paragraph') return block.pieces[0]?.from ?? block.number?.span?.from ?? 0;
  if (block.kind === 'heading') return block.name[0]?.from ?? 0;
  if (block.kind === 'group' || block.kind === 'judgement') return block.span.from;
  return block.kind === 'table' ? (block.rows[0]?.[0]?.[0]?.from ?? 0) : 0;
}

/** What became front matter is not where it stood. */
export function headNotes(source: string, head: LetterHead): readonly ImportNote[] {
  const { date, addressee, subject, copy, copyAt } = head;
  const note = (spans: readonly Span[], field: string): readonly ImportNote[] => {
    const [first, last] = [spans[0], spans.at(-1)];
    if (first === undefined || last === undefined) return [];
    const message = `This was read as the field "${field}".`;
    // A label on the same line has become the key.
    const from = source.lastIndexOf('\n', first.from - 1) + 1;
    return [
      { span: { from: field === 'copy' ? (copyAt ?? from) : from, to: last.to }, message, kind: 'restored' },
    ];
  };
  return [
    ...note(date === undefined ? [] : [date], 'date'),
    ...note(addressee, 'addressee'),
    ...note(subject, 'subject'),
    ...note(copy, 'copy'),
  ];
}

// A line that ends so far before the others do is the last of its paragraph.
const SHORT = 0.7;

/**
 * The lines with a blank one above a part of the letter, and where a page begins with a paragraph: its first line has a blank before it, and the line
 * above ends a sentence and is shorter than the page is wide.
 */
function withParagraphs(lines: readonly Line[], { framework }: Vocabulary): readonly Line[] {
  const words = framework.parts.flatMap(({ begins }) => begins);
  const lengths = lines.map(({ text }) => text.length).sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  return lines.flatMap((line, index) => {
    const before = lines[index - 1];
    const begins = line.indent > 0 && startsUpper(line.text);
    if (before === undefined || before.text === '' || line.text === '') return [line];
    const isPart = isFinished(before.text) && words.some((word) => beginsWith(line.text, word));
    if (!isPart && (before.indent > 0 || !begins)) return [line];
    const isEnd = isPart || (isFinished(before.text) && before.text.length < SHORT * width);
    return isEnd ? [{ ...line, text: '', raw: '', to: line.from }, line] : [line];
  });
}
