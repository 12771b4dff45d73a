import { type PlacedBlock, placeSpan } from '../../model/block.ts';
import type { Section } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import { intervalOf } from '../../values/quantity.ts';
import type { Hypothesis } from '../tie.ts';
import type { Facts, PlacedReview } from './facts.ts';
import { compared, type RepetitionTie } from './repetition.ts';

/** So many words at least say what was looked at when two parts of a document are to speak of the same. */
const FEWEST_APART = 3;

/** Counts of what one review looks at, where several places give them: each is held against the first. */
export function reviewsTwice({ reviews }: Facts): readonly RepetitionTie[] {
  return [...reviews.values()].flatMap((all) => {
    const [first] = all;
    if (first === undefined || all.length < 2) return [];
    if (first.count.goesBack !== undefined) return unnamedTwice(all);
    if (isSeries(all)) return [];
    // The rows of one measure, its targets and its actuals, count it once.
    const seen = new Set<PlacedBlock>();
    const others = all.filter((own) => isOfOne(first, own) && !seen.has(own.placed) && seen.add(own.placed));
    return others.map((own) => tieOf(first, own));
  });
}

/**
 * "111 cases were looked at … Of the 112 cases reviewed": which they are the words do not say, so that they are one only
 * where a section has no other such count, and the figures are near to each other.
 */
function unnamedTwice(all: readonly PlacedReview[]): readonly RepetitionTie[] {
  const bySection = new Map<Section, PlacedReview[]>();
  for (const own of all) bySection.set(own.section, [...(bySection.get(own.section) ?? []), own]);
  return [...bySection.values()].flatMap(([first, own, more]) => {
    if (first === undefined || own === undefined || more !== undefined) return [];
    const isBack = first.count.goesBack === false && own.count.goesBack === true;
    const isAtOneTime = first.when !== undefined && first.when === own.when;
    return isBack && isAtOneTime && areNear(first, own) ? [tieOf(first, own)] : [];
  });
}

/** So many of a hundred may be left out by mistake: of fewer, some were not meant. */
const NEAR = 95n;

function areNear(a: PlacedReview, b: PlacedReview): boolean {
  const [x, y] = [a, b].map(({ count: { quantity } }) => quantity.exact.numerator);
  if (x === undefined || y === undefined) return false;
  const [least, most] = x < y ? [x, y] : [y, x];
  return 100n * least >= NEAR * most;
}

/** Several reviews of one kind, each with its own count: more than two of them, or two in one table or passage. */
function isSeries(all: readonly PlacedReview[]): boolean {
  const figures = new Set(all.map(figureOf));
  if (figures.size > 2) return true;
  const byBlock = new Map(all.map((own) => [own.placed, figureOf(own)]));
  return all.some((own) => byBlock.get(own.placed) !== figureOf(own));
}

function figureOf({ count: { quantity } }: PlacedReview): string {
  return `${quantity.exact.numerator}/${quantity.exact.denominator}`;
}

function isOfOne(a: PlacedReview, b: PlacedReview): boolean {
  if (a.placed === b.placed || a.when === undefined || a.when !== b.when) return false;
  if (a.count.measure.details.join() !== b.count.measure.details.join()) return false;
  // One list has an item for each review.
  if (a.section === b.section && a.placed.block.kind === 'item' && b.placed.block.kind === 'item')
    return false;
  return isOnePart(a, b) || b.count.isNamed || b.count.measure.count >= FEWEST_APART;
}

/** Whether both stand in one of the parts that a document has below its title. */
function isOnePart(a: PlacedReview, b: PlacedReview): boolean {
  return partOf(a.section) === partOf(b.section);
}

function partOf(section: Section): Section {
  let top = section;
  while (top.parent !== undefined) top = top.parent;
  return top;
}

function placeOf({ count, placed }: PlacedReview): Span {
  return placeSpan(placed, count.at);
}

function tieOf(first: PlacedReview, own: PlacedReview): RepetitionTie {
  const [at, before] = [placeOf(own), placeOf(first)];
  const [said, other] = [own.count.quantity, first.count.quantity];
  const verdict = compared(intervalOf(said), intervalOf(other));
  const what = `"${own.count.name}"`;
  return {
    kind: 'repetition',
    form: 'two counts of a review',
    verdict,
    isLoose: !isOnePart(first, own) || own.count.goesBack === true,
    message: () =>
      verdict === 'holds'
        ? `${said.text} agrees with ${other.text}, which is the count of ${what} elsewhere.`
        : `This counts ${said.text} for the review of ${what}, and ${other.text} are counted elsewhere. Give one figure, or say in what the two differ.`,
    at,
    figures: [
      { quantity: said, role: 'same', at },
      { quantity: other, role: 'same', at: before },
    ],
    hypotheses: [hypothesis(own, other.text), hypothesis(first, said.text)],
    related: [{ at: before, message: `Here it is ${other.text}.` }],
  };
}

function hypothesis(wrong: PlacedReview, text: string): Hypothesis<Span> {
  return { title: `Change ${wrong.count.quantity.text} to ${text}`, at: placeOf(wrong), replacement: text };
}
