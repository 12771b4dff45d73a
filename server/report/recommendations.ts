import { nearest, normaliseName } from '../framework/name.ts';
import type { Block } from '../model/block.ts';
import { numberInWords } from '../values/words.ts';
import type { Anchor } from './contents.ts';
import type { RecommendationGroup, UngroupedRecommendations } from './report.ts';

/** What a section says in the way of recommendations. */
export interface Recommendations {
  readonly groups: readonly RecommendationGroup[];
  /** Recommendations that stand below none of the groups, run by run. */
  readonly ungrouped: readonly UngroupedRecommendations[];
}

/** A passage of a section that holds recommendations, by the part that it plays there. */
interface Passage {
  /** A `stray` names a group that the framework does not have; a `lead` announces a list. */
  readonly kind: 'group' | 'stray' | 'lead' | 'item' | 'text';
  readonly at: Anchor;
  readonly text: string;
  /** The framework's name of the group. */
  readonly name?: string;
}

/**
 * The recommendations of a section by group. A group opens with a line that is its name; the list items below it, at
 * whatever depth, are its recommendations. A lead-in, "The council should:", begins the groups anew.
 * @param numbered whether paragraphs have numbers, so that a number does not make a recommendation
 */
export function readRecommendations(
  own: readonly Block[],
  groups: readonly string[],
  numbered: boolean,
): Recommendations {
  if (groups.length === 0) return { groups: [], ungrouped: [] };
  const passages = readPassages(own, groups, numbered);
  return { groups: readGroups(passages), ungrouped: readUngrouped(passages) };
}

function readPassages(
  own: readonly Block[],
  groups: readonly string[],
  numbered: boolean,
): readonly Passage[] {
  const names = new Map(groups.map((name) => [groupKey(name), name]));
  return own.flatMap((block, index): Passage[] => [
    ...block.leaves.map((leaf, position): Passage => {
      const { text } = leaf.prose;
      const at: Anchor = { block: index, span: leaf.prose.sourceSpan(0, text.length) };
      const name = names.get(groupKey(text));
      if (name !== undefined) return { kind: 'group', at, text, name };
      const marker = position === 0 ? block.marker : leaf.marker;
      // "1. The council should:" is a lead-in also where recommendations have numbers.
      const isParagraph = marker?.number !== undefined && position === 0 && (numbered || text.endsWith(':'));
      if (marker !== undefined && !isParagraph) return { kind: 'item', at, text };
      if (isStray(text, groups)) return { kind: 'stray', at, text };
      return { kind: text.endsWith(':') ? 'lead' : 'text', at, text };
    }),
    ...block.tables.map(({ span }): Passage => ({ kind: 'text', at: { block: index, span }, text: '' })),
  ]);
}

const NUMBER = /\b\d{1,2}\b/g;

/** The name of a group as names are compared, with its numbers in words: "Within 3 months:". */
export function groupKey(text: string): string {
  return normaliseName(text.replace(NUMBER, (figures) => numberInWords(BigInt(figures)) ?? figures));
}

const TIMESCALE = /^(?:immediately|within (?:the )?(?:next )?\S+(?: \S+)? (?:days?|weeks?|months?|years?))$/;
/** A name of a group is no longer than this. */
const LONGEST_NAME = 60;

/** Whether a line is a timescale: "Immediately", "Within three months:". */
export function isTimescale(text: string): boolean {
  return text.length <= LONGEST_NAME && TIMESCALE.test(groupKey(text));
}

/** Whether a line is meant as the name of a group and is none. */
function isStray(text: string, groups: readonly string[]): boolean {
  if (text.length > LONGEST_NAME) return false;
  return isTimescale(text) || nearest(text, groups, (name) => name).length > 0;
}

function readGroups(passages: readonly Passage[]): readonly RecommendationGroup[] {
  const found: (RecommendationGroup & { items: Anchor[]; last: Anchor })[] = [];
  let series = 0;
  for (const { kind, at, name } of passages) {
    if (kind === 'group' && name !== undefined) {
      found.push({ name, at, series, items: [], last: at });
      continue;
    }
    const current = found.at(-1);
    if (current === undefined) continue;
    if (kind === 'lead') series += 1;
    if (kind === 'item') current.items.push(at);
    // What a lead-in announces is no more of the group before it.
    if (current.series === series) current.last = at;
  }
  return found;
}

/** What a lead-in says that announces recommendations, and not what was looked at or found. */
const ASKS = /\b(?:should|must|need|needs|require[ds]?|recommend\w*|improve|actions?)\b/i;

/** Runs of items that stand at the top of the section, or below a lead-in that asks for something, or below a stray. */
function readUngrouped(passages: readonly Passage[]): readonly UngroupedRecommendations[] {
  const found: UngroupedRecommendations[] = [];
  let place: Passage | undefined;
  let open = true;
  let run: Anchor[] = [];
  const close = () => {
    const [first] = run;
    const below = place?.kind === 'stray' ? { text: place.text, at: place.at } : undefined;
    if (first !== undefined) found.push({ at: first, count: run.length, below });
    run = [];
  };
  for (const passage of passages) {
    const { kind, at, text } = passage;
    if (kind === 'item') {
      if (open) run.push(at);
      continue;
    }
    // What goes on below an item belongs to it, unless it announces something.
    if (kind === 'text') continue;
    close();
    place = passage;
    open = kind === 'stray' || (kind === 'lead' && ASKS.test(text));
  }
  close();
  return found;
}
