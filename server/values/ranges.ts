import { type Marks, mark, wholeAt } from './marks.ts';
import { isDash, isJoined, isSymbol, type Token } from './tokens.ts';
import { readUnit } from './units.ts';
import type { Read } from './words.ts';

// "fell from 60 to 70", "up 5 to 30": what stands before says that one figure became the other, or was added to it.
const CHANGES =
  /^(?:from|by|r[io]se|risen|rising|f[ea]ll|fallen|falling|gr[eo]w|grown|growing|increas\w*|decreas\w*|reduc\w*|improv\w*|declin\w*|dropp?\w*|went|gone|mov\w+|chang\w+|up|down|add\w*|send|sent|compared|relative|ratio|gap|difference|doubl\w+|halv\w+)$/;
const FARTHEST = 6;
// "the gap between 60% and 70%" compares two figures.
const APART: ReadonlySet<string> = new Set(['gap', 'difference', 'rise', 'increase', 'change', 'variance']);

interface RangeEnd extends Read<number> {
  readonly unit: string;
}

function isYear({ unit, value }: RangeEnd): boolean {
  return unit === '' && value >= 1900 && value < 2100;
}

/** A figure of a range, with its unit; `value` is rough, for comparing only. */
function endAt(tokens: readonly Token[], index: number): RangeEnd | undefined {
  const isMoney = isSymbol(tokens[index], '£');
  const at = isMoney ? index + 1 : index;
  const token = tokens[at];
  const number =
    token?.kind === 'number'
      ? { value: Number(token.text.replaceAll(',', '')), next: at + 1 }
      : wholeAt(tokens, at);
  if (number === undefined) return undefined;
  const scale = ['k', 'm', 'bn', 'million'].includes(tokens[number.next]?.lower ?? '') && isMoney ? 1 : 0;
  const unit = readUnit(tokens, number.next + scale);
  const name = isMoney ? '£' : `${unit?.kind ?? ''}${unit?.unit ?? ''}`;
  return { value: number.value, next: unit?.next ?? number.next + scale, unit: name };
}

function isChange(tokens: readonly Token[], index: number): boolean {
  for (let at = index - 1; at >= 0 && at >= index - FARTHEST; at -= 1) {
    const token = tokens[at];
    if (token?.kind === 'symbol' && '.;:!?'.includes(token.text)) return false;
    if (token?.kind === 'word' && CHANGES.test(token.lower)) return true;
  }
  return false;
}

/** The index behind a dash at `index` that parts the ends of a range. */
function behindDash(tokens: readonly Token[], index: number, hasUnit: boolean): number | undefined {
  if (!isDash(tokens[index])) return undefined;
  // "seen 88% – 92% nationally": a dash with spaces may part two figures that have their own sign.
  const isTight = isJoined(tokens, index) && isJoined(tokens, index + 1);
  return isTight || !hasUnit ? index + 1 : undefined;
}

/**
 * Marks the range that begins at `index`, which is no one figure: `60–70%`, `6 to 8 weeks`, `two or three visits`,
 * `between 60% and 70%`, `£5m to £8m`. What changed from one figure to another is no range.
 */
export function markFigureRange(marks: Marks, index: number): void {
  const { tokens } = marks;
  const isBetween = tokens[index]?.lower === 'between';
  const begin = isBetween ? index + 1 : index;
  const first = endAt(tokens, begin);
  if (first === undefined) return;
  const word = tokens[first.next]?.lower ?? '';
  const dash = behindDash(tokens, first.next, first.unit !== '');
  const isWord = isBetween ? word === 'and' : word === 'to' || word === 'or';
  const at = dash ?? (isWord ? first.next + 1 : undefined);
  const second = at === undefined ? undefined : endAt(tokens, at);
  if (second === undefined || !isRange(first, second)) return;
  // Down is a change: "70% to 60%".
  if (dash === undefined && second.value <= first.value) return;
  const isMove = isBetween
    ? APART.has(tokens[index - 1]?.lower ?? '')
    : dash === undefined && isChange(tokens, index);
  if (isMove) return;
  // "2 or 3 visits" is a range, "20 or 30%" leaves a choice.
  if (word === 'or' && second.value !== first.value + 1) return;
  // What is an age, a year or the number of a section already stays that.
  for (let own = begin; own < second.next; own += 1) if (marks.of[own] !== undefined) return;
  mark(marks, begin, second.next, 'range');
}

/** Whether two ends count the same: the first may leave its unit to the second. */
function isRange(first: RangeEnd, second: RangeEnd): boolean {
  if (isYear(first) && isYear(second)) return false;
  return first.unit === second.unit || first.unit === '';
}
