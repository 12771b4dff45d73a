import { child, items, type Located, textOf, valueSpan } from '../framework/locate.ts';
import { type PlacedBlock, placeSpan } from '../model/block.ts';
import { Targets } from '../report/targets.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { Analysis } from './analysis.ts';
import type { DataFile } from './dataFile.ts';
import { marksIn } from './names/footnotes.ts';
import { linksOf } from './names/links.ts';

/** Words that lead elsewhere. */
export interface DocumentLink {
  readonly span: Span;
  readonly target: LinkTarget;
}

export type LinkTarget =
  | { readonly kind: 'place'; readonly offset: number }
  /** Another file, by its path from the document's folder, with `%` escapes as the author wrote them. */
  | { readonly kind: 'file'; readonly path: string; readonly fragment?: string }
  /** An address on the web, or of somebody's post. */
  | { readonly kind: 'web'; readonly address: string };

/** The words of a document that lead to a place in it, to another file or to the web. What leads nowhere is no link. */
export function documentLinks({ model, report, ours }: Analysis): readonly DocumentLink[] {
  if (!ours) return [];
  const targets = new Targets(report);
  const notes = footnoteTexts(model.blocks);
  return model.blocks.flatMap((placed) => {
    const written = linksOf(placed);
    return [
      ...written.flatMap(({ span, target }) => linked(span, ofDestination(target, targets))),
      ...placed.block.references.flatMap((reference) =>
        linked(placeSpan(placed, reference.span), place(targets.ofReference(reference))),
      ),
      ...footnoteLinks(placed, notes),
      ...webLinks(placed).filter(({ span }) => !written.some(({ at }) => overlaps(at, span))),
    ];
  });
}

/** Where the texts of footnotes stand, by their names. */
function footnoteTexts(blocks: readonly PlacedBlock[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const placed of blocks) {
    for (const { name, whole } of marksIn(placed)) {
      if (whole !== undefined && !found.has(name)) found.set(name, whole.from);
    }
  }
  return found;
}

function footnoteLinks(placed: PlacedBlock, notes: ReadonlyMap<string, number>): readonly DocumentLink[] {
  return marksIn(placed)
    .filter(({ whole }) => whole === undefined)
    .flatMap(({ mark, name }) => linked(mark, place(notes.get(name))));
}

/** An address as people write it into their sentences; the stop behind it is the sentence's. */
const ADDRESS = /\bhttps?:\/\/[^\s<>"'`|\\^{}[\]]{1,2000}/gi;

function webLinks(placed: PlacedBlock): readonly DocumentLink[] {
  const { source, kind } = placed.block;
  if (kind === 'code' || kind === 'comment' || !source.includes('://')) return [];
  return [...source.matchAll(ADDRESS)].map(({ 0: written, index }) => {
    const address = withoutEnd(written);
    const span = placeSpan(placed, { from: index, to: index + address.length });
    return { span, target: { kind: 'web', address } };
  });
}

/** An address without the stop, or the bracket around it, that ends what it stands in. */
function withoutEnd(written: string): string {
  let address = written;
  for (;;) {
    const last = address.at(-1) ?? '';
    const closes = last === ')' && count(address, ')') > count(address, '(');
    if (!closes && !'.,;:!?*_~'.includes(last)) return address;
    address = address.slice(0, -1);
  }
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

function linked(span: Span, target: LinkTarget | undefined): readonly DocumentLink[] {
  return target === undefined ? [] : [{ span, target }];
}

function ofDestination(target: string, targets: Targets): LinkTarget | undefined {
  if (target.startsWith('#')) return place(targets.ofFragment(target.slice(1)));
  if (/^(?:https?:\/\/|mailto:)\S+$/i.test(target)) return { kind: 'web', address: target };
  return fileTarget(target);
}

function fileTarget(target: string): LinkTarget | undefined {
  const [path = '', fragment] = target.split('#', 2).map((part) => part.replace(/\?.*$/, ''));
  if (path === '' || /^(?:[a-z][a-z\d+.-]*:|[/\\])/i.test(path)) return undefined;
  return fragment === undefined || fragment === ''
    ? { kind: 'file', path }
    : { kind: 'file', path, fragment };
}

function place(offset: number | undefined): LinkTarget | undefined {
  return offset === undefined ? undefined : { kind: 'place', offset };
}

/** The spreadsheets and the baseline that a `touchstone.yaml` names. */
export function dataLinks({ layers, input }: DataFile): readonly DocumentLink[] {
  const root: Located | undefined = layers[0]?.path === input.path ? layers[0].root : undefined;
  const files = items(child(root, 'sources')).map((source) => child(source, 'file'));
  return [...files, child(root, 'baseline')].flatMap((file) => {
    const path = textOf(file);
    if (file === undefined || path === undefined || fileTarget(path) === undefined) return [];
    // What is no address yet is written as people write paths.
    return linked(valueSpan(file), fileTarget(path.split('/').map(encodeURIComponent).join('/')));
  });
}
