import type { Block } from '../model/block.ts';
import { compareDates } from '../values/calendar.ts';
import type { Period } from '../values/periods.ts';
import type { TimeReader } from '../values/times.ts';
import { bare, type DatedWords, placed, sentenceStart } from './events.ts';

const HINT = /\b(?:visit|inspection)\b/i;
const LETTER =
  /^\s*(?:This letter|I am writing|I write)\b[^.]*\b(?:findings|found|outcomes?|results?)\b[^.]*\b(?:visit|inspection)\b/i;
const REPORT =
  /^\s*This (?:inspection|visit|monitoring visit|focused visit) (?:was (?:carried out|undertaken|conducted|held)|took place)\b(?! under\b)/i;
/** An event that is not the document's own is told from it by such words. */
const OTHERS = /\b(?:previous|last|since|following|earlier|next|first|second)\b/i;

/** The days on which the running text of a block says that the inspection or visit took place which the document is about. */
export function readOwnEvent(block: Block, { times }: TimeReader): readonly DatedWords[] {
  if (block.kind !== 'paragraph' && block.kind !== 'item') return [];
  return block.leaves.flatMap(({ prose, quoted }) => {
    const { text } = prose;
    if (quoted || !HINT.test(text) || !/\d{4}/.test(text)) return [];
    let known = -1;
    return times(text).flatMap((mention) => {
      const start = sentenceStart(text, mention.from);
      const before = text.slice(start, mention.from);
      // Only the first time of a sentence is that of the event.
      const isFirst = start !== known;
      known = start;
      const { time } = mention;
      if (!isFirst || time.kind !== 'period' || !isOfDays(time.period)) return [];
      if (!(LETTER.test(before) || REPORT.test(before)) || OTHERS.test(before)) return [];
      return [placed(prose, block, bare(text, mention), time.period)];
    });
  });
}

function isOfDays({ kind, start, end }: Period): boolean {
  return kind === 'day' || (kind === 'range' && compareDates(start, end) <= 0 && end.day !== 0);
}
