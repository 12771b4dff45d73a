import type { ListMark } from '../flow/flow.ts';
import { child, type XmlElement } from '../office/xml.ts';
import { DEEPEST_LEVEL, leftIndent } from './numbering.ts';
import { numberOf, settingOf } from './properties.ts';
import type { Reading } from './reading.ts';

/** The list that a paragraph is in. */
export interface ListPlace {
  /** Undefined when nothing is shown before the paragraph. */
  readonly mark: ListMark | undefined;
  readonly id: string;
  readonly level: number;
  readonly indent: number | undefined;
}

/** Finds the list of a paragraph, by its own word or its style's, and counts the paragraph in it. */
export function listOf(
  reading: Reading,
  style: string | undefined,
  properties: XmlElement | undefined,
): ListPlace | undefined {
  const own = child(properties, 'w:numPr');
  const chain = reading.styles.chain(style);
  const styled = chain.find(
    ({ paragraph }) => settingOf(child(paragraph, 'w:numPr'), 'w:numId') !== undefined,
  );
  const styleNumbers = child(styled?.paragraph, 'w:numPr');
  const id = settingOf(own, 'w:numId') ?? settingOf(styleNumbers, 'w:numId');
  if (id === undefined || id === '0') return undefined;
  const level =
    numberOf(settingOf(own, 'w:ilvl')) ??
    chain.map(({ id: named }) => reading.numbering.levelOf(id, named)).find((one) => one !== undefined) ??
    numberOf(settingOf(styleNumbers, 'w:ilvl')) ??
    0;
  const label = reading.numbering.next(id, Math.max(0, Math.min(level, DEEPEST_LEVEL)));
  if (label === undefined) return undefined;
  const ofStyle = own === undefined ? leftIndent(styled?.paragraph) : undefined;
  const mark =
    label.text === ''
      ? undefined
      : { depth: level, ordered: label.ordered, label: label.text, span: undefined };
  return { mark, id, level, indent: ofStyle ?? label.indent };
}
