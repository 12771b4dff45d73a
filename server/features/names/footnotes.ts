import { type PlacedBlock, placeSpan } from '../../model/block.ts';
import type { Report } from '../../report/report.ts';
import { sameAddress } from '../../text/address.ts';
import { type Span, touches } from '../../text/span.ts';
import { passagesAt } from './passages.ts';
import type { FootnoteThing, Mention, Named } from './thing.ts';

/** The footnote whose mark or text begins at `offset`. */
export function footnoteAt(path: string, { model }: Report, offset: number): Named | undefined {
  const placed = passagesAt(model, offset);
  const mark = placed && marksIn(placed).find(({ mark: at }) => touches(at, offset));
  if (mark === undefined) return undefined;
  const { name, span } = mark;
  return { thing: { kind: 'footnote', path, name }, span, name, form: 'words' };
}

/** Where a footnote is called, and where its text stands. */
export function footnoteMentions(path: string, { model }: Report, thing: FootnoteThing): readonly Mention[] {
  if (sameAddress(thing.path) !== sameAddress(path)) return [];
  return model.blocks.flatMap((placed) =>
    marksIn(placed)
      .filter(({ name }) => name === thing.name)
      .map(({ name, span, whole }): Mention => {
        const renamed: Mention['renamed'] = (other) => model.editing.replace(span, other);
        const told = { span, form: 'words' as const, name, renamed };
        return whole === undefined ? { ...told, role: 'use' } : { ...told, role: 'definition', whole };
      }),
  );
}

/** `[^1]`, and where a line begins with it and a colon, the footnote's text. */
const MARK = /\[\^([^\]\s]{1,60})\](:)?/g;

export interface FootnoteMark {
  readonly name: string;
  /** The name, and the name with its brackets. */
  readonly span: Span;
  readonly mark: Span;
  /** Of a footnote's text, its first line. */
  readonly whole: Span | undefined;
}

/** The text of a footnote, over as many lines as it has. */
export function footnoteText(
  { model }: Report,
  { name }: FootnoteThing,
): { readonly text: string; readonly span: Span } | undefined {
  for (const placed of model.blocks) {
    const { source, kind } = placed.block;
    if (kind === 'code' || kind === 'comment' || !source.includes('[^')) continue;
    for (const { 0: written, 1: own, 2: colon, index } of source.matchAll(MARK)) {
      const lineFrom = source.lastIndexOf('\n', index) + 1;
      if (own !== name || colon === undefined || source.slice(lineFrom, index).trim() !== '') continue;
      const from = index + written.length;
      const next = source.slice(from).search(/\n[ \t]*\[\^[^\]\s]{1,60}\]:/);
      const text = source.slice(from, next < 0 ? source.length : from + next).trim();
      return text === '' ? undefined : { text, span: placeSpan(placed, { from: index, to: from }) };
    }
  }
  return undefined;
}

/** The marks of footnotes in a block. */
export function marksIn(placed: PlacedBlock): readonly FootnoteMark[] {
  const { source, kind } = placed.block;
  if (kind === 'code' || kind === 'comment' || !source.includes('[^')) return [];
  return [...source.matchAll(MARK)].map(({ 0: written, 1: name = '', 2: colon, index }) => {
    const lineFrom = source.lastIndexOf('\n', index) + 1;
    const isText = colon !== undefined && source.slice(lineFrom, index).trim() === '';
    const end = source.indexOf('\n', index);
    const place = (from: number, to: number) => placeSpan(placed, { from, to });
    return {
      name,
      span: place(index + 2, index + 2 + name.length),
      mark: place(index, index + written.length),
      whole: isText ? place(index, end < 0 ? source.length : end) : undefined,
    };
  });
}
