import type { Block } from '../model/block.ts';
import type { Prose } from '../syntax/prose.ts';
import { compareDates, lastOf, monthsBetween } from '../values/calendar.ts';
import { ALWAYS_NEW, CAME_TO_BE, MAY_BE_NEW, NAME_WITH_YEAR } from '../values/evidenceWords.ts';
import { readTokens } from '../values/quantity.ts';
import { sentencesOf } from '../values/sentences.ts';
import { timesIn } from '../values/times.ts';
import { tokenise } from '../values/tokens.ts';
import { bare } from './events.ts';
import {
  type DatedEvidence,
  type EvidenceAge,
  type EvidenceMemo,
  evidenceIn,
  sourcesIn,
} from './evidence.ts';

/** Of when a block's evidence is. Kept in the memo for as long as the block is the same. */
export function evidenceAge(block: Block, memo: EvidenceMemo): EvidenceAge {
  const known = memo.ages.get(block);
  if (known !== undefined) return known;
  const age = ageOf(block, memo);
  memo.ages.set(block, age);
  return age;
}

function ageOf(block: Block, memo: EvidenceMemo): EvidenceAge {
  if (block.kind === 'heading' || block.kind === 'comment') return 'none';
  const kinds = evidenceIn(block, memo);
  // Whoever says that it still holds has thought of it.
  if (block.leaves.some(({ prose }) => MAY_BE_NEW.test(prose.text))) return 'open';
  if (kinds.size === 0) return 'none';
  // What stands behind a link, in a note or in a picture may be of any time.
  if (kinds.has('footnote') || kinds.has('link') || block.links.length > 0) return 'open';
  const cells = block.tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const prose = newest(block.leaves.map((leaf) => inProse(leaf.prose)));
  const tables = newest(cells.map((cell) => inProse(cell.prose, true)));
  if (block.tables.length > 0 && tables === 'none') return 'open';
  const age = newest([prose, tables]);
  return age === 'none' && kinds.has('named') ? 'open' : age;
}

/** Of several ages the one that counts. */
export function newest(ages: readonly EvidenceAge[]): EvidenceAge {
  return ages.reduce((one, other) => {
    if (one === 'open' || other === 'open') return 'open';
    if (one === 'none') return other;
    return other === 'none' || compareDates(one.last, other.last) >= 0 ? one : other;
  }, 'none');
}

/** In a cell a time needs no figure beside it. */
function inProse(prose: Prose, isCell = false): EvidenceAge {
  const { text } = prose;
  return newest(
    sentencesOf(text).map(({ from, to }) => {
      const age = inSentence(text.slice(from, to), isCell);
      return typeof age === 'string'
        ? age
        : { ...age, at: prose.sourceSpan(from + age.at.from, from + age.at.to) };
    }),
  );
}

function inSentence(sentence: string, isCell: boolean): EvidenceAge {
  const sources = sourcesIn(sentence);
  const times = timesOf(sentence, isCell);
  if (times === 'open') return 'open';
  // A sentence of figures goes on with what was dated before; another source may be of any time.
  if (times.length === 0) return sources.some((kind) => kind !== 'figure') ? 'open' : 'none';
  const isFigure = isCell || readTokens(sentence, tokenise(sentence)).quantities.length > 0;
  if (sources.length === 0 && !isFigure) return 'none';
  if (ALWAYS_NEW.test(sentence)) return 'open';
  return CAME_TO_BE.test(sentence) || NAME_WITH_YEAR.test(sentence) ? 'open' : newest(times);
}

/** A longer time is a plan's or a strategy's, or one over which something grew. */
const LONGEST = 13;
const YEAR = /\b(?:19|20)\d\d\b/g;
/** A number of four figures is a year where nothing is counted by it: "(2017)", "spring 2017", "the 2017 survey". */
const BEHIND =
  /^(?:\s*(?:$|[.,;:)\]])| (?:[\p{L}-]{1,20} )?(?:audits?|surveys?|inspections?|reviews?|data|figures|census|letter)\b)/iu;

/** The times of a sentence, or that one of them is open. */
function timesOf(sentence: string, isCell: boolean): readonly DatedEvidence[] | 'open' {
  const found: DatedEvidence[] = [];
  const mentions = timesIn(sentence);
  for (const { time, from, to } of mentions) {
    if (time.kind !== 'period') return 'open';
    const { start, end } = time.period;
    if (monthsBetween(start, end) > LONGEST) return 'open';
    const at = bare(sentence, { from, to });
    found.push({ last: end, at, text: sentence.slice(at.from, at.to) });
  }
  // A cell may count 2016 of something.
  if (isCell && !/\p{L}/u.test(sentence)) return found;
  for (const { 0: text, index } of sentence.matchAll(YEAR)) {
    const to = index + text.length;
    if (mentions.some((own) => own.from < to && own.to > index)) continue;
    if (!BEHIND.test(sentence.slice(to, to + 40))) return 'open';
    found.push({ last: lastOf(Number(text), 12), at: { from: index, to }, text });
  }
  return found;
}
