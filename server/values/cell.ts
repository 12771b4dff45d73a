import { type Decimal, integer, multiplyDecimals, parseDecimal, trimmed as withoutZeros } from './decimal.ts';

/** What stands in the cell of a table, or in a field, where a figure is expected. */
export type CellValue =
  | { readonly kind: 'blank'; readonly isPending: boolean }
  | { readonly kind: 'figure'; readonly unit: FigureUnit; readonly value: Decimal }
  /** `8 (40%)`: a count and its share, in per cent. */
  | { readonly kind: 'share'; readonly count: Decimal; readonly share: Decimal }
  /** `12/30`: a part and its whole. */
  | { readonly kind: 'ratio'; readonly part: Decimal; readonly whole: Decimal }
  /** `12/10%`: an expected and a stretching target, with no verdict between them. */
  | { readonly kind: 'targets'; readonly unit: FigureUnit; readonly values: readonly [Decimal, Decimal] }
  | { readonly kind: 'text' };

export type FigureUnit = 'number' | 'percent' | 'currency' | 'rate' | 'days';

const NO_VALUE = /^(?:[-–—−]+|n\/?a|n\.a\.|not applicable|nil return|none)$/i;
const PENDING =
  /^(?:t\.?b\.?[cad]\.?|to be (?:confirmed|agreed|advised|determined)|awaited|pending|not yet (?:known|available|set))$/i;
const NUMBER = String.raw`[-−+]?(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,10})?`;
const FIGURE = new RegExp(String.raw`^([£$€])?(${NUMBER})\s*(%|per ?cent|m|k|bn|days?|weeks?)?$`, 'i');
const SHARE = new RegExp(String.raw`^(${NUMBER})\s*\(\s*(${NUMBER})\s*(?:%|per ?cent)\s*\)$`, 'i');
const SHARE_FIRST = new RegExp(String.raw`^(${NUMBER})\s*%\s*\(\s*(${NUMBER})\s*\)$`, 'i');
const PAIR = new RegExp(String.raw`^(${NUMBER})\s*(%)?\s*(?:/|or|to)\s*(${NUMBER})\s*(%)?$`, 'i');
const RATIO = new RegExp(String.raw`^(${NUMBER})\s*(?:/|of|out of)\s*(${NUMBER})$`, 'i');
const RATE = new RegExp(
  String.raw`^(${NUMBER})\s*(?:per|in)\s+(?:\d[\d,]*|head|year|month|worker|social worker)\b.{0,40}$`,
  'i',
);

const LONGEST = 60;

/**
 * Reads a cell. In: its text as a reader sees it. Out: what it is; percentages are in per cent, money in pounds.
 * What is none of the forms is a text.
 */
export function readCell(text: string): CellValue {
  const trimmed = text.trim();
  // Nothing that is read here is long, and most long cells are prose.
  if (trimmed.length > LONGEST) return { kind: 'text' };
  if (/\d/.test(trimmed)) {
    const bracket = trimmed.includes('(') ? readShare(trimmed) : undefined;
    return bracket ?? readFigure(trimmed) ?? readPair(trimmed) ?? readRate(trimmed) ?? { kind: 'text' };
  }
  if (trimmed === '' || NO_VALUE.test(trimmed)) return { kind: 'blank', isPending: false };
  return PENDING.test(trimmed) ? { kind: 'blank', isPending: true } : { kind: 'text' };
}

function readFigure(text: string): CellValue | undefined {
  const [, sign, number, unit = ''] = FIGURE.exec(text) ?? [];
  const value = number === undefined ? undefined : decimal(number);
  if (value === undefined) return undefined;
  const lower = unit.toLowerCase();
  if (sign !== undefined) return { kind: 'figure', unit: 'currency', value: scaled(value, lower) };
  if (lower === '%' || lower.startsWith('per')) return { kind: 'figure', unit: 'percent', value };
  if (/^(?:day|week)/.test(lower)) return { kind: 'figure', unit: 'days', value };
  return { kind: 'figure', unit: 'number', value: scaled(value, lower) };
}

const FACTORS: ReadonlyMap<string, number> = new Map([
  ['k', 1_000],
  ['m', 1_000_000],
  ['bn', 1_000_000_000],
]);

/** `£1.2m` in pounds. */
function scaled(value: Decimal, unit: string): Decimal {
  const factor = FACTORS.get(unit);
  return factor === undefined ? value : withoutZeros(multiplyDecimals(value, integer(factor)));
}

function readShare(text: string): CellValue | undefined {
  const [, count, share] = SHARE.exec(text) ?? [];
  const [, shareFirst, countBehind] = SHARE_FIRST.exec(text) ?? [];
  const part = decimal(count ?? countBehind ?? '');
  const percent = decimal(share ?? shareFirst ?? '');
  return part === undefined || percent === undefined
    ? undefined
    : { kind: 'share', count: part, share: percent };
}

function readPair(text: string): CellValue | undefined {
  const [, first, firstSign, second, secondSign] = PAIR.exec(text) ?? [];
  if (firstSign !== undefined || secondSign !== undefined) {
    const [low, high] = [decimal(first ?? ''), decimal(second ?? '')];
    if (low === undefined || high === undefined) return undefined;
    return { kind: 'targets', unit: 'percent', values: [low, high] };
  }
  const [, partText = '', wholeText = ''] = RATIO.exec(text) ?? [];
  const [part, whole] = [decimal(partText), decimal(wholeText)];
  return part === undefined || whole === undefined ? undefined : { kind: 'ratio', part, whole };
}

function readRate(text: string): CellValue | undefined {
  const value = decimal(RATE.exec(text)?.[1] ?? '');
  return value && { kind: 'figure', unit: 'rate', value };
}

function decimal(text: string): Decimal | undefined {
  return text === ''
    ? undefined
    : parseDecimal(text.replaceAll(',', '').replace('−', '-').replace(/^\+/, ''));
}
