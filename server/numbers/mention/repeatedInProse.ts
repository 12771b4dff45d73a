import { intervalOf } from '../../values/quantity.ts';
import { Beside } from './beside.ts';
import {
  type Facts,
  mentionSpan,
  numberSpan,
  type PlacedMention,
  pointFor,
  seriesOfMention,
} from './facts.ts';
import { measureWords } from './measureWords.ts';
import type { NamedMeasure } from './namedFigures.ts';
import { compared, mentionInterval, mentionText, numberOf, type RepetitionTie } from './repetition.ts';

/** Fewer words than these name a measure too loosely for two passages to speak of the same. */
const FEWEST = 3;
/** What is stated so often without being the same is nothing that a document repeats; it also keeps hostile text cheap. */
const MOST_FIRSTS = 50;

/** What several passages state of one measure at one time, where no table gives it: each is held against the first. */
export function repeatedInProse(facts: Facts): readonly RepetitionTie[] {
  const ties: RepetitionTie[] = [];
  const beside = new Beside(facts);
  for (const mentions of facts.mentions.values()) {
    if (mentions.length < 2) continue;
    const firsts: PlacedMention[] = [];
    for (const own of mentions) {
      const first = firsts.find((one) => isSame(facts, beside, one, own));
      if (first === undefined) {
        if (firsts.length < MOST_FIRSTS) firsts.push(own);
      } else ties.push(...tieOf(beside, first, own));
    }
  }
  return [...ties, ...ofOneWhole(facts, beside)];
}

/** So many at least are counted of one whole when that alone says that they are the same. */
const LEAST = 20n;

/**
 * Shares of one counted whole of which one names its measure with more words, where these are the title of the section in
 * which the other stands: "73% of the 436 staff have completed all modules of the programme", and "of 436 staff, 69.7% have
 * completed all modules" below "The programme".
 */
function ofOneWhole(facts: Facts, beside: Beside): readonly RepetitionTie[] {
  const byWhole = new Map<string, PlacedMention[]>();
  for (const mentions of facts.mentions.values()) {
    for (const own of mentions) {
      const { whole, derived, quantity } = own.mention;
      if (whole === undefined || derived !== undefined || quantity.kind !== 'percentage') continue;
      if (whole.numerator < LEAST * whole.denominator) continue;
      const key = `${whole.numerator}/${whole.denominator}`;
      const alike = byWhole.get(key);
      if (alike === undefined) byWhole.set(key, [own]);
      else alike.push(own);
    }
  }
  return [...byWhole.values()].flatMap((all) => {
    const [first, ...others] = all.sort((a, b) => a.mention.measure.count - b.mention.measure.count);
    const same = first === undefined ? [] : others.filter((own) => isOfTitle(first, own));
    return same.flatMap((own) => (first === undefined ? [] : tieOf(beside, first, own)));
  });
}

function isOfTitle(short: PlacedMention, long: PlacedMention): boolean {
  const [a, b] = [short.mention, long.mention];
  // Words are taken apart last: this is asked of all pairs of one whole.
  if (a.measure.count < FEWEST || a.measure.count >= b.measure.count) return false;
  if (a.role !== b.role || !atOneTime(short, long)) return false;
  if (a.measure.details.join() !== b.measure.details.join()) return false;
  const [few, many] = [a, b].map(({ measure }) => new Set(measure.key.split(' ')));
  if (few === undefined || many === undefined || ![...few].every((word) => many.has(word))) return false;
  const title = new Set(measureWords(short.section.content.title, false).key.split(' '));
  const more = [...many].filter((word) => !few.has(word));
  return more.length > 0 && more.every((word) => title.has(word));
}

function atOneTime(a: PlacedMention, b: PlacedMention): boolean {
  return a.when !== undefined && a.when === b.when;
}

function isSame(facts: Facts, beside: Beside, a: PlacedMention, b: PlacedMention): boolean {
  const [x, y] = [a.mention, b.mention];
  if (x.role !== y.role) return false;
  if (a.named !== undefined && b.named !== undefined) return isSameNamed(facts, a, b, a.named);
  if (x.measure.details.join() !== y.measure.details.join()) return false;
  if (x.measure.count < FEWEST && facts.series.get(x.measure.key) === undefined && x.time === undefined)
    return false;
  if (a.placed.block === b.placed.block && x.part === y.part && x.part !== undefined) return false;
  // The share that is written beside a part and its whole speaks for them, except to a count.
  const isCounted = [x, y].some(
    ({ quantity, derived }) => derived === undefined && quantity.kind === 'count',
  );
  if (!isCounted && [a, b].some((one) => beside.hasShare(one))) return false;
  if (!atOneTime(a, b)) return false;
  if ((x.time === undefined) !== (y.time === undefined)) return false;
  return !isInTable(facts, a) && intervals(a, b) !== undefined;
}

/** Figures of one measure by what their author named, which meet under its own name. */
function isSameNamed(facts: Facts, a: PlacedMention, b: PlacedMention, named: NamedMeasure): boolean {
  if (!named.isMain || !atOneTime(a, b) || isInTable(facts, a)) return false;
  return named.def === b.named?.def && isOfOneKind(a, b);
}

function isOfOneKind({ mention: a }: PlacedMention, { mention: b }: PlacedMention): boolean {
  const [one, other] = [a, b].map(({ derived, quantity }) =>
    derived === undefined ? quantity.kind : 'percentage',
  );
  return one === other;
}

/** What a table gives both figures are held against already. */
function isInTable(facts: Facts, own: PlacedMention): boolean {
  const row = seriesOfMention(facts, own);
  return row !== undefined && pointFor(facts, own, row) !== undefined;
}

/** What the two figures may stand for, in one unit; undefined where they have none in common. */
function intervals(first: PlacedMention, other: PlacedMention) {
  const [a, b] = [first.mention, other.mention];
  // Of what both are counts is said by name.
  if (first.named !== undefined && first.named.def === other.named?.def)
    return [mentionInterval(a), mentionInterval(b)] as const;
  const isCount = ({ quantity, derived }: typeof a) => derived === undefined && quantity.kind === 'count';
  if (isCount(a) !== isCount(b) && (isCount(a) ? b : a).derived === undefined) return undefined;
  if (!isCount(a) && !isCount(b)) return [mentionInterval(a), mentionInterval(b)] as const;
  // Of two counts at least one must be of so many in all: else each may be of things of its own.
  if (a.part === undefined || b.part === undefined || (a.whole === undefined && b.whole === undefined))
    return undefined;
  if (a.part.kind !== 'count' || b.part.kind !== 'count') return undefined;
  return [intervalOf(a.part), intervalOf(b.part)] as const;
}

/** What a message calls a figure: of counts the share that they make is not the point. */
function spoken({ mention }: PlacedMention, ...both: readonly PlacedMention[]): string {
  const isCounted = both.some(
    ({ mention: { derived, quantity } }) => derived === undefined && quantity.kind === 'count',
  );
  return isCounted ? mention.text : mentionText(mention, 1);
}

function tieOf(beside: Beside, first: PlacedMention, own: PlacedMention): readonly RepetitionTie[] {
  const both = intervals(first, own);
  if (both === undefined) return [];
  const [at, before] = [mentionSpan(own), mentionSpan(first)];
  const verdict = compared(...both);
  const isShare = [first, own].every(
    ({ mention: { derived, quantity } }) => derived === undefined && quantity.kind === 'percentage',
  );
  const isTold = isShare && (beside.isSlip(first, own) || beside.isSlip(own, first));
  if (isTold && verdict === 'contradiction') return [];
  const said = spoken(own, first, own);
  const other = spoken(first, first, own);
  return [
    {
      kind: 'repetition',
      form: 'words and words',
      verdict,
      message: () =>
        verdict === 'holds'
          ? `${said} agrees with ${other}, which is said of the same elsewhere.`
          : `${said} is given here, and ${other} for the same elsewhere in this document.`,
      at,
      figures: [
        { quantity: own.mention.quantity, role: 'same', at },
        { quantity: first.mention.quantity, role: 'same', at: before },
      ],
      hypotheses: verdict === 'holds' ? [] : hypothesesOf(first, own),
      related: [{ at: before, message: `Here it is ${other}.` }],
    },
  ];
}

/** The figure of either place in the other, where both are written alike. */
function hypothesesOf(first: PlacedMention, own: PlacedMention): RepetitionTie['hypotheses'] {
  const [a, b] = [first.mention, own.mention];
  const isPlain = [a, b].every(({ quantity, derived }) => derived === undefined && !quantity.isInWords);
  if (!isPlain || a.quantity.kind !== b.quantity.kind) return [];
  return [
    { title: `Change ${b.text} to ${a.text}`, at: numberSpan(own), replacement: numberOf(a.quantity) },
    {
      title: `Change ${a.text} elsewhere to ${b.text}`,
      at: numberSpan(first),
      replacement: numberOf(b.quantity),
    },
  ];
}
