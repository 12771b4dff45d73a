import type { Random } from '../../../incremental/random.ts';
import { type Change, change, insert, replace } from '../../change.ts';
import type { Fault } from '../../kind.ts';
import { isCut, isRight, wrongFigures } from '../../shareFigures.ts';
import { SHARE_FORMS, shareSentence } from '../../shareSentences.ts';
import { cellOf } from '../grid.ts';
import type { PlanLandmarks } from '../landmarks.ts';
import { dashboardRows } from './statuses.ts';

export const FIGURE_FAULTS: readonly Fault<PlanLandmarks>[] = [
  {
    name: 'stated share changed',
    rule: ['number/share-mismatch', 'number/impossible-percentage'],
    draw: shareChanged,
  },
  { name: 'wrong share put into the dashboard', rule: 'number/share-mismatch', draw: inDashboard },
  { name: 'link to no place', rule: 'structure/broken-reference', draw: linkAstray },
];

interface Stated {
  readonly from: number;
  readonly words: string;
  readonly part: number;
  readonly whole: number;
  readonly share: string;
}

/** "25 of 44 teams (57%)" and "28% of children … (210 out of 754)", as the plan gives them. */
const FORMS: readonly RegExp[] = [
  /(?<part>\d+) of (?<whole>\d+) \w+ \((?<share>\d+(?:\.\d+)?)%\)/g,
  /(?<share>\d+(?:\.\d+)?)% of [^.|\n]{10,90} \((?<part>\d+) out of (?<whole>\d+)\)/g,
  /(?<whole>\d+) staff, with (?<part>\d+) \((?<share>\d+(?:\.\d+)?)%\)/g,
];

function readStated(text: string): readonly Stated[] {
  return FORMS.flatMap((form) => [...text.matchAll(form)]).flatMap(({ index, groups, 0: words }) => {
    const { part = '', whole = '', share = '' } = groups ?? {};
    return [{ from: index, words, part: Number(part), whole: Number(whole), share }];
  });
}

function shareChanged({ text }: PlanLandmarks, random: Random): Change | undefined {
  const stated = random.pick(readStated(text));
  const { from, words, part, whole, share } = stated;
  const places = share.split('.')[1]?.length ?? 0;
  const right = { part, whole, share: Number(share.replace('.', '')), places };
  // The plan gives 304 of 436, and names 373 nearer by.
  if (!isRight(right)) return undefined;
  const wrong = wrongFigures(random, right);
  if (isRight(wrong) || isCut(wrong)) return undefined;
  const told = (wrong.share / 10 ** places).toFixed(places);
  const changed = words
    .replace(new RegExp(`\\b${share.replace('.', '\\.')}%`), `${told}%`)
    .replace(new RegExp(`\\b${part}\\b(?!\\.|%)`), String(wrong.part))
    .replace(new RegExp(`\\b${whole}\\b(?!\\.|%)`), String(wrong.whole));
  const span = { from, to: from + words.length };
  return change(text, [replace(span, changed)], [span], changed, /%/);
}

function inDashboard(document: PlanLandmarks, random: Random): Change | undefined {
  const row = random.pick(dashboardRows(document));
  const cell = cellOf(row, 'progress');
  if (cell === undefined) return undefined;
  const words = shareSentence(random.pick(SHARE_FORMS), wrongFigures(random), random);
  return change(document.text, [insert(cell.span.to, ` ${words}`)], [row.span], words);
}

function linkAstray({ text, prose }: PlanLandmarks, random: Random): Change {
  const at = random.pick(random.pick(prose).slots);
  const words = random.pick([
    'See [the figures](#metrics-of-june) for more. ',
    'This follows from [the dashboard](#dashbord). ',
    'More is said [below](#next-steps-for-the-board). ',
  ]);
  return change(text, [insert(at, words)], [{ from: at, to: at }], words, /link/i);
}
