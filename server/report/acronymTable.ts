import { type Block, placeSpan } from '../model/block.ts';
import type { Span } from '../text/span.ts';
import { type AcronymDictionary, acronymsIn, joinedAcronyms } from './acronymDictionary.ts';
import { type AcronymMeaning, type AcronymUse, type BlockAcronyms, readAcronyms } from './acronyms.ts';
import type { Anchor } from './contents.ts';
import { Latest } from './latest.ts';
import { anchorSpan, type Report, type Section, type SectionContent } from './report.ts';

/** An acronym in the whole document. Places are in the document. */
export interface Acronym {
  readonly key: string;
  /** As it is written where it is used first, or explained first where it is not used elsewhere. */
  readonly name: string;
  /** In reading order, the first few of them. */
  readonly uses: readonly PlacedUse[];
  readonly meanings: readonly PlacedMeaning[];
  /** How often it is used, beside where it is explained and at the end of names. */
  readonly count: number;
  /** Of these, how often in running text, and not alone in a cell or as somebody who is to do something. */
  readonly inText: number;
  /** Whether any use shows that it names a thing, and no person. */
  readonly isNoun: boolean;
}

export interface PlacedUse {
  readonly name: string;
  readonly text: string;
  readonly at: Span;
  readonly isPlural: boolean;
  readonly isInName: boolean;
}

export interface PlacedMeaning {
  readonly name: string;
  readonly words: string | undefined;
  readonly meant: string | undefined;
  readonly nameAt: Span;
  readonly at: Span;
}

export interface AcronymTable {
  readonly acronyms: ReadonlyMap<string, Acronym>;
  /** What the framework, the pack and the document's own fields say beforehand. */
  readonly dictionary: AcronymDictionary;
}

/** The acronyms of blocks and sections of an earlier version, for as long as these are the same. */
export interface AcronymMemo {
  readonly blocks: WeakMap<Block, BlockAcronyms>;
  readonly sections: WeakMap<SectionContent, readonly SectionAcronym[]>;
  readonly tables: Latest<Report, AcronymTable>;
}

/** A memo that knows nothing yet. */
export function noAcronyms(): AcronymMemo {
  return { blocks: new WeakMap(), sections: new WeakMap(), tables: new Latest() };
}

/** An acronym in one section. Places are anchors there. */
interface SectionAcronym {
  readonly key: string;
  readonly uses: readonly (Omit<PlacedUse, 'at'> & { readonly at: Anchor })[];
  readonly meanings: readonly (AcronymMeaning & { readonly block: number })[];
  readonly count: number;
  readonly inText: number;
  readonly isNoun: boolean;
}

/** How many uses are kept by their place: the first, and a few that a finding can name. */
const MOST_USES = 4;

/** The document's acronyms. Blocks and sections that the memo knows are not read again. */
export function acronymTable(report: Report, memo: AcronymMemo): AcronymTable {
  return memo.tables.of(report, () => gathered(report, memo));
}

function gathered(report: Report, memo: AcronymMemo): AcronymTable {
  const acronyms = new Map(titleAcronyms(report, memo).map((own) => [own.key, own]));
  for (const section of report.sections) {
    for (const own of sectionAcronyms(section, memo)) {
      const known = acronyms.get(own.key) ?? growing(own);
      if (known.sections === 0) acronyms.set(own.key, known);
      grow(known, own, section);
    }
  }
  const own = acronymsIn(report.model.meta.find(({ key }) => key === 'acronyms')?.value);
  const framework = report.vocabulary?.framework.acronyms ?? new Map();
  return { acronyms, dictionary: joinedAcronyms([framework, report.packAcronyms, own]) };
}

/** What the title explains; it uses none. */
function titleAcronyms({ titleHeading }: Report, memo: AcronymMemo): readonly Growing[] {
  if (titleHeading === undefined) return [];
  const nothing = { count: 0, inText: 0, isNoun: false, sections: 1 };
  return blockAcronyms(titleHeading.block, memo).meanings.map(({ key, name, words, meant, nameAt, at }) => {
    const places = { nameAt: placeSpan(titleHeading, nameAt), at: placeSpan(titleHeading, at) };
    return { key, name, uses: [], meanings: [{ name, words, meant, ...places }], ...nothing };
  });
}

function growing({ key, uses, meanings }: SectionAcronym): Growing {
  const name = uses[0]?.name ?? meanings[0]?.name ?? key;
  return { key, name, uses: [], meanings: [], count: 0, inText: 0, isNoun: false, sections: 0 };
}

/** Adds what one section says to what others said. This is done for every section at every keystroke. */
function grow(all: Growing, own: SectionAcronym, section: Section): void {
  all.sections += 1;
  all.count += own.count;
  all.inText += own.inText;
  all.isNoun ||= own.isNoun;
  if (all.uses.length < MOST_USES) {
    for (const use of own.uses.slice(0, MOST_USES - all.uses.length))
      all.uses.push({ ...use, at: anchorSpan(section, use.at) });
  }
  for (const { block, name, words, meant, nameAt, at } of own.meanings) {
    all.meanings.push({
      ...{ name, words, meant },
      nameAt: anchorSpan(section, { block, span: nameAt }),
      at: anchorSpan(section, { block, span: at }),
    });
  }
}

/** An acronym while the document is gone through. */
interface Growing extends Acronym {
  readonly uses: PlacedUse[];
  readonly meanings: PlacedMeaning[];
  count: number;
  inText: number;
  isNoun: boolean;
  /** How many sections have it. */
  sections: number;
}

function sectionAcronyms(section: Section, memo: AcronymMemo): readonly SectionAcronym[] {
  const known = memo.sections.get(section.content);
  if (known !== undefined) return known;
  const found = readSection(section, memo);
  memo.sections.set(section.content, found);
  return found;
}

interface Draft {
  readonly uses: (AcronymUse & { readonly block: number })[];
  readonly meanings: (AcronymMeaning & { readonly block: number })[];
  inText: number;
}

function readSection(section: Section, memo: AcronymMemo): readonly SectionAcronym[] {
  const drafts = new Map<string, Draft>();
  const draft = (key: string): Draft => {
    const known = drafts.get(key);
    if (known !== undefined) return known;
    const fresh: Draft = { uses: [], meanings: [], inText: 0 };
    drafts.set(key, fresh);
    return fresh;
  };
  const people = peopleOf(section);
  const blocks = [
    ...(section.heading === undefined ? [] : [{ block: section.heading.block, index: -1 }]),
    ...section.own.map(({ block }, index) => ({ block, index })),
  ];
  for (const { block, index } of blocks) {
    const { uses, meanings } = blockAcronyms(block, memo);
    for (const meaning of meanings) draft(meaning.key).meanings.push({ ...meaning, block: index });
    for (const use of uses) {
      const own = draft(use.key);
      own.uses.push({ ...use, block: index });
      if (!use.isAlone && !people.some(({ block: at, span }) => at === index && holds(span, use.at)))
        own.inText += 1;
    }
  }
  return [...drafts].map(([key, { uses, meanings, inText }]) => ({
    ...{ key, meanings, inText },
    count: uses.filter(({ isInName }) => !isInName).length,
    isNoun: uses.some(({ isNoun }) => isNoun),
    uses: uses.slice(0, MOST_USES).map(({ name, text, at: span, block, isPlural, isInName }) => ({
      ...{ name, text, isPlural, isInName },
      at: { block, span },
    })),
  }));
}

function holds(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** Where people are named who are to do something, be it by their initials. */
function peopleOf({ content }: Section): readonly Anchor[] {
  const owners = content.actions.flatMap(({ owner }) => owner?.at ?? []);
  const fields = content.fields.filter(({ def }) => def?.type === 'person');
  return [...owners, ...fields.map(({ value }) => value.at)];
}

/** The acronyms of a block. Kept in the memo for as long as the block is the same. */
export function blockAcronyms(block: Block, memo: AcronymMemo): BlockAcronyms {
  const known = memo.blocks.get(block);
  if (known !== undefined) return known;
  const read = readAcronyms(block);
  memo.blocks.set(block, read);
  return read;
}
