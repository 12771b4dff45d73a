import type { Span } from '../../text/span.ts';
import { trimmed } from '../text/inline.ts';
import type { Line } from '../text/lines.ts';
import type { Flow, FlowBlock } from './flow.ts';

/**
 * The blocks of a document as lines, one each, for what reads titles, letters and headings from lines: a paragraph is
 * its line, and all else is a blank one, so that what stands on two sides of a table is apart.
 */
export function flowLines({ text, blocks }: Flow): readonly Line[] {
  return blocks.map((block) => lineOf(text, block));
}

/** A stretch of the text as a line. */
export function lineAt(source: string, span: Span): Line {
  const { from, to } = trimmed(source, span);
  // A line break that the author set is a blank to who reads a title; both are one character.
  const text = source.slice(from, to).replaceAll('\n', ' ');
  return { from, to, text, raw: text, start: from, indent: 0 };
}

function lineOf(source: string, block: FlowBlock): Line {
  if (block.kind === 'paragraph') return lineAt(source, block.span);
  const at = block.kind === 'leftOut' ? block.span.from : 0;
  return { from: at, to: at, text: '', raw: '', start: at, indent: 0 };
}
