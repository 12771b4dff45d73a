import type { DataMap, DataNode } from '../syntax/data.ts';
import type { Span } from '../text/span.ts';

/** A node of data with its place in the text. */
export interface Located {
  readonly node: DataNode;
  /** Where the node starts, in the text. */
  readonly at: number;
  /** The key that the node is the value of; undefined for the root and for items of a list. */
  readonly key: { readonly name: string; readonly span: Span } | undefined;
}

/** The span of the node itself, without its key. */
export function valueSpan(place: Located): Span {
  return { from: place.at, to: place.at + place.node.length };
}

/** Where to point when something is missing from the node: its key, or the first thing written in it. */
export function headSpan(place: Located): Span {
  if (place.key !== undefined) return place.key.span;
  const first = entries(place)[0];
  return first?.key?.span ?? valueSpan(place);
}

/** The value of a key, the first when the key stands there twice. */
export function child(place: Located | undefined, key: string): Located | undefined {
  if (place?.node.kind !== 'map') return undefined;
  const entry = place.node.entries.find((candidate) => candidate.key === key);
  return entry && entryAt(place.at, entry);
}

/** The values of a map with their keys, or nothing when the node is no map. */
export function entries(place: Located | undefined): readonly (Located & { key: object })[] {
  if (place?.node.kind !== 'map') return [];
  return place.node.entries.map((entry) => entryAt(place.at, entry));
}

/** The items of a list, or nothing when the node is no list. */
export function items(place: Located | undefined): readonly Located[] {
  if (place?.node.kind !== 'list') return [];
  return place.node.items.map((item) => ({ node: item.value, at: place.at + item.at, key: undefined }));
}

/** The text of a scalar, or undefined when the node is none or is empty. */
export function textOf(place: Located | undefined): string | undefined {
  if (place?.node.kind !== 'scalar' || place.node.style === 'empty') return undefined;
  return place.node.text;
}

/** The node at the end of a JSON pointer, and the name of the last key on the way to it. */
export function follow(root: Located, pointer: string): { place: Located; name: string | undefined } {
  let place = root;
  let name: string | undefined;
  for (const step of pointer.split('/').slice(1)) {
    const key = step.replace(/~1/g, '/').replace(/~0/g, '~');
    const next = place.node.kind === 'list' ? items(place)[Number(key)] : child(place, key);
    if (next === undefined) break;
    name = next.key?.name ?? name;
    place = next;
  }
  return { place, name };
}

function entryAt(at: number, entry: DataMap['entries'][number]): Located & { key: object } {
  const span = { from: at + entry.keySpan.from, to: at + entry.keySpan.to };
  return { node: entry.value, at: at + entry.at, key: { name: entry.key, span } };
}
