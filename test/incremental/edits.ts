import type { Syntax } from '../../server/model/model.ts';
import type { TextEdit } from '../../server/text/edit.ts';
import { DOCUMENTS, FLOODS, MARKDOWN_PIECES, YAML_PIECES } from './documents.ts';
import type { Random } from './random.ts';

type Kind = (text: string, random: Random, syntax: Syntax) => TextEdit;

/** One edit as an author might make it, or worse. */
export function randomEdit(text: string, random: Random, syntax: Syntax): TextEdit {
  return random.chance(0.01) ? flood(text, random) : random.pick(KINDS)(text, random, syntax);
}

/** The edit that takes `edit` back, given the text before it. */
export function inverse(text: string, { span, insert }: TextEdit): TextEdit {
  return {
    span: { from: span.from, to: span.from + insert.length },
    insert: text.slice(span.from, span.to),
  };
}

function insertPiece(text: string, random: Random, syntax: Syntax): TextEdit {
  const at = random.chance(0.5) ? random.below(text.length + 1) : lineStart(text, random);
  return { span: { from: at, to: at }, insert: piece(random, syntax) };
}

function flood(text: string, random: Random): TextEdit {
  const at = random.below(text.length + 1);
  return { span: { from: at, to: at }, insert: random.pick(FLOODS) };
}

function typeLetter(text: string, random: Random): TextEdit {
  const at = random.below(text.length + 1);
  return { span: { from: at, to: at }, insert: random.pick(['a', 'e', ' ', '1', '.', '\n']) };
}

function deleteSome(text: string, random: Random): TextEdit {
  const from = random.below(text.length + 1);
  const most = random.chance(0.7) ? 3 : 40;
  return { span: { from, to: Math.min(text.length, from + 1 + random.below(most)) }, insert: '' };
}

function replaceSome(text: string, random: Random, syntax: Syntax): TextEdit {
  return { ...deleteSome(text, random), insert: piece(random, syntax) };
}

function deleteLines(text: string, random: Random): TextEdit {
  const from = lineStart(text, random);
  let to = from;
  for (let lines = 1 + random.below(4); lines > 0 && to < text.length; lines -= 1) to = lineEnd(text, to);
  return { span: { from, to }, insert: '' };
}

/** Lines of this document or another, copied to the start of a line. */
function pasteLines(text: string, random: Random): TextEdit {
  const source = random.chance(0.5) ? text : random.pick(DOCUMENTS).text;
  const from = lineStart(source, random);
  let to = from;
  for (let lines = 1 + random.below(8); lines > 0 && to < source.length; lines -= 1) to = lineEnd(source, to);
  const at = lineStart(text, random);
  return { span: { from: at, to: at }, insert: source.slice(from, to) };
}

function indentLine(text: string, random: Random): TextEdit {
  const at = lineStart(text, random);
  if (random.chance(0.5)) return { span: { from: at, to: at }, insert: ' '.repeat(1 + random.below(4)) };
  const blanks = /^ */.exec(text.slice(at, at + 4))?.[0].length ?? 0;
  return { span: { from: at, to: at + blanks }, insert: '' };
}

/** The first lines decide whether there is front matter at all, so they get more than their share. */
function editStart(text: string, random: Random, syntax: Syntax): TextEdit {
  const edge = text.indexOf('\n---\n', 3);
  const at = random.chance(0.5) ? random.below(6) : edge + random.below(7);
  const from = Math.max(0, Math.min(text.length, at));
  if (random.chance(0.4)) return { span: { from, to: Math.min(text.length, from + 1) }, insert: '' };
  return { span: { from, to: from }, insert: random.chance(0.5) ? '---\n' : piece(random, syntax) };
}

function editEnd(text: string, random: Random, syntax: Syntax): TextEdit {
  const from = text.length - random.below(Math.min(4, text.length + 1));
  return { span: { from, to: random.chance(0.5) ? text.length : from }, insert: piece(random, syntax) };
}

const KINDS: readonly Kind[] = [
  insertPiece,
  insertPiece,
  insertPiece,
  typeLetter,
  typeLetter,
  deleteSome,
  deleteSome,
  replaceSome,
  deleteLines,
  pasteLines,
  indentLine,
  editStart,
  editEnd,
];

function piece(random: Random, syntax: Syntax): string {
  return random.pick(syntax === 'markdown' ? MARKDOWN_PIECES : YAML_PIECES);
}

function lineStart(text: string, random: Random): number {
  return text.lastIndexOf('\n', random.below(text.length + 1) - 1) + 1;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}
