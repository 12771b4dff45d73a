import { listedWords } from '../../values/listing.ts';
import type { Day } from './day.ts';
import type { Found } from './evidence.ts';
import type { Weighed } from './weigh.ts';

const MOST_QUOTED = 3;
const LONGEST_QUOTE = 90;

/** What speaks for a framework, in sentences with the document's own words. */
export function reasonsFor(
  { evidence, sections, inOrder, entry, outOfForce }: Weighed,
  day: Day | undefined,
): readonly string[] {
  const { title, called, headings, judgements, fields, columns, parts } = evidence;
  const reasons: string[] = [];
  if (title !== undefined) reasons.push(`Its title is "${short(title)}".`);
  if (title === undefined && called !== undefined) reasons.push(`It calls itself "${short(called)}".`);
  if (headings.size > 0) {
    const such = headings.size > MOST_QUOTED ? ', such as' : ':';
    const count = `${headings.size} of the ${Math.max(sections, headings.size)} sections`;
    reasons.push(`It has ${count} of this framework${such} ${quoted(headings)}.`);
    if (inOrder) reasons.push('Its headings stand in the order of this framework.');
  }
  const [judged] = [...judgements.values()];
  if (judged !== undefined) {
    reasons.push(
      `It judges "${short(judged.words)}" to be "${judged.label}", on the scale of this framework.`,
    );
  }
  if (fields.size > 0) reasons.push(`It gives ${quoted(fields)}.`);
  if (columns.size > 2) reasons.push(`It has a table with the columns ${quoted(columns)}.`);
  if (parts.size > 0) reasons.push(`It is a letter, with ${quoted(parts)}.`);
  const { inForce } = entry.vocabulary.framework;
  if (day !== undefined && inForce !== undefined) {
    reasons.push(
      outOfForce
        ? `It is of ${day.written}, when the framework was not in force.`
        : `It is of ${day.written}, when the framework was in force.`,
    );
  }
  return reasons;
}

function quoted(found: ReadonlyMap<string, Found>): string {
  const most = [...found.values()].sort((a, b) => b.weight - a.weight).slice(0, MOST_QUOTED);
  return listedWords(
    most.map(({ words }) => short(words)),
    'and',
  );
}

function short(words: string): string {
  const plain = words.replace(/\s+/g, ' ').trim();
  if (plain.length <= LONGEST_QUOTE) return plain;
  return `${plain.slice(0, LONGEST_QUOTE).replace(/\s+\S*$/, '')} …`;
}
