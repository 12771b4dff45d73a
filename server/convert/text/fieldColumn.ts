import type { Span } from '../../text/span.ts';
import type { FieldReader } from './fieldLines.ts';
import type { Line } from './lines.ts';

/** The indices of the lines around `index` that are labels without a value: the left column of a cover, cut off. */
export function labelColumn(lines: readonly Line[], index: number, reader: FieldReader): readonly number[] {
  const isLabel = (at: number): boolean => {
    const found = lines[at] === undefined ? [] : reader.read(lines[at]);
    return found.length === 1 && found[0]?.value === undefined;
  };
  let first = index;
  while (isLabel(first - 1)) first -= 1;
  const labels: number[] = [];
  for (let at = first; isLabel(at); at += 1) labels.push(at);
  return labels;
}

/**
 * The value of one of these labels, in the column of values below: it must have exactly as many lines as there are
 * labels, since otherwise nobody can say whose is which.
 */
export function valueInColumn(
  lines: readonly Line[],
  labels: readonly number[],
  index: number,
): Span | undefined {
  let first = (labels.at(-1) ?? index) + 1;
  while (lines[first]?.text === '') first += 1;
  const values = lines.slice(first, first + labels.length);
  const behind = lines[first + labels.length];
  if (behind !== undefined && behind.text !== '') return undefined;
  if (values.length < labels.length || values.some(({ text }) => text === '' || text.includes(':')))
    return undefined;
  const value = values[labels.indexOf(index)];
  return value === undefined ? undefined : { from: value.from, to: value.to };
}
