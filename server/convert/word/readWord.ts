import type { Picture } from '../flow/flow.ts';
import { elementsOf, readXml, within, type XmlElement } from '../office/xml.ts';
import type { Opened } from '../source.ts';
import type { Sink } from './behind.ts';
import { BlockReader } from './blocks.ts';
import { deletedWords } from './controls.ts';
import { finish } from './finish.ts';
import { Numbering } from './numbering.ts';
import { openWordPackage, type WordPackage } from './package.ts';
import { numberParagraphs, type Parts, readParts } from './parts.ts';
import { type Part, Reading } from './reading.ts';
import { Styles } from './styles.ts';

const TOO_DEEP = 'The document is nested more deeply than Word allows, and was not read.';
const TOO_LARGE = 'The document is larger than any that Word makes, and was not read.';
const NO_XML =
  'The text of the document is damaged. Open it in Word, which may repair it, and save it again.';
const EDGES = {
  header: 'A page header was left out.',
  footer: 'A page footer was left out.',
} as const;

/**
 * Reads a Word document. Tracked changes are read as accepted. Macros are not run, and links are neither followed nor
 * looked at.
 */
export async function readWord(bytes: Uint8Array): Promise<Opened> {
  const opened = await openWordPackage(bytes);
  if (!opened.ok) return opened;
  const { word } = opened;
  const parts = await readParts(word);
  const reading = new Reading(new Styles(parts.styles), new Numbering(parts.numbering), parts);
  const problem = readBody(reading, word);
  if (problem !== undefined) return { ok: false, problem };
  readEdges(reading, parts);
  noteComments(reading, parts.comments);
  const blocks = finish(reading);
  const notes = reading.notes.toSorted((a, b) => a.span.from - b.span.from);
  const changes = reading.changes.map(({ end: _, ...change }) => change);
  return {
    ok: true,
    source: {
      format: 'word',
      flow: {
        text: reading.text.toString(),
        blocks,
        pages: [],
        notes,
        pictures: await pictures(reading, word),
      },
      word: { bytes, pieces: reading.pieces, changes },
    },
  };
}

/** Reads the text of the document, a block at a time; answers what is wrong with it, if it cannot be read. */
function readBody(reading: Reading, word: WordPackage): string | undefined {
  const part: Part = {
    name: word.main,
    relationships: new Map(word.relationships.map((one) => [one.id, one])),
    numbers: new WeakMap(),
  };
  const reader = new BlockReader(reading, part, sinkOf(reading));
  let last = 0;
  const read = readXml(word.mainText, {
    body: 'w:body',
    take: (block) => {
      last = numberParagraphs(block, part.numbers, last);
      reader.read(block);
    },
  });
  if (!read.ok) return { deep: TOO_DEEP, large: TOO_LARGE, noXml: NO_XML }[read.problem];
  if (read.root.name !== 'w:document') return NO_XML;
  reader.end();
  return undefined;
}

function sinkOf(reading: Reading): Sink {
  return {
    paragraph: (paragraph) => reading.blocks.push(paragraph),
    block: (block) => reading.blocks.push(block),
    behind: undefined,
  };
}

/** Page headers and footers, the first that says a thing; pages repeat them. */
function readEdges(reading: Reading, { edges }: Parts): void {
  const seen = new Set<string>();
  for (const { kind, root, part } of edges) {
    const words = within(root, 'w:t').map(deletedWords).join('').trim();
    if (words === '' || seen.has(words)) continue;
    seen.add(words);
    reading.text.newLine();
    const from = reading.text.length;
    // What it is made of does not matter, since none of it is a part of the text.
    const sink: Sink = { paragraph: () => {}, block: () => {}, behind: undefined };
    new BlockReader(reading, part, sink).readAll(root);
    const span = { from, to: reading.text.length };
    if (reading.text.since(from).trim() !== '')
      reading.blocks.push({ kind: 'leftOut', span, message: EDGES[kind] });
  }
}

/** What the author's colleagues said is no part of the text, and is not lost in silence. */
function noteComments(reading: Reading, root: XmlElement | undefined): void {
  for (const comment of elementsOf(root)) {
    const words = deletedWords(comment).trim();
    if (comment.name !== 'w:comment' || words === '') continue;
    const at = { from: reading.text.length, to: reading.text.length };
    const span = reading.comments.get(comment.attributes['w:id'] ?? '') ?? at;
    reading.notes.push({ kind: 'dropped', span, message: `A comment was left out: "${words}"` });
  }
}

async function pictures(reading: Reading, word: WordPackage): Promise<readonly Picture[]> {
  const found: Picture[] = [];
  for (const { alt, part } of reading.pictures) {
    const read = part === undefined ? undefined : await word.zip.read(part);
    const name = part?.slice(part.lastIndexOf('/') + 1) ?? '';
    found.push({ alt, file: read?.ok === true ? { name, bytes: read.bytes } : undefined });
  }
  return found;
}
