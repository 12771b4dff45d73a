import { whenOf } from '../../report/series.ts';
import {
  type Facts,
  mentionSpan,
  numberSpan,
  type PlacedMention,
  type PlacedSeries,
  pointFor,
  pointSpan,
  seriesOfMention,
} from './facts.ts';
import type { SeriesPoint } from './mention.ts';
import {
  compared,
  inTime,
  mentionInterval,
  mentionText,
  numberOf,
  type RepetitionTie,
} from './repetition.ts';

/** A mention with the figure that a table gives for the same. */
interface Pair {
  readonly own: PlacedMention;
  readonly row: PlacedSeries;
  readonly point: SeriesPoint;
}

/** What prose states of measures that tables give, each with the cell that gives it. */
export function repeatedInTables(facts: Facts): readonly RepetitionTie[] {
  const keys = new Set([...facts.series.keys(), ...facts.breakdowns.keys()]);
  const pairs = [...keys].flatMap((key) =>
    (facts.mentions.get(key) ?? []).flatMap((own) => pairOf(facts, own) ?? []),
  );
  const wrong = pairs.filter((pair) => verdictOf(pair) === 'contradiction');
  const swapped = new Map<Pair, Pair>();
  for (const pair of wrong) {
    const other = wrong.find((one) => one !== pair && !swapped.has(one) && isSwapped(pair, one));
    if (other !== undefined && !swapped.has(pair)) swapped.set(pair, other).set(other, pair);
  }
  return pairs.flatMap((pair) => {
    const other = swapped.get(pair);
    if (other === undefined) return isTold(pair, pairs) ? tieOf(pair) : [];
    // Of two that changed places one finding tells.
    return mentionSpan(pair.own).from < mentionSpan(other.own).from ? swappedTie(pair, other) : [];
  });
}

function pairOf(facts: Facts, own: PlacedMention): Pair | undefined {
  // What is filed under other names of its measure is there for what is said in words.
  const row = own.named?.isMain === false ? undefined : seriesOfMention(facts, own);
  const point = row && pointFor(facts, own, row);
  if (row === undefined || point === undefined) return undefined;
  const { derived, quantity } = own.mention;
  const kind = derived === undefined ? quantity.kind : 'percentage';
  return kind === point.quantity.kind ? { own, row, point } : undefined;
}

function verdictOf({ own, point }: Pair): 'holds' | 'contradiction' {
  return compared(mentionInterval(own.mention), point.interval);
}

/** A part and its whole are told of only where the share that is given with them agrees: else that says it all. */
function isTold(pair: Pair, pairs: readonly Pair[]): boolean {
  if (pair.own.mention.derived === undefined || verdictOf(pair) === 'holds') return true;
  const { placed, mention } = pair.own;
  return !pairs.some(
    (other) =>
      other !== pair &&
      other.own.placed === placed &&
      other.own.mention.measure.key === mention.measure.key &&
      other.own.mention.derived === undefined &&
      verdictOf(other) === 'contradiction',
  );
}

/** Whether each of the two mentions has the figure that the table gives for the other. */
function isSwapped(a: Pair, b: Pair): boolean {
  if (a.own.section !== b.own.section || a.row.series === b.row.series) return false;
  const fits = (mention: Pair, cell: Pair) =>
    compared(mentionInterval(mention.own.mention), cell.point.interval) === 'holds';
  return a.point.key === b.point.key && fits(a, b) && fits(b, a);
}

function nameOf({ row }: Pair): string {
  return `"${row.series.measure.name.text}"`;
}

function timeOf({ point }: Pair): string {
  return whenOf(point.point) === '' ? '' : ` ${inTime(point.point)}`;
}

function tieOf(pair: Pair): RepetitionTie {
  const { own, row, point } = pair;
  const { quantity } = point;
  const shown = point.point.text.trim();
  const { mention } = own;
  const at = mentionSpan(own);
  const cell = pointSpan(row, point);
  const what = mention.role === 'target' ? 'a target of ' : '';
  const said = mentionText(mention, quantity.places);
  const verdict = verdictOf(pair);
  const message = () =>
    verdict === 'holds'
      ? `${said} agrees with ${what}${shown} for ${nameOf(pair)}${timeOf(pair)} in the table.`
      : `The table gives ${what}${shown} for ${nameOf(pair)}${timeOf(pair)}, not ${said}.`;
  return {
    kind: 'repetition',
    form: 'words and table',
    verdict,
    message,
    at,
    figures: [
      { quantity: mention.quantity, role: 'same', at },
      { quantity, role: 'same', at: cell },
    ],
    hypotheses: hypothesesOf(pair),
    related: [{ at: cell, message: `The table gives ${shown}.` }],
  };
}

function hypothesesOf({ own, point, row }: Pair): RepetitionTie['hypotheses'] {
  const { mention } = own;
  if (mention.derived !== undefined || mention.quantity.isInWords) return [];
  const { quantity } = point;
  const number = numberOf(quantity);
  return [
    { title: `Change ${mention.text} to ${quantity.text}`, at: numberSpan(own), replacement: number },
    {
      title: `Change ${quantity.text} in the table to ${mention.text}`,
      at: pointSpan(row, point),
      replacement: point.point.text.replace(number, numberOf(mention.quantity)),
    },
  ];
}

function swappedTie(a: Pair, b: Pair): RepetitionTie {
  const places = [a, b].map(({ row, point }) => pointSpan(row, point));
  const [at, behind] = [mentionSpan(a.own), mentionSpan(b.own)];
  const message = () =>
    `${a.own.mention.text} and ${b.own.mention.text} are given the other way round in the table: ${a.point.point.text.trim()} for ${nameOf(a)} and ${b.point.point.text.trim()} for ${nameOf(b)}${timeOf(a)}.`;
  return {
    kind: 'repetition',
    form: 'words and table',
    verdict: 'contradiction',
    message,
    // Both are the slip, so that the finding reaches from one to the other where they stand in one block.
    at: a.own.placed === b.own.placed ? { from: at.from, to: behind.to } : at,
    figures: [
      { quantity: a.own.mention.quantity, role: 'same', at },
      { quantity: a.point.quantity, role: 'same', at: places[0] ?? at },
      { quantity: b.own.mention.quantity, role: 'same', at: behind },
      { quantity: b.point.quantity, role: 'same', at: places[1] ?? behind },
    ],
    hypotheses: swapped(a.own, b.own),
    related: [
      { at: behind, message: `This is ${b.own.mention.text}; the table gives ${b.point.point.text.trim()}.` },
      { at: places[0] ?? at, message: `The table gives ${a.point.point.text.trim()} for ${nameOf(a)}.` },
      { at: places[1] ?? at, message: `The table gives ${b.point.point.text.trim()} for ${nameOf(b)}.` },
    ],
  };
}

/** Each figure in the other's place. */
function swapped(first: PlacedMention, second: PlacedMention): RepetitionTie['hypotheses'] {
  const [a, b] = [first.mention, second.mention];
  if (a.derived !== undefined || b.derived !== undefined || a.quantity.isInWords || b.quantity.isInWords)
    return [];
  const also = { at: numberSpan(second), replacement: numberOf(a.quantity) };
  return [
    { title: `Swap ${a.text} and ${b.text}`, at: numberSpan(first), replacement: numberOf(b.quantity), also },
  ];
}
