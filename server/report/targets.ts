import type { Block, PlacedBlock } from '../model/block.ts';
import type { Reference } from '../model/reference.ts';
import { headingsBySlug } from '../model/slug.ts';
import type { Report } from './report.ts';

/** The places of a document that references and links may lead to. Each map is made when something first asks for it. */
export class Targets {
  readonly #report: Report;
  #slugs: ReadonlyMap<string, PlacedBlock> | undefined;
  #paragraphs: ReadonlyMap<string, number> | undefined;
  #headings: ReadonlyMap<string, number> | undefined;
  #captions: ReadonlyMap<string, number> | undefined;
  #anchors: ReadonlySet<string> | undefined;
  #tables: readonly PlacedBlock[] | undefined;

  constructor(report: Report) {
    this.#report = report;
  }

  /** Where a reference leads to. A number may be a paragraph's or a heading's, whichever word the author uses for it. */
  ofReference({ kind, name }: Pick<Reference, 'kind' | 'name'>): number | undefined {
    if (kind === 'paragraph') return this.paragraphs().get(name) ?? this.headings().get(name);
    if (kind === 'section') return this.headings().get(name) ?? this.paragraphs().get(name);
    return this.captions().get(`${kind} ${name}`);
  }

  /** What there is of a kind that a reference may name. A number may be a paragraph's or a heading's. */
  namesOf(kind: Reference['kind']): ReadonlySet<string> {
    if (kind === 'paragraph' || kind === 'section')
      return new Set([...this.paragraphs().keys(), ...this.headings().keys()]);
    const lead = `${kind} `;
    return new Set(
      [...this.captions().keys()].flatMap((name) => (name.startsWith(lead) ? name.slice(lead.length) : [])),
    );
  }

  /** Where a link to `#fragment` leads to. */
  ofFragment(fragment: string): number | undefined {
    return this.slugs().get(unescaped(fragment).toLowerCase())?.from;
  }

  /** Headings by what links to them say. */
  slugs(): ReadonlyMap<string, PlacedBlock> {
    this.#slugs ??= headingsBySlug(this.#report.model.blocks);
    return this.#slugs;
  }

  /** Numbered paragraphs by their numbers. */
  paragraphs(): ReadonlyMap<string, number> {
    this.#paragraphs ??= firsts(
      this.#report.sections.flatMap(({ content, own }) =>
        content.paragraphs.map(({ number, at }) => [number, own[at.block]?.from ?? 0] as const),
      ),
    );
    return this.#paragraphs;
  }

  /** Headings by their numbers. */
  headings(): ReadonlyMap<string, number> {
    this.#headings ??= firsts(
      this.#report.model.blocks.flatMap(({ block, from }) =>
        block.heading?.number === undefined ? [] : [[block.heading.number, from] as const],
      ),
    );
    return this.#headings;
  }

  /** Tables, figures and appendices by kind and name: `table 2`. */
  captions(): ReadonlyMap<string, number> {
    this.#captions ??= firsts(
      this.#report.model.blocks.flatMap(({ block: { caption }, from }) =>
        caption === undefined ? [] : [[`${caption.kind} ${caption.name}`, from] as const],
      ),
    );
    return this.#captions;
  }

  /**
   * Whether a link may lead to `#fragment` where no heading is called so: to an anchor in the text, or to a heading
   * that another renderer of Markdown calls a little differently.
   */
  mayLead(fragment: string): boolean {
    this.#anchors ??= new Set([...[...this.slugs().keys()].map(bare), ...this.#anchorNames()]);
    return this.#anchors.has(bare(unescaped(fragment))) || this.#anchors.has(`#${unescaped(fragment)}`);
  }

  /** What could be a table, be it a picture of one. */
  tables(): readonly PlacedBlock[] {
    this.#tables ??= this.#report.model.blocks.filter(({ block }) => couldBeTable(block));
    return this.#tables;
  }

  #anchorNames(): readonly string[] {
    return this.#report.model.blocks.flatMap(({ block }) => anchorsIn(block).map((name) => `#${name}`));
  }
}

const ANCHOR = /\b(?:id|name)\s*=\s*["']?([\w:.-]+)|\{#([\w:.-]+)\}/g;

/** The names that a block gives to places in it: `<a id="terms">`, `{#terms}`. */
export function anchorsIn({ source }: Block): readonly string[] {
  return [...source.matchAll(ANCHOR)].flatMap(([, attribute, brace]) => attribute ?? brace ?? []);
}

/** Whether words about "the table" may mean the block, be it a picture of one. */
export function couldBeTable({ kind, tables, links, source }: Block): boolean {
  return (
    tables.length > 0 || kind === 'code' || (links.length > 0 && source.includes('![')) || kind === 'other'
  );
}

/** A heading's slug without what renderers write differently. */
function bare(slug: string): string {
  return slug.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Of places with one name the first. */
function firsts(entries: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  return new Map([...entries].reverse());
}

/** A fragment as its author means it: `%20` is a blank. */
export function unescaped(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
