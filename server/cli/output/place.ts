import type { Span } from '../../text/span.ts';
import type { FileText } from '../position.ts';
import { visible } from './screen.ts';

/** A place as people find it: by line and column where they see lines, else by the page or paragraph. */
export function placeName(file: string, text: FileText, { from }: Span): string {
  if (text.hasLines) {
    const { line, column } = text.at(from);
    return `${visible(file)}:${line}:${column}`;
  }
  const landmark = text.landmarkAt(from);
  return landmark === undefined ? visible(file) : `${visible(file)}, ${landmark.unit} ${landmark.number}`;
}
