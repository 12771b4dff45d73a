import type { Random } from '../../incremental/random.ts';
import { type Change, change, insert, replace } from '../change.ts';
import { earlyYear, eventSentences, MONTHS, weekday, written } from '../dateSentences.ts';
import type { Fault } from '../kind.ts';
import type { Texts } from '../places.ts';
import { slot } from './shares.ts';

export const DATE_FAULTS: readonly Fault<Texts>[] = [
  { name: 'day that its month has not', rule: 'date/impossible-date', draw: impossible },
  { name: 'weekday that the date has not', rule: 'date/weekday-mismatch', draw: wrongWeekday },
  { name: 'one inspection at two times', rule: 'date/conflicting-date', draw: twoTimes },
  { name: 'years that have not passed', rule: 'date/elapsed-time', draw: wrongYears },
  { name: 'stretch of days that ends before it begins', rule: 'date/date-order', draw: reversed },
  { name: 'published or dated before the visit', rule: 'date/date-order', optional: true, draw: tooEarly },
];

function said(document: Texts, random: Random, words: string, says: RegExp): Change {
  const { at } = slot(document, random);
  return change(document.text, [insert(at, `${words} `)], [{ from: at, to: at + words.length }], words, says);
}

/** February, April, June, September, November, counted from 0. */
const SHORT = [1, 3, 5, 8, 10];

function impossible(document: Texts, random: Random): Change {
  const month = random.pick(SHORT);
  const day = written(earlyYear(random), month, month === 1 ? 30 : 31, random);
  const lead = random.pick([
    'The policy was agreed on',
    'A new lead was in post by',
    'The panel last met on',
    'Files were read on',
  ]);
  return said(document, random, `${lead} ${day}.`, /There is no/);
}

function wrongWeekday(document: Texts, random: Random): Change {
  const [year, month, day] = [earlyYear(random), random.below(12), 1 + random.below(28)];
  const name = weekday(year, month, day, 1 + random.below(6));
  const words = `Staff met on ${name}${random.pick([' ', ', '])}${day} ${MONTHS[month]} ${year} to talk about this.`;
  return said(document, random, words, /is a \w+, not a/);
}

function twoTimes(document: Texts, random: Random): Change | undefined {
  const [one, other] = [slot(document, random).at, slot(document, random).at];
  const months = [random.below(12), random.below(12)] as const;
  if (one >= other || months[0] === months[1]) return undefined;
  const [first = '', second = ''] = eventSentences(random, earlyYear(random), months);
  const edits = [insert(one, `${first} `), insert(other, `${second} `)];
  const at = [one, other].map((from) => ({ from, to: from }));
  return change(document.text, edits, at, `${first} … ${second}`, /is dated/);
}

function wrongYears(document: Texts, random: Random): Change {
  const when = `${MONTHS[random.below(12)]} ${earlyYear(random)}`;
  const length = random.pick([
    'one year',
    'two years',
    '18 months',
    'nearly two years',
    'a year',
    'just over a year',
  ]);
  const words = random.pick([
    `It has been ${length} since the inspection in ${when}.`,
    `In the ${length} since the last inspection, in ${when}, little has changed.`,
  ]);
  return said(document, random, words, /it is about/);
}

function reversed(document: Texts, random: Random): Change {
  const [year, month] = [earlyYear(random), 1 + random.below(10)];
  const [first, second] = [
    `${3 + random.below(9)} ${MONTHS[month + 1]}`,
    `${3 + random.below(9)} ${MONTHS[month]}`,
  ];
  const words = random.pick([
    `The post was empty from ${first} ${year} to ${second} ${year}.`,
    `The post was empty between ${first} ${year} and ${second} ${year}.`,
  ]);
  return said(document, random, words, /ends before it begins/);
}

/** What is written before what it tells of has happened. */
function tooEarly(document: Texts, random: Random): Change | undefined {
  const about = document.fields.find(({ id }) => id === 'inspected' || id === 'visited');
  const years = about && /\b20\d\d\b/.exec(document.text.slice(about.value.from, about.value.to));
  const days = document.fields.filter(({ id }) => id === 'published' || id === 'date');
  if (about === undefined || years === null || years === undefined || days.length === 0) return undefined;
  const field = random.pick(days);
  const value = `${1 + random.below(28)} ${MONTHS[random.below(12)]} ${Number(years[0]) - 1}`;
  const at = [field.line, about.line];
  return change(
    document.text,
    [replace(field.value, value)],
    at,
    `${field.id}: ${value}`,
    /Correct one of them/,
  );
}
