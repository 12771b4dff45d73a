import type { FieldsBlock, GridBlock, GridCell } from './blocks.ts';
import type { Emitter } from './emit.ts';
import { escapes, type Where } from './escape.ts';
import { inline } from './inline.ts';

/** Writes fields as a list: `- **Actions status:** On target`. */
export function writeFields(out: Emitter, source: string, { fields }: FieldsBlock): void {
  for (const { name, value } of fields) {
    out.insert('- **', name[0]?.from);
    out.inline(inline(source, name), {});
    out.insert(':** ');
    writeCell(out, source, value, {});
    out.insert('\n');
  }
}

/** Writes a table, the first row as its header. */
export function writeGrid(out: Emitter, source: string, { rows, directive }: GridBlock): void {
  const width = Math.max(...rows.map((row) => row.length));
  const place = rows[0]?.[0]?.place;
  if (directive !== undefined) out.insert(`<!-- ${directive} -->\n\n`, place);
  rows.forEach((row, index) => {
    out.insert('|', row[0]?.place);
    for (let column = 0; column < width; column += 1) {
      const cell = row[column];
      out.insert(' ', cell?.place);
      if (cell !== undefined) writeCell(out, source, cell, { cell: true });
      out.insert(' |');
    }
    out.insert('\n');
    if (index === 0) out.insert(`|${' --- |'.repeat(width)}\n`);
  });
}

function writeCell(
  out: Emitter,
  source: string,
  { before, parts, joint, place, behind }: GridCell,
  where: Where,
): void {
  out.insert(escaped(before, where), place);
  parts.forEach((part, index) => {
    // A cell has one line, so that only a tag can part its paragraphs.
    if (index > 0) out.insert(' <br> ', part[0]?.from);
    out.inline(inline(source, part, joint), where, joint);
  });
  if (behind !== undefined) out.insert(behind);
}

function escaped(text: string, where: Where): string {
  let result = text;
  for (const at of [...escapes(text, where)].reverse())
    result = `${result.slice(0, at)}\\${result.slice(at)}`;
  return result;
}

/** A cell with words of the source. */
export function sourceCell(pieces: GridCell['parts'][number], joint: GridCell['joint'] = ' '): GridCell {
  return { before: '', parts: pieces.length === 0 ? [] : [pieces], joint, place: pieces[0]?.from ?? 0 };
}

/** A cell with words that the source does not have there. */
export function insertedCell(text: string, place: number): GridCell {
  return { before: text, parts: [], joint: ' ', place };
}
