import type { Block } from '../../model/block.ts';
import { cellsOf } from '../../model/block.ts';
import type { Readings } from '../../numbers/readings.ts';
import { Prose } from '../../syntax/prose.ts';
import type { Span } from '../../text/span.ts';
import type { DateMention, DateReading, DayOfMonthReading } from '../../values/dates.ts';
import type { DraftFix } from '../rule.ts';

/** A passage with the dates that it names. */
export interface DatedPassage {
  readonly prose: Prose;
  readonly mentions: readonly DateMention[];
}

/** One day as written, alone or at an end of a range. */
export type WrittenDay = DateReading | DayOfMonthReading;

/** Whether a text may name a day, judged without reading it: a figure beside a word, or figures parted by a sign. */
const MAY_NAME_DAY = /\d(?:st|nd|rd|th)?\s+(?:of\s+)?\p{L}|\p{L}\s+\d|\d[./-]\d/u;

/** The passages of a block that name days. What someone else wrote stays as they wrote it. */
export function datedPassages(block: Block, readings: Readings): readonly DatedPassage[] {
  return readings.of(readBlock, block);
}

function readBlock(block: Block, readings: Readings): readonly DatedPassage[] {
  if (block.kind === 'code' || block.kind === 'comment') return [];
  const leaves = block.leaves.filter(({ quoted }) => !quoted);
  const proses = [...leaves, ...cellsOf(block)].map(({ prose }) => prose);
  return [...proses, ...valuesOf(block)].flatMap((prose) => {
    if (!MAY_NAME_DAY.test(prose.text)) return [];
    const mentions = readings.dates(prose.text);
    return mentions.length === 0 ? [] : [{ prose, mentions }];
  });
}

/** The values of fields that are written as data; elsewhere they are part of what a reader sees. */
function valuesOf({ kind, labels, leaves, source }: Block): readonly Prose[] {
  if (kind !== 'fields' || leaves.length > 0) return [];
  return labels
    .filter(({ value, valueSpan }) => source.slice(valueSpan.from, valueSpan.to) === value)
    .map(({ value, valueSpan }) => Prose.plain(value, valueSpan.from));
}

/** The days that a date or range names. */
export function daysOf(mention: DateMention): readonly WrittenDay[] {
  return mention.kind === 'range' ? [mention.start, mention.end] : [mention];
}

/** Puts other words in the place of a date, unless there is markup within it, which would be lost. */
export function rewritten(
  { prose }: DatedPassage,
  { source }: Block,
  at: Span,
  words: string | undefined,
): readonly DraftFix<Span>[] {
  const span = prose.sourceSpan(at.from, at.to);
  const isPlain = source.slice(span.from, span.to).replace(/\s+/g, ' ') === prose.text.slice(at.from, at.to);
  if (words === undefined || !isPlain) return [];
  return [{ title: `Change to "${words}"`, edits: (edit, place) => edit.replace(place(span), words) }];
}
