import type { Random } from '../../incremental/random.ts';
import type { Change } from '../change.ts';
import { insert } from '../change.ts';
import { earlyYear, eventSentences, MONTHS, weekday, written } from '../dateSentences.ts';
import { slot } from '../faults/shares.ts';
import type { Kind } from '../kind.ts';
import type { Texts } from '../places.ts';
import { edited, withSentence } from './edit.ts';

export const DATES: readonly Kind<Texts>[] = [
  { name: 'dates in every form', draw: rightDay },
  { name: 'weekdays and their dates', draw: rightWeekday },
  { name: 'one inspection at one time', draw: oneTime },
  { name: 'lengths of time that fit or are of something else', draw: rightLength },
  { name: 'inspections of their own', draw: otherEvents },
  { name: 'stretches of days', draw: stretch },
];

function rightDay(document: Texts, random: Random): Change {
  const [year, month] = [earlyYear(random), random.below(12)];
  const day = written(year, month, 1 + random.below(28), random);
  return withSentence(document, random, `The policy was last looked at on ${day}, and is sound.`);
}

function rightWeekday(document: Texts, random: Random): Change {
  const [year, month, day] = [earlyYear(random), random.below(12), 1 + random.below(28)];
  const name = weekday(year, month, day);
  const words = random.pick([
    `Staff met on ${name} ${day} ${MONTHS[month]} ${year} to talk about this.`,
    `Staff met on ${name}, ${day} ${MONTHS[month]} ${year}, as on every ${weekday(year, month, day, 1)}.`,
    `Staff met on ${day} ${MONTHS[month]} ${year} (${name}).`,
    `${weekday(year, month, day, 2)} meetings began on ${day} ${MONTHS[month]} ${year}.`,
  ]);
  return withSentence(document, random, words);
}

/** The month of the year, or the year of the month, are no other time. */
function oneTime(document: Texts, random: Random): Change | undefined {
  const month = random.below(12);
  const year = earlyYear(random);
  const [first = '', second = ''] = eventSentences(random, year, [month, month]);
  const [one, other] = [slot(document, random).at, slot(document, random).at];
  if (one >= other) return undefined;
  const said = random.chance(0.5) ? second : second.replace(`${MONTHS[month]} ${year}`, String(year));
  return edited(document, [insert(one, `${first} `), insert(other, `${said} `)], `${first} … ${said}`);
}

function rightLength(document: Texts, random: Random): Change {
  const words = random.pick([
    'Over the past 12 months, turnover has fallen.',
    'In the last two years staff have been heard more often.',
    'In the two years before the inspection nobody left.',
    'Staff were asked again three months after the inspection.',
    'A young person who left care two years ago still calls.',
    'It is five years since the panel first met.',
    'Every two years since the inspection there has been a survey.',
    'Since April 2008 the team has grown.',
  ]);
  return withSentence(document, random, words);
}

function otherEvents(document: Texts, random: Random): Change {
  const year = earlyYear(random);
  const [first, second] = [`${MONTHS[random.below(6)]} ${year}`, `${MONTHS[6 + random.below(6)]} ${year}`];
  const words = random.pick([
    `A peer review in ${first} and a peer review in ${second} are on file.`,
    `The focused visit in ${first} and the focused visit in ${second} were of other services.`,
    `The last inspection of the music service was in ${first}; the last inspection of adult learning was in ${second}.`,
    `The first visit in ${first} was short, and the second visit in ${second} longer.`,
    `A home had its last inspection in ${first}, and another home its last inspection in ${second}.`,
    `Northshire's last inspection was in ${first}, and Southshire's last inspection in ${second}.`,
  ]);
  return withSentence(document, random, words);
}

function stretch(document: Texts, random: Random): Change {
  const year = earlyYear(random);
  const words = random.pick([
    `The post was empty from 25 November to 6 January ${year}.`,
    `The figures from 1 April to 31 March ${year} are those of a year.`,
    `The post was empty from 3 May ${year} to 2 June ${year}.`,
    `The figures of 31 March ${year} to 31 March ${year - 1} are put side by side.`,
    `The post was empty between 26 and 29 June ${year}.`,
  ]);
  return withSentence(document, random, words);
}
