import type { Vocabulary } from '../../framework/vocabulary.ts';
import type { Span } from '../../text/span.ts';
import type { Emitter } from './emit.ts';
import { cut, inline } from './inline.ts';
import type { TitleBlock } from './titleBlock.ts';

/** Writes the front matter: the framework, the title, the organisation, and the fields in the source's order. */
export function writeFrontMatter(
  out: Emitter,
  source: string,
  block: TitleBlock,
  vocabulary: Vocabulary,
): void {
  out.insert(`---\nframework: ${vocabulary.framework.id}\n`, 0);
  if (block.title.length > 0) writeEntry(out, source, 'title', block.title);
  if (block.organisation.length > 0) writeEntry(out, source, 'organisation', block.organisation);
  for (const { def, value } of block.fields) {
    if (def.id !== 'title' && def.id !== 'organisation' && value !== undefined) {
      writeEntry(out, source, def.id, [value]);
    }
  }
  out.insert('---\n');
}

/** Writes one value, `key: value`, quoted where YAML asks for it. */
export function writeEntry(out: Emitter, source: string, key: string, spans: readonly Span[]): void {
  writeValue(out, source, `${key}: `, spans);
}

/** Writes a list of values, a line each. */
export function writeList(out: Emitter, source: string, key: string, items: readonly Span[]): void {
  out.insert(`${key}:\n`, items[0]?.from ?? 0);
  for (const item of items) writeValue(out, source, '  - ', [item]);
}

function writeValue(out: Emitter, source: string, lead: string, spans: readonly Span[]): void {
  const { pieces, text } = inline(
    source,
    spans.flatMap((span) => cut(source, span)),
  );
  const quote = quoteFor(text);
  out.insert(`${lead}${quote}`, pieces[0]?.from ?? 0);
  const escaped = quote === '"' ? [...text.matchAll(/["\\]/g)].map(({ index }) => index) : [];
  out.pieces(pieces, escaped, ' ', '\\');
  out.insert(`${quote}\n`);
}

const SPECIAL_START = /^[-?:,[\]{}#&*!|>'"%@`~=]/;
const OTHER_TYPE =
  /^(?:true|false|yes|no|on|off|y|n|null|[-+]?(?:\d[\d_]*)?\.?\d+(?:e[-+]?\d+)?|0[xo][\da-f]+)$/i;

/** The quotation mark that YAML needs around a text to read it as it stands; empty when it needs none. */
function quoteFor(text: string): string {
  const plain =
    text !== '' && !SPECIAL_START.test(text) && !OTHER_TYPE.test(text) && !/:(?:\s|$)|\s#/.test(text);
  if (plain) return '';
  return text.includes("'") ? '"' : "'";
}
