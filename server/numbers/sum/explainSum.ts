import { formatDecimal, percentage, roundRational } from '../../values/decimal.ts';
import { formatInterval, sum } from '../../values/interval.ts';
import { listed } from '../../values/listing.ts';
import { compare } from '../../values/rational.ts';
import { judgeSum, named, printedWhole, type SumJudgement, standsFor, sumText } from './sums.ts';
import type { SumTie } from './sumTie.ts';

// More figures than these are counted, not listed.
const MOST_LISTED = 5;

/** The parts as the subject of a sentence: `304, 43 and 26`, `The 11 numbers of "None"`. */
function subject({ parts, names, kind }: SumTie): string {
  const noun = kind === 'total' ? 'numbers' : 'shares';
  const figures = parts.map(({ quantity }) => named(quantity));
  const start = parts.length > MOST_LISTED ? `The ${parts.length} ${noun}` : listed(figures, 'and');
  return names?.parts ? `${start} of "${names.parts}"` : start;
}

function wholeText({ whole, names }: SumTie): string {
  if (whole === undefined) return '100%';
  const label = names?.whole ? ` in "${names.whole}"` : '';
  return `${named(whole.quantity)}${label}`;
}

/** What rounding and words such as "about" leave to the sum, where they leave anything. */
function room({ parts }: SumTie, computed: string): string {
  const interval = sum(parts.map(({ quantity }) => standsFor(quantity)));
  const text = formatInterval(interval);
  return text.startsWith('exactly') || text === computed ? '' : ` Rounded figures leave room for ${text}.`;
}

/** What the shares would be if they were rounded: `Rounded they are 5%, 67% and 29%.` */
function rounded({ parts, counts = [] }: SumTie): string {
  const all = counts.reduce((total, count) => total + (count?.value.digits ?? 0n), 0n);
  const texts = parts.map(({ quantity }, index) => {
    const share = percentage(counts[index]?.value.digits ?? 0n, all);
    return share ? `${formatDecimal(roundRational(share, Math.max(0, quantity.places)))}%` : quantity.text;
  });
  return `Rounded they are ${listed(texts, 'and')}.`;
}

/** How the parts agree with their whole: to the digit, or because of what rounding leaves open. */
function agreement(tie: SumTie, { computed }: SumJudgement): string {
  const { whole, names, parts } = tie;
  if (compare(computed, printedWhole(tie)) === 0) {
    if (whole === undefined) return 'as all shares of a whole do';
    return names?.whole ? `as "${names.whole}" says` : 'as stated';
  }
  const isRounded = [...parts, ...(whole ? [whole] : [])].every(
    ({ quantity }) => quantity.qualifierText === '',
  );
  return `which agrees with ${wholeText(tie)}${isRounded ? ', as they are rounded' : ''}`;
}

/**
 * Says in plain English what the figures of a sum say together: `304, 43 and 26 make 373, not 363.` In: a tie, and its
 * judgement if that is at hand. Out: one or two sentences, also for a tie that holds.
 */
export function explainSum(tie: SumTie, judgement: SumJudgement = judgeSum(tie)): string {
  const computed = sumText(tie, judgement.computed);
  const verb = tie.parts.length > MOST_LISTED ? 'add up to' : 'make';
  const start = `${subject(tie)} ${verb} ${computed}`;
  const whole = wholeText(tie);
  switch (judgement.verdict) {
    case 'holds':
      return tie.isOpen ? `${start}, no more than ${whole}.` : `${start}, ${agreement(tie, judgement)}.`;
    case 'unsure':
      return `${start}; it is not sure that they are all of ${whole}.`;
    case 'truncated':
      return `${start}, not 100%, because they are cut and not rounded. ${rounded(tie)}`;
    case 'contradiction':
      if (judgement.isEnd === true)
        return `${start}, not ${whole}; that is right only if each of them was exactly half-way and rounded the same way.`;
      return tie.isOpen
        ? `${start}, which is more than ${whole}.`
        : `${start}, not ${whole}.${tie.kind === 'distribution' ? room(tie, computed) : ''}`;
  }
}
