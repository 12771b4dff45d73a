import { isPlainInteger, tokenise } from './tokens.ts';
import { readWordNumber } from './words.ts';

/** A length of time in months, with what it may be and still be said so. */
export interface Stretch {
  readonly months: number;
  /** The least and the most that it stands for: people round, and "two years" is said of two and a half. */
  readonly least: number;
  readonly most: number;
}

/** How far a length of years may be from what it says, in months, before it says something else. */
const SLACK_OF_YEARS = 7;
const SLACK_OF_MONTHS = 2;

/** Reads a length of time: `two years`, `18 months`, `nearly three years`, `more than a year`, `two and a half years`. */
export function monthsSaid(text: string): Stretch | undefined {
  const tokens = tokenise(text.toLowerCase().replace(/\band a half\b/g, ''));
  const half = /\band a half\b/i.test(text) ? 0.5 : 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    const spelt = readWordNumber(tokens, index);
    const isOne = /^an?$/.test(token?.lower ?? '');
    const number = isPlainInteger(token, 1, 3)
      ? Number(token.text)
      : (spelt?.value ?? (isOne ? 1 : undefined));
    if (number === undefined) continue;
    const unit = tokens[spelt?.next ?? index + 1]?.lower ?? '';
    const factor = /^years?$/.test(unit) ? 12 : /^months?$/.test(unit) ? 1 : undefined;
    return factor === undefined ? undefined : stretchOf((number + half) * factor, factor, text.toLowerCase());
  }
  return undefined;
}

function stretchOf(months: number, unit: number, text: string): Stretch {
  const least = unit === 12 ? SLACK_OF_YEARS : SLACK_OF_MONTHS;
  const slack = Math.max(least, months * (unit === 12 ? 0.15 : 0.25));
  if (/\b(?:over|more than)\b/.test(text))
    return { months, least: months - 1, most: months + Math.max(unit, slack) };
  if (/\b(?:nearly|almost|under|less than)\b/.test(text))
    return { months, least: months - Math.max(slack, unit / 2), most: months + 1 };
  return { months, least: months - slack, most: months + slack };
}
