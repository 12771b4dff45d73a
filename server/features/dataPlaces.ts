import { child, entries, items, type Located, textOf, valueSpan } from '../framework/locate.ts';
import { normaliseName } from '../framework/name.ts';
import { touches } from '../text/span.ts';
import type { Path } from './dataSchema.ts';

/** The innermost place of data at an offset. */
export interface PlaceAt {
  /** From the root on, the innermost last. */
  readonly chain: readonly Located[];
  readonly path: Path;
  /** Whether the offset is on the key of the innermost. */
  readonly onKey: boolean;
}

/** What stands at `offset`. */
export function placeAt(root: Located, offset: number): PlaceAt {
  const chain = [root];
  const path: (string | number)[] = [];
  for (let place = root; ; ) {
    const onKey = entries(place).find(({ key }) => touches(key.span, offset));
    if (onKey !== undefined)
      return { chain: [...chain, onKey], path: [...path, onKey.key.name], onKey: true };
    const parts = [...entries(place), ...items(place)];
    const index = parts.findIndex((part) => touches(valueSpan(part), offset));
    const inner = parts[index];
    if (inner === undefined) return { chain, path, onKey: false };
    chain.push(inner);
    path.push(inner.key?.name ?? index);
    place = inner;
  }
}

/** The place below `place` at a path of keys, with `/` between them. */
export function childAt(place: Located, path: string): Located | undefined {
  return path.split('/').reduce<Located | undefined>(child, place);
}

/** The key by which the items of a list are told apart: those of two frameworks with the same are one. */
export const ID = 'id';

/**
 * The place in other data that a place of this data belongs to: below the same keys, and in lists at the item
 * with the same id.
 */
export function counterpart(chain: readonly Located[], root: Located): Located | undefined {
  return chain.slice(1).reduce<Located | undefined>((other, place) => {
    if (place.key !== undefined) return child(other, place.key.name);
    const id = textOf(child(place, ID));
    return id === undefined ? undefined : items(other).find((item) => textOf(child(item, ID)) === id);
  }, root);
}

/** Whether two names mean the same thing. */
export function sameName(a: string, b: string): boolean {
  return normaliseName(a) === normaliseName(b);
}
