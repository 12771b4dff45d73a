import { monthNamed } from '../../values/calendar.ts';

// What stands in a column of timescales is told by its words, which are the same in every plan.
const ANCHORS = new Set(
  (
    'complete completed done launched relaunched started ongoing on-going underway daily weekly fortnightly monthly bi-monthly ' +
    'quarterly termly annually annual immediate immediately spring summer autumn winter month week quarter year tbc'
  ).split(' '),
);
const AROUND = new Set(
  (
    'by at in on from to until till end of the and or for each every now then thereafter onwards onward took place ' +
    'not yet early mid late mid- start beginning within months weeks days years since with effect then per'
  ).split(' '),
);
const FIGURE = /^(?:\d{1,2}(?:st|nd|rd|th)?|\d{4}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}[/-]\d{2,4}|q[1-4])$/;

/** Whether a word is the name of a month, or of two: "May", "June/July". */
export function isMonth(word: string): boolean {
  const bare = word.toLowerCase().replace(/^\(+|[),;.]+$/g, '');
  return bare !== '' && bare.split(/[/–-]/u).every((part) => monthNamed(part) !== undefined);
}

/** Whether a word can stand in a timescale, and whether it tells a time by itself. */
export function dueWord(word: string): 'time' | 'beside' | undefined {
  const bare = word.toLowerCase().replace(/^[(–—-]+|[),;–—-]+$/gu, '');
  if (bare === '' || bare === '&' || bare === '/') return 'beside';
  if (ANCHORS.has(bare) || bare.split(/[/–-]/u).every((part) => monthNamed(part) !== undefined))
    return 'time';
  if (/^(?:\d{1,2}[./]\d{1,2}[./]\d{2,4}|20\d\d|q[1-4])$/.test(bare)) return 'time';
  return AROUND.has(bare) || FIGURE.test(bare) ? 'beside' : undefined;
}
