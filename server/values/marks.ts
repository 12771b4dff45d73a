import { isDash, isJoined, isPlainInteger, isSymbol, type Token } from './tokens.ts';
import { type Read, readWordNumber } from './words.ts';

/**
 * What a figure is that is no quantity. A `label` is the number of what the word before names (`section 47`, `page 3`,
 * `Tier 4`), a `name` ends one (`COVID-19`), a `code` is a form, a footnote or the like, `malformed` what
 * has figures that no number is written with (`12,34`, `10^400`), a `row` what is left of a table.
 */
export type OtherFigure =
  | 'address'
  | 'age'
  | 'code'
  | 'date'
  | 'identifier'
  | 'label'
  | 'malformed'
  | 'name'
  | 'paragraph'
  | 'phrase'
  | 'range'
  | 'row'
  | 'scale'
  | 'time'
  | 'year';

/** The tokens of a passage and, for each, what it is part of when that is known to be no quantity. */
export interface Marks {
  readonly tokens: readonly Token[];
  readonly of: (OtherFigure | undefined)[];
}

/** Marks the tokens from `index` up to but without `next`, which stay what they were found to be before; a range may be one of ages. */
export function mark(marks: Marks, index: number, next: number, as: OtherFigure): void {
  for (let at = Math.max(0, index); at < Math.min(next, marks.tokens.length); at += 1) {
    const isRange = as === 'age' && marks.of[at] === 'range';
    if (marks.of[at] === undefined || isRange) marks.of[at] = as;
  }
}

/** A whole number at `index`, in figures or in words; neither decimals nor commas. */
export function wholeAt(tokens: readonly Token[], index: number): Read<number> | undefined {
  const token = tokens[index];
  if (isPlainInteger(token, 1, 6)) return { value: Number(token.text), next: index + 1 };
  return tokens[index]?.kind === 'word' ? readWordNumber(tokens, index) : undefined;
}

/** Whether a percent sign or its word follows at `index`: then the figure before it is a quantity whatever else is near. */
export function isPercentAt(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (isSymbol(token, '%') || token?.lower === 'percent' || token?.lower === 'percentage') return true;
  if (token?.lower !== 'per') return false;
  const at = isDash(tokens[index + 1]) ? index + 2 : index + 1;
  return tokens[at]?.lower === 'cent';
}

/** Whether a sign joins the figures on its two sides into a list or range: a dash, `to`, `and`, `or`, `&`, a comma, a slash. */
export function isLink(token: Token | undefined, isList: boolean): boolean {
  if (isDash(token) || token?.lower === 'to' || isSymbol(token, '/')) return true;
  return (
    isList &&
    (token?.lower === 'and' || token?.lower === 'or' || isSymbol(token, '&') || isSymbol(token, ','))
  );
}

/** The index behind the list or range of whole numbers that goes on at `index`, its first figure being just before. */
export function endOfChain(tokens: readonly Token[], index: number, isList: boolean): number {
  let next = index;
  for (;;) {
    if (!isLink(tokens[next], isList)) return next;
    const and = isSymbol(tokens[next], ',') && ['and', 'or'].includes(tokens[next + 1]?.lower ?? '') ? 1 : 0;
    const at = next + 1 + and;
    const figure = tokens[at];
    const read =
      figure?.kind === 'number' || figure?.kind === 'dotted' ? { next: at + 1 } : wholeAt(tokens, at);
    if (read === undefined || isPercentAt(tokens, read.next)) return next;
    next = read.next;
  }
}

/** The words `year`, `years`, `yr`, `yrs` at `index`, maybe behind a hyphen; gives the index behind. */
export function yearsAt(tokens: readonly Token[], index: number): number | undefined {
  const at = isDash(tokens[index]) && isJoined(tokens, index) ? index + 1 : index;
  return ['year', 'years', 'yr', 'yrs', "year's"].includes(tokens[at]?.lower ?? '') ? at + 1 : undefined;
}
