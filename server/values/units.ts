import { isCapitalised, isDash, isJoined, isSymbol, type Token } from './tokens.ts';
import { behindHyphen, readWordNumber } from './words.ts';

/** The unit behind a figure; `next` is the index of the first token behind the unit. */
export interface Unit {
  readonly kind: 'percentage' | 'points' | 'rate' | 'duration';
  readonly unit: string | undefined;
  readonly next: number;
}

const TIMES = new Set(['minute', 'hour', 'day', 'week', 'month', 'year']);
const BEFORE_DAYS = new Set(['working', 'school', 'calendar', 'business']);
// "350 per year", "55.8 per 10,000", "12 per social worker" is not: what it is divided by must be a number or a time.
const RATE_TIMES = new Set(['minute', 'hour', 'day', 'week', 'month', 'year', 'annum', 'quarter', 'term']);

const POINTS = new Set(['pp', 'ppt', 'ppts', 'pt', 'pts']);

function isPoint(token: Token | undefined): boolean {
  return token?.lower === 'point' || token?.lower === 'points';
}

/** The index behind `%`, `per cent`, `percent`, `per-cent` at `index`. */
function endOfPercent(tokens: readonly Token[], index: number): number | undefined {
  const token = tokens[index];
  if (isSymbol(token, '%') || token?.lower === 'percent') return index + 1;
  if (token?.lower !== 'per') return undefined;
  const at = isDash(tokens[index + 1]) ? index + 2 : index + 1;
  return tokens[at]?.lower === 'cent' ? at + 1 : undefined;
}

function percent(tokens: readonly Token[], index: number): Unit | undefined {
  const isPercentage = tokens[index]?.lower === 'percentage';
  if (isPercentage && isPoint(tokens[index + 1])) return { kind: 'points', unit: undefined, next: index + 2 };
  // "3pp" and "3 ppts" are points; "pp 3-4" are pages.
  if (/^ppt?s?$/.test(tokens[index]?.lower ?? '') && tokens[index + 1]?.kind !== 'number')
    return { kind: 'points', unit: undefined, next: index + 1 };
  const next = endOfPercent(tokens, index);
  if (next === undefined) return undefined;
  const at = isDash(tokens[next]) ? next + 1 : next;
  if (isPoint(tokens[at]) || POINTS.has(tokens[at]?.lower ?? ''))
    return { kind: 'points', unit: undefined, next: at + 1 };
  return { kind: 'percentage', unit: undefined, next };
}

function rate(tokens: readonly Token[], index: number): Unit | undefined {
  if (tokens[index]?.lower !== 'per') return undefined;
  const of = tokens[index + 1];
  if (of?.kind === 'number') return { kind: 'rate', unit: of.text, next: index + 2 };
  if (of !== undefined && RATE_TIMES.has(of.lower)) return { kind: 'rate', unit: of.lower, next: index + 2 };
  const spelt = readWordNumber(tokens, index + 1);
  return spelt && { kind: 'rate', unit: spelt.value.toString(), next: spelt.next };
}

function duration(tokens: readonly Token[], index: number): Unit | undefined {
  const start = behindHyphen(tokens, index);
  if (start === index && isJoined(tokens, index)) return undefined;
  const isQualified = BEFORE_DAYS.has(tokens[start]?.lower ?? '');
  const at = isQualified ? behindHyphen(tokens, start + 1) : start;
  const word = (tokens[at]?.lower ?? '').replace(/['’]s?$/, '');
  const unit = TIMES.has(word) ? word : word.replace(/s$/, '');
  if (!TIMES.has(unit)) return undefined;
  // "40 Year 6 pupils": the year is theirs.
  if (isCapitalised(tokens[at]) && tokens[at + 1]?.kind === 'number') return undefined;
  // "129 day nurseries": a bare singular behind several is the next noun's, but "six month review" is six months.
  if (word === 'day' && start === index && !isOne(tokens[index - 1])) return undefined;
  return { kind: 'duration', unit: isQualified ? `${tokens[start]?.lower} ${unit}` : unit, next: at + 1 };
}

function isOne(token: Token | undefined): boolean {
  return token?.text === '1' || token?.lower === 'one' || token?.lower === 'half';
}

/** The unit that begins at `index`: `%`, `per cent`, `percentage points`, `per 10,000`, `working days`, `-week`. */
export function readUnit(tokens: readonly Token[], index: number): Unit | undefined {
  return percent(tokens, index) ?? rate(tokens, index) ?? duration(tokens, index);
}
