import type { Block } from '../../model/block.ts';
import type { Row } from '../../syntax/block.ts';
import type { Span } from '../../text/span.ts';
import { ENGLISH_ACCESSIBILITY } from '../../values/accessibilityWords.ts';
import { type Draft, type DraftFix, defineRule } from '../rule.ts';

export default defineRule({
  scope: 'block',
  summary: 'A status that is given by a colour must be given in words too.',
  why: 'One man in twelve cannot tell red from green, and a report printed in black and white has no colours.',
  severity: 'warning',
  *check({ block }) {
    if (block.kind === 'code' || block.kind === 'comment') return;
    for (const { rows } of block.tables) {
      for (const row of rows.slice(1)) yield* inRow(row, block);
    }
    for (const { value, valueSpan } of block.labels) {
      const colour = colourOf(value.trim());
      if (colour !== undefined) yield finding(valueSpan, value.trim(), colour);
    }
  },
});

function* inRow({ cells }: Row, { source }: Block): Iterable<Draft<Span>> {
  const texts = cells.map(({ prose }) => prose.text);
  // The key to the colours has each beside what it stands for.
  if (texts.filter((text) => text !== '').length <= 2 && colourOf(texts[0] ?? '') !== undefined) return;
  for (const [index, { span }] of cells.entries()) {
    const text = texts[index] ?? '';
    const colour = colourOf(text);
    const isTold = colour?.some((name) =>
      texts.some((other) => other.toLowerCase().includes(name.toLowerCase())),
    );
    if (colour !== undefined && isTold !== true) yield finding(span, text, colour);
    else if (isPainted(source.slice(span.from, span.to), text)) yield painted(span);
  }
}

/** The names of the colour that a text of nothing but marks of one colour has. */
function colourOf(text: string): readonly string[] | undefined {
  const marks = [...text.replace(/\s|\uFE0F/gu, '')];
  const [first] = marks;
  if (first === undefined || marks.some((mark) => mark !== first)) return undefined;
  return ENGLISH_ACCESSIBILITY.colours.get(first);
}

const PAINT = /<(?:span|font|div|mark|td)\b[^<>]{0,300}(?:colou?r|background)\s{0,3}[:=][^<>]{0,300}>/i;

/** Whether nothing but a coloured mark, or a coloured ground, stands in a cell. */
function isPainted(source: string, text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text) && source.includes('<') && PAINT.test(source);
}

function finding(at: Span, mark: string, names: readonly string[]): Draft<Span> {
  const [likely = ''] = names;
  return {
    at,
    message: `"${mark}" gives the status by its colour alone. Write it in words too, such as "${mark} ${likely}".`,
    fixes: names.map(
      (name): DraftFix<Span> => ({
        title: `Write "${mark} ${name}"`,
        edits: (edit, place) => edit.replace(place(at), `${mark} ${name}`),
      }),
    ),
  };
}

function painted(at: Span): Draft<Span> {
  return { at, message: 'This cell gives the status by its colour alone. Write it in words too.' };
}
