import { placeSpan } from '../model/block.ts';
import { Targets } from '../report/targets.ts';
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
  const targets = new Targets(report);
  return model.blocks.flatMap((placed) => [
    ...placed.block.links.flatMap(({ span, target }) =>
      linked(placeSpan(placed, span), ofDestination(target, targets)),
    ),
    ...placed.block.references.flatMap((reference) =>
      linked(placeSpan(placed, reference.span), place(targets.ofReference(reference))),
    ),
  ]);
}

function linked(span: Span, target: LinkTarget | undefined): readonly DocumentLink[] {
  return target === undefined ? [] : [{ span, target }];
}

function ofDestination(target: string, targets: Targets): LinkTarget | undefined {
  if (target.startsWith('#')) return place(targets.ofFragment(target.slice(1)));
  const path = target.replace(/[?#].*$/, '');
  const isFile = path !== '' && !/^(?:[a-z][a-z\d+.-]*:|[/\\])/i.test(path);
  return isFile ? { kind: 'file', path } : undefined;
}

function place(offset: number | undefined): LinkTarget | undefined {
  return offset === undefined ? undefined : { kind: 'place', offset };
}
