import type { Prose } from '../../syntax/prose.ts';
import type { Quantity } from '../../values/quantity.ts';
import { divide, multiply, type Rational, whole } from '../../values/rational.ts';
import type { Time, TimeMention } from '../../values/times.ts';
import { type Item, isWord } from '../passage.ts';
import { Readings } from '../readings.ts';
import { readShareTies } from '../share/shares.ts';
import { FIGURE, masked, TIME } from './clauses.ts';
import type { Mention } from './mention.ts';

/** A figure of a passage that may be a measure's, by where it begins. */
interface Stated {
  readonly quantity: Quantity;
  readonly derived: Rational | undefined;
  readonly part: Quantity | undefined;
  readonly whole: Rational | undefined;
  /** Where the figure of the whole ends. */
  readonly wholeTo?: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What was read of a passage before its clauses are: the figures that it states, and its text with signs for these and its times. */
export interface Passage {
  readonly prose: Prose;
  readonly text: string;
  readonly stated: ReadonlyMap<number, readonly Stated[]>;
  readonly times: ReadonlyMap<number, Time>;
}

/** What stands between a part and its whole, and names nothing. */
const CONNECTION = /^ (?:out )?of (?:the |our |all |its )?$/;

/** The number of a paragraph, which is no figure: `6.1`, `12.`. */
const PARAGRAPH = /^\s*(?:\d{1,3}(?:\.\d{1,3}){1,3}\.?|\d{1,3}\.)\s+(?=\S)/;

interface Sign {
  readonly from: number;
  readonly to: number;
  readonly sign: string;
}

/** Whether a passage states any figure that may be one of a measure. */
export function statesFigures(text: string, readings: Readings): boolean {
  return readings.of(figuresOf, text).stated.size > 0;
}

/** Reads the figures and times of a passage. At `breaks` one statement is parted from the next. */
export function passageOf(
  prose: Prose,
  breaks: readonly number[],
  readings: Readings = new Readings(),
): Passage {
  const { text } = prose;
  const { stated, signs: ofFigures } = readings.of(figuresOf, text);
  const signs = [...ofFigures];
  for (const at of breaks) signs.push({ from: at, to: at + 1, sign: '\n' });
  const number = PARAGRAPH.exec(text)?.[0].length ?? 0;
  if (number > 0) signs.push({ from: 0, to: number, sign: ' ' });
  const times = timesOf(text, breaks, readings).filter(
    ({ from, to }) => !signs.some((own) => own.from < to && from < own.to),
  );
  return {
    prose,
    text: masked(text, [...signs, ...times.map(({ from, to }) => ({ from, to, sign: TIME }))]),
    stated,
    times: new Map(times.map(({ from, time }) => [from, time])),
  };
}

/** The percentages, the parts with their wholes, and the counts that open a sentence, with the signs that stand for them. */
function figuresOf(text: string, readings: Readings) {
  const { stated, signs, inTies } = shareFigures(text, readings);
  const items = readings.passage(text);
  for (const [index, { quantity, sentence }] of items.entries()) {
    if (quantity === undefined) continue;
    const { span, start, kind } = quantity;
    const plain = { quantity, derived: undefined, ...span, text: quantity.text };
    const isTied = inTies.has(span.from);
    if (kind === 'percentage') {
      const [tied] = stated.get(start) ?? [];
      const all = tied?.whole ?? wholeBehind(text, span.to);
      stated.set(start, [{ ...plain, part: tied?.part, whole: all }, ...(tied ? [tied] : [])]);
    } else if (kind === 'count' && !isTied && opensSentence(items, index, sentence)) {
      stated.set(start, [{ ...plain, part: quantity, whole: undefined }]);
    }
    const sign = stated.has(start) ? FIGURE : isTied ? ' ' : undefined;
    if (sign !== undefined) signs.push({ from: start, to: span.to, sign });
  }
  return { stated, signs };
}

/** The count of those that a share is of: 436 of "73% of the 436 staff". */
function wholeBehind(text: string, from: number): Rational | undefined {
  const [, count] =
    /^ of (?:the|our|all|its) (\d{1,3}(?:,\d{3})*|\d{1,6})\b(?![.,]?\d|%)/.exec(
      text.slice(from, from + 24),
    ) ?? [];
  return count === undefined ? undefined : whole(Number(count.replaceAll(',', '')));
}

/** The times of a passage. Beside a year that is written a month without one may be of that year or of this one. */
function timesOf(text: string, breaks: readonly number[], readings: Readings): readonly TimeMention[] {
  const times = readings.times(text);
  const statement = ({ from }: TimeMention) => breaks.filter((at) => at < from).length;
  const dated = new Set(times.filter(({ time }) => time.kind === 'period').map(statement));
  return times.map((own) =>
    own.time.kind === 'month' && dated.has(statement(own)) ? { ...own, time: { kind: 'other' } } : own,
  );
}

function opensSentence(items: readonly Item[], index: number, sentence: number): boolean {
  const before = items[index - 1];
  const isFirst = before === undefined || before.sentence !== sentence || PARAGRAPH_END.test(before.lower);
  return isFirst && isWord(items[index + 1]) && items[index]?.quantity?.isInWords === false;
}

const PARAGRAPH_END = /^\d+(?:\.\d+)*\.?$/;

/** The shares of a passage by where they begin, with signs for what they are made of. */
function shareFigures(text: string, readings: Readings) {
  const stated = new Map<number, readonly Stated[]>();
  const signs: Sign[] = [];
  const inTies = new Set<number>();
  for (const { share, part, whole: all } of readings.of(readShareTies, text)) {
    const ratio = divide(part.exact, all.exact);
    if (part.value.places !== 0 || ratio === undefined) continue;
    const [at, of] = [part.span, all.span];
    for (const own of [part, all]) inTies.add(own.span.from);
    if (CONNECTION.test(text.slice(at.to, of.from))) signs.push({ from: at.to, to: of.from, sign: ' of ' });
    if (part.qualifier !== 'exact' || all.qualifier !== 'exact') continue;
    const shown = { from: Math.min(at.from, of.from), to: Math.max(at.to, of.to) };
    const own = {
      quantity: part,
      part,
      whole: all.exact,
      text: `${part.text} of ${all.text}`,
      ...shown,
      wholeTo: of.to,
    };
    stated.set((share ?? part).start, [{ ...own, derived: multiply(ratio, whole(100)) }]);
  }
  return { stated, signs, inTies };
}

/** The mentions that the figures at a place of a passage make. */
export function mentionsAt(
  { prose, stated }: Passage,
  at: number,
  { measure, role, time, before }: Pick<Mention, 'measure' | 'role' | 'time' | 'before'>,
): readonly Mention[] {
  return (stated.get(at) ?? []).map(({ quantity, derived, part, whole: all, from, to, text }) => ({
    quantity,
    derived,
    part,
    whole: all,
    at: prose.sourceSpan(from, to),
    numberAt: prose.sourceSpan(quantity.numberSpan.from, quantity.numberSpan.to),
    measure,
    role,
    time,
    before,
    text,
  }));
}
