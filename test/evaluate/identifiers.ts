import { nhsCheck, upnCheck } from '../../server/values/identifiers.ts';
import type { Random } from '../incremental/random.ts';

// Numbers that are nobody's: of ranges for tests, for plays, or of an authority that is none.

function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.below(10)).join('');
}

/** An NHS number with its check digit, of the range for tests; in one of the ways in which it is written. */
export function nhsNumber(random: Random): string {
  const first = `999${digits(random, 6)}`;
  const check = nhsCheck(first);
  if (check === 10) return nhsNumber(random);
  const [a, b, c] = [first.slice(0, 3), first.slice(3, 6), `${first.slice(6)}${check}`];
  return random.pick([`${a} ${b} ${c}`, `${a}-${b}-${c}`, `${a}${b}${c}`, `${a}\u00a0${b}\u00a0${c}`]);
}

/** The same with another last digit. */
export function tenDigits(random: Random): string {
  const first = `999${digits(random, 6)}`;
  return `${first}${(nhsCheck(first) + 1 + random.below(8)) % 10}`;
}

/** A Unique Pupil Number with its check letter. */
export function pupilNumber(random: Random): string {
  const behind = `000${digits(random, 8)}${random.pick(['0', '4', '9', 'A', 'R'])}`;
  return `${upnCheck(behind)}${behind}`;
}

export function insuranceNumber(random: Random): string {
  const pairs = ['00', '00', digits(random, 2)];
  const letters = [random.pick(['JT', 'AB', 'WM']), random.pick(['A', 'B', 'C', 'D'])];
  const gap = random.pick([' ', '']);
  return [letters[0], ...pairs, letters[1]].join(gap);
}

export function birthDay(random: Random): string {
  const [day, month, year] = [1 + random.below(28), random.below(12), 2004 + random.below(14)];
  const names = 'January February March April May June July August September October November December';
  const two = (value: number) => String(value).padStart(2, '0');
  return random.pick([
    `${day} ${names.split(' ')[month]} ${year}`,
    `${two(day)}/${two(month + 1)}/${year}`,
    `${two(day)}.${two(month + 1)}.${year}`,
  ]);
}

export function mobile(random: Random): string {
  const last = digits(random, 3);
  return random.pick([`07700 900${last}`, `07700900${last}`, `07700 900 ${last}`, `+44 7700 900${last}`]);
}

export function privateMail(random: Random): string {
  const name = `nobody.${digits(random, 7)}`;
  return `${name}@${random.pick(['gmail.com', 'hotmail.co.uk', 'btinternet.com', 'icloud.com', 'example.com'])}`;
}
