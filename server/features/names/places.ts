import { normaliseName, normalisePhrase } from '../../framework/name.ts';
import { type Area, sectionsNamed } from '../../framework/vocabulary.ts';
import { type PlacedBlock, placeSpan } from '../../model/block.ts';
import { LooseNames } from '../../report/loosely.ts';
import { anchorSpan, type Report, type Section } from '../../report/report.ts';
import { Targets } from '../../report/targets.ts';
import { nameSpan } from '../../rules/structure/places.ts';
import { sameAddress } from '../../text/address.ts';
import type { TextEdit } from '../../text/edit.ts';
import { type Span, touches } from '../../text/span.ts';
import { sectionAt } from '../places.ts';
import { leadsInto, leadsTo, linksOf } from './links.ts';
import { passagesAt } from './passages.ts';
import { type Mention, type Named, type PlaceThing, UNCHANGED } from './thing.ts';

/** What a document at `path` says of its places: headings, numbered paragraphs, tables with a caption. */
export class Places {
  readonly #path: string;
  readonly #report: Report;
  readonly #targets: Targets;

  constructor(path: string, report: Report) {
    this.#path = path;
    this.#report = report;
    this.#targets = new Targets(report);
  }

  /** The place that stands at `offset`, or that is spoken of there; also a file that a link leads to. */
  at(offset: number): Named | undefined {
    const placed = passagesAt(this.#report.model, offset);
    return (
      (placed && (this.#linkAt(placed, offset) ?? this.#referenceAt(placed, offset))) ??
      this.#rowAt(offset) ??
      this.#ownAt(offset)
    );
  }

  /** The place that a link to `#fragment` leads to. */
  named(fragment: string): PlaceThing | undefined {
    const at = this.#targets.ofFragment(fragment);
    return at === undefined ? undefined : this.#thing(at);
  }

  /** Every place that speaks of a place, in this document or another. */
  mentions(thing: PlaceThing): readonly Mention[] {
    const { path, at, fragments } = thing;
    const isOwn = sameAddress(path) === sameAddress(this.#path);
    const links = this.#report.model.blocks.flatMap((placed) =>
      linksOf(placed).flatMap((link): Mention[] => {
        const to = leadsTo(this.#path, link);
        if (to === undefined || !leadsInto(to, path, fragments)) return [];
        return [use(link.at, link.target)];
      }),
    );
    if (!isOwn || at === undefined) return links;
    return [...this.#definition(at), ...links, ...this.#references(at), ...this.#rows(at)];
  }

  /** Where this document speaks of its places, by where the block of each begins. */
  uses(): ReadonlyMap<number, readonly Span[]> {
    const uses = new Map<number, Span[]>();
    const add = (at: number | undefined, span: Span) => {
      if (at === undefined) return;
      const known = uses.get(at);
      if (known === undefined) uses.set(at, [span]);
      else known.push(span);
    };
    for (const placed of this.#report.model.blocks) {
      for (const link of linksOf(placed)) {
        const to = leadsTo(this.#path, link);
        if (to?.fragment === undefined || sameAddress(to.path) !== sameAddress(this.#path)) continue;
        add(this.#targets.ofFragment(to.fragment), link.at);
      }
      for (const reference of placed.block.references) {
        add(this.#targets.ofReference(reference), placeSpan(placed, reference.span));
      }
    }
    for (const list of this.#report.sections) {
      for (const { section, span } of this.#rowsOf(list)) add(section.heading?.from, span);
    }
    return uses;
  }

  #thing(at: number): PlaceThing {
    const slugs = [...this.#targets.slugs()].filter(([, { from }]) => from === at);
    return { kind: 'place', path: this.#path, at, fragments: slugs.map(([slug]) => slug) };
  }

  #linkAt(placed: PlacedBlock, offset: number): Named | undefined {
    const link = linksOf(placed).findLast(({ at }) => touches(at, offset));
    const to = link && leadsTo(this.#path, link);
    if (link === undefined || to === undefined) return undefined;
    const { path, fragment } = to;
    const told = { span: link.at, name: undefined, form: 'words' as const };
    if (fragment === undefined || fragment === '') return { ...told, thing: { kind: 'file', path } };
    if (path === this.#path) {
      const thing = this.named(fragment);
      return thing && { ...told, thing };
    }
    return { ...told, thing: { kind: 'place', path, at: undefined, fragments: [fragment] } };
  }

  #referenceAt(placed: PlacedBlock, offset: number): Named | undefined {
    for (const reference of placed.block.references) {
      const span = placeSpan(placed, reference.span);
      if (!touches(span, offset)) continue;
      const at = this.#targets.ofReference(reference);
      if (at !== undefined) return { thing: this.#thing(at), span, name: undefined, form: 'words' };
    }
    return undefined;
  }

  #rowAt(offset: number): Named | undefined {
    const section = sectionAt(this.#report, offset);
    if (section === undefined) return undefined;
    const row = this.#rowsOf(section).find(({ span }) => touches(span, offset));
    const at = row?.section.heading?.from;
    return row === undefined || at === undefined
      ? undefined
      : { thing: this.#thing(at), span: row.span, name: row.section.content.title, form: 'words' };
  }

  #ownAt(offset: number): Named | undefined {
    const { blocks } = this.#report.model;
    const placed = blocks.findLast(({ from, block }) => from <= offset && block.kind !== 'comment');
    if (placed === undefined) return undefined;
    const [own] = this.#definition(placed.from);
    if (own === undefined || !touches(own.whole ?? own.span, offset)) return undefined;
    const name = own.renamed === UNCHANGED ? undefined : own.name;
    return { thing: this.#thing(placed.from), span: own.span, name, form: 'words' };
  }

  /** A place by its own words: a heading without its number, a paragraph's number, what a table is called. */
  #definition(at: number): readonly Mention[] {
    const placed = this.#report.model.blocks.find(
      ({ from, block }) => from === at && block.kind !== 'comment',
    );
    if (placed === undefined) return [];
    const { heading, number, caption, leaves } = placed.block;
    const told = { role: 'definition' as const, form: 'words' as const };
    if (heading !== undefined) return [{ ...told, ...this.#headingMention(placed, heading) }];
    if (number !== undefined) {
      return [{ ...told, span: placeSpan(placed, number.span), name: number.text, renamed: UNCHANGED }];
    }
    const prose = leaves[0]?.prose;
    if (caption === undefined || prose === undefined) return [];
    const span = placeSpan(placed, prose.sourceSpan(0, prose.text.length));
    return [{ ...told, span, name: prose.text, renamed: UNCHANGED }];
  }

  #headingMention(
    placed: PlacedBlock,
    heading: NonNullable<PlacedBlock['block']['heading']>,
  ): Omit<Mention, 'role' | 'form'> {
    const section = this.#report.sections.find((one) => one.heading === placed);
    const words = section === undefined ? heading.name : nameSpan(section);
    const { prose } = heading;
    const whole = placeSpan(placed, prose.sourceSpan(0, prose.text.length));
    const name = prose.text.slice(words.from, words.to);
    // A section of data may give its id alone: then its heading is the framework's.
    if (name === '') return { span: whole, name: section?.content.title ?? '', renamed: UNCHANGED };
    return {
      span: placeSpan(placed, prose.sourceSpan(words.from, words.to)),
      whole,
      name,
      renamed: (other) => {
        const edits = this.#report.model.editing.renameSection(placed, words, other);
        return edits.length === 0 ? [] : [...edits, ...this.#keptRole(section, other)];
      },
    };
  }

  /** A section that its framework knows by its heading has to say by an id what it is, once that says something else. */
  #keptRole(section: Section | undefined, name: string): readonly TextEdit[] {
    const { vocabulary, model } = this.#report;
    const role = section?.content.role;
    if (section?.heading === undefined || role === undefined || vocabulary === undefined) return [];
    const hasId = [section.heading, ...section.own].some(({ block }) => block.sectionId === role.def.id);
    if (hasId || role.def.anyHeading || sectionsNamed(vocabulary, name)?.includes(role)) return [];
    return model.editing.giveId(section.heading, role.def.id);
  }

  #references(at: number): readonly Mention[] {
    return this.#report.model.blocks.flatMap((placed) =>
      placed.block.references
        .filter((reference) => this.#targets.ofReference(reference) === at)
        .map(({ span, name }) => use(placeSpan(placed, span), name)),
    );
  }

  /** Where lists of contents and summaries name the section. */
  #rows(at: number): readonly Mention[] {
    const { editing } = this.#report.model;
    return this.#report.sections.flatMap((list) =>
      this.#rowsOf(list)
        .filter(({ section }) => section.heading?.from === at)
        .map(({ span, name, section, area }): Mention => {
          // A row that shortens the name is the author's own wording; one that the framework knows has to stay so.
          const isSame = normaliseName(name) === section.content.name;
          const isKnown = (other: string) =>
            area === undefined || this.#report.vocabulary?.areasByName.get(normalisePhrase(other)) === area;
          const renamed: Mention['renamed'] = (other) =>
            isSame && isKnown(other) ? editing.replace(span, other) : [];
          return { ...use(span, name), renamed };
        }),
    );
  }

  /** The rows of a section's lists that stand for other sections. */
  #rowsOf(list: Section): readonly NamingRow[] {
    const { contentsList, summary, statusRows } = list.content;
    if (contentsList.length + statusRows.length === 0 && summary === undefined) return [];
    const { sections } = this.#report;
    const loosely = new LooseNames(
      sections.filter(({ heading, content }) => heading !== undefined && content !== list.content),
      ({ content }) => content.title,
    );
    const named = [
      ...contentsList.map(({ title }) => ({ text: title.text, at: title.at, area: undefined })),
      ...statusRows.map(({ name }) => ({ text: name.text, at: name.at, area: undefined })),
      ...(summary?.rows ?? []).map(({ name, at, area }) => ({ text: name, at, area })),
    ];
    return named.flatMap(({ text, at, area }) => {
      const own = area?.section && sections.find(({ content }) => content.role === area.section);
      const section = own ?? loosely.find(text);
      return section === undefined ? [] : [{ span: anchorSpan(list, at), name: text, section, area }];
    });
  }

  /** What links to each heading say behind `#`, in reading order. */
  fragments(): readonly (readonly string[])[] {
    const byPlace = new Map<number, string[]>();
    for (const { from, block } of this.#report.model.blocks) {
      if (block.heading !== undefined) byPlace.set(from, []);
    }
    for (const [slug, { from }] of this.#targets.slugs()) byPlace.get(from)?.push(slug);
    return [...byPlace.values()];
  }
}

/** A row of a list that stands for a section, and for what its framework judges there. */
interface NamingRow {
  readonly span: Span;
  readonly name: string;
  readonly section: Section;
  readonly area: Area | undefined;
}

function use(span: Span, name: string): Mention {
  return { span, role: 'use', form: 'words', name, renamed: UNCHANGED };
}
