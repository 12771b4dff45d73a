import { type PlacedBlock, placeOffset } from './block.ts';
import { type Model, metaText } from './model.ts';

/** A model as text: its fields and its blocks in order, each with the line on which it begins. */
export function dumpModel(model: Model): string {
  const lineOf = (offset: number) => model.text.lineAt(offset).number;
  const lines = [
    'fields',
    ...model.meta.map(({ key, keySpan, value }) => `  ${lineOf(keySpan.from)} ${key}: ${metaText(value)}`),
    '',
    'blocks',
    ...model.blocks.map((placed) => `  ${lineOf(placeOffset(placed, 0))} ${blockLine(placed)}`),
  ];
  return `${lines.join('\n')}\n`;
}

function blockLine({ block }: PlacedBlock): string {
  const level = block.heading === undefined ? '' : ` ${block.heading.level}`;
  const number = block.number === undefined ? '' : ` ${block.number.text}`;
  const id = block.sectionId === undefined ? '' : ` #${block.sectionId}`;
  const size = block.tables.map(({ rows }) => ` of ${rows.length} rows`).join(' and');
  return `${block.kind}${level}${number}${id}${size}: ${opening(block.leaves[0]?.prose.text ?? '')}`.trimEnd();
}

const OPENING = 60;

function opening(text: string): string {
  return text.length <= OPENING ? text : `${text.slice(0, OPENING).trimEnd()}…`;
}
