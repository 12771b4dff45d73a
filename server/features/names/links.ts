import { type PlacedBlock, placeSpan } from '../../model/block.ts';
import { type Destination, destinationOf, sameAddress, unescaped } from '../../text/address.ts';
import type { Span } from '../../text/span.ts';

/** A link of a document, at its place. */
export interface PlacedLink {
  /** All of it, words and destination. */
  readonly at: Span;
  /** The destination alone. */
  readonly span: Span;
  /** As the author means it: `#plans`, `../plan.md#actions`, `https://example.org`. */
  readonly target: string;
}

/** Where the links of a list of them lead, as footnotes of a text have it: `[plan]: ../plan.md "The plan"`. */
const DEFINITION = /^\[(?!\^)[^\]\n]{1,200}\]:[ \t]*(?:<([^>\n]*)>|(\S+))/;

/** The links of a block, and where those lead that are told of apart from their words. */
export function linksOf(placed: PlacedBlock): readonly PlacedLink[] {
  const { links, source, kind } = placed.block;
  const own = links.map(({ at, span, target }) => ({
    at: placeSpan(placed, at),
    span: placeSpan(placed, span),
    target,
  }));
  const [whole = '', bracketed, bare] = kind === 'other' ? (DEFINITION.exec(source) ?? []) : [];
  const target = bracketed ?? bare;
  if (target === undefined) return own;
  const from = whole.length - target.length - (bracketed === undefined ? 0 : 1);
  const span = placeSpan(placed, { from, to: from + target.length });
  return [...own, { at: placeSpan(placed, { from: 0, to: whole.length }), span, target }];
}

/** Where a link leads to: within its document, or to a file. Undefined for the web, and for what leads nowhere. */
export function leadsTo(path: string, { target }: PlacedLink): Destination | undefined {
  return target.startsWith('#') ? { path, fragment: target.slice(1) } : destinationOf(path, target);
}

/** Whether a link of the file at `path` leads to a place in the file at `to` that goes by one of these names. */
export function leadsInto(
  { path, fragment }: Destination,
  to: string,
  fragments: readonly string[],
): boolean {
  if (fragment === undefined || sameAddress(path) !== sameAddress(to)) return false;
  const wanted = bare(fragment);
  return fragments.some((one) => bare(one) === wanted);
}

/** A fragment as it is compared. */
function bare(fragment: string): string {
  return unescaped(fragment).toLowerCase();
}
