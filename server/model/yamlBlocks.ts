import { type DataMap, type DataScalar, entryOf, scalarOffset } from '../syntax/data.ts';
import { readMarkdown } from '../syntax/markdown.ts';
import { Prose } from '../syntax/prose.ts';
import { SourceText } from '../text/sourceText.ts';
import type { Block, Label, PlacedBlock } from './block.ts';
import { EMPTY } from './data.ts';
import { readFacts, readHeading } from './facts.ts';
import { metaText } from './model.ts';

/**
 * The heading of a section, at its place from the section's start. A section that gives only its `id:` has a
 * heading without a name, which its framework can fill in.
 */
export function headingBlock(section: DataMap, level: number): PlacedBlock {
  const heading = entryOf(section, 'heading');
  const id = entryOf(section, 'id');
  const number = entryOf(section, 'number');
  const named = heading ?? id;
  const name = heading?.value.kind === 'scalar' ? heading.value.text : '';
  const source = named?.value.kind === 'scalar' ? named.value.text : '';
  const from = named === undefined ? 0 : named.at + (named.value.kind === 'scalar' ? named.value.lead : 0);
  const prose = Prose.plain(name, 0);
  const read = readHeading(prose, level);
  return {
    from,
    block: {
      ...EMPTY,
      kind: 'heading',
      source: source === '' ? '-' : source,
      leaves: [{ span: { from: 0, to: name.length }, prose, depth: 0, quoted: false, marker: undefined }],
      heading: number?.value.kind === 'scalar' ? { ...read, number: number.value.text } : read,
      sectionId: id?.value.kind === 'scalar' ? id.value.text : undefined,
    },
  };
}

/** The fields of a section as one block whose source is the map as written. */
export function fieldsBlock(fields: DataMap, source: string): Block {
  const labels = fields.entries.map((entry): Label => {
    const scalar = entry.value.kind === 'scalar' ? entry.value : undefined;
    const from = entry.at + (scalar?.lead ?? 0);
    const value = metaText(entry.value);
    return {
      name: entry.key,
      nameSpan: entry.keySpan,
      value,
      valueSpan: { from, to: from + (scalar === undefined ? entry.value.length : scalar.text.length) },
      bold: true,
    };
  });
  const leaves = labels.map(({ value, valueSpan }) => ({
    span: valueSpan,
    prose: Prose.plain(value, valueSpan.from),
    depth: 0,
    quoted: false,
    marker: undefined,
  }));
  return { ...EMPTY, kind: 'fields', source, labels, leaves };
}

/** The blocks of Markdown that stands in a scalar, at their places from the scalar's start. */
export function bodyBlocks(scalar: DataScalar): readonly PlacedBlock[] {
  const body = SourceText.of(scalar.text);
  return readMarkdown(body, 0).blocks.map(({ from, block }) => {
    const place = scalarOffset(scalar, from);
    return { from: place, block: readFacts(block, lineStarts(scalar, block.source, from, place)) };
  });
}

/** Where each line of a block begins in the source, from the block's place; undefined when it is one line. */
function lineStarts(
  scalar: DataScalar,
  source: string,
  from: number,
  place: number,
): readonly number[] | undefined {
  if (!source.includes('\n')) return undefined;
  const starts = [0];
  for (let end = source.indexOf('\n'); end >= 0; end = source.indexOf('\n', end + 1)) {
    starts.push(scalarOffset(scalar, from + end + 1) - place);
  }
  return starts;
}
