import type { Item } from './passage.ts';

// A sentence with one of these speaks of means, plans or amounts, of which any percentage may be right.
const OTHER_MEASURES: ReadonlySet<string> = new Set(
  (
    'target targets aim aims aimed should must will would could might shall expected forecast projected estimated estimate ' +
    'planned average averages averaged mean median attendance absence absences absent occupancy score scores scored scoring ' +
    'capacity budget budgets budgeted spend spent spending cost costs funding funded income savings weighted sample sampling ' +
    'minimum maximum least most threshold quota fte wte equivalent increase increases increased increasing rise rises rose ' +
    'risen rising growth grew decrease decreased fall fell fallen reduction reduced up down times progress confidence ' +
    'turnover utilisation rate rates points marks'
  ).split(' '),
);

// Sentences are shorter; what goes on longer is a list of data.
const FARTHEST = 60;

/** Whether the sentence at `index`, up to `until`, speaks of means, plans or amounts. */
export function speaksOfOther(items: readonly Item[], index: number, until = items.length): boolean {
  const sentence = items[index]?.sentence;
  const last = Math.min(until, index + FARTHEST);
  let at = index;
  while (at > index - FARTHEST && items[at - 1]?.sentence === sentence) at -= 1;
  for (; at < last && items[at]?.sentence === sentence; at += 1)
    if (OTHER_MEASURES.has(items[at]?.lower ?? '')) return true;
  return false;
}
