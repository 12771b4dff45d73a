import { type PlacedBlock, placeSpan } from '../model/block.ts';
import { captionOf, type Reference, readReferences } from '../model/references.ts';
import { headingsBySlug } from '../model/slug.ts';
import { anchorSpan, type Report } from '../report/report.ts';
import type { Span } from '../text/span.ts';
import type { Analysis } from './analysis.ts';

/** Words that lead elsewhere. */
export interface DocumentLink {
  readonly span: Span;
  readonly target: LinkTarget;
}

export type LinkTarget =
  | { readonly kind: 'place'; readonly offset: number }
  /** Another file, by its path from the document's folder, with `%` escapes as the author wrote them. */
  | { readonly kind: 'file'; readonly path: string };

/**
 * The words of a document that lead to a place in it or to another file. A reference that leads nowhere is no
 * link, and neither is an address on the web: editors find those themselves.
 */
export function documentLinks({ model, report, ours }: Analysis): readonly DocumentLink[] {
  if (!ours) return [];
  const places = new Places(report);
  return model.blocks.flatMap((placed) => [
    ...placed.block.links.flatMap(({ span, target }) =>
      linked(placeSpan(placed, span), places.ofDestination(target)),
    ),
    ...readReferences(placed.block).flatMap((reference) =>
      linked(placeSpan(placed, reference.span), places.ofReference(reference)),
    ),
  ]);
}

function linked(span: Span, target: LinkTarget | undefined): readonly DocumentLink[] {
  return target === undefined ? [] : [{ span, target }];
}

/** Each map is made when a reference first asks for it. */
class Places {
  readonly #report: Report;
  #slugs: ReadonlyMap<string, PlacedBlock> | undefined;
  #paragraphs: ReadonlyMap<string, number> | undefined;
  #headings: ReadonlyMap<string, number> | undefined;
  #captions: ReadonlyMap<string, number> | undefined;

  constructor(report: Report) {
    this.#report = report;
  }

  ofDestination(target: string): LinkTarget | undefined {
    if (target.startsWith('#')) {
      this.#slugs ??= headingsBySlug(this.#report.model.blocks);
      const heading = this.#slugs.get(unescaped(target.slice(1)).toLowerCase());
      return heading && place(heading.from);
    }
    const path = target.replace(/[?#].*$/, '');
    const isFile = path !== '' && !/^(?:[a-z][a-z\d+.-]*:|[/\\])/i.test(path);
    return isFile ? { kind: 'file', path } : undefined;
  }

  /** A number may be a paragraph's or a heading's, whichever word the author uses for it. */
  ofReference({ kind, name }: Reference): LinkTarget | undefined {
    this.#headings ??= headingNumbers(this.#report);
    this.#paragraphs ??= paragraphNumbers(this.#report);
    this.#captions ??= captions(this.#report);
    if (kind === 'paragraph') return place(this.#paragraphs.get(name) ?? this.#headings.get(name));
    if (kind === 'section') return place(this.#headings.get(name) ?? this.#paragraphs.get(name));
    return place(this.#captions.get(`${kind} ${name}`));
  }
}

function place(offset: number | undefined): LinkTarget | undefined {
  return offset === undefined ? undefined : { kind: 'place', offset };
}

function paragraphNumbers({ sections }: Report): ReadonlyMap<string, number> {
  return firsts(
    sections.flatMap((section) =>
      section.content.paragraphs.map(({ number, at }) => [number, anchorSpan(section, at).from] as const),
    ),
  );
}

function headingNumbers({ model }: Report): ReadonlyMap<string, number> {
  return firsts(
    model.blocks.flatMap(({ block, from }) =>
      block.heading?.number === undefined ? [] : [[block.heading.number, from] as const],
    ),
  );
}

function captions({ model }: Report): ReadonlyMap<string, number> {
  return firsts(
    model.blocks.flatMap(({ block, from }) => {
      const caption = captionOf(block);
      return caption === undefined ? [] : [[`${caption.kind} ${caption.name}`, from] as const];
    }),
  );
}

/** Of places with one name the first. */
function firsts(entries: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  return new Map([...entries].reverse());
}

function unescaped(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
