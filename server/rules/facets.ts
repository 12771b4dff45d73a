import type { Block, PlacedBlock } from '../model/block.ts';
import { timesOf } from '../numbers/mention/facts.ts';
import { figureNotesOf } from '../numbers/mention/figureNotes.ts';
import type { MentionMemo } from '../numbers/mention/mention.ts';
import { mentionsOf } from '../numbers/mention/mentions.ts';
import { reviewCountsOf } from '../numbers/mention/reviewCounts.ts';
import { rowClaimsOf } from '../numbers/mention/rowClaims.ts';
import type { Readings } from '../numbers/readings.ts';
import { type AcronymMemo, blockAcronyms } from '../report/acronymTable.ts';
import { openingNames, openingNumbers } from '../report/openings.ts';
import type { Report, Section, SectionContent } from '../report/report.ts';
import { type DatesMemo, datesOf } from '../report/reportDates.ts';
import { anchorsIn, couldBeTable } from '../report/targets.ts';
import { type Change, moved } from '../text/change.ts';
import { isSameMoved, type PlacedPair } from './sameMoved.ts';

/** What is known of blocks from earlier versions. */
export interface BlockMemos {
  readonly mentions: MentionMemo;
  readonly dates: DatesMemo;
  readonly acronyms: AcronymMemo;
}

export const BLOCK_FACETS = {
  // What stands between two of them says whether they are one list.
  references: ({ references, source }: Block) =>
    references.map((one, index) => [
      one,
      source.slice(references[index - 1]?.span.to ?? one.span.from, one.span.from),
    ]),
  links: ({ links }: Block) => links,
  captions: ({ caption }: Block) => caption,
  anchors: (block: Block) => anchorsIn(block),
  openings: (block: Block) => [openingNames(block), openingNumbers(block)],
  tabular: (block: Block) => [block.tables.length > 0, couldBeTable(block)],
  labels: ({ labels }: Block) => labels,
  acronyms: (block: Block, { acronyms }: BlockMemos) => blockAcronyms(block, acronyms),
  dates: (block: Block, { dates }: BlockMemos, readings?: Readings) => datesOf(block, dates, readings),
  mentions: (block: Block, { mentions }: BlockMemos, readings?: Readings) => [
    mentionsOf(block, mentions, readings),
    reviewCountsOf(block, mentions, readings),
    rowClaimsOf(block, mentions, readings),
    timesOf(block, mentions, readings),
    figureNotesOf(block, mentions),
    leadIn(block),
  ],
};

/** Those that are read from the figures of a block and kept: to read them with the block's own rules is to read its text once. */
export const FIGURE_FACETS = ['dates', 'mentions'] as const;

/** What leads into a list may say of what time its items are. */
function leadIn({ source }: Block): string | undefined {
  return source.trimEnd().endsWith(':') ? source : undefined;
}

/**
 * A part of what sections say, or of what was read of their blocks. Where all that a rule looks at is the same after an edit,
 * apart from its place, so is what the rule finds.
 */
export type Facet = Exclude<keyof SectionContent, SameAnyway> | keyof typeof BLOCK_FACETS;

/** Where these differ, every rule is run. */
type SameAnyway = 'title' | 'name' | 'level' | 'role' | 'area';

interface Pair {
  readonly before: Section;
  readonly now: Section;
}

/** What an edit changed of a report, as far as rules look at it. */
export class ChangedFacets {
  readonly change: Change;
  readonly #pairs: readonly Pair[];
  readonly #memos: BlockMemos;
  readonly #known = new Map<Facet, boolean>();

  private constructor(change: Change, pairs: readonly Pair[], memos: BlockMemos) {
    this.change = change;
    this.#pairs = pairs;
    this.#memos = memos;
  }

  /** Undefined where an edit changed more than what stands within blocks: sections and their headings, or the document's fields. */
  static between(before: Report, now: Report, change: Change, memos: BlockMemos): ChangedFacets | undefined {
    if (!isSameAround(before, now, change)) return undefined;
    const pairs: Pair[] = [];
    for (const [index, section] of now.sections.entries()) {
      const known = before.sections[index];
      if (known === undefined || known.parent?.index !== section.parent?.index) return undefined;
      if (known.content === section.content) continue;
      if (!isSameShape(known, section)) return undefined;
      pairs.push({ before: known, now: section });
    }
    return new ChangedFacets(change, pairs, memos);
  }

  /** Whether anything of a facet differs, apart from being moved by the edit. */
  has(facet: Facet): boolean {
    const known = this.#known.get(facet);
    if (known !== undefined) return known;
    const found = !this.#pairs.every((pair) => this.#isSame(facet, pair));
    this.#known.set(facet, found);
    return found;
  }

  #isSame(facet: Facet, { before, now }: Pair): boolean {
    const { change } = this;
    const block = (index: number) => pairOf(blockAt(before, index), blockAt(now, index));
    if (!isOfBlock(facet))
      return isSameMoved(before.content[facet], now.content[facet], { change, own: undefined, block });
    return [...now.own.keys()].every((index) => {
      const own = block(index);
      if (own === undefined || own.before.block === own.now.block) return true;
      const [one, other] = [own.before, own.now].map((placed) =>
        BLOCK_FACETS[facet](placed.block, this.#memos),
      );
      return isSameMoved(one, other, { change, own });
    });
  }
}

function isOfBlock(facet: Facet): facet is keyof typeof BLOCK_FACETS {
  return facet in BLOCK_FACETS;
}

function blockAt({ heading, own }: Section, index: number): PlacedBlock | undefined {
  return index < 0 ? heading : own[index];
}

function pairOf(before: PlacedBlock | undefined, now: PlacedBlock | undefined): PlacedPair | undefined {
  return before === undefined || now === undefined ? undefined : { before, now };
}

/** Whether all is the same that is no section. */
function isSameAround(before: Report, now: Report, change: Change): boolean {
  const isSameField = ({ block }: PlacedBlock, index: number) => block === before.fieldBlocks[index]?.block;
  return (
    before.sections.length === now.sections.length &&
    before.vocabulary === now.vocabulary &&
    before.title === now.title &&
    before.titleHeading?.block === now.titleHeading?.block &&
    before.fieldBlocks.length === now.fieldBlocks.length &&
    now.fieldBlocks.every(isSameField) &&
    before.measures === now.measures &&
    before.audience === now.audience &&
    before.packAcronyms === now.packAcronyms &&
    before.terms === now.terms &&
    isSameMoved(before.model.meta, now.model.meta, { change, own: undefined }) &&
    now.model.meta.every(({ valueSpan }) => moved(valueSpan, change)?.from === valueSpan.from) &&
    areInPlace(before.model.blocks, now.model.blocks, change)
  );
}

/**
 * Whether every block stands where the edit moved the one that was in its place. After a copy of the whole text was put in
 * front of data, what is read is the copy: it says the same at other places.
 */
function areInPlace(before: readonly PlacedBlock[], now: readonly PlacedBlock[], change: Change): boolean {
  return (
    before.length === now.length &&
    now.every((placed, index) => {
      const known = before[index];
      return known !== undefined && isInPlace({ before: known, now: placed }, change);
    })
  );
}

function isInPlace({ before, now }: PlacedPair, { old, now: next }: Change): boolean {
  const [stays, shifts] = [now.from === before.from, now.from === before.from + next.to - old.to];
  if (before.from < old.from) return stays;
  if (before.from > old.from) return before.from >= old.to && shifts;
  const isInsertion = old.from === old.to;
  return before.block === now.block ? isInsertion && shifts : stays || (isInsertion && shifts);
}

/** Whether two sections are cut alike and are the same in the framework, whatever stands in their blocks. */
function isSameShape(before: Section, now: Section): boolean {
  return (
    before.heading?.block === now.heading?.block &&
    before.content.role === now.content.role &&
    before.content.area === now.content.area &&
    before.own.length === now.own.length &&
    now.own.every(({ block }, index) => block.kind === before.own[index]?.block.kind)
  );
}
