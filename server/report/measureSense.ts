import type { MeasureDef, MeasureUnit } from '../framework/framework.ts';
import { normaliseName } from '../framework/name.ts';
import type { CellValue } from '../values/cell.ts';
import type { Measure, ReportTable } from './contents.ts';

/** The direction in which a measure gets better; `none` where its definition says that there is none. */
export type Better = NonNullable<MeasureDef['better']>;

/** Words behind which a figure can only be bad news. */
const LOWER = [
  /\bre ?referrals?\b/,
  /\brepeat (?:referrals?|plans?|child protection plans?|cpps?)\b|\b(?:second|2nd) or subsequent (?:time|plan)\b/,
  /\bvacanc(?:y|ies)\b/,
  /\bturnover\b/,
  /\b(?:judged|rated|graded|assessed|audited|found)(?: as| to be)? inadequate$|^(?:percentage|proportion)(?: of)? inadequate$/,
  /\bnot (?:\w+ ){0,2}?(?:seen|visited|held|completed|reviewed|met|recorded|allocated)\b/,
  /\bunallocated (?:cases|children)\b/,
  /\b(?:out ?of|outside|beyond|over|past)(?: of)?(?: the| statutory)? time ?(?:scales?|frames?|limits?)\b/,
  /\b(?:overdue|sickness absence)\b/,
];

/** Words behind which a figure can only be good news. */
const HIGHER = [
  /\b(?:with)?in(?: the| statutory| agreed)? time ?(?:scales?|frames?|limits?)\b/,
  /\b(?:seen|visited|held|completed|reviewed|decided|responded|offered|allocated|assessed) (?:\w+ ){0,2}?(?:in|on) time\b/,
  /\b(?:seen|visited|held|completed|reviewed|decided|decisions?|responded|offered|allocated|assessed|made)\b.{0,30}?\b(?:with)?in (?:\w+ )?(?:working )?(?:hours?|days?|weeks?)\b/,
  /\b(?:visits?|assessments?|reviews?|conferences?|meetings?|interviews?|supervisions?|health checks?) (?:[\w-]+ ){0,6}?(?:in|on) time$/,
  /\b(?:completed|seen|visited|held|reviewed) within \d+ (?:working )?(?:hours?|days?|weeks?)\b/,
  /\b(?:judged|rated|graded|assessed|audited|found)(?: as| to be)? (?:good|outstanding|good or (?:better|outstanding|above))$|\bgood or (?:better|outstanding)$/,
  /\b(?:assessments?|visits?|conferences?|icpcs?|rcpcs?|ipcs?|reviews?|contacts?|decisions?|interviews?|rhis?|ehcps?|health checks?|ihas?) (?:\w+ ){0,3}?(?:with)?in \d+ (?:working )?(?:hours?|days?|weeks?)$/,
  /\bup to date\b/,
  /\bsuitable accommodation\b/,
];

/** What is done about such cases: of "inadequate cases reviewed" more may well be better. */
const WORKED_ON =
  /\b(?:audits|dip ?sampl\w*|re ?audited|followed up|resolved|closed|filled|recruited|reduced|reduction|remedial|avoided|prevented|diverted|saved|posts advertised)\b/;

const DONE = /\b(?:reviewed|audited|sampled|seen|completed|visited|screened)\b/;

/** Negates what comes behind it: "not seen in time", "unsuitable". */
const NEGATION = /\b(?:not|no(?! of)|never|without|fail(?:ed|ing|ure)?|missed|lack(?:ing)?|unsuitable)\b/;

/** The direction in which a measure gets better, by its definition or by words that leave no doubt; else undefined. */
export function betterOf(name: string, def: MeasureDef | undefined): Better | undefined {
  if (def?.better !== undefined) return def.better;
  const words = normaliseName(name.replace(/%/g, ' percentage '));
  if (WORKED_ON.test(words)) return undefined;
  const lower = LOWER.some((pattern) => pattern.test(words));
  const higher = HIGHER.some((pattern) => pattern.test(words));
  if (NEGATION.test(words)) return lower ? 'lower' : undefined;
  if (lower === higher || (lower && DONE.test(words))) return undefined;
  return lower ? 'lower' : 'higher';
}

/** Words of prose behind which fewer, or less, is better. */
const LOWER_IN_PROSE =
  /\b(?:re ?referrals?|vacanc(?:y|ies)|turnover|agency (?:staff|workers?|social workers?|rates?|use|usage)|exclusions?|excluded|suspensions?|neet|absen(?:ce|ces|teeism)|sickness|placement moves|moves|caseloads?|overdue|unallocated|reoffending|re offending|backlogs?|waiting lists?|delays?|repeat|drift|inadequate|missing episodes?)\b/;

/** Words of prose behind which more is better. */
const HIGHER_IN_PROSE =
  /\b(?:timeliness|timely|in time|on time|within (?:the |statutory |required )?(?:time ?scales?|time ?limits?)|attendance|eet|education (?:employment|training) (?:and|or) (?:training|employment)|employment education (?:and|or) training|completion rates?|completed|up to date|attainment|suitable accommodation|long term (?:placement )?stability|good or (?:better|outstanding)|supervisions?|take up|uptake)\b/;

/** What turns such words round, or makes them speak of something else: "not in education", "timeliness of exclusions". */
const TURNED_IN_PROSE =
  /\b(?:not|no|never|without|un\w+|out of|outside|beyond|late|fail(?:ed|ing|ure)?|missed|lack(?:ing)?|leave of absence|filled|reducing|prevent\w*|avoid\w*|short term)\b/;

/**
 * The direction in which what prose speaks of gets better, where its words leave no doubt. Of timeliness in days or weeks
 * less is better. Looser than `betterOf`: for what is told as a hint only.
 */
export function betterInProse(words: string, isDuration = false): Better | undefined {
  const name = normaliseName(words);
  if (/\b(?:neet|not (?:currently )?in (?:education|employment))\b/.test(name))
    return isDuration ? undefined : 'lower';
  if (isDuration)
    return /\b(?:timeliness|average time|duration|length|delays?|waiting times?)\b/.test(name)
      ? 'lower'
      : undefined;
  const sure = betterOf(words, undefined);
  const lower = LOWER_IN_PROSE.test(name);
  const higher = HIGHER_IN_PROSE.test(name);
  if (sure !== undefined && !(sure === 'lower' ? higher : lower)) return sure;
  if (TURNED_IN_PROSE.test(name) || lower === higher || WORKED_ON.test(name)) return undefined;
  return lower ? 'lower' : 'higher';
}

const DIRECTION_COLUMN =
  /^(?:pol|polarity|good(?: performance)?(?: is| to be)?|(?:what )?good looks like|better(?: is| if| when)?|desired (?:direction|performance)|direction of good|aim to|high or low is (?:good|better))$/;

/** The direction that a column of the table gives, such as "Good is: high"; undefined where there is none. */
export function betterStated({ name }: Measure, { columns, table }: ReportTable): Better | undefined {
  const column = columns.findIndex(({ header }) => DIRECTION_COLUMN.test(normaliseName(header)));
  if (column < 0) return undefined;
  const row = table.rows.find(({ cells }) => cells.some(({ span }) => span.from === name.at.span.from));
  const text = row?.cells[column]?.prose.text.trim() ?? '';
  const word = normaliseName(text).replace(/ (?:is )?(?:good|better|the better)$/, '');
  if (/^(?:high(?:er)?|big(?:ger)?|up|increas(?:e|ing)|maximise)$/.test(word) || /^[▲△↑⬆]\uFE0F?$/.test(text))
    return 'higher';
  const isLower = /^(?:low(?:er)?|small(?:er)?|down|decreas(?:e|ing)|minimise)$/.test(word);
  return isLower || /^[▼▽↓⬇]\uFE0F?$/.test(text) ? 'lower' : undefined;
}

/** What figures are counted in, as far as they show it: `8 (40%)` and `12/30` show no single unit. */
export function unitShown(cell: CellValue): 'percent' | 'number' | 'currency' | 'rate' | 'days' | undefined {
  return cell.kind === 'figure' || cell.kind === 'targets' ? cell.unit : undefined;
}

/** Whether the words say that the measure is a percentage: its figures may then go without a sign. */
export function saysPercent(words: string): boolean {
  return /%|\bper ?cent|\bpercentage|\bproportion|\bshare of\b|\brate\b/i.test(words);
}

/** Whether the words say that things are counted. */
export function saysCount(words: string): boolean {
  return /^(?:total |average |the )?(?:number|count|volume)\b|\bnumber of\b|\bno\.? of\b|\(no\.?\)|^#/i.test(
    words,
  );
}

/** Whether figures are added up from one time to the next, by the definition or in so many words. */
export function isCumulative(name: string, def: MeasureDef | undefined): boolean {
  return def?.basis === undefined
    ? /\bcumulative\b|\brunning total\b/i.test(name)
    : def.basis === 'cumulative';
}

/** The units in which a definition's figures may be written. */
export const WRITTEN_AS: Readonly<Record<MeasureUnit, ReadonlySet<string>>> = {
  percent: new Set(['percent']),
  count: new Set(['number']),
  rate: new Set(['rate', 'number', 'percent']),
  currency: new Set(['currency', 'number']),
  days: new Set(['days', 'number']),
  ratio: new Set(['number', 'percent', 'rate']),
};
