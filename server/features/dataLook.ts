import { type Located, textOf } from '../framework/locate.ts';
import type { DataFile, Layer } from './dataFile.ts';
import { type Name, namesOf } from './dataNames.ts';
import { counterpart, ID, type PlaceAt, placeAt, sameName } from './dataPlaces.ts';
import { isNamed, type Schema, said } from './dataSchema.ts';

/** A place of a file of data with what its schema says of it. */
export interface Look extends PlaceAt {
  readonly place: Located;
  readonly schemas: readonly Schema[];
  /** Of what the place stands in. */
  readonly around: readonly Schema[];
}

/** What stands at `offset` of the file. */
export function lookAt(file: DataFile, offset: number): Look | undefined {
  const { layers, input, tree } = file;
  const own = layers[0];
  if (own === undefined || own.path !== input.path) return undefined;
  const at = placeAt(own.root, offset);
  const place = at.chain.at(-1);
  if (place === undefined || at.path.length === 0) return undefined;
  return { ...at, place, schemas: tree.at(at.path), around: tree.at(at.path.slice(0, -1)) };
}

/** The thing that a value is the name of. */
export function nameAt(
  file: DataFile,
  { schemas, place }: Pick<Look, 'schemas' | 'place'>,
): Name | undefined {
  const text = textOf(place);
  const refersTo = said(schemas, 'refersTo');
  if (text === undefined || refersTo === undefined) return undefined;
  return namesOf(file, refersTo).find(({ name }) => sameName(name, text));
}

/** Whether the place is what its thing is called: its key, its id, or what the outline shows as its name. */
export function isThing({ place, around, onKey }: Look): boolean {
  const key = place.key?.name ?? '';
  if (onKey && isNamed(around, key)) return true;
  const outline = said(around, 'outline');
  return outline !== undefined && (key === ID || key === outline.name);
}

/** The thing at or around a place that is its name. */
export function thingOf({ chain, path, onKey, place, around }: Look): Pick<PlaceAt, 'chain' | 'path'> {
  if (onKey && isNamed(around, place.key?.name ?? '')) return { chain, path };
  return { chain: chain.slice(0, -1), path: path.slice(0, -1) };
}

/** The thing in what the file extends that the thing at a place adds to. */
export function inheritedThing(
  file: DataFile,
  at: Look,
): { readonly place: Located; readonly layer: Layer } | undefined {
  const { chain } = thingOf(at);
  for (const layer of file.layers.slice(1)) {
    const place = chain.length < 2 ? undefined : counterpart(chain, layer.root);
    if (place !== undefined) return { place, layer };
  }
  return undefined;
}
