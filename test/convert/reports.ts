import { readFileSync } from 'node:fs';
import type { Vocabulary } from '../../server/framework/vocabulary.ts';

/** A file with LF line ends. */
export function read(file: string): string {
  return readFileSync(file, 'utf8').replace(/\r\n?/g, '\n');
}

/** The lines of a text in which no line of prose is wider than a page. */
export function wrapped(source: string, width: number): readonly string[] {
  const fold = new RegExp(`(.{1,${width}})(?: +|$)`, 'g');
  return source.split('\n').flatMap((line) => {
    if (line.length <= width || line.includes('\t')) return [line];
    return [...line.matchAll(fold)].map(([, part = '']) => part);
  });
}

/** The lines with something between two pages of the numbered text. */
export function paged(
  lines: readonly string[],
  length: number,
  between: (page: number) => string,
): readonly string[] {
  const start = lines.findIndex((line) => /^- 1\. /.test(line));
  let written = 0;
  return lines.flatMap((line, index) => {
    if (index < start || line === '' || line.includes('\t')) return [line];
    written += 1;
    return written % length === 0 ? [line, between(1 + written / length)] : [line];
  });
}

/** How many items the list has that stands two lines below a line. */
export function itemsBelow(lines: readonly string[], line: string): number {
  const below = lines.slice(lines.indexOf(line) + 2);
  return below.findIndex((other) => !other.startsWith('- '));
}

/** The headings of a document, without judgements. */
export function headings(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => /^##/.test(line)).map((line) => line.replace(/ — .*/, ''));
}

/** Every heading of a framework as it is written in a document that follows it. */
export function headingsInOrder(vocabulary: Vocabulary): readonly string[] {
  return vocabulary.roles.map(({ def, depth }) => `${'#'.repeat(depth + 2)} ${def.heading}`);
}

/** Places in the middle of numbered paragraphs at which a page may end: spaces between two words in lower case. */
export function placesInProse(source: string): readonly number[] {
  const places: number[] = [];
  for (const line of source.matchAll(/^(?:- )?\d+\. .{300,}$/gm)) {
    for (const space of line[0].slice(0, 400).matchAll(/(?<=[a-z]) (?=[a-z])/g)) {
      if (space.index > 60) places.push(line.index + space.index);
    }
  }
  return places;
}
