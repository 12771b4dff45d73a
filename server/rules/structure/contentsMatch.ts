import { nearest, normaliseName } from '../../framework/name.ts';
import { isSlip, wordsOf } from '../../framework/slip.ts';
import type { ContentsEntry } from '../../report/contentsList.ts';
import { LooseNames } from '../../report/loosely.ts';
import { type Report, type Section, sectionsWithin } from '../../report/report.ts';
import { Targets } from '../../report/targets.ts';

/** An entry of a list of contents with the section that it stands for. */
export interface MatchedEntry {
  readonly entry: ContentsEntry;
  readonly section: Section | undefined;
  /**
   * `same`: the section's own words. `near`: a slip in them. `short`: other words that stand for it. `elsewhere`: no
   * section of this document, but something else of it or another document. `none`: nothing.
   */
  readonly kind: 'same' | 'near' | 'short' | 'elsewhere' | 'none';
}

/** A list of contents beside the sections that it should list. */
export interface ContentsMatch {
  readonly entries: readonly MatchedEntry[];
  /** The sections of the outermost level listed that the list leaves out. */
  readonly unlisted: readonly Section[];
  readonly targets: Targets;
}

/**
 * Matches a list of contents with the sections of the part of the document that it stands in. Undefined where it may
 * well be of another document: most of what it lists is not here.
 */
export function matchContents(report: Report, list: Section): ContentsMatch | undefined {
  const around = list.parent === undefined ? report.sections : sectionsWithin(report, list.parent).slice(1);
  const sections = around.filter((section) => section !== list && section.heading !== undefined);
  const matching = new Matching(report, sections);
  const exact = list.content.contentsList.map((entry) => matching.exact(entry));
  const found = exact.filter((section) => section !== undefined).length;
  if (found < 2 || found * 5 < exact.length * 3) return undefined;
  const entries = exact.map((section, index) =>
    matching.completed(list.content.contentsList[index], section, list),
  );
  return {
    entries: entries.flatMap((entry) => entry ?? []),
    unlisted: matching.unlisted(list),
    targets: matching.targets,
  };
}

/** The words of a title or heading as they are compared: without the marks of footnotes. */
function keyOf(words: string): string {
  return normaliseName(words.replace(FOOTNOTE, '').trim());
}

const FOOTNOTE = /(?:\[\^[^\]]{1,30}\]|(?<=\p{L})[\d¹²³⁴⁵⁶⁷⁸⁹]{1,3})$/u;

/** Where more entries than these are not to be found, nobody is helped by a look at each. */
const MOST_SLIPS = 20;

class Matching {
  readonly targets: Targets;
  readonly #report: Report;
  readonly #sections: readonly Section[];
  readonly #byName = new Map<string, Section[]>();
  readonly #used = new Set<Section>();
  #loosely: LooseNames<Section> | undefined;
  #last = -1;
  #unmatched = 0;

  constructor(report: Report, sections: readonly Section[]) {
    this.#report = report;
    this.#sections = sections;
    this.targets = new Targets(report);
    for (const section of sections) {
      for (const key of namesOf(section)) {
        const known = this.#byName.get(key);
        if (known === undefined) this.#byName.set(key, [section]);
        else known.push(section);
      }
    }
  }

  /** The section of just that name; of several the next behind the entry before. */
  exact({ title, paged, number }: ContentsEntry): Section | undefined {
    const names = [title.text, ...(paged === undefined ? [] : [paged.title.text])].map(keyOf);
    const alike = names.map((name) => this.#byName.get(name)).find((some) => some !== undefined) ?? [];
    const free = alike.filter((section) => !this.#used.has(section));
    const section =
      free.find((one) => number !== undefined && numberOf(one) === number.text) ??
      free.find(({ index }) => index > this.#last) ??
      free[0];
    if (section === undefined) return undefined;
    this.#used.add(section);
    this.#last = section.index;
    return section;
  }

  completed(
    entry: ContentsEntry | undefined,
    exact: Section | undefined,
    list: Section,
  ): MatchedEntry | undefined {
    if (entry === undefined) return undefined;
    if (exact !== undefined) return { entry: this.#asPaged(entry, exact), section: exact, kind: 'same' };
    this.#unmatched += 1;
    if (this.#unmatched > MOST_SLIPS) return { entry, section: undefined, kind: 'elsewhere' };
    const near = this.#near(entry);
    // The same words in another order may be another section, where one has them as they stand in the list.
    const isReordered =
      near !== undefined && wordsOf(keyOf(near.content.title)) === wordsOf(keyOf(entry.title.text));
    const whole = isReordered ? this.#short(entry) : undefined;
    if (whole !== undefined && whole !== near) return this.#take(entry, whole, 'short');
    if (near !== undefined) return this.#take(entry, near, 'near');
    const linked = this.#linked(entry);
    const short = linked ?? this.#short(entry);
    if (short !== undefined) return this.#take(entry, short, 'short');
    return { entry, section: undefined, kind: this.#isElsewhere(entry, list) ? 'elsewhere' : 'none' };
  }

  /** The sections of the outermost level listed, behind the list, that no entry stands for. */
  unlisted(list: Section): readonly Section[] {
    const levels = [...this.#used].map(({ content }) => content.level);
    const outermost = Math.min(...levels);
    const alike = this.#sections.filter(
      ({ content, index }) => content.level === outermost && index > list.index,
    );
    const names = new Set([...this.#used].map(({ content }) => content.name));
    // Published reports leave their recommendations out of the contents: they are part of the summary.
    const left = alike.filter(
      (section) =>
        !this.#used.has(section) &&
        !names.has(section.content.name) &&
        section.content.role?.def.recommendations === undefined,
    );
    // A list that leaves out much of a level gives a choice.
    return left.length * 3 <= alike.length ? left : [];
  }

  #take(entry: ContentsEntry, section: Section, kind: 'near' | 'short'): MatchedEntry {
    this.#used.add(section);
    return { entry, section, kind };
  }

  /** The entry without the page that its title seemed to end with, where the section's name has no such number. */
  #asPaged(entry: ContentsEntry, section: Section): ContentsEntry {
    if (entry.paged === undefined || namesOf(section).includes(keyOf(entry.title.text))) return entry;
    return { ...entry, ...entry.paged };
  }

  #near({ title, paged }: ContentsEntry): Section | undefined {
    const free = this.#sections.filter((section) => !this.#used.has(section));
    const written = [title.text, paged?.title.text ?? title.text].map(keyOf);
    return written
      .map((words) => {
        const alike = free.filter(({ content }) => figuresOf(content.name) === figuresOf(words));
        const title = (section: Section) => keyOf(titleLike(words, section));
        return alike.find((section) => isSlip(words, title(section))) ?? nearest(words, alike, title)[0];
      })
      .find((section) => section !== undefined);
  }

  #linked({ link }: ContentsEntry): Section | undefined {
    if (link === undefined || !link.text.startsWith('#')) return undefined;
    const from = this.targets.ofFragment(link.text.slice(1));
    return this.#sections.find(({ heading }) => from !== undefined && heading?.from === from);
  }

  #short({ title }: ContentsEntry): Section | undefined {
    const words = ` ${keyOf(title.text)} `;
    const free = this.#sections.filter((section) => !this.#used.has(section));
    const part = free.filter(({ content }) => {
      const name = ` ${keyOf(content.title)} `;
      return name.includes(words) || (name.trim() !== '' && words.includes(name));
    });
    this.#loosely ??= new LooseNames(this.#sections, ({ content }) => content.title);
    const alike = part[0] ?? this.#loosely.find(title.text);
    return alike === undefined || this.#used.has(alike) ? undefined : alike;
  }

  /** An appendix or a file of its own, or words that the document has somewhere, if not as a heading. */
  #isElsewhere({ title, link }: ContentsEntry, list: Section): boolean {
    if (link !== undefined && !link.text.startsWith('#')) return true;
    if (/^(?:append|annex|attach|enclos|schedule|figure|table)/i.test(title.text)) return true;
    const words = keyOf(title.text);
    const listed = new Set(list.own);
    // Some authors write headings as lines in bold.
    return this.#report.model.blocks.some(
      (placed) =>
        !listed.has(placed) &&
        placed.block.kind !== 'heading' &&
        placed.block.leaves.some(({ prose }) => {
          const [bold] = prose.strong;
          const opening = bold?.from === 0 ? prose.text.slice(0, bold.to) : prose.text;
          return opening.length <= title.text.length + 10 && keyOf(opening) === words;
        }),
    );
  }
}

/** The names of a section: of most it is known already. */
function namesOf({ content, heading }: Section): readonly string[] {
  const name = FOOTNOTE.test(content.title) ? keyOf(content.title) : content.name;
  const { number, prose } = heading?.block.heading ?? {};
  // "Section 1: Practice" may be listed with the word.
  const whole =
    number !== undefined && prose !== undefined && !/^\d/.test(prose.text) ? keyOf(prose.text) : '';
  const judged = keyOf(judgedTitle(heading) ?? '');
  return [name, whole, judged].filter((one, at, all) => one !== '' && all.indexOf(one) === at);
}

/** A section's title as a list of contents words it: with the judgement that its heading says, or without. */
export function titleLike(words: string, { content, heading }: Section): string {
  const judged = judgedTitle(heading) ?? content.title;
  const apart = (title: string) => Math.abs(title.length - words.length);
  return apart(judged) < apart(content.title) ? judged : content.title;
}

/** A heading without its number and with the judgement behind its name. */
function judgedTitle(heading: Section['heading']): string | undefined {
  const { name, prose } = heading?.block.heading ?? {};
  return name && prose?.text.slice(name.from);
}

/** The number of a section's heading, without a stop at its end. */
export function numberOf({ heading }: Section): string | undefined {
  return heading?.block.heading?.number;
}

function figuresOf(name: string): string {
  return name.replace(/\D+/g, ' ').trim();
}
